package org.gongkai.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 推出最后一日，在日数上计算。 Finds the last day on epoch-day numbers.
 *
 * @param last 时限本身的最后一日（已扣除）
 * @param rolled 顺延之后
 * @param due 延长之后
 * @param consultedFrom 从哪一天起要看日历; after {@code due} when it was not needed
 */
record DueDay(int last, int rolled, int due, int consultedFrom) {

    /** A pause on epoch-day numbers: (after, until]. */
    private record Span(int after, int until) {}

    static DueDay of(Deadline deadline) {
        WorkingCalendar calendar = deadline.calendar();
        int start = WorkingCalendar.epochDay(deadline.startDate());
        List<Span> pauses = union(deadline.pauses());
        boolean working = deadline.limit() instanceof TimeLimit.WorkingDays;

        int last = checked(deadline.limit().lastDay(start, calendar));
        if (!(deadline.limit() instanceof TimeLimit.OnOrBefore)) {
            last = working ? resumed(calendar, pauses, start, last) : lengthened(pauses, start, last);
        }
        int rolled = deadline.rolls() ? rolled(calendar, pauses, last) : last;
        int due = rolled;
        if (deadline.extension() > 0) {
            due = resumed(calendar, pauses, rolled, calendar.plusWorkingDays(rolled, deadline.extension()));
        }
        return new DueDay(last, rolled, due, consultedFrom(deadline, working, start, last, rolled));
    }

    boolean consulted() {
        return consultedFrom <= due;
    }

    private static int consultedFrom(Deadline deadline, boolean working, int start, int last, int rolled) {
        if (working) {
            return start + 1;
        }
        if (deadline.rolls()) {
            return last;
        }
        return deadline.extension() > 0 ? rolled + 1 : Integer.MAX_VALUE;
    }

    /** The working days that would have fallen after a pause began are counted on from its end. */
    private static int resumed(WorkingCalendar calendar, List<Span> pauses, int start, int last) {
        int due = last;
        for (Span pause : pauses) {
            int after = Math.max(pause.after, start);
            if (pause.until > after && due > after) {
                due = calendar.plusWorkingDays(pause.until, calendar.workingDaysBetween(after, due));
            }
        }
        return due;
    }

    /** The same for calendar units: what was left when the pause began is counted on from its end. */
    private static int lengthened(List<Span> pauses, int start, int last) {
        int due = last;
        for (Span pause : pauses) {
            int after = Math.max(pause.after, start);
            if (pause.until > after && due > after) {
                due = checked(pause.until + (due - after));
            }
        }
        return due;
    }

    private static int rolled(WorkingCalendar calendar, List<Span> pauses, int last) {
        int day = calendar.onOrAfter(last);
        if (day == last) {
            return last;
        }
        for (Span pause : pauses) {
            if (day > pause.after && day <= pause.until) {
                day = calendar.plusWorkingDays(pause.until, 1);
            }
        }
        return day;
    }

    private static int checked(int day) {
        WorkingCalendar.epochDay(LocalDate.ofEpochDay(day));
        return day;
    }

    /** Sorted, disjoint. */
    private static List<Span> union(List<Deadline.Pause> pauses) {
        if (pauses.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        pauses.stream()
                .map(pause -> new Span(
                        (int) pause.after().toEpochDay(), (int) pause.until().toEpochDay()))
                .sorted(Comparator.comparingInt(Span::after))
                .forEach(next -> {
                    Span previous = spans.isEmpty() ? null : spans.getLast();
                    if (previous != null && next.after <= previous.until) {
                        spans.set(spans.size() - 1, new Span(previous.after, Math.max(previous.until, next.until)));
                    } else {
                        spans.add(next);
                    }
                });
        return spans;
    }
}
