package org.gongkai.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 日历变了，最后一日重新推算：不同的（时限，起算日）只算一次，一条语句写回有变的。
 *
 * <p>Each distinct (limit, start) is counted once in memory and one statement writes the rows that differ.
 */
@Component
class Recomputing {

    private final FactStore facts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recomputing(FactStore facts, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.facts = facts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** 变了几条，到哪里。 */
    record Changed(
            int count, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * 已经按这一版推算过的，什么也不做。
     *
     * @param source 来自哪份通知
     */
    @Basis("HOL-6")
    Optional<ObligationsRecomputed> recompute(WorkingCalendar calendar, String source) {
        facts.lock();
        if (edition().filter(known -> known >= calendar.edition()).isPresent()) {
            return Optional.empty();
        }
        Columns due = new Columns(3);
        jdbc.sql(
                        "select limit_code, starts_on from obligation.obligation where limit_code is not null and kind <> 'STANDING'"
                                + " group by limit_code, starts_on")
                .query((java.sql.ResultSet row) -> {
                    LocalDate starts = row.getObject("starts_on", LocalDate.class);
                    LocalDate day = due(row.getString("limit_code"), starts, calendar);
                    due.add(row.getString("limit_code"), starts, day);
                });
        Changed changed = due.isEmpty() ? new Changed(0, null, null) : write(due);
        reckoned(calendar.edition());
        var event =
                new ObligationsRecomputed(calendar.edition(), source, changed.count(), changed.from(), changed.to());
        events.publishEvent(event);
        return Optional.of(event);
    }

    private static @Nullable LocalDate due(String code, LocalDate starts, WorkingCalendar calendar) {
        try {
            return Rules.due(TimeLimit.ofCode(code), starts, calendar);
        } catch (Refused unreadable) {
            return null;
        }
    }

    private Changed write(Columns due) {
        return jdbc.sql("""
                        with due as materialized (
                          select * from unnest(?::text[], ?::date[], ?::date[]) as d (limit_code, starts_on, due_on)),
                        changed as (
                          update obligation.obligation o set due_on = d.due_on from due d
                           where o.limit_code = d.limit_code and o.starts_on = d.starts_on and o.kind <> 'STANDING'
                             and o.due_on is distinct from d.due_on
                          returning o.due_on)
                        select count(*), min(due_on), max(due_on) from changed
                        """)
                .params(due.arrays())
                .query((row, n) -> new Changed(
                        row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .single();
    }

    private Optional<Integer> edition() {
        return jdbc.sql("select edition from obligation.reckoned")
                .query(Integer.class)
                .optional();
    }

    void reckoned(int edition) {
        jdbc.sql("insert into obligation.reckoned (edition, at) values (?, ?)"
                        + " on conflict (one) do update set edition = excluded.edition, at = excluded.at")
                .param(edition)
                .param(OffsetDateTime.now(clock))
                .update();
    }
}
