package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.spi.WorklistNotes;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/** 待办上方：在办几件申请，几件快到期，几件逾期；等本人决定的各一行。 How many are running, and each that waits for a decision. */
@Component
class RequestNotes implements WorklistNotes {

    private static final Set<Duty> WHO = Set.of(
            Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE, Duty.WINDOW, Duty.LEADER);

    private final Requests requests;
    private final CasesToDecide toDecide;
    private final Texts texts;
    private final Clock clock;

    RequestNotes(Requests requests, CasesToDecide toDecide, Texts texts, Clock clock) {
        this.requests = requests;
        this.toDecide = toDecide;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Note> of(Actor actor) {
        if (WHO.stream().noneMatch(actor::has)) {
            return List.of();
        }
        var count = requests.count();
        if (count.running() == 0) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var from = texts.get("request.menu");
        var all = new Note(
                texts.get("request.note", count.running(), count.soon(), count.overdue()),
                from,
                today,
                "/desk/requests");
        return Stream.concat(
                        Stream.of(all),
                        toDecide.of(actor).stream()
                                .map(each -> new Note(each.text() + "　" + each.state(), from, today, each.url())))
                .toList();
    }
}
