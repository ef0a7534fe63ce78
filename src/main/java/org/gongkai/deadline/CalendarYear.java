package org.gongkai.deadline;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 一年的工作日历，给人看。 A year of the calendar, for reading.
 *
 * @param year 年份
 * @param announced 通知已经发布；否则只是暂定
 * @param notices 依据的通知
 * @param months 各月
 */
public record CalendarYear(int year, boolean announced, List<HolidayNotice> notices, List<Month> months) {

    /**
     * 一个月。
     *
     * @param workingDays 工作日数
     * @param off 放假的日子
     * @param work 调休上班的日子
     */
    public record Month(YearMonth month, int workingDays, List<CalendarDay> off, List<CalendarDay> work) {}

    static CalendarYear of(int year, WorkingCalendar calendar) {
        return new CalendarYear(
                year,
                calendar.announced(year),
                calendar.notices().stream()
                        .filter(notice -> notice.year() == year)
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(YearMonth.of(year, month), calendar))
                        .toList());
    }

    private static Month month(YearMonth month, WorkingCalendar calendar) {
        List<CalendarDay> days = month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .map(calendar::day)
                .toList();
        return new Month(
                month,
                (int) days.stream().filter(CalendarDay::working).count(),
                days.stream()
                        .filter(day -> day.name() != null && !day.working())
                        .toList(),
                days.stream()
                        .filter(day -> day.kind() == CalendarDay.Kind.MAKE_UP)
                        .toList());
    }

    /** 全年工作日数。 */
    public int workingDays() {
        return months.stream().mapToInt(Month::workingDays).sum();
    }
}
