package org.gongkai.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.identity.Actor;
import org.gongkai.law.Term;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.gongkai.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请（公开或者更正政府信息），连同它的全部经过。
 *
 * <p>The aggregate: what was asked, by whom, and every act since. State and dates follow from the acts.
 */
@Term("申请")
final class InformationRequest {

    long id;
    int version;
    final String body;
    String reference = "";
    RequestState state = RequestState.FILED;
    final FilingChannel channel;
    final LocalDate arrivedOn;
    final Instant filedAt;
    final String filedBy;
    final Applicant applicant;
    final Wanted wanted;
    byte[] applicantHash = new byte[0];
    final List<Act> acts = new ArrayList<>();
    /** How many of the acts are stored already. */
    int stored;

    @Nullable
    String owner;

    @Nullable
    Long parent;

    /** The first round, when this is a later one. */
    @Nullable
    Long roundOf;

    int round = 1;

    @Nullable
    Long related;

    @Nullable
    LocalDate receivedOn;

    @Nullable
    LocalDate dueOn;

    @Nullable
    LocalDate endedOn;

    boolean late;

    @Nullable
    ReplyKind reply;

    @Nullable
    NonDisclosureGround ground;

    @Nullable
    String drafter;

    @Nullable
    Long disclosure;

    InformationRequest(
            String body,
            FilingChannel channel,
            LocalDate arrivedOn,
            Instant filedAt,
            String filedBy,
            Applicant applicant,
            Wanted wanted) {
        this.body = body;
        this.channel = channel;
        this.arrivedOn = arrivedOn;
        this.filedAt = filedAt;
        this.filedBy = filedBy;
        this.applicant = applicant;
        this.wanted = wanted;
    }

    /** 申请公开，还是申请更正。 */
    CaseKind kind() {
        return wanted.caseKind();
    }

    /** 这一种申请的流程表。 */
    Workflow<RequestState, RequestAction> workflow() {
        return RequestWorkflow.of(kind());
    }

    /** 第一轮的编号：同一件申请的各轮是一家。 The rounds of one application share it. */
    long family() {
        return roundOf == null ? id : roundOf;
    }

    CaseHistory history() {
        return new CaseHistory(kind(), channel, arrivedOn, acts);
    }

    RequestClock clock(WorkingCalendar calendar) {
        return RequestClock.of(history(), calendar);
    }

    /**
     * 做一件事：先问流程表，再问规则，然后记下来。
     *
     * @param on 法律上的日子
     */
    Act perform(RequestAction action, LocalDate on, Particulars what, Actor actor, ActContext context) {
        var from = state;
        var to = workflow().next(from, action, action.isByApplicant() ? asApplicant(actor) : actor);
        new ActRules(this, context).check(action, on, what, actor);
        var act = new Act(acts.size() + 1, action, on, what);
        acts.add(act);
        state = to;
        apply(act, from, actor);
        reckon(context.calendar());
        return act;
    }

    /** 只有凭查询码进来的人才是申请人。 In the table an applicant's act is nobody's duty. */
    private static Actor asApplicant(Actor actor) {
        return actor.account().equals(Applicants.ACCOUNT) ? Actor.SYSTEM : actor;
    }

    private void apply(Act act, RequestState from, Actor actor) {
        switch (act.action()) {
            case CONFIRM -> owner = owner == null ? actor.account() : owner;
            case ASSIGN -> owner = act.what().party();
            case DRAFT_REPLY -> {
                reply = act.what().reply();
                ground = act.what().ground();
                related = act.what().related();
                drafter = actor.account();
            }
            case ABANDON ->
                reply = from == RequestState.AWAITING_CORRECTION ? ReplyKind.NOT_CORRECTED : ReplyKind.NOT_PAID;
            case WITHDRAW, RECORD_WITHDRAWAL -> reply = ReplyKind.OTHER;
            case MERGE -> {
                reply = ReplyKind.OTHER;
                related = act.what().related();
            }
            default -> {}
        }
    }

    /** 由经过推出收到之日、最后一日、办结之日、是否逾期。 */
    void reckon(WorkingCalendar calendar) {
        var clock = clock(calendar);
        receivedOn = history().receivedOn();
        endedOn = history().endedOn();
        dueOn = clock.due().orElse(null);
        late = endedOn != null && clock.isLate(endedOn);
    }

    /** 年报表三的行；没有办结、拆分了的没有，申请更正的不计。 */
    @Nullable
    String annualRow() {
        boolean counts = kind() == CaseKind.DISCLOSURE && endedOn != null && state != RequestState.DIVIDED;
        return !counts || reply == null ? null : reply.annualRow(ground);
    }

    void mustBeAt(@Nullable Integer seen) {
        if (seen != null && seen != version) {
            throw new Refused(Refusal.of("request.changedMeanwhile"));
        }
    }
}
