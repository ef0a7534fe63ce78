package org.gongkai.request;

/** 救济途径，年报表四的三栏（R-ANN-24）。 The three blocks of table four. */
public enum RemedyKind {
    /** 行政复议 */
    RECONSIDERATION,
    /** 未经复议直接起诉 */
    DIRECT_LITIGATION,
    /** 复议后起诉 */
    LITIGATION_AFTER_RECONSIDERATION;

    /** 责令重新作出行政行为的，复议决定和判决各有依据。 The article under which a decision of this kind orders a new reply. */
    String orders() {
        return this == RECONSIDERATION ? "REC-64" : "LIT-70";
    }

    /** 不得以同一的事实和理由作出相同的行为，复议和诉讼各有依据。 */
    String forbidsTheSame() {
        return this == RECONSIDERATION ? "REC-64" : "LIT-71";
    }
}
