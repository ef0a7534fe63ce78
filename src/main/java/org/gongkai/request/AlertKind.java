package org.gongkai.request;

/** 预警和逾期的种类。 What the watch notices. */
public enum AlertKind {
    /** 还剩五个工作日 */
    FIVE_LEFT("还剩五个工作日"),
    /** 还剩两个工作日 */
    TWO_LEFT("还剩两个工作日"),
    /** 已经逾期 */
    OVERDUE("已经逾期"),
    /** 到期没有确认收到 */
    NOT_CONFIRMED("没有按时确认收到"),
    /** 超过两个工作日才录入（R-REQ-07） */
    ENTERED_LATE("录入超过两个工作日"),
    /** 没有承办人，或者承办人已不在岗 */
    ORPHAN("无人承办"),
    /** 告知补正的期限还剩两个工作日（R-REQ-17） */
    CORRECTION_TWO_LEFT("告知补正还剩两个工作日"),
    /** 告知补正的期限今天到 */
    CORRECTION_TODAY("告知补正今天到期");

    private final String words;

    AlertKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
