package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.account.Colleagues;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 每小时看一遍在办的申请：到期不确认的由系统确认；剩五日、两日预警；逾期记下；没有人承办的找出来。
 *
 * <p>Looks over the running cases. What it notices is derived from dates and stored under a unique key, so that a missed or repeated
 * run changes nothing.
 */
@Component
class RequestWatch {

    private static final Logger log = LoggerFactory.getLogger(RequestWatch.class);
    private static final int EARLY = 5;
    private static final int SOON = 2;
    /** No seven working days take longer, whatever the holidays; older cases need not be looked into. */
    private static final int LONGEST_SPELL = 30;

    private static final Set<RequestState> MAY_ASK = RequestWorkflow.TABLE.rows().stream()
            .filter(row -> row.action() == RequestAction.ASK_CORRECTION)
            .map(row -> row.from())
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final RequestDesk desk;
    private final ActStore acts;
    private final AlertStore alerts;
    private final Colleagues colleagues;
    private final WorkingCalendars calendars;
    private final CurrentActor actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestWatch(
            JdbcClient jdbc,
            RequestDesk desk,
            ActStore acts,
            AlertStore alerts,
            Colleagues colleagues,
            WorkingCalendars calendars,
            CurrentActor actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.acts = acts;
        this.alerts = alerts;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A running case, without its sealed parts. */
    private record Running(
            long id,
            String body,
            String reference,
            RequestState state,
            CaseKind caseKind,
            FilingChannel channel,
            LocalDate arrivedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            @Nullable String owner) {

        static Running of(ResultSet row, int n) throws SQLException {
            return new Running(
                    row.getLong("id"),
                    row.getString("body"),
                    row.getString("reference"),
                    RequestState.valueOf(row.getString("state")),
                    CaseKind.valueOf(row.getString("case_kind")),
                    FilingChannel.valueOf(row.getString("channel")),
                    row.getObject("arrived_on", LocalDate.class),
                    row.getObject("received_on", LocalDate.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("owner"));
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    void everyHour() {
        try {
            actors.runAs(Actor.SYSTEM, this::look);
        } catch (RuntimeException e) {
            log.warn("在办申请没有巡查成，一小时后再看 (running applications could not be looked over)", e);
        }
    }

    /** 看一遍。 */
    void look() {
        var today = LocalDate.now(clock);
        var calendar = calendars.current();
        Map<String, Boolean> present = new HashMap<>();
        for (var running : running()) {
            try {
                look(running, today, calendar, present);
            } catch (RuntimeException e) {
                log.error("申请 {} 没有巡查成 (application could not be looked over)", running.reference(), e);
            }
        }
    }

    private List<Running> running() {
        return transaction.execute(status -> jdbc.sql("""
                        select id, body, reference, state, case_kind, channel, arrived_on, received_on, due_on, owner
                          from request.request where ended_on is null order by id
                        """).query(Running::of).list());
    }

    private void look(Running running, LocalDate today, WorkingCalendar calendar, Map<String, Boolean> present) {
        if (running.state() == RequestState.FILED) {
            confirm(running, today, calendar);
            return;
        }
        var due = running.dueOn();
        if (due != null) {
            int left = calendar.workingDaysBetween(today, due);
            if (today.isAfter(due)) {
                raise(running, AlertKind.OVERDUE, due, today);
            } else if (left <= SOON) {
                raise(running, AlertKind.TWO_LEFT, due, today);
            } else if (left <= EARLY) {
                raise(running, AlertKind.FIVE_LEFT, due, today);
            }
        }
        if (!isInHand(running, present)) {
            raise(running, AlertKind.ORPHAN, due == null ? running.arrivedOn() : due, today);
        }
        if (MAY_ASK.contains(running.state())) {
            correctionAlert(running, today, calendar);
        }
    }

    /** 还能一次性告知补正的，快到期时提醒；最后一日由这一件自己的期限推出（R-REQ-17）。 */
    private void correctionAlert(Running running, LocalDate today, WorkingCalendar calendar) {
        var received = running.receivedOn();
        if (received == null || today.isAfter(received.plusDays(LONGEST_SPELL))) {
            return;
        }
        var history = history(running);
        if (history.has(RequestAction.ASK_CORRECTION)) {
            return;
        }
        var latest = RequestClock.of(history, calendar).askCorrectionBy();
        if (latest.isEmpty() || today.isAfter(latest.get())) {
            return;
        }
        int left = calendar.workingDaysBetween(today, latest.get());
        if (left <= SOON) {
            raise(running, left == 0 ? AlertKind.CORRECTION_TODAY : AlertKind.CORRECTION_TWO_LEFT, latest.get(), today);
        }
    }

    private CaseHistory history(Running running) {
        var done = transaction.execute(status -> jdbc.sql(
                        "select number, action, on_day, what from request.act where request = ? order by number")
                .param(running.id())
                .query((row, n) -> acts.withoutWords(row))
                .list());
        return new CaseHistory(running.caseKind(), running.channel(), running.arrivedOn(), done);
    }

    /** 机关不确认，拖不住期限：网上提交的由系统按最迟的一天确认（R-REQ-08g），其余的催。 */
    private void confirm(Running running, LocalDate today, WorkingCalendar calendar) {
        var latest = running.channel().confirmBy(running.arrivedOn(), calendar);
        if (!today.isAfter(latest)) {
            return;
        }
        raise(running, AlertKind.NOT_CONFIRMED, latest, today);
        if (running.channel().confirmsItself()) {
            desk.perform(running.id(), null, RequestAction.CONFIRM_BY_SYSTEM, latest, Particulars.NONE);
        }
    }

    private void raise(Running running, AlertKind kind, LocalDate due, LocalDate today) {
        transaction.executeWithoutResult(
                status -> alerts.raise(running.id(), running.body(), running.reference(), kind, due, today));
    }

    private boolean isInHand(Running running, Map<String, Boolean> present) {
        var owner = running.owner();
        return owner != null
                && present.computeIfAbsent(owner + "@" + running.body(), key -> colleagues.isPresent(owner));
    }
}
