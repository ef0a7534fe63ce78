package org.gongkai.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The notices in force read from the tables, and a loop over days: shares nothing with the product's calendar. */
final class StoredCalendar {

    private final Map<LocalDate, Boolean> named = new HashMap<>();

    StoredCalendar(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "select d.date, d.working from deadline.notice_day d join deadline.notice n on n.id = d.notice"
                        + " where n.retired_in is null and n.region is null order by n.position")) {
            while (rows.next()) {
                named.put(rows.getDate(1).toLocalDate(), rows.getBoolean(2));
            }
        }
    }

    LocalDate after(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
            counted += named.getOrDefault(day, weekday) ? 1 : 0;
        }
        return day;
    }
}
