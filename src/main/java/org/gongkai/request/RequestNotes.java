package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.spi.WorklistNotes;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/** 待办上方的一行：在办几件申请，几件快到期，几件逾期。 How many applications are running, due soon and overdue. */
@Component
class RequestNotes implements WorklistNotes {

    private static final Set<Duty> WHO = Set.of(
            Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE, Duty.WINDOW, Duty.LEADER);

    private final Requests requests;
    private final Texts texts;
    private final Clock clock;

    RequestNotes(Requests requests, Texts texts, Clock clock) {
        this.requests = requests;
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
        return List.of(new Note(
                texts.get("request.note", count.running(), count.soon(), count.overdue()),
                texts.get("request.menu"),
                LocalDate.now(clock),
                "/desk/requests"));
    }
}
