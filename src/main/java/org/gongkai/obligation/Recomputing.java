package org.gongkai.obligation;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
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
 * 日历变了，最后一日重新推算：不同的（时限，起算日）只算一次，与上次推算的比，一条语句写回有变的。
 *
 * <p>Each distinct (limit, start), found by stepping through an index, is counted once in memory and compared with what was reckoned before; one
 * statement writes the obligations of those that moved.
 */
@Component
class Recomputing {

    /** Walks the index from one pair to the next, so that the cost follows the pairs and not the obligations. */
    private static final String PAIRS = """
            with recursive p (limit_code, starts_on) as (
              (select limit_code, starts_on from obligation.obligation
                where limit_code is not null and kind <> 'STANDING' order by limit_code, starts_on limit 1)
              union all
              select n.* from p cross join lateral (
                select o.limit_code, o.starts_on from obligation.obligation o
                 where o.limit_code is not null and o.kind <> 'STANDING' and (o.limit_code, o.starts_on) > (p.limit_code, p.starts_on)
                 order by o.limit_code, o.starts_on limit 1) n)
            select p.limit_code, p.starts_on, r.due_on, r.limit_code is not null as known
              from p left join obligation.reckoned_day r using (limit_code, starts_on)
            """;

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
        Changed changed = write(moved(calendar));
        reckoned(calendar.edition());
        var event =
                new ObligationsRecomputed(calendar.edition(), source, changed.count(), changed.from(), changed.to());
        events.publishEvent(event);
        return Optional.of(event);
    }

    /** 与上次推算的结果不同的，和上次之后才有的（时限，起算日）。 What this calendar reckons differently, or for the first time. */
    private Columns moved(WorkingCalendar calendar) {
        var moved = new Columns(3);
        jdbc.sql(PAIRS).query((ResultSet row) -> {
            String code = row.getString("limit_code");
            LocalDate starts = row.getObject("starts_on", LocalDate.class);
            LocalDate day = due(code, starts, calendar);
            boolean same = row.getBoolean("known") && Objects.equals(day, row.getObject("due_on", LocalDate.class));
            if (!same) {
                moved.add(code, starts, day);
            }
        });
        return moved;
    }

    private static @Nullable LocalDate due(String code, LocalDate starts, WorkingCalendar calendar) {
        try {
            return Rules.due(TimeLimit.ofCode(code), starts, calendar);
        } catch (Refused unreadable) {
            return null;
        }
    }

    private Changed write(Columns moved) {
        if (moved.isEmpty()) {
            return new Changed(0, null, null);
        }
        return jdbc.sql("""
                        with moved as materialized (
                          select * from unnest(?::text[], ?::date[], ?::date[]) as d (limit_code, starts_on, due_on)),
                        remembered as (
                          insert into obligation.reckoned_day select * from moved
                          on conflict (limit_code, starts_on) do update set due_on = excluded.due_on),
                        changed as (
                          update obligation.obligation o set due_on = d.due_on from moved d
                           where o.limit_code = d.limit_code and o.starts_on = d.starts_on and o.kind <> 'STANDING'
                             and o.due_on is distinct from d.due_on
                          returning o.due_on)
                        select count(*), min(due_on), max(due_on) from changed
                        """)
                .params(moved.arrays())
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
