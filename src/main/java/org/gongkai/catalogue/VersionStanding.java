package org.gongkai.catalogue;

/** 一版目录今天处在什么地位；由状态和生效日算出，不存。 Where a version stands today, computed from its state and day. */
public enum VersionStanding {
    /** 草案 */
    DRAFT,
    /** 已审核，等待审定 */
    REVIEWED,
    /** 已审定，还没到生效日 */
    UPCOMING,
    /** 现行 */
    IN_FORCE,
    /** 已失效 */
    ENDED
}
