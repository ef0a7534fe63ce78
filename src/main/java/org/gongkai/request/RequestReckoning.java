package org.gongkai.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.deadline.CalendarChanged;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 放假通知变了，在办的申请重新推算最后一日，逐件记下变动。
 *
 * <p>Recomputes every running case from its history in memory and writes those that differ in one statement; each change stays on
 * record. Finished cases keep the law of their day.
 */
@Component
class RequestReckoning {

    private final JdbcClient jdbc;
    private final ActStore acts;
    private final WorkingCalendars calendars;
    private final CurrentActor actors;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestReckoning(
            JdbcClient jdbc,
            ActStore acts,
            WorkingCalendars calendars,
            CurrentActor actors,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.calendars = calendars;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** A running case as far as its clock needs it. */
    private record Running(
            long id,
            CaseKind caseKind,
            FilingChannel channel,
            LocalDate arrivedOn,
            @Nullable LocalDate dueOn) {}

    @Async
    @TransactionalEventListener
    void on(CalendarChanged event) {
        actors.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(status -> recompute(calendars.current(), event.source())));
    }

    /** 已经按这一版推算过的，什么也不做。 */
    @Basis("HOL-6")
    Optional<RequestsRecomputed> recompute(WorkingCalendar calendar, String source) {
        if (edition().filter(known -> known >= calendar.edition()).isPresent()) {
            return Optional.empty();
        }
        var histories = histories();
        List<Long> ids = new ArrayList<>();
        List<@Nullable LocalDate> due = new ArrayList<>();
        var running = running();
        for (var each : running) {
            var history = new CaseHistory(
                    each.caseKind(), each.channel(), each.arrivedOn(), histories.getOrDefault(each.id(), List.of()));
            var day = RequestClock.of(history, calendar).due().orElse(null);
            if (!Objects.equals(day, each.dueOn())) {
                ids.add(each.id());
                due.add(day);
            }
        }
        write(ids, due, calendar.edition());
        reckoned(calendar.edition());
        var event = new RequestsRecomputed(calendar.edition(), source, ids.size(), running.size());
        events.publishEvent(event);
        return Optional.of(event);
    }

    private List<Running> running() {
        return jdbc.sql(
                        "select id, case_kind, channel, arrived_on, due_on from request.request where ended_on is null for update")
                .query((row, n) -> new Running(
                        row.getLong("id"),
                        CaseKind.valueOf(row.getString("case_kind")),
                        FilingChannel.valueOf(row.getString("channel")),
                        row.getObject("arrived_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private Map<Long, List<Act>> histories() {
        Map<Long, List<Act>> histories = new HashMap<>();
        jdbc.sql("""
                        select request, number, action, on_day, what from request.act
                         where request in (select id from request.request where ended_on is null) order by request, number
                        """).query((java.sql.ResultSet row) -> {
            histories
                    .computeIfAbsent(row.getLong("request"), id -> new ArrayList<>())
                    .add(acts.withoutWords(row));
        });
        return histories;
    }

    private void write(List<Long> ids, List<@Nullable LocalDate> due, int edition) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with due as materialized (
                          select d.id, d.due_on::date as due_on from unnest(?::bigint[], ?::text[]) as d (id, due_on)),
                        noted as (
                          insert into request.due_change (request, body, edition, former_on, due_on, at)
                          select r.id, r.body, ?, r.due_on, d.due_on, ? from due d join request.request r on r.id = d.id
                          on conflict do nothing)
                        update request.request r set due_on = d.due_on from due d where r.id = d.id
                        """)
                .param(ids.toArray(Long[]::new))
                .param(due.stream()
                        .map(day -> day == null ? null : day.toString())
                        .toArray(String[]::new))
                .param(edition)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Integer> edition() {
        return jdbc.sql("select edition from request.reckoned for update")
                .query(Integer.class)
                .optional();
    }

    private void reckoned(int edition) {
        jdbc.sql("insert into request.reckoned (edition, at) values (?, ?)"
                        + " on conflict (one) do update set edition = excluded.edition, at = excluded.at")
                .param(edition)
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
