package org.gongkai.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.deadline.Deadline.Day;
import org.gongkai.deadline.Deadline.Part;
import org.gongkai.deadline.Deadline.Pause;
import org.gongkai.deadline.Deadline.Reason;
import org.jspecify.annotations.Nullable;

/** 逐日说明怎样推出最后一日。 Writes the ledger of a deadline. */
final class Explanation {

    private final Deadline deadline;
    private final List<Day> days = new ArrayList<>();
    private int number;

    Explanation(Deadline deadline) {
        this.deadline = deadline;
    }

    List<Day> days() {
        add(deadline.startDate(), false, Reason.START, Part.LIMIT);
        switch (deadline.limit()) {
            case TimeLimit.Hours _ -> hours();
            case TimeLimit.OnOrBefore _ -> fixed();
            case TimeLimit.Immediately _ -> {}
            case TimeLimit.WorkingDays _ -> working(DueDay.of(deadline).last(), Part.LIMIT);
            case TimeLimit.CalendarDays _, TimeLimit.Months _, TimeLimit.Years _ -> calendar();
        }
        if (deadline.extension() > 0) {
            number = 0;
            working(DueDay.of(deadline).due(), Part.EXTENSION);
        }
        return days;
    }

    private void hours() {
        LocalDate due = deadline.due();
        for (LocalDate date = tomorrow(); !date.isAfter(due); date = date.plusDays(1)) {
            add(date, true, Reason.CONTINUOUS, Part.LIMIT);
        }
    }

    private void fixed() {
        LocalDate last = LocalDate.ofEpochDay(DueDay.of(deadline).last());
        if (last.isAfter(deadline.startDate())) {
            add(last, true, Reason.FIXED_DATE, Part.LIMIT);
        }
    }

    private void working(int until, Part part) {
        LocalDate last = LocalDate.ofEpochDay(until);
        for (LocalDate date = tomorrow(); !date.isAfter(last); date = date.plusDays(1)) {
            boolean counts = pause(date) == null && deadline.calendar().isWorkingDay(date);
            add(date, counts, reason(date), part);
        }
    }

    private void calendar() {
        var found = DueDay.of(deadline);
        LocalDate last = LocalDate.ofEpochDay(found.last());
        for (LocalDate date = tomorrow(); !date.isAfter(last); date = date.plusDays(1)) {
            boolean paused = pause(date) != null;
            add(date, !paused, paused ? Reason.PAUSED : Reason.CALENDAR_DAY, Part.LIMIT);
        }
        LocalDate rolled = LocalDate.ofEpochDay(found.rolled());
        for (LocalDate date = tomorrow(); !date.isAfter(rolled); date = date.plusDays(1)) {
            add(date, false, date.equals(rolled) ? Reason.ROLLED_TO : reason(date), Part.ROLL);
        }
    }

    private LocalDate tomorrow() {
        return days.getLast().date().plusDays(1);
    }

    private Reason reason(LocalDate date) {
        if (pause(date) != null) {
            return Reason.PAUSED;
        }
        return switch (deadline.calendar().day(date).kind()) {
            case WORKING -> Reason.WORKING_DAY;
            case MAKE_UP -> Reason.MAKE_UP_DAY;
            case WEEKEND -> Reason.WEEKEND;
            case HOLIDAY -> Reason.HOLIDAY;
            case STATUTORY -> Reason.STATUTORY_HOLIDAY;
        };
    }

    private @Nullable Pause pause(LocalDate date) {
        for (Pause pause : deadline.pauses()) {
            if (pause.covers(date)) {
                return pause;
            }
        }
        return null;
    }

    private void add(LocalDate date, boolean counted, Reason reason, Part part) {
        CalendarDay day = deadline.calendar().day(date);
        days.add(new Day(
                date,
                counted,
                counted ? Integer.valueOf(++number) : null,
                reason,
                part,
                day.name(),
                day.notice(),
                reason == Reason.PAUSED ? pause(date) : null,
                day.provisional()));
    }
}
