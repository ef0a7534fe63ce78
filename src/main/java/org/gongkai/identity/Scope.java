package org.gongkai.identity;

/** 数据范围：岗位之内能碰到哪些机构的记录。 Which bodies' rows an endpoint may reach. */
public enum Scope {
    /** 只涉及已公开内容，无需登录 */
    PUBLIC,
    /** 登录即可，不涉及机构数据（本人设置等） */
    SELF,
    /** 本机构 */
    OWN_BODY,
    /** 本机构及下级 */
    SUBTREE,
    /** 全区 */
    DISTRICT
}
