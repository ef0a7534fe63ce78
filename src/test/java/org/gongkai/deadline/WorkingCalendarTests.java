package org.gongkai.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作日历：放假通知加调休上班（R-DAY-04、R-DAY-11）")
class WorkingCalendarTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    @ParameterizedTest(name = "{0} + {1} 个工作日 = {2}")
    @CsvSource({
        "2026-09-24, 7, 2026-10-12", "2026-09-24, 15, 2026-10-22", "2026-09-24, 20, 2026-10-29",
        "2026-09-24, 40, 2026-11-26", "2026-02-13, 20, 2026-03-19", "2026-09-30, 2, 2026-10-09",
        "2026-09-30, 20, 2026-11-03", "2026-04-30, 5, 2026-05-11", "2026-04-30, 10, 2026-05-18",
        "2026-04-30, 20, 2026-06-01", "2026-05-09, 1, 2026-05-11", "2026-06-18, 7, 2026-06-30",
        "2026-09-20, 7, 2026-09-30", "2026-01-03, 20, 2026-01-29", "2025-09-26, 20, 2025-10-30",
        "2026-12-03, 20, 2026-12-31", "2026-09-24, 0, 2026-09-24"
    })
    @DisplayName("规则文件 §8 的算例")
    void counts_as_the_published_vectors(LocalDate start, int n, LocalDate due) {
        assertThat(CALENDAR.plusWorkingDays(start, n)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} 年")
    @CsvSource({
        "2025, 19 19 21 22 19 20 23 21 23 18 20 23, 248",
        "2026, 21 16 22 21 19 21 23 21 22 18 21 23, 248",
    })
    @DisplayName("2025、2026 年各月工作日数与规则文件一致")
    void months_have_the_published_number_of_working_days(int year, String perMonth, int total) {
        var counts = IntStream.rangeClosed(1, 12)
                .map(month -> inMonth(YearMonth.of(year, month)))
                .boxed()
                .toList();

        assertThat(counts)
                .isEqualTo(List.of(perMonth.split(" ")).stream()
                        .map(Integer::valueOf)
                        .toList());
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
    }

    private static int inMonth(YearMonth month) {
        return CALENDAR.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth());
    }

    @Test
    @DisplayName("三十年里的每一天，与逐日推算一致：是否上班、第 n 个工作日、剩余工作日")
    void agrees_with_day_stepping_on_every_day_of_thirty_years() {
        NaiveDays naive = NaiveDays.withNotices();
        // the years the oracle has no notices for: compare the structure on a calendar with the same notices only
        WorkingCalendar same = WorkingCalendar.of(
                1,
                CALENDAR.notices().stream()
                        .filter(notice -> notice.year() >= 2018)
                        .toList(),
                List.of());
        LocalDate last = LocalDate.of(2035, 12, 31);
        int working = 0;
        for (LocalDate day = LocalDate.of(2005, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(same.isWorkingDay(day)).as("%s", day).isEqualTo(naive.working(day));
            working += naive.working(day) ? 1 : 0;
            assertThat(same.workingDaysBetween(LocalDate.of(2004, 12, 31), day)).isEqualTo(working);
            assertThat(same.onOrAfter(day)).isEqualTo(firstWorking(naive, day));
            assertThat(same.onOrBefore(day)).isEqualTo(lastWorking(naive, day));
        }
        for (LocalDate day = LocalDate.of(2005, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
            for (int n : new int[] {1, 7, 20, 45}) {
                var history = new NaiveDays.History(day, n, "working-day", false, List.of(), 0);
                assertThat(same.plusWorkingDays(day, n)).isEqualTo(naive.due(history));
            }
        }
    }

    private static LocalDate lastWorking(NaiveDays naive, LocalDate until) {
        LocalDate day = until;
        while (!naive.working(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static LocalDate firstWorking(NaiveDays naive, LocalDate from) {
        LocalDate day = from;
        while (!naive.working(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Test
    @DisplayName("每个放假、调休的日子都指明是哪份通知")
    void each_named_day_cites_its_notice() {
        CalendarDay makeUp = CALENDAR.day(LocalDate.of(2026, 10, 10));
        assertThat(makeUp.kind()).isEqualTo(CalendarDay.Kind.MAKE_UP);
        assertThat(makeUp.notice().citation()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(CALENDAR.day(LocalDate.of(2020, 2, 1)).notice().citation()).isEqualTo("国办发明电〔2020〕1号");
        assertThat(CALENDAR.day(LocalDate.of(2018, 12, 29)).notice().year()).isEqualTo(2019);
        assertThat(CALENDAR.day(LocalDate.of(2026, 11, 21)).kind()).isEqualTo(CalendarDay.Kind.WEEKEND);
        assertThat(CALENDAR.day(LocalDate.of(2020, 2, 3)).kind()).isEqualTo(CalendarDay.Kind.WORKING);
    }

    @Test
    @DisplayName("没有通知的年份是暂定的：只有法定节日休息，没有调休（R-DAY-11、R-DAY-12）")
    void a_year_without_a_notice_is_provisional() {
        assertThat(CALENDAR.announced(2026)).isTrue();
        assertThat(CALENDAR.announced(2027)).isFalse();
        assertThat(CALENDAR.provisional(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isFalse();
        assertThat(CALENDAR.provisional(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isTrue();
        for (String day : List.of(
                "2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01")) {
            assertThat(CALENDAR.day(LocalDate.parse(day)).kind()).isEqualTo(CalendarDay.Kind.STATUTORY);
        }
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 2, 9))).isTrue();
        assertThat(CALENDAR.day(LocalDate.of(2027, 3, 1)).provisional()).isTrue();
    }

    @Test
    @DisplayName("通知晚到：2020-01-20 收到的申请，原通知下 02-21 到期，延长春节假期后 02-25，只数周末 02-17")
    void a_later_notice_overrides_an_earlier_one() {
        var before = WorkingCalendar.of(
                1,
                CALENDAR.notices().stream()
                        .filter(notice -> !notice.id().equals("2020-2"))
                        .toList(),
                List.of());
        LocalDate received = LocalDate.of(2020, 1, 20);

        assertThat(before.plusWorkingDays(received, 20)).isEqualTo("2020-02-21");
        assertThat(CALENDAR.plusWorkingDays(received, 20)).isEqualTo("2020-02-25");
        assertThat(WorkingCalendar.of(1, List.of(), List.of()).plusWorkingDays(received, 20))
                .isEqualTo("2020-02-17");
    }

    @Test
    @DisplayName("地方假日是全国通知之上的一层，不使年份成为已公布（R-DAY-10）")
    void a_regional_layer_lies_on_top() {
        var regional = new HolidayNotice(
                "gx-2027",
                2027,
                null,
                "广西三月三",
                null,
                null,
                "450000",
                List.of(new HolidayNotice.Day(LocalDate.of(2027, 4, 9), "三月三", false)));
        var layered = WorkingCalendar.of(2, List.of(regional), List.of());

        assertThat(layered.isWorkingDay(LocalDate.of(2027, 4, 9))).isFalse();
        assertThat(layered.announced(2027)).isFalse();
        assertThat(layered.edition()).isEqualTo(2);
    }

    @Test
    @DisplayName("妇女节、青年节、建军节等部分公民放假的日子不影响工作日（R-DAY-10）")
    void holidays_of_part_of_the_people_do_not_count() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2024, 3, 8))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2025, 8, 1))).isTrue();
    }

    @Test
    @DisplayName("周日看周六到期的是逾期，周六看周日到期的还有一日，当天是 0")
    void never_today_for_a_day_that_has_passed() {
        var friday = LocalDate.of(2026, 11, 20);
        assertThat(CALENDAR.daysLeft(friday.plusDays(2), friday.plusDays(1))).isEqualTo(-1);
        assertThat(CALENDAR.daysLeft(friday.plusDays(1), friday.plusDays(2))).isEqualTo(1);
        assertThat(CALENDAR.daysLeft(friday, friday)).isZero();
        assertThat(CALENDAR.daysLeft(friday, friday.plusDays(3))).isEqualTo(1);
        assertThat(CALENDAR.daysLeft(friday.plusDays(10), friday)).isEqualTo(-6);
    }

    @Test
    @DisplayName("超出日历范围的日期给出拒绝，不给出错误的日期")
    void dates_out_of_range_are_refused() {
        for (Runnable attempt : List.<Runnable>of(
                () -> CALENDAR.plusWorkingDays(LocalDate.MAX, 1),
                () -> CALENDAR.plusWorkingDays(LocalDate.MIN, 1),
                () -> CALENDAR.plusWorkingDays(LocalDate.of(2149, 12, 31), 1),
                () -> CALENDAR.plusWorkingDays(LocalDate.of(2026, 1, 1), Integer.MAX_VALUE),
                () -> CALENDAR.plusWorkingDays(LocalDate.of(2026, 1, 1), -1),
                () -> CALENDAR.day(LocalDate.of(1900, 1, 1)))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.refusal().messageKey()).isEqualTo("deadline.dateOutOfRange"));
        }
    }
}
