package org.gongkai.deadline.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 推算的输入，原样的文字；看不懂的给出拒绝。 What is asked, as text; {@link #deadline} turns it into a deadline or refuses.
 *
 * @param start a date, or a moment for limits in hours
 * @param limit a whole number
 * @param unit working-day, calendar-day, month, year or hour
 * @param roll true or false; none = as the law has it (R-DAY-02)
 * @param pause spans {@code after/until}
 * @param extension working days
 */
record DueForm(
        @Nullable String start,
        @Nullable String limit,
        @Nullable String unit,
        @Nullable String roll,
        @Nullable List<String> pause,
        @Nullable String extension) {

    static final List<String> UNITS = List.of("working-day", "calendar-day", "month", "year", "hour");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_ECHO = 40;

    boolean asked() {
        return start != null && !start.isBlank();
    }

    /** 填过的内容，给页面再显示。 */
    Map<String, String> values() {
        return Map.of(
                "start", Objects.requireNonNullElse(start, ""),
                "limit", Objects.requireNonNullElse(limit, "20"),
                "unit", Objects.requireNonNullElse(unit, "working-day"),
                "roll", Objects.requireNonNullElse(roll, "true"),
                "pause", pause == null ? "" : String.join("\n", pause),
                "extension", Objects.requireNonNullElse(extension, ""));
    }

    Deadline deadline(WorkingCalendar calendar) {
        TimeLimit.Counted counted = counted();
        Deadline deadline =
                Deadline.of(moment(), counted, calendar).rolling(rolls(counted)).paused(pauses());
        return extension == null || extension.isBlank() ? deadline : deadline.extended(number("extension", extension));
    }

    private TimeLimit.Counted counted() {
        int n = number("limit", limit);
        String of = given("unit", unit);
        return switch (of) {
            case "working-day" -> TimeLimit.workingDays(n);
            case "calendar-day" -> TimeLimit.calendarDays(n);
            case "month" -> TimeLimit.months(n);
            case "year" -> TimeLimit.years(n);
            case "hour" -> TimeLimit.hours(n);
            default -> throw refused("deadline.unitUnknown", echo(of));
        };
    }

    private boolean rolls(TimeLimit.Counted counted) {
        if (roll == null || roll.isBlank()) {
            return counted.rolls();
        }
        return switch (roll.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused("deadline.rollUnreadable", echo(roll));
        };
    }

    private LocalDateTime moment() {
        String text = given("start", start).replace(' ', '+');
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atTime(LocalTime.MIDNIGHT);
            }
            return text.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)")
                    ? OffsetDateTime.parse(text).atZoneSameInstant(BEIJING).toLocalDateTime()
                    : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw refused("deadline.dateUnreadable", "start", echo(text));
        }
    }

    private List<Deadline.Pause> pauses() {
        return pause == null
                ? List.of()
                : pause.stream()
                        .flatMap(text -> Arrays.stream(text.split("[\\s,;]+")))
                        .filter(text -> !text.isBlank())
                        .map(DueForm::span)
                        .toList();
    }

    private static Deadline.Pause span(String text) {
        String[] ends = text.split("/", -1);
        try {
            if (ends.length == 2) {
                return new Deadline.Pause(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
            }
        } catch (DateTimeException e) {
            throw refused("deadline.pauseUnreadable", echo(text));
        }
        throw refused("deadline.pauseUnreadable", echo(text));
    }

    private static int number(String name, @Nullable String text) {
        String given = given(name, text);
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw refused("deadline.numberUnreadable", name, echo(given));
        }
    }

    private static String given(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refused(Refusal.of("deadline.missing", name));
        }
        return text.strip();
    }

    private static String echo(String text) {
        return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
    }

    private static Refused refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }
}
