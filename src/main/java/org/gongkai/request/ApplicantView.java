package org.gongkai.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 申请人看到的：办到哪一步、逐日的期限、该他做什么、收到的文书、救济。没有承办人，没有第三方。
 *
 * <p>What an applicant sees: the same days as the handler, what is asked of him, his letters. Not who handles it, nor third parties.
 *
 * @param days 逐日账，与承办人看的相同
 * @param asked 要求补正、说明理由的内容；没有时为空
 * @param possible 此刻能做的事
 * @param parts 拆分出来的各件
 */
public record ApplicantView(
        long id,
        String reference,
        String body,
        RequestState state,
        FilingChannel channel,
        CaseKind caseKind,
        String headline,
        LocalDate arrivedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable Integer remaining,
        boolean late,
        boolean provisional,
        RequestClock.Standing standing,
        @Nullable LocalDate applicantDue,
        @Nullable String asked,
        @Nullable ProcessingFee fee,
        @Nullable ReplyKind reply,
        @Nullable LocalDate endedOn,
        List<Step> steps,
        List<ClockDay> days,
        List<RequestAction> possible,
        List<Paper> papers,
        List<Part> parts) {

    /** 他能看到的一步。 */
    public record Step(LocalDate on, RequestAction action) {}

    /** 拆分出来的一件。 */
    public record Part(String reference, RequestState state) {
        static Part of(String reference, RequestState state) {
            return new Part(reference, state);
        }
    }

    /** Steps inside the body are not shown until the reply is. */
    private static final Set<RequestAction> INTERNAL = Set.of(
            RequestAction.RECORD_SEARCH,
            RequestAction.RECORD_DELIVERY,
            RequestAction.CONFER,
            RequestAction.INFORM_THIRD_PARTY,
            RequestAction.DRAFT_REPLY,
            RequestAction.APPROVE,
            RequestAction.CLEAR,
            RequestAction.RETURN,
            RequestAction.PROPOSE_DISCLOSURE);

    static ApplicantView of(RequestView view, RequestClock clock, List<Paper> papers, List<Part> parts) {
        var history = view.history();
        return new ApplicantView(
                view.id(),
                view.reference(),
                view.body(),
                view.state(),
                view.channel(),
                view.caseKind(),
                view.wanted().headline(),
                view.arrivedOn(),
                view.receivedOn(),
                view.dueOn(),
                view.remaining(),
                view.late(),
                view.provisional(),
                view.standing(),
                view.applicantDue(),
                asked(view, history),
                fee(view, history),
                view.endedOn() == null ? null : view.reply(),
                view.endedOn(),
                view.acts().stream()
                        .filter(act -> !INTERNAL.contains(act.action()))
                        .map(act -> new Step(act.on(), act.action()))
                        .toList(),
                clock.days(),
                ApplicantDesk.possible(view.caseKind(), view.state()),
                letters(view, papers),
                parts);
    }

    /** 答复书送达之后才看得到。 The reply is shown once it is served. */
    private static List<Paper> letters(RequestView view, List<Paper> papers) {
        var unserved = view.endedOn() != null
                ? Set.<Integer>of()
                : view.acts().stream()
                        .filter(act -> act.action() == RequestAction.SIGN)
                        .map(Act::number)
                        .collect(java.util.stream.Collectors.toSet());
        boolean served = view.acts().stream().anyMatch(act -> act.action() == RequestAction.DISPATCH);
        return papers.stream()
                .filter(Paper::toApplicant)
                .filter(paper -> paper.act() == null || !unserved.contains(paper.act()))
                .filter(paper -> !paper.isSupplied() || served)
                .toList();
    }

    private static @Nullable String asked(RequestView view, CaseHistory history) {
        return switch (view.state()) {
            case AWAITING_CORRECTION -> words(history, RequestAction.ASK_CORRECTION);
            case AWAITING_REASONS -> words(history, RequestAction.ASK_REASONS);
            default -> null;
        };
    }

    private static @Nullable String words(CaseHistory history, RequestAction action) {
        return history.last(action).map(act -> act.what().words()).orElse(null);
    }

    private static @Nullable ProcessingFee fee(RequestView view, CaseHistory history) {
        if (view.state() != RequestState.AWAITING_PAYMENT) {
            return null;
        }
        return history.last(RequestAction.NOTICE_FEE)
                .map(act -> act.what().processingFee())
                .orElse(null);
    }

    @Override
    public String toString() {
        return "ApplicantView[" + reference + ", " + state + "]";
    }
}
