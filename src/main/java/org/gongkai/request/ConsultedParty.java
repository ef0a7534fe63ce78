package org.gongkai.request;

import org.gongkai.deadline.StatutoryLimits;
import org.gongkai.deadline.TimeLimit;

/** 向谁征求意见；不答复的后果相反（R-REQ-13、R-REQ-14）。 Whom one consults; silence means opposite things. */
public enum ConsultedParty {
    /** 权益可能受损的第三方：逾期不答复，由机关依照条例决定 */
    THIRD_PARTY(StatutoryLimits.THIRD_PARTY_OPINION),
    /** 共同制作信息的其他机关：逾期不答复，视为同意公开 */
    CO_MAKER(StatutoryLimits.CO_PRODUCER_OPINION);

    private final TimeLimit.WorkingDays limit;

    ConsultedParty(TimeLimit.WorkingDays limit) {
        this.limit = limit;
    }

    /** 自收到征求意见书之日起多少个工作日内答复。 */
    public TimeLimit.WorkingDays limit() {
        return limit;
    }
}
