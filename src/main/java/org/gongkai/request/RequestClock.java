package org.gongkai.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.StatutoryLimits;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请的期限：只由经过和工作日历推出，不存。
 *
 * <p>The clock of a case, a pure function of its history and the calendar.
 *
 * <ul>
 *   <li>收到之日起二十个工作日，当日不计（R-REQ-10）；补正、缴费之后<em>重新起算</em>二十个工作日（R-REQ-16、R-FEE-08）。
 *   <li>征求意见的时间<em>扣除</em>，几家同时进行的取并集（R-REQ-12、R-REQ-15）。
 *   <li>延期<em>接着数</em>，最多二十个工作日；重新起算之前的延期不带到之后（R-REQ-11）。
 *   <li>延迟答复以告知的合理期限为准（R-REQ-20）。
 *   <li>申请更正的没有法定期限，按本平台的默认走（{@link #RECTIFY}）；也没有告知补正的法定最后一日。
 *   <li>责令重新答复的，自收到决定、判决之日起算；决定书定了期限的以它为准，不扣除、不延长、不重新起算。
 *   <li>是否按期看交邮之日（R-REQ-21）。
 * </ul>
 */
@Term("办理期限")
@Basis({"OGI-30", "OGI-31", "OGI-32", "OGI-33", "OGI-35", "FEE109-6"})
public final class RequestClock {

    static final TimeLimit.CalendarDays PAY = TimeLimit.calendarDays(30).under("FEE109-6");
    /** 更正申请（R-REQ-22）：自收到之日起。法律没有定期限，这是本平台的默认，所以没有条款。 The house's default, not law. */
    static final TimeLimit.WorkingDays RECTIFY = TimeLimit.workingDays(20);

    private static final TimeLimit.WorkingDays ENTER = TimeLimit.workingDays(2);

    /** 期限走不走。 */
    public enum Standing {
        /** 还没有确认收到 */
        NOT_RECEIVED,
        RUNNING,
        /** 停下，等申请人补正 */
        AWAITING_CORRECTION,
        /** 停下，等申请人缴费 */
        AWAITING_PAYMENT,
        ENDED
    }

    /** 一段期限：从起算到重新起算之前的那份通知。 A period that a later start has set aside. */
    record Former(
            LocalDate start,
            LocalDate askedOn,
            ClockDay.Why waiting,
            @Nullable LocalDate resumedOn) {}

    private final CaseHistory history;
    private final WorkingCalendar calendar;
    private final List<Former> formers = new ArrayList<>();
    private @Nullable Deadline deadline;
    private @Nullable LocalDate deferredUntil;
    private @Nullable LocalDate orderedUntil;
    private boolean ordered;
    private @Nullable Act waitingFor;

    private RequestClock(CaseHistory history, WorkingCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
        var received = history.receivedOn();
        if (received != null) {
            deadline = start(received);
            history.acts().forEach(this::apply);
        }
    }

    static RequestClock of(CaseHistory history, WorkingCalendar calendar) {
        return new RequestClock(history, calendar);
    }

    private Deadline start(LocalDate day) {
        return Deadline.of(day, history.caseKind().limit(), calendar)
                .paused(history.consultations().stream()
                        .map(consultation -> consultation.pause(calendar))
                        .toList());
    }

    private void apply(Act act) {
        var running = deadline;
        if (running == null) {
            return;
        }
        switch (act.action()) {
            case ASK_CORRECTION -> stop(running, act, ClockDay.Why.AWAITING_CORRECTION);
            case NOTICE_FEE -> stop(running, act, ClockDay.Why.AWAITING_PAYMENT);
            case CORRECT, RECORD_CORRECTION, RECORD_PAYMENT -> restart(act.on());
            case EXTEND -> {
                var days = act.what().days();
                deadline = running.extended(days == null ? 0 : days);
            }
            case RECEIVE_ORDER -> obey(act);
            case DEFER -> deferredUntil = act.what().until();
            default -> {}
        }
    }

    /** 决定书定的期限：到哪一天，或者几个工作日；没有定的照法定期限。 */
    private void obey(Act order) {
        var days = order.what().days();
        orderedUntil = order.what().until();
        ordered = orderedUntil != null || days != null;
        var basis = history.orderedBy().orElse(RemedyKind.RECONSIDERATION).orders();
        if (orderedUntil == null && days != null) {
            deadline = Deadline.of(order.on(), TimeLimit.workingDays(days).under(basis), calendar);
        }
    }

    /** 期限是复议决定、判决定的，机关自己不能改变。 */
    public boolean isOrdered() {
        return ordered;
    }

    private void stop(Deadline running, Act act, ClockDay.Why waiting) {
        formers.add(new Former(running.startDate(), act.on(), waiting, null));
        waitingFor = act;
    }

    private void restart(LocalDate day) {
        if (waitingFor == null) {
            return;
        }
        var former = formers.removeLast();
        formers.add(new Former(former.start(), former.askedOn(), former.waiting(), day));
        waitingFor = null;
        deferredUntil = null;
        deadline = start(day);
    }

    public Standing standing() {
        if (history.endedOn() != null) {
            return Standing.ENDED;
        }
        if (deadline == null) {
            return Standing.NOT_RECEIVED;
        }
        if (waitingFor == null) {
            return Standing.RUNNING;
        }
        return waitingFor.action() == RequestAction.ASK_CORRECTION
                ? Standing.AWAITING_CORRECTION
                : Standing.AWAITING_PAYMENT;
    }

    /** 收到申请之日。 */
    public Optional<LocalDate> receivedOn() {
        return Optional.ofNullable(history.receivedOn());
    }

    /** 现在这一段期限的起算日。 The day zero of the period now running. */
    public Optional<LocalDate> startedOn() {
        return Optional.ofNullable(deadline).map(Deadline::startDate);
    }

    /** 答复的最后一日；没有收到、停着等申请人时为空。 The last day to reply; none while the clock stands still. */
    public Optional<LocalDate> due() {
        if (deadline == null || waitingFor != null) {
            return Optional.empty();
        }
        if (orderedUntil != null) {
            return Optional.of(orderedUntil);
        }
        var due = deadline.due();
        return Optional.of(deferredUntil != null && deferredUntil.isAfter(due) ? deferredUntil : due);
    }

    /** 不算延期的最后一日：延期要在它之前决定并告知（R-REQ-11）。 */
    public Optional<LocalDate> dueWithoutExtension() {
        return deadline == null || waitingFor != null
                ? Optional.empty()
                : Optional.of(deadline.extended(0).due());
    }

    /** 申请人最迟哪一天补正、缴费。 The applicant's own last day while the clock stands still. */
    public Optional<LocalDate> applicantDue() {
        if (waitingFor == null) {
            return Optional.empty();
        }
        if (waitingFor.action() == RequestAction.ASK_CORRECTION) {
            return Optional.ofNullable(waitingFor.what().until());
        }
        var noticed = history.about(RequestAction.RECORD_DELIVERY, waitingFor.number())
                .map(Act::on)
                .orElse(waitingFor.on());
        return Optional.of(Deadline.of(noticed, PAY, calendar).due());
    }

    /** 最迟哪一天告知补正（R-REQ-16）；期限由决定书定的、没有法定期限的没有。 */
    public Optional<LocalDate> askCorrectionBy() {
        return receivedOn()
                .filter(day -> !ordered && history.caseKind().isStatutory())
                .map(day -> Deadline.of(day, StatutoryLimits.ASK_FOR_CORRECTION, calendar)
                        .due());
    }

    /** 窗口收到的，最迟哪一天录入平台（R-REQ-07）。 */
    public LocalDate enterBy() {
        return Deadline.of(history.arrivedOn(), ENTER, calendar).due();
    }

    /** 推算用到了还没有放假通知的年份。 */
    public boolean isProvisional() {
        return deadline != null && waitingFor == null && orderedUntil == null && deadline.provisional();
    }

    /** 已经延长的工作日数。 */
    public int extension() {
        return deadline == null ? 0 : deadline.extension();
    }

    /**
     * 还剩几个工作日；负数是已经超过几个。办结的按办结之日，停着的为空。
     *
     * <p>Working days left on that day, negative when late; for a finished case the day it ended decides.
     */
    public Optional<Integer> remaining(LocalDate today) {
        var ended = history.endedOn();
        return due().map(due -> calendar.daysLeft(ended == null ? today : ended, due));
    }

    /** 超过期限：办结之日（或者今天）晚于最后一日。 */
    public boolean isLate(LocalDate today) {
        var ended = history.endedOn();
        return due().filter(due -> (ended == null ? today : ended).isAfter(due)).isPresent();
    }

    /** 逐日账。 The ledger, day by day, from arrival to the last day. */
    public List<ClockDay> days() {
        var current = waitingFor == null && orderedUntil == null ? deadline : null;
        return new ClockLedger(history, calendar, formers, current, due(), applicantDue()).days();
    }
}
