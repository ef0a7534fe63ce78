package org.gongkai.organisation;

/** 机构种类。 What kind of body it is. */
public enum BodyKind {
    /** 人民政府（含办公室作为主管部门） */
    GOVERNMENT,
    /** 部门、委办局 */
    DEPARTMENT,
    /** 镇、乡人民政府 */
    TOWN,
    /** 街道办事处 */
    STREET,
    /** 村民委员会 */
    VILLAGE,
    /** 居民委员会 */
    COMMUNITY,
    /** 法律法规授权的组织、事业单位 */
    INSTITUTION,
    /** 公共企事业单位（适用行业规定，R-DUTY-05） */
    ENTERPRISE
}
