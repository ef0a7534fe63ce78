package org.gongkai.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.deadline.CalendarDay;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** 写逐日账。 Writes the ledger of a clock. */
final class ClockLedger {

    private final CaseHistory history;
    private final WorkingCalendar calendar;
    private final List<RequestClock.Former> formers;
    private final @Nullable Deadline current;
    private final Optional<LocalDate> due;
    private final Optional<LocalDate> applicantDue;
    private final List<ClockDay> days = new ArrayList<>();

    ClockLedger(
            CaseHistory history,
            WorkingCalendar calendar,
            List<RequestClock.Former> formers,
            @Nullable Deadline current,
            Optional<LocalDate> due,
            Optional<LocalDate> applicantDue) {
        this.history = history;
        this.calendar = calendar;
        this.formers = formers;
        this.current = current;
        this.due = due;
        this.applicantDue = applicantDue;
    }

    List<ClockDay> days() {
        var received = history.receivedOn();
        if (received == null) {
            add(history.arrivedOn(), ClockDay.Why.AWAITING_CONFIRMATION);
            return days;
        }
        fill(history.arrivedOn(), received, ClockDay.Why.AWAITING_CONFIRMATION);
        for (var former : formers) {
            var until = former.resumedOn() == null ? applicantEnd(former) : former.resumedOn();
            fill(former.start(), earlier(former.start().plusDays(1), until), ClockDay.Why.START);
            fill(former.start().plusDays(1), earlier(former.askedOn().plusDays(1), until), ClockDay.Why.SET_ASIDE);
            fill(former.askedOn().plusDays(1), until, former.waiting());
        }
        if (current != null) {
            current.explain().forEach(day -> days.add(ClockDay.of(day, letters(day))));
            due.ifPresent(last -> fill(days.getLast().date().plusDays(1), last.plusDays(1), ClockDay.Why.DEFERRED));
        } else if (due.isPresent()) {
            add(received, ClockDay.Why.START);
            fill(received.plusDays(1), due.get().plusDays(1), ClockDay.Why.ORDERED);
        }
        return days;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private LocalDate applicantEnd(RequestClock.Former former) {
        return applicantDue.orElse(former.askedOn()).plusDays(1);
    }

    /** From one day to another, the second not included. */
    private void fill(LocalDate from, LocalDate to, ClockDay.Why why) {
        for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
            add(day, why);
        }
    }

    private void add(LocalDate date, ClockDay.Why why) {
        CalendarDay day = calendar.day(date);
        days.add(new ClockDay(date, false, null, why, false, day.name(), day.provisional(), List.of()));
    }

    private List<Integer> letters(Deadline.Day day) {
        if (day.reason() != Deadline.Reason.PAUSED) {
            return List.of();
        }
        return history.consultations().stream()
                .filter(letter ->
                        day.date().isAfter(letter.sentOn()) && !day.date().isAfter(letter.endsOn(calendar)))
                .map(Consultation::number)
                .toList();
    }
}
