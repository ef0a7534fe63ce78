package org.gongkai.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 独立的推算：一天一天往后走，读的是另一份放假数据。 An independent oracle: steps one day at a time over data read from other files, shares no code with
 * the product.
 */
final class NaiveDays {

    private static final Pattern DAY = Pattern.compile(
            "\"date\":\\s*\"(\\d{4}-\\d\\d-\\d\\d)\",\\s*\"isOffDay\":\\s*(true|false)", Pattern.MULTILINE);

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    /** With holidays and make-up days of 2018 to 2026. */
    static NaiveDays withNotices() {
        NaiveDays days = new NaiveDays();
        for (int year = 2018; year <= 2026; year++) {
            var matcher = DAY.matcher(text("/deadline/holidays/" + year + ".json"));
            while (matcher.find()) {
                (matcher.group(2).equals("true") ? days.off : days.work).add(LocalDate.parse(matcher.group(1)));
            }
        }
        return days;
    }

    /** Monday to Friday and nothing else: what a calendar without notices says. */
    static NaiveDays weekdaysOnly() {
        return new NaiveDays();
    }

    /** Holidays but no make-up days. */
    static NaiveDays withoutMakeUpDays() {
        NaiveDays days = withNotices();
        days.work.clear();
        return days;
    }

    boolean working(LocalDate date) {
        if (work.contains(date)) {
            return true;
        }
        if (off.contains(date)) {
            return false;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** One history. {@code unit} as in the public contract; each pause is {after, until}. */
    record History(LocalDate start, int limit, String unit, boolean roll, List<LocalDate[]> pauses, int extension) {}

    LocalDate due(History history) {
        LocalDate day = history.unit().equals("working-day")
                ? step(history.start(), history.limit(), true, history.pauses())
                : calendar(history);
        return step(day, history.extension(), true, history.pauses());
    }

    private LocalDate calendar(History history) {
        LocalDate start = history.start();
        LocalDate end =
                switch (history.unit()) {
                    case "calendar-day" -> start.plusDays(history.limit());
                    case "month" -> start.plusMonths(history.limit());
                    default -> start.plusYears(history.limit());
                };
        int length = 0;
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            length++;
        }
        LocalDate day = step(start, length, false, history.pauses());
        if (history.roll() && !working(day)) {
            do {
                day = day.plusDays(1);
            } while (!working(day) || paused(day, history.pauses()));
        }
        return day;
    }

    private LocalDate step(LocalDate start, int n, boolean onlyWorking, List<LocalDate[]> pauses) {
        LocalDate day = start;
        int counted = 0;
        while (counted < n) {
            day = day.plusDays(1);
            if (!paused(day, pauses) && (!onlyWorking || working(day))) {
                counted++;
            }
        }
        return day;
    }

    private static boolean paused(LocalDate day, List<LocalDate[]> pauses) {
        for (LocalDate[] pause : pauses) {
            if (day.isAfter(pause[0]) && !day.isAfter(pause[1])) {
                return true;
            }
        }
        return false;
    }

    private static String text(String resource) {
        try (InputStream in = NaiveDays.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
