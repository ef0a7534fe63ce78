package org.gongkai.request;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 责令重新答复的规则：一份结果纠正的决定起一轮，这一轮的期限听决定的，整件答复。
 *
 * <p>When a decision opens a new round and what that round may not do.
 */
final class RoundRules {

    private static final int LONGEST_ORDER = 120;

    private static final Set<RequestAction> MOVES_THE_PERIOD =
            Set.of(RequestAction.ASK_CORRECTION, RequestAction.NOTICE_FEE, RequestAction.EXTEND, RequestAction.DEFER);

    /** Acts that would make another case of it. */
    private static final Set<RequestAction> WHOLE = Set.of(RequestAction.SPLIT, RequestAction.MERGE);

    private final InformationRequest request;
    private final RequestClock clock;

    RoundRules(InformationRequest request, RequestClock clock) {
        this.request = request;
        this.clock = clock;
    }

    /** 这一轮里哪些事不能做；不是重新办理的不问。 */
    void check(RequestAction action) {
        mustLeaveTheOrderedPeriod(action);
        mustLeaveTheRoundWhole(action);
    }

    /** 决定书定的期限，机关自己不能延长、停下。 */
    private void mustLeaveTheOrderedPeriod(RequestAction action) {
        if (clock.isOrdered() && MOVES_THE_PERIOD.contains(action)) {
            throw new Refused(Refusal.of(
                            "request.orderedPeriod",
                            clock.due().map(Object::toString).orElse("—"))
                    .basis(orderBasis()));
        }
    }

    /** 责令重新答复的是这一件：拆开、并到别件里，就没有重新答复。 */
    private void mustLeaveTheRoundWhole(RequestAction action) {
        if (request.roundOf != null && WHOLE.contains(action)) {
            throw new Refused(
                    Refusal.of("request.roundStaysWhole", request.reference).basis(orderBasis()));
        }
    }

    /** 这一轮奉的是复议决定还是判决，依据不同。 */
    private String orderBasis() {
        return request.history().orderedBy().orElse(RemedyKind.RECONSIDERATION).orders();
    }

    /** 结果纠正的那一次复议、诉讼，每份决定只起一轮。 */
    void rehandle(Particulars what, LocalDate on) {
        ActRules.mustHave(what.reference(), "request.referenceMissing");
        var reference = String.valueOf(what.reference());
        var order = request.history().openOrders().stream()
                .filter(act -> reference.equals(act.what().reference()))
                .findFirst()
                .orElseThrow(() -> new Refused(noOpenOrder(reference)));
        var days = what.days();
        var until = what.until();
        if (days != null && (until != null || days < 1 || days > LONGEST_ORDER)
                || until != null && !until.isAfter(on)) {
            throw new Refused(Refusal.of("request.orderPeriod", LONGEST_ORDER).basis(basisOf(order)));
        }
        if (until != null) {
            ActRules.mustLieWithinReach(until, on);
        }
    }

    /** 没有登记结果纠正的，和已经另起过一轮的，说法不同。 */
    private Refusal noOpenOrder(String reference) {
        boolean done = request.acts.stream()
                .anyMatch(act -> act.action() == RequestAction.REHANDLE
                        && reference.equals(act.what().reference()));
        return done
                ? Refusal.of("request.rehandledAlready", reference)
                : Refusal.of("request.remedyNotCorrected", reference).basis("REC-64");
    }

    private static String basisOf(Act decision) {
        return Objects.requireNonNullElse(decision.what().remedy(), RemedyKind.RECONSIDERATION)
                .orders();
    }
}
