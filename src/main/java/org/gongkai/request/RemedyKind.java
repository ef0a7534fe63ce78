package org.gongkai.request;

/** 救济途径，年报表四的三栏（R-ANN-24）。 The three blocks of table four. */
public enum RemedyKind {
    /** 行政复议 */
    RECONSIDERATION,
    /** 未经复议直接起诉 */
    DIRECT_LITIGATION,
    /** 复议后起诉 */
    LITIGATION_AFTER_RECONSIDERATION
}
