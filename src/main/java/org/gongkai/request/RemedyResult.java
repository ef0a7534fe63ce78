package org.gongkai.request;

/** 复议、诉讼结果，年报表四的四列（R-ANN-24）。 The columns of table four. */
public enum RemedyResult {
    /** 结果维持 */
    UPHELD,
    /** 结果纠正 */
    CORRECTED,
    /** 其他结果 */
    OTHER,
    /** 尚未审结 */
    PENDING
}
