package org.gongkai.deadline;

import static java.time.Month.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.deadline.Deadline.Reason;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("时限推算")
class DeadlineTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Deadline reply(String receivedOn) {
        return Deadline.of(day(receivedOn), StatutoryLimits.REPLY, CALENDAR);
    }

    @ParameterizedTest(name = "{0}：{1} 起 {2} 个工作日，{3} 到期")
    @CsvSource({
        "T-REQ-01, 2026-09-24, 20, 2026-10-29",
        "T-REQ-03, 2026-09-24, 7, 2026-10-12",
        "T-REQ-04, 2026-09-24, 2, 2026-09-29",
        "T-REQ-05, 2026-02-13, 20, 2026-03-19",
        "T-REQ-06, 2026-02-14, 20, 2026-03-20",
        "T-REQ-07, 2026-10-09, 20, 2026-11-05",
        "T-REQ-08, 2026-03-02, 20, 2026-03-30",
        "T-REQ-11, 2026-03-11, 15, 2026-04-01",
        "T-REQ-12, 2026-03-10, 15, 2026-03-31",
        "T-REQ-13 补正通知, 2026-03-02, 7, 2026-03-11",
        "T-REQ-13 重新起算, 2026-03-18, 20, 2026-04-16",
        "R-ACT-01, 2026-04-30, 20, 2026-06-01",
        "R-ACT-01, 2026-09-30, 20, 2026-11-03",
        "R-ACT-01, 2026-12-03, 20, 2026-12-31",
        "10个工作日的事项, 2026-04-30, 10, 2026-05-18",
        "style 3.10 春节前, 2024-02-02, 10, 2024-02-21",
    })
    @DisplayName("规则文件 §3、§4.3 的算例")
    void falls_due_as_the_published_vectors(String id, LocalDate start, int n, LocalDate due) {
        assertThat(Deadline.of(start, TimeLimit.workingDays(n), CALENDAR).due())
                .as(id)
                .isEqualTo(due);
    }

    @Test
    @DisplayName("T-REQ-02 延长二十个工作日：从原来的最后一日接着数")
    void an_extension_counts_on_from_the_first_due_date() {
        assertThat(reply("2026-09-24").extended(20).due()).isEqualTo("2026-11-26");
    }

    @Test
    @DisplayName("T-REQ-09 征求第三方意见：发函次日至收到意见当日不计（R-REQ-12、R-REQ-15）")
    void consultation_suspends_and_resumes() {
        Deadline paused = reply("2026-03-02").paused(day("2026-03-10"), day("2026-03-26"));

        assertThat(paused.due()).isEqualTo("2026-04-16");
        assertThat(paused.extended(20).due()).as("T-REQ-10").isEqualTo("2026-05-18");
        assertThat(reply("2026-03-02")
                        .paused(day("2026-03-09"), day("2026-03-26"))
                        .due())
                .as("发函当日也扣除的另一种口径")
                .isEqualTo("2026-04-17");
    }

    @Test
    @DisplayName("同时征求几家意见：重叠的期间取并集，不相加（R-REQ-15）")
    void overlapping_pauses_are_a_union() {
        Deadline once = reply("2026-03-02").paused(day("2026-03-10"), day("2026-03-26"));
        Deadline thrice = reply("2026-03-02")
                .paused(day("2026-03-12"), day("2026-03-20"))
                .paused(day("2026-03-10"), day("2026-03-18"))
                .paused(day("2026-03-18"), day("2026-03-26"));

        assertThat(thrice.due()).isEqualTo(once.due());
    }

    @ParameterizedTest(name = "{0} 起 {1} 日：{2}，顺延到 {3}")
    @CsvSource({
        "2026-09-01, 30, 2026-10-01, 2026-10-08",
        "2026-08-03, 60, 2026-10-02, 2026-10-08",
        "2026-10-29, 60, 2026-12-28, 2026-12-28",
        "2026-01-25, 20, 2026-02-14, 2026-02-14",
        "2026-01-28, 20, 2026-02-17, 2026-02-24",
    })
    @DisplayName("自然日：最后一日是休息日的顺延到其次一工作日（R-DAY-02、R-ACT-07）")
    void calendar_days_roll_over_days_off(LocalDate start, int n, LocalDate plain, LocalDate rolled) {
        Deadline deadline = Deadline.of(start, TimeLimit.calendarDays(n), CALENDAR);

        assertThat(deadline.rolling(false).due()).isEqualTo(plain);
        assertThat(deadline.due()).isEqualTo(rolled);
    }

    @ParameterizedTest(name = "{0} 起 {1} 个月 = {2}")
    @CsvSource({
        "2026-01-31, 1, 2026-02-28",
        "2024-01-31, 1, 2024-02-29",
        "2026-08-31, 6, 2027-02-28",
        "2026-03-15, 3, 2026-06-15"
    })
    @DisplayName("月：对应日，没有对应日的为月末（R-DAY-05）")
    void months_end_on_the_corresponding_day(LocalDate start, int n, LocalDate due) {
        assertThat(Deadline.of(start, TimeLimit.months(n), CALENDAR)
                        .rolling(false)
                        .due())
                .isEqualTo(due);
    }

    @Test
    @DisplayName("年：闰日的对应日是二月末；固定日期从不顺延（R-DAY-05、R-DAY-08）")
    void years_and_fixed_dates() {
        assertThat(Deadline.of(day("2024-02-29"), TimeLimit.years(1), CALENDAR).due())
                .isEqualTo("2025-02-28");
        // 2026-01-31 是星期六
        assertThat(Deadline.of(day("2025-12-01"), StatutoryLimits.DEPARTMENT_REPORT, CALENDAR)
                        .rolling(true)
                        .due())
                .isEqualTo("2026-01-31");
        assertThat(Deadline.of(day("2026-01-31"), TimeLimit.onOrBefore(JANUARY, 31), CALENDAR)
                        .due())
                .isEqualTo("2026-01-31");
        assertThat(Deadline.of(day("2026-02-01"), TimeLimit.onOrBefore(JANUARY, 31), CALENDAR)
                        .due())
                .isEqualTo("2027-01-31");
    }

    @Test
    @DisplayName("小时连续计算，夜间和假日不停（R-DAY-07）；其余的到最后一日 23:59:59（R-DAY-13）")
    void hours_run_through_nights_and_holidays() {
        var fire = LocalDateTime.parse("2026-09-30T22:30");

        assertThat(Deadline.of(fire, TimeLimit.hours(5), CALENDAR).dueMoment()).isEqualTo("2026-10-01T03:30");
        assertThat(Deadline.of(fire, TimeLimit.hours(48), CALENDAR).due()).isEqualTo("2026-10-02");
        assertThat(reply("2026-09-24").dueMoment()).isEqualTo("2026-10-29T23:59:59");
    }

    @Test
    @DisplayName("即时：当日")
    void immediately_is_the_same_day() {
        assertThat(Deadline.of(day("2026-10-03"), TimeLimit.immediately(), CALENDAR)
                        .due())
                .isEqualTo("2026-10-03");
    }

    @Test
    @DisplayName("触及未公布年份的推算标为暂定（R-DAY-11）")
    void touching_an_unannounced_year_is_provisional() {
        assertThat(Deadline.of(day("2026-12-03"), TimeLimit.workingDays(20), CALENDAR)
                        .provisional())
                .isFalse();
        Deadline next = Deadline.of(day("2026-12-03"), TimeLimit.workingDays(21), CALENDAR);
        assertThat(next.provisional()).isTrue();
        assertThat(next.due()).isEqualTo("2027-01-04");
        // 不顺延的自然日用不到日历
        assertThat(Deadline.of(day("2026-12-03"), TimeLimit.calendarDays(60), CALENDAR)
                        .rolling(false)
                        .provisional())
                .isFalse();
    }

    @Test
    @DisplayName("T-REQ-01 的逐日说明：起算日不计，中秋、国庆不计并指明通知，10月10日调休上班计入")
    void the_ledger_names_each_day_and_its_notice() {
        var days = reply("2026-09-24").explain();

        assertThat(days)
                .extracting(Deadline.Day::date)
                .startsWith(day("2026-09-24"))
                .endsWith(day("2026-10-29"));
        assertThat(days.getFirst().reason()).isEqualTo(Reason.START);
        assertThat(days).filteredOn(Deadline.Day::counted).hasSize(20);
        assertThat(days.getLast().number()).isEqualTo(20);
        assertThat(on(days, "2026-09-25").reason()).isEqualTo(Reason.HOLIDAY);
        assertThat(on(days, "2026-09-25").name()).isEqualTo("中秋节");
        assertThat(on(days, "2026-10-10").reason()).isEqualTo(Reason.MAKE_UP_DAY);
        assertThat(on(days, "2026-10-10").notice().citation()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(on(days, "2026-10-11").reason()).isEqualTo(Reason.WEEKEND);
    }

    @Test
    @DisplayName("逐日说明：扣除的日子指明是哪一段，延长另起计数，顺延单列")
    void the_ledger_shows_pauses_extension_and_rolling() {
        var days = reply("2026-03-02")
                .paused(day("2026-03-10"), day("2026-03-26"))
                .extended(20)
                .explain();
        assertThat(on(days, "2026-03-11").reason()).isEqualTo(Reason.PAUSED);
        assertThat(on(days, "2026-03-11").pause().until()).isEqualTo("2026-03-26");
        assertThat(on(days, "2026-03-10").number()).isEqualTo(6);
        assertThat(on(days, "2026-04-16").part()).isEqualTo(Deadline.Part.LIMIT);
        assertThat(on(days, "2026-04-17").part()).isEqualTo(Deadline.Part.EXTENSION);
        assertThat(on(days, "2026-04-17").number()).isEqualTo(1);
        assertThat(days.getLast().number()).isEqualTo(20);

        var rolled = Deadline.of(day("2026-09-01"), TimeLimit.calendarDays(30), CALENDAR)
                .explain();
        assertThat(on(rolled, "2026-10-01").counted()).isTrue();
        assertThat(on(rolled, "2026-10-07").part()).isEqualTo(Deadline.Part.ROLL);
        assertThat(rolled.getLast().reason()).isEqualTo(Reason.ROLLED_TO);
    }

    private static Deadline.Day on(List<Deadline.Day> days, String date) {
        return days.stream()
                .filter(day -> day.date().equals(day(date)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("不合理的输入给出拒绝，而不是日期")
    void absurd_input_is_refused() {
        refused("deadline.limitOutOfRange.working-day", () -> TimeLimit.workingDays(-1));
        refused("deadline.limitOutOfRange.calendar-day", () -> TimeLimit.calendarDays(1_000_000_000));
        refused("deadline.limitOutOfRange.hour", () -> TimeLimit.hours(-5));
        refused("deadline.pauseBackwards", () -> reply("2026-03-02").paused(day("2026-03-26"), day("2026-03-10")));
        refused("deadline.extensionOutOfRange", () -> reply("2026-03-02").extended(-1));
        refused("deadline.dateOutOfRange", () -> reply("+999999999-01-01"));
        refused("deadline.dateOutOfRange", () -> reply("0001-01-01"));
        refused("deadline.dateOutOfRange", () -> reply("2026-03-02").paused(day("2026-03-02"), LocalDate.MAX));
        refused("deadline.dateOutOfRange", () -> reply("2149-12-31").due());
        refused(
                "deadline.hoursRunOn",
                () -> Deadline.of(day("2026-03-02"), TimeLimit.hours(5), CALENDAR)
                        .extended(1));
    }

    private static void refused(String key, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo(key));
    }

    @Test
    @DisplayName("十万个随机经过：与逐日推算没有一个不同，逐日说明的计数也相符")
    void a_hundred_thousand_random_histories_agree_with_day_stepping() {
        NaiveDays naive = NaiveDays.withNotices();
        WorkingCalendar same = WorkingCalendar.of(
                1,
                CALENDAR.notices().stream()
                        .filter(notice -> notice.year() >= 2018)
                        .toList(),
                List.of());
        Random random = new Random(20260924);
        for (int i = 0; i < 100_000; i++) {
            var history = history(random);
            Deadline deadline = deadline(history, same);
            assertThat(deadline.due()).as("%s %s", i, history).isEqualTo(naive.due(history));
            if (i % 50 == 0) {
                var days = deadline.explain();
                assertThat(days.getLast().date()).isEqualTo(deadline.due());
                assertThat(days)
                        .filteredOn(day -> day.part() == Deadline.Part.EXTENSION && day.counted())
                        .hasSize(history.extension());
                assertThat(days).extracting(Deadline.Day::date).doesNotHaveDuplicates();
            }
        }
    }

    static Deadline deadline(NaiveDays.History history, WorkingCalendar calendar) {
        TimeLimit.Counted limit =
                switch (history.unit()) {
                    case "working-day" -> TimeLimit.workingDays(history.limit());
                    case "calendar-day" -> TimeLimit.calendarDays(history.limit());
                    case "month" -> TimeLimit.months(history.limit());
                    default -> TimeLimit.years(history.limit());
                };
        var pauses = history.pauses().stream()
                .map(pause -> new Deadline.Pause(pause[0], pause[1]))
                .toList();
        return Deadline.of(history.start(), limit, calendar)
                .rolling(history.roll())
                .paused(pauses)
                .extended(history.extension());
    }

    private static NaiveDays.History history(Random random) {
        LocalDate start = LocalDate.of(2017, 6, 1).plusDays(random.nextInt(3600));
        String unit = List.of("working-day", "working-day", "calendar-day", "month", "year")
                .get(random.nextInt(5));
        int limit =
                switch (unit) {
                    case "month" -> random.nextInt(8);
                    case "year" -> random.nextInt(3);
                    default -> random.nextInt(61);
                };
        List<LocalDate[]> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate after = start.plusDays(random.nextInt(90) - 15);
            pauses.add(new LocalDate[] {after, after.plusDays(random.nextInt(30))});
        }
        return new NaiveDays.History(
                start, limit, unit, random.nextBoolean(), pauses, random.nextInt(3) == 0 ? random.nextInt(41) : 0);
    }
}
