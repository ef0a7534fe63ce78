package org.gongkai.request;

import java.time.Clock;
import java.util.Objects;
import org.gongkai.identity.Actor;
import org.gongkai.law.Basis;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 由一件申请另立的：一事一申请拆出来的各件，责令重新答复的又一轮。原来的那一件不动。
 *
 * <p>Cases that come out of a case: its parts, and a new round when a decision orders a new reply. Part of the act's transaction.
 */
@Component
class FurtherCases {

    private static final int MOST_PARTS = 50;

    private final RequestStore store;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FurtherCases(RequestStore store, Texts texts, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** 一事一申请：每一项另立一件，收到之日不变（A-111）。 Each part is a case of its own, received on the same day. */
    @Basis("FEE109-3")
    void divide(InformationRequest whole, Act act, Actor actor, ActContext context) {
        var parts = String.valueOf(act.what().words())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            throw new Refused(Refusal.of("request.splitParts", MOST_PARTS).rule("R-FEE-04"));
        }
        for (var part : parts) {
            var request = new InformationRequest(
                    whole.body,
                    whole.channel,
                    whole.arrivedOn,
                    context.moment(clock),
                    actor.account(),
                    whole.applicant,
                    new Wanted("", "", part, whole.wanted.form(), whole.wanted.route()));
            request.parent = whole.id;
            request.owner = whole.owner;
            var received = whole.receivedOn == null ? whole.arrivedOn : whole.receivedOn;
            request.perform(RequestAction.CONFIRM, received, Particulars.NONE, actor, context);
            store.add(request, null, null, context.today().getYear(), actor);
            events.publishEvent(RequestActed.of(request, "divided", "由拆分立案", received, "FEE109-3"));
        }
    }

    /**
     * 责令重新答复：另起一轮，期限自收到决定、判决之日起算；前一轮的经过、期限、逾期一概不动，年报里还是一件。
     *
     * <p>A new round with a clock of its own from the day the decision was received. The former round stays as it is, and the annual
     * report goes on counting one application.
     */
    @Basis({"REC-64", "LIT-70"})
    void rehandle(InformationRequest former, Act order, Actor actor, ActContext context) {
        long first = former.family();
        var rounds = store.rounds(first);
        var latest = rounds.getLast();
        if (latest.id != former.id) {
            throw new Refused(Refusal.of("request.rehandleLatest", latest.reference));
        }
        var round = new InformationRequest(
                former.body,
                former.channel,
                order.on(),
                context.moment(clock),
                actor.account(),
                former.applicant,
                former.wanted);
        round.roundOf = first;
        round.round = former.round + 1;
        round.reference = rounds.getFirst().reference + "-R" + round.round;
        round.owner = former.owner;
        var decision = kindOf(former, order);
        round.perform(RequestAction.RECEIVE_ORDER, order.on(), order.what().remedy(decision), Actor.SYSTEM, context);
        store.add(round, null, null, context.today().getYear(), actor);
        events.publishEvent(RequestActed.of(
                round,
                RequestAction.RECEIVE_ORDER.path(),
                texts.get(RequestWorkflow.TABLE.key("action", RequestAction.RECEIVE_ORDER)),
                order.on(),
                decision.orders()));
    }

    /** 那个案号登记的是复议还是诉讼。 */
    static RemedyKind kindOf(InformationRequest former, Act order) {
        return former.acts.stream()
                .filter(act -> act.action() == RequestAction.RECORD_REMEDY)
                .filter(act ->
                        Objects.equals(act.what().reference(), order.what().reference()))
                .map(act -> act.what().remedy())
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(RemedyKind.RECONSIDERATION);
    }

    /**
     * 重新答复不得以同一的事实和理由，与被撤销的答复相同；因违反法定程序撤销的除外，那就在答复里写明。
     *
     * <p>The new reply may not repeat the annulled one, kind, ground and words. Where only the procedure was at fault the reply says so,
     * and then the words are no longer the same.
     */
    @Basis({"REC-64", "LIT-71"})
    void mustNotRepeat(InformationRequest round, Particulars reply) {
        var former = store.rounds(round.family()).stream()
                .filter(each -> each.round == round.round - 1)
                .findFirst()
                .map(each -> store.read(each.id));
        boolean same = former.flatMap(each -> each.history().last(RequestAction.DRAFT_REPLY))
                .map(Act::what)
                .filter(what -> what.reply() == reply.reply() && what.ground() == reply.ground())
                .filter(what -> words(what).equals(words(reply)))
                .isPresent();
        if (same) {
            throw new Refused(Refusal.of("request.sameAsAnnulled", former.get().reference)
                    .basis(round.history()
                            .orderedBy()
                            .orElse(RemedyKind.RECONSIDERATION)
                            .forbidsTheSame()));
        }
    }

    private static String words(Particulars reply) {
        return SameText.of(String.valueOf(reply.words()));
    }
}
