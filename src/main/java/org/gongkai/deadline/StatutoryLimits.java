package org.gongkai.deadline;

import java.time.Month;

/** 全国性的法定时限，一行一条，前面是条款。 The national limits, one line each with its article. */
public final class StatutoryLimits {

    /** 主动公开（R-ACT-01）：自形成或者变更之日起 */
    public static final TimeLimit.WorkingDays DISCLOSE =
            TimeLimit.workingDays(20).under("OGI-26");
    /** 一次性补正通知（R-REQ-16）：自收到申请之日起 */
    public static final TimeLimit.WorkingDays ASK_FOR_CORRECTION =
            TimeLimit.workingDays(7).under("OGI-30");
    /** 答复申请（R-REQ-10）：自收到申请之日起 */
    public static final TimeLimit.WorkingDays REPLY = TimeLimit.workingDays(20).under("OGI-33");
    /** 延长答复的最长期限（R-REQ-11） */
    public static final TimeLimit.WorkingDays EXTENSION =
            TimeLimit.workingDays(20).under("OGI-33");
    /** 第三方回复意见（R-REQ-13）：自收到征求意见书之日起 */
    public static final TimeLimit.WorkingDays THIRD_PARTY_OPINION =
            TimeLimit.workingDays(15).under("OGI-32");
    /** 共同制作机关回复意见（R-REQ-14）：自收到征求意见书之日起 */
    public static final TimeLimit.WorkingDays CO_PRODUCER_OPINION =
            TimeLimit.workingDays(15).under("OGI-34");
    /** 部门年度报告（R-ANN-05） */
    public static final TimeLimit.OnOrBefore DEPARTMENT_REPORT =
            TimeLimit.onOrBefore(Month.JANUARY, 31).under("OGI-49");
    /** 政府年度报告（R-ANN-05） */
    public static final TimeLimit.OnOrBefore GOVERNMENT_REPORT =
            TimeLimit.onOrBefore(Month.MARCH, 31).under("OGI-49");
    /** 预算、决算公开（R-ACT-07）：自批准、批复之日起，自然日 */
    public static final TimeLimit.CalendarDays BUDGET =
            TimeLimit.calendarDays(20).under("BUD-14");
    /** 处罚决定被变更、撤销后撤回信息（R-ACT-08） */
    public static final TimeLimit.WorkingDays WITHDRAW_PENALTY =
            TimeLimit.workingDays(3).under("PEN-48");

    private StatutoryLimits() {}
}
