package org.gongkai.request.web;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.request.Applicant;
import org.gongkai.request.ApplicantView;
import org.gongkai.request.ClockDay;
import org.gongkai.request.RequestClock;
import org.gongkai.request.RequestView;
import org.gongkai.request.Wanted;
import org.jspecify.annotations.Nullable;

/** 接口给出的几种样子。 */
final class RequestPayload {

    private RequestPayload() {}

    /** 一件，给办理的人。 */
    record Case(
            long id,
            int version,
            String reference,
            String body,
            String state,
            String channel,
            LocalDate arrivedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate endedOn,
            @Nullable Integer remaining,
            boolean late,
            boolean provisional,
            String standing,
            @Nullable LocalDate applicantDueOn,
            @Nullable String owner,
            @Nullable String reply,
            @Nullable String ground,
            @Nullable String annualRow,
            @Nullable Long parent,
            @Nullable Long roundOf,
            Applicant applicant,
            Wanted wanted) {

        static Case of(RequestView view, boolean personal) {
            var reply = view.reply();
            return new Case(
                    view.id(),
                    view.version(),
                    view.reference(),
                    view.body(),
                    view.state().name(),
                    view.channel().name(),
                    view.arrivedOn(),
                    view.receivedOn(),
                    view.dueOn(),
                    view.endedOn(),
                    view.remaining(),
                    view.late(),
                    view.provisional(),
                    view.standing().name(),
                    view.applicantDue(),
                    view.owner(),
                    reply == null ? null : reply.name(),
                    view.ground() == null ? null : view.ground().name(),
                    view.annualRow(),
                    view.parent(),
                    view.roundOf(),
                    personal ? view.applicant() : view.applicant().masked(),
                    personal ? view.wanted() : view.wanted().masked());
        }
    }

    /**
     * 期限和逐日账。
     *
     * @param statutory 期限是法律定的；更正申请没有法定期限，按本平台的默认
     * @param rule 期限的规则编号
     */
    record Clock(
            long id,
            String reference,
            String standing,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate dueOn,
            boolean statutory,
            String rule,
            @Nullable LocalDate dueWithoutExtensionOn,
            @Nullable LocalDate applicantDueOn,
            @Nullable LocalDate askCorrectionBy,
            LocalDate enterBy,
            @Nullable Integer remaining,
            int extension,
            boolean late,
            boolean provisional,
            List<Pause> pauses,
            List<ClockDay> days) {

        static Clock of(RequestView view, RequestClock clock, List<Pause> pauses) {
            return new Clock(
                    view.id(),
                    view.reference(),
                    clock.standing().name(),
                    clock.receivedOn().orElse(null),
                    clock.startedOn().orElse(null),
                    clock.due().orElse(null),
                    view.caseKind().isStatutory(),
                    view.caseKind().rule(),
                    clock.dueWithoutExtension().orElse(null),
                    clock.applicantDue().orElse(null),
                    clock.askCorrectionBy().orElse(null),
                    clock.enterBy(),
                    view.remaining(),
                    clock.extension(),
                    view.late(),
                    clock.isProvisional(),
                    pauses,
                    clock.days());
        }
    }

    /** 一段扣除：一份征求意见书。 */
    record Pause(
            int letter,
            String party,
            LocalDate sentOn,
            @Nullable LocalDate deliveredOn,
            @Nullable LocalDate answeredOn,
            LocalDate answerBy,
            LocalDate notCountedUntil,
            String outcome) {}

    /** 一件，给申请人。 */
    record Seen(
            String reference,
            String caseKind,
            String body,
            String state,
            String words,
            LocalDate arrivedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            @Nullable Integer remaining,
            boolean late,
            boolean provisional,
            boolean statutory,
            String standing,
            @Nullable LocalDate applicantDueOn,
            @Nullable String asked,
            @Nullable Long feeYuan,
            @Nullable String reply,
            @Nullable LocalDate endedOn,
            List<ApplicantView.Step> steps,
            List<ClockDay> days,
            List<String> possible,
            List<Letter> letters,
            List<ApplicantView.Part> parts) {

        static Seen of(ApplicantView view, String words) {
            var fee = view.fee();
            return new Seen(
                    view.reference(),
                    view.caseKind().name(),
                    view.body(),
                    view.state().name(),
                    words,
                    view.arrivedOn(),
                    view.receivedOn(),
                    view.dueOn(),
                    view.remaining(),
                    view.late(),
                    view.provisional(),
                    view.caseKind().isStatutory(),
                    view.standing().name(),
                    view.applicantDue(),
                    view.asked(),
                    fee == null ? null : fee.yuan(),
                    view.reply() == null ? null : view.reply().name(),
                    view.endedOn(),
                    view.steps(),
                    view.days(),
                    view.possible().stream().map(action -> action.path()).toList(),
                    view.papers().stream()
                            .map(paper -> new Letter(paper.id(), paper.number(), paper.name(), paper.mediaType()))
                            .toList(),
                    view.parts());
        }
    }

    /** 可以下载的一份文书。 */
    record Letter(long id, String number, String name, String mediaType) {}
}
