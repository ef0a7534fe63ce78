package org.gongkai.organisation;

/** 机构层级，也是公开层级。 The administrative level of a body, and of a catalogue row (公开层级). */
public enum BodyLevel {
    /** 省级 */
    PROVINCE,
    /** 市级 */
    CITY,
    /** 县级、区级 */
    COUNTY,
    /** 乡级、街镇级 */
    TOWN,
    /** 村级、社区级 */
    VILLAGE
}
