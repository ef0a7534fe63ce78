package org.gongkai.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 随程序带的放假通知和法定节日。 The notices and statutory days in {@code data/deadline}, each file with its source and date. */
final class BuiltInCalendar {

    private BuiltInCalendar() {}

    static List<HolidayNotice> notices() {
        Map<String, List<HolidayNotice.Day>> days = rows("notice_days.csv").stream()
                .collect(groupingBy(cell -> cell[0], mapping(BuiltInCalendar::day, toList())));
        return rows("notices.csv").stream()
                .map(cell -> notice(cell, days.getOrDefault(cell[0], List.of())))
                .toList();
    }

    static List<HolidayNotice.Day> statutoryDays() {
        return rows("statutory_days.csv").stream()
                .map(cell -> new HolidayNotice.Day(LocalDate.parse(cell[0]), cell[1], false))
                .toList();
    }

    private static HolidayNotice.Day day(String[] cell) {
        return new HolidayNotice.Day(LocalDate.parse(cell[1]), cell[2], cell[3].equals("work"));
    }

    private static HolidayNotice notice(String[] cell, List<HolidayNotice.Day> days) {
        String issued = orNull(cell[4]);
        return new HolidayNotice(
                cell[0],
                Integer.parseInt(cell[1]),
                orNull(cell[2]),
                cell[3],
                issued == null ? null : LocalDate.parse(issued),
                orNull(cell[5]),
                null,
                days);
    }

    private static @Nullable String orNull(String cell) {
        return cell.isBlank() ? null : cell;
    }

    private static List<String[]> rows(String file) {
        try (var in = BuiltInCalendar.class.getResourceAsStream("/data/deadline/" + file)) {
            if (in == null) {
                throw new IllegalStateException("data/deadline/" + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
