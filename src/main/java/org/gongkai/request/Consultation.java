package org.gongkai.request;

import java.time.LocalDate;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.law.Basis;
import org.jspecify.annotations.Nullable;

/**
 * 一次征求意见：发函次日起至收到答复当日，或者至答复期满，不计入答复期限（R-REQ-12、R-REQ-15）。
 *
 * <p>One letter. The days after sending, up to the answer or to the end of the fifteen working days, are not counted.
 *
 * @param number the act that sent it
 * @param deliveredOn 对方收到之日，还不知道时按发出之日推算
 * @param answeredOn 收到答复之日
 */
@Basis({"OGI-32", "OGI-33", "OGI-34"})
public record Consultation(
        int number,
        ConsultedParty party,
        LocalDate sentOn,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate answeredOn,
        @Nullable Opinion opinion) {

    /** 结果。 */
    public enum Outcome {
        /** 还在等 */
        PENDING,
        CONSENTED,
        REFUSED_REASONABLY,
        REFUSED_UNREASONABLY,
        /** 第三方逾期不答复：机关依照条例决定 */
        SILENT_BODY_DECIDES,
        /** 共同制作机关逾期不答复：视为同意 */
        SILENT_DEEMED_CONSENT
    }

    /** 对方最迟哪一天答复。 */
    public LocalDate answerBy(WorkingCalendar calendar) {
        return Deadline.of(deliveredOn == null ? sentOn : deliveredOn, party.limit(), calendar)
                .due();
    }

    /** 扣除到哪一天为止。 The last day that is not counted. */
    public LocalDate endsOn(WorkingCalendar calendar) {
        var last = answerBy(calendar);
        return answeredOn == null || answeredOn.isAfter(last) ? last : answeredOn;
    }

    Deadline.Pause pause(WorkingCalendar calendar) {
        return new Deadline.Pause(sentOn, endsOn(calendar));
    }

    /** 到这一天为止的结果；期满之后才收到的答复，机关仍可以参考。 */
    public Outcome outcome(WorkingCalendar calendar, LocalDate today) {
        if (opinion != null) {
            return switch (opinion) {
                case CONSENT -> Outcome.CONSENTED;
                case REFUSED_REASONABLY -> Outcome.REFUSED_REASONABLY;
                case REFUSED_UNREASONABLY -> Outcome.REFUSED_UNREASONABLY;
            };
        }
        if (!today.isAfter(answerBy(calendar))) {
            return Outcome.PENDING;
        }
        return party == ConsultedParty.THIRD_PARTY ? Outcome.SILENT_BODY_DECIDES : Outcome.SILENT_DEEMED_CONSENT;
    }
}
