package org.gongkai.request;

/** 信息处理费的计收方式，一件申请二选一（R-FEE-02）。 One of two, never both for one application. */
public enum FeeBasis {
    /** 按件：同一申请人一个自然月累计 */
    ITEMS,
    /** 按量：单件申请的页数，A4 及以下一面为一页 */
    PAGES
}
