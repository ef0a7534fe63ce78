package org.gongkai.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 督查的办理：催办。 Reminders, at most one a day for the same cell. */
@Component
@Transactional
public class SupervisionDesk {

    private static final int LONGEST = 500;

    private final ObligationFigures figures;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupervisionDesk(
            ObligationFigures figures,
            PublicBodies bodies,
            CurrentActor actors,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.figures = figures;
        this.bodies = bodies;
        this.actors = actors;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /**
     * 催办某机构（某领域）逾期未公开的事项；显示在该机构联络员的待办上。
     *
     * @param area 领域代码；空串为全部
     * @throws Refused nothing overdue, unknown body, no words, already reminded today, not the office
     */
    @Transactional(
            propagation = Propagation.SUPPORTS) // counting takes a transaction of its own, before the one that writes
    public long remind(String body, String area, String text) {
        var actor = actors.get();
        if (!actor.has(Duty.OFFICE) && !actor.has(Duty.LEADER)) {
            throw new Refused(Refusal.of("supervision.notYourDuty"));
        }
        if (bodies.find(body).isEmpty()) {
            throw new Refused(Refusal.of("supervision.unknownBody", body));
        }
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new Refused(Refusal.of("supervision.textNeeded", LONGEST));
        }
        long overdue = figures.coverage(null).stream()
                .filter(cell -> body.equals(cell.body()) && (area.isEmpty() || area.equals(cell.area())))
                .mapToLong(Coverage::overdue)
                .sum();
        if (overdue == 0) {
            throw new Refused(Refusal.of("supervision.nothingOverdue"));
        }
        return Objects.requireNonNull(transaction.execute(_ -> send(body, area, words, overdue, actor)));
    }

    private long send(String body, String area, String words, long overdue, Actor actor) {
        long id = jdbc.sql("""
                        insert into supervision.reminder (body, area, text, overdue, sent_by, sender, sent_on, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (body, area, sent_on) do nothing returning id
                        """)
                .param(body)
                .param(area)
                .param(words)
                .param(overdue)
                .param(actor.account())
                .param(actor.name())
                .param(LocalDate.now(clock))
                .param(OffsetDateTime.now(clock))
                .query((row, n) -> row.getLong(1))
                .optional()
                .orElseThrow(() -> new Refused(Refusal.of("supervision.remindedToday")));
        events.publishEvent(new ReminderSent(id, body, area, overdue));
        return id;
    }

    /** 某机构收到的催办，新的在前。 */
    @Transactional(readOnly = true)
    public List<Reminder> reminders(String body) {
        return jdbc.sql("select * from supervision.reminder where body = ? order by sent_on desc, id desc limit 50")
                .param(body)
                .query((row, n) -> reminder(row))
                .list();
    }

    /** 自某日以来，范围内的。 */
    @Transactional(readOnly = true)
    List<Reminder> since(LocalDate day) {
        return jdbc.sql("select * from supervision.reminder where sent_on >= ? order by sent_on desc, id desc limit 20")
                .param(day)
                .query((row, n) -> reminder(row))
                .list();
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        return new Reminder(
                row.getLong("id"),
                row.getString("body"),
                row.getString("area"),
                row.getString("text"),
                row.getLong("overdue"),
                row.getString("sender"),
                row.getObject("sent_on", LocalDate.class));
    }
}
