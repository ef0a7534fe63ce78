package org.gongkai.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 每件事自己的规则：只补正一次、七个工作日之内、延期一次、征求完意见才能答复……
 *
 * <p>The named rules of each act. The state table says whether it is possible at all; this says whether it is lawful now.
 */
final class ActRules {

    private static final int LONGEST_EXTENSION = 20;

    /** Acts whose day is the day they are done; all others may be noted later. */
    private static final Set<RequestAction> TODAY = Set.of(
            RequestAction.ASSIGN,
            RequestAction.DRAFT_REPLY,
            RequestAction.APPROVE,
            RequestAction.CLEAR,
            RequestAction.RETURN,
            RequestAction.SIGN,
            RequestAction.CORRECT,
            RequestAction.EXPLAIN,
            RequestAction.WITHDRAW);

    private final InformationRequest request;
    private final ActContext context;
    private final RequestClock clock;
    private final RoundRules round;

    ActRules(InformationRequest request, ActContext context) {
        this.request = request;
        this.context = context;
        this.clock = request.clock(context.calendar());
        this.round = new RoundRules(request, clock);
    }

    void check(RequestAction action, LocalDate on, Particulars what, Actor actor) {
        mustBeAPossibleDay(action, on);
        round.check(action);
        switch (action) {
            case CONFIRM -> confirm(on);
            case ASK_CORRECTION -> askCorrection(on, what);
            case RECORD_CORRECTION, CORRECT -> mustSay(what);
            case ABANDON -> abandon(on);
            case RECORD_REASONS -> {
                mustSay(what);
                mustHave(what.sound(), "request.soundMissing");
            }
            case NOTICE_FEE -> noticeFee(on, what);
            case CONSULT -> {
                mustHave(what.consulted(), "request.consultedMissing");
                mustHave(what.party(), "request.partyMissing");
                mustSay(what);
            }
            case RECORD_DELIVERY -> mustAnswer(on, what, RequestAction.CONSULT, RequestAction.NOTICE_FEE);
            case RECORD_OPINION -> {
                mustAnswer(on, what, RequestAction.CONSULT);
                mustHave(what.opinion(), "request.opinionMissing");
            }
            case INFORM_THIRD_PARTY -> {
                mustAnswer(on, what, RequestAction.CONSULT);
                mustSay(what);
            }
            case EXTEND -> extend(on, what);
            case DEFER -> defer(on, what);
            case DRAFT_REPLY -> new ReplyRules(request, context).check(what);
            case APPROVE, CLEAR, SIGN -> mustNotBeDrafter(actor);
            case DISPATCH -> dispatch(what);
            case MERGE -> mustHave(what.related(), "request.relatedMissing");
            case RECORD_REMEDY -> {
                mustHave(what.remedy(), "request.remedyMissing");
                mustHave(what.result(), "request.resultMissing");
                mustHave(what.reference(), "request.referenceMissing");
            }
            case REHANDLE -> round.rehandle(what, on);
            case ASSIGN -> mustHave(what.party(), "request.ownerMissing");
            case ASK_REASONS, EXPLAIN, SPLIT, RECORD_SEARCH, CONFER, CONTACT, RETURN, RECORD_WITHDRAWAL ->
                mustSay(what);
            case CONFIRM_BY_SYSTEM,
                    RECEIVE_ORDER,
                    RECORD_PAYMENT,
                    RECORD_SERVICE,
                    WITHDRAW,
                    PROPOSE_DISCLOSURE,
                    ARCHIVE -> {}
        }
    }

    private void mustBeAPossibleDay(RequestAction action, LocalDate on) {
        if (on.isAfter(context.today())) {
            throw new Refused(Refusal.of("request.dayInFuture", on));
        }
        if (on.isBefore(request.arrivedOn)) {
            throw new Refused(Refusal.of("request.dayBeforeArrival", on, request.arrivedOn));
        }
        if (TODAY.contains(action) && !on.equals(context.today())) {
            throw new Refused(Refusal.of("request.dayNotToday", on));
        }
        earliest(action).filter(on::isBefore).ifPresent(day -> {
            throw new Refused(Refusal.of("request.dayBeforeReceipt", on, day));
        });
    }

    /** The act this one follows, or the receipt. */
    private Optional<LocalDate> earliest(RequestAction action) {
        var before =
                switch (action) {
                    case CORRECT, RECORD_CORRECTION -> RequestAction.ASK_CORRECTION;
                    case RECORD_PAYMENT -> RequestAction.NOTICE_FEE;
                    case EXPLAIN, RECORD_REASONS -> RequestAction.ASK_REASONS;
                    case DISPATCH -> RequestAction.SIGN;
                    case RECORD_SERVICE -> RequestAction.DISPATCH;
                    default -> null;
                };
        if (before != null) {
            return request.history().last(before).map(Act::on);
        }
        if (action == RequestAction.REHANDLE) {
            return Optional.ofNullable(request.endedOn);
        }
        return action == RequestAction.EXTEND ? clock.startedOn() : clock.receivedOn();
    }

    /** 不确认不能拖延（R-REQ-08g）。 */
    private void confirm(LocalDate on) {
        var latest = request.channel.confirmBy(request.arrivedOn, context.calendar());
        if (request.channel == FilingChannel.EMAIL && on.isAfter(latest)) {
            throw new Refused(Refusal.of("request.confirmedTooLate", latest)
                    .basis("OGI-31")
                    .rule("R-REQ-08g"));
        }
    }

    private void askCorrection(LocalDate on, Particulars what) {
        mustSay(what);
        if (request.history().has(RequestAction.ASK_CORRECTION)) {
            throw new Refused(Refusal.of("request.correctionOnce")
                    .basis(request.kind().basis("OGI-30"))
                    .rule("R-REQ-16"));
        }
        var latest = clock.askCorrectionBy().orElse(on);
        if (on.isAfter(latest)) {
            throw new Refused(Refusal.of("request.correctionTooLate", latest)
                    .basis(request.kind().basis("OGI-30"))
                    .rule("R-REQ-17"));
        }
        var until = what.until();
        if (until == null || !until.isAfter(on)) {
            throw new Refused(Refusal.of("request.correctionPeriod")
                    .basis(request.kind().basis("OGI-30"))
                    .rule("R-REQ-16"));
        }
        mustLieWithinReach(until, on);
    }

    private void abandon(LocalDate on) {
        var last = clock.applicantDue();
        if (last.isEmpty() || !on.isAfter(last.get())) {
            throw new Refused(Refusal.of(
                            "request.notAbandonedYet",
                            last.map(Object::toString).orElse("—"))
                    .basis(request.kind()
                            .basis(request.state == RequestState.AWAITING_CORRECTION ? "OGI-30" : "FEE109-6"))
                    .rule(request.state == RequestState.AWAITING_CORRECTION ? "R-REQ-16" : "R-FEE-08"));
        }
    }

    private void noticeFee(LocalDate on, Particulars what) {
        if (request.history().has(RequestAction.NOTICE_FEE)) {
            throw new Refused(Refusal.of("request.feeOnce").basis("FEE109-3").rule("R-FEE-02"));
        }
        if (what.fee() == null || what.count() == null) {
            throw new Refused(
                    Refusal.of("request.feeBasisMissing").basis("FEE109-3").rule("R-FEE-02"));
        }
        if (ProcessingFee.of(what.fee(), what.count()).isFree()) {
            throw new Refused(
                    Refusal.of("request.feeFree", what.count()).basis("OGI-42").rule("R-FEE-01"));
        }
        if (clock.due().filter(on::isAfter).isPresent()) {
            throw new Refused(Refusal.of("request.feeTooLate", clock.due().get())
                    .basis("FEE109-6")
                    .rule("R-FEE-07"));
        }
    }

    private void extend(LocalDate on, Particulars what) {
        mustSay(what);
        if (request.history().has(RequestAction.EXTEND)) {
            throw new Refused(
                    Refusal.of("request.extensionOnce").basis("OGI-33").rule("R-REQ-11"));
        }
        var days = what.days();
        if (days == null || days < 1 || days > LONGEST_EXTENSION) {
            throw new Refused(Refusal.of("request.extensionDays", LONGEST_EXTENSION)
                    .basis("OGI-33")
                    .rule("R-REQ-11"));
        }
        if (clock.dueWithoutExtension().filter(on::isAfter).isPresent()) {
            throw new Refused(Refusal.of(
                            "request.extensionTooLate",
                            clock.dueWithoutExtension().get())
                    .basis("OGI-33")
                    .rule("R-REQ-11"));
        }
    }

    private void defer(LocalDate on, Particulars what) {
        mustSay(what);
        boolean sound = request.history()
                .last(RequestAction.RECORD_REASONS)
                .map(act -> Boolean.TRUE.equals(act.what().sound()))
                .orElse(false);
        if (!sound) {
            throw new Refused(
                    Refusal.of("request.deferWithoutReasons").basis("OGI-35").rule("R-REQ-20"));
        }
        if (clock.due().filter(on::isAfter).isPresent()) {
            throw new Refused(Refusal.of("request.deferTooLate", clock.due().get())
                    .basis("OGI-35")
                    .rule("R-REQ-20"));
        }
        var until = what.until();
        if (until == null || clock.due().filter(due -> !until.isAfter(due)).isPresent()) {
            throw new Refused(Refusal.of("request.deferPeriod").basis("OGI-35").rule("R-REQ-20"));
        }
        mustLieWithinReach(until, context.today());
    }

    static void mustLieWithinReach(LocalDate until, LocalDate from) {
        if (until.isAfter(from.plusYears(2))) {
            throw new Refused(Refusal.of("request.periodTooLong", until));
        }
    }

    private static void dispatch(Particulars what) {
        mustHave(what.manner(), "request.mannerMissing");
        if (what.manner() == ServiceManner.POST && blank(what.reference())) {
            throw new Refused(
                    Refusal.of("request.postNumberMissing").basis("SRV235").rule("R-REQ-21"));
        }
    }

    private void mustAnswer(LocalDate on, Particulars what, RequestAction... letters) {
        var asked = request.acts.stream()
                .filter(act -> Integer.valueOf(act.number()).equals(what.letter()))
                .filter(act -> Set.of(letters).contains(act.action()))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.of("request.letterMissing")));
        if (on.isBefore(asked.on())) {
            throw new Refused(Refusal.of("request.answerBeforeLetter", on, asked.on()));
        }
    }

    private void mustNotBeDrafter(Actor actor) {
        if (actor.account().equals(request.drafter)) {
            throw new Refused(Refusal.of("request.fourEyes").basis("OGI-17").rule("R-SEC-01"));
        }
    }

    private static void mustSay(Particulars what) {
        if (blank(what.words())) {
            throw new Refused(Refusal.of("request.wordsMissing"));
        }
    }

    static void mustHave(@Nullable Object value, String key) {
        if (value == null || value instanceof String words && words.isBlank()) {
            throw new Refused(Refusal.of(key));
        }
    }

    static boolean blank(@Nullable String words) {
        return words == null || words.isBlank();
    }
}
