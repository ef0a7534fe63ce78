package org.gongkai.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请的经过：哪一种，怎样、何时到达，之后做过的行为，按办理的先后。期限只由它和工作日历推出。
 *
 * <p>How and when it came in and what was done since. With the calendar it is all the clock needs.
 */
record CaseHistory(CaseKind caseKind, FilingChannel channel, LocalDate arrivedOn, List<Act> acts) {

    private static final Set<RequestAction> ENDINGS = Set.of(
            RequestAction.DISPATCH,
            RequestAction.ABANDON,
            RequestAction.WITHDRAW,
            RequestAction.RECORD_WITHDRAWAL,
            RequestAction.MERGE,
            RequestAction.SPLIT);

    public CaseHistory {
        acts = List.copyOf(acts);
    }

    /** 收到申请之日；还没有确认的为空。 */
    public @Nullable LocalDate receivedOn() {
        var confirmed = last(RequestAction.CONFIRM, RequestAction.CONFIRM_BY_SYSTEM, RequestAction.RECEIVE_ORDER);
        return channel.receivedOn(arrivedOn, confirmed.map(Act::on).orElse(null));
    }

    /** 办结之日：答复交邮、送达，或者终止。 The day it ended; for a reply the day it was handed to the post. */
    public @Nullable LocalDate endedOn() {
        return acts.stream()
                .filter(act -> ENDINGS.contains(act.action()))
                .map(Act::on)
                .findFirst()
                .orElse(null);
    }

    /** 最后一次这样的行为。 */
    public Optional<Act> last(RequestAction... actions) {
        var wanted = Set.of(actions);
        return acts.reversed().stream()
                .filter(act -> wanted.contains(act.action()))
                .findFirst();
    }

    public boolean has(RequestAction... actions) {
        return last(actions).isPresent();
    }

    /** 全部征求意见，连同送到和答复。 */
    public List<Consultation> consultations() {
        var found = new ArrayList<Consultation>();
        for (var act : acts) {
            var party = act.what().consulted();
            if (act.action() == RequestAction.CONSULT && party != null) {
                var answer = about(RequestAction.RECORD_OPINION, act.number());
                found.add(new Consultation(
                        act.number(),
                        party,
                        act.on(),
                        about(RequestAction.RECORD_DELIVERY, act.number())
                                .map(Act::on)
                                .orElse(null),
                        answer.map(Act::on).orElse(null),
                        answer.map(each -> each.what().opinion()).orElse(null)));
            }
        }
        return found;
    }

    /**
     * 结果纠正、还没有另起一轮的各份决定，按登记的先后；一个案号以最后登记的结果为准。
     *
     * <p>The decisions that quashed a reply and have not been carried out yet, one entry for each case number.
     */
    public List<Act> openOrders() {
        Map<String, Act> decided = new LinkedHashMap<>();
        acts.stream()
                .filter(act -> act.action() == RequestAction.RECORD_REMEDY)
                .forEach(act -> decided.put(String.valueOf(act.what().reference()), act));
        acts.stream()
                .filter(act -> act.action() == RequestAction.REHANDLE)
                .forEach(act -> decided.remove(String.valueOf(act.what().reference())));
        return decided.values().stream()
                .filter(act -> act.what().result() == RemedyResult.CORRECTED)
                .toList();
    }

    /** 这一轮奉的是复议决定还是判决；不是重新办理的为空。 What kind of decision ordered this round. */
    public Optional<RemedyKind> orderedBy() {
        return last(RequestAction.RECEIVE_ORDER)
                .map(order -> Objects.requireNonNullElse(order.what().remedy(), RemedyKind.RECONSIDERATION));
    }

    /** 针对某一份函件的最后一次行为：送到、答复。 */
    public Optional<Act> about(RequestAction action, int letter) {
        return acts.reversed().stream()
                .filter(act -> act.action() == action
                        && Integer.valueOf(letter).equals(act.what().letter()))
                .findFirst();
    }
}
