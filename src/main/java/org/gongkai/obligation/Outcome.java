package org.gongkai.obligation;

/**
 * 一条公开义务的结局：恰好是其中一种；按时还是迟延由履行日和最后一日推出。
 *
 * <p>What has become of an obligation, exactly one of these; on time or late follows from the days. The names are those of the API.
 */
public enum Outcome {
    /** 待公开 */
    OPEN,
    /** 按时公开；推不出最后一日而公开了的也在内 */
    MET_ON_TIME,
    /** 逾期公开 */
    MET_LATE,
    /** 已说明理由 */
    EXCUSED,
    /** 目录不再要求 */
    VOID
}
