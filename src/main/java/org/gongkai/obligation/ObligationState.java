package org.gongkai.obligation;

/** 状态；按时还是迟延由履行日和最后一日推出，逾期从来不存。 Being late or overdue is derived, never stored. */
public enum ObligationState {
    /** 待公开 */
    OPEN,
    /** 已公开 */
    MET,
    /** 已说明理由 */
    EXCUSED,
    /** 目录不再要求 */
    VOID
}
