package org.gongkai.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.spi.WorklistNotes;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** 近十四天的催办，显示在被催办机构的待办上。 */
@Component
class ReminderNotes implements WorklistNotes {

    private static final int DAYS = 14;

    private final SupervisionDesk desk;
    private final Clock clock;

    ReminderNotes(SupervisionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public List<Note> of(Actor actor) {
        if (!actor.has(Duty.LIAISON) && !actor.has(Duty.SECTION_HEAD)) {
            return List.of();
        }
        return desk.since(LocalDate.now(clock).minusDays(DAYS)).stream()
                .filter(reminder -> actor.bodies().contains(reminder.body()))
                .map(reminder -> new Note(reminder.text(), reminder.sender(), reminder.sentOn(), url(reminder)))
                .toList();
    }

    private static String url(Reminder reminder) {
        return UriComponentsBuilder.fromPath("/desk/obligations")
                .queryParam("view", "OVERDUE")
                .queryParam("body", "{body}")
                .queryParam("area", "{area}")
                .encode()
                .buildAndExpand(reminder.body(), reminder.area())
                .toUriString();
    }
}
