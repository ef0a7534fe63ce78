package org.gongkai.request;

import java.time.LocalDate;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.law.Basis;
import org.jspecify.annotations.Nullable;

/**
 * 申请的提出方式；收到申请之日随方式而定（R-REQ-08a…g）。
 *
 * <p>How an application came in. The day of receipt is the day it arrived, or the day both sides confirmed.
 */
@Basis("OGI-31")
public enum FilingChannel {
    /** 互联网渠道：双方确认之日；机关最迟次一工作日确认，不确认的由系统确认（R-REQ-08d、g） */
    ONLINE(Receipt.CONFIRMED, Within.NEXT_WORKING_DAY, false),
    /** 电子邮件：同互联网渠道（R-REQ-08g） */
    EMAIL(Receipt.CONFIRMED, Within.NEXT_WORKING_DAY, true),
    /** 传真：双方确认之日（R-REQ-08e） */
    FAX(Receipt.CONFIRMED, Within.NEXT_WORKING_DAY, true),
    /** 当面提交：提交之日（R-REQ-08a） */
    COUNTER(Receipt.ARRIVED, Within.SAME_DAY, true),
    /** 口头申请，由受理人代为填写：提出之日（R-REQ-03） */
    ORAL(Receipt.ARRIVED, Within.SAME_DAY, true),
    /** 需要签收的邮寄：机关签收之日，收发室签收也算（R-REQ-08b） */
    SIGNED_POST(Receipt.ARRIVED, Within.SAME_DAY, true),
    /** 平常信函：公开工作机构收到当日与申请人确认，确认之日（R-REQ-08c） */
    ORDINARY_POST(Receipt.CONFIRMED, Within.SAME_DAY, true),
    /** 寄给本机关其他部门或个人的信函：与申请人确认之日（R-REQ-08f） */
    MISADDRESSED_POST(Receipt.CONFIRMED, Within.SAME_DAY, true);

    private enum Receipt {
        ARRIVED,
        CONFIRMED
    }

    private enum Within {
        SAME_DAY,
        NEXT_WORKING_DAY
    }

    private final Receipt receipt;
    private final Within within;
    private final boolean entered;

    FilingChannel(Receipt receipt, Within within, boolean entered) {
        this.receipt = receipt;
        this.within = within;
        this.entered = entered;
    }

    /**
     * 收到申请之日；还没有确认的为空。
     *
     * @param arrivedOn 提交、递交、签收或者到达之日
     * @param confirmedOn 双方确认之日，不看确认的方式不用它
     */
    public @Nullable LocalDate receivedOn(LocalDate arrivedOn, @Nullable LocalDate confirmedOn) {
        return receipt == Receipt.ARRIVED ? arrivedOn : confirmedOn;
    }

    /** 收到之日要靠双方确认。 */
    public boolean needsConfirmation() {
        return receipt == Receipt.CONFIRMED;
    }

    /** 机关最迟哪一天确认。 The day by which the body confirms. */
    public LocalDate confirmBy(LocalDate arrivedOn, WorkingCalendar calendar) {
        return within == Within.SAME_DAY ? arrivedOn : calendar.plusWorkingDays(arrivedOn, 1);
    }

    /** 由窗口或者联络员录入平台的；录入有 2 个工作日的时限，期限不等录入（R-REQ-07）。 */
    public boolean isEntered() {
        return entered;
    }

    /** 到期不确认，由系统确认：只有网上提交的，系统知道申请人已经确认。 */
    public boolean confirmsItself() {
        return this == ONLINE;
    }
}
