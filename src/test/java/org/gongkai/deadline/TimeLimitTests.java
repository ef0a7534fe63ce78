package org.gongkai.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.deadline.TimeLimit.Frequency;
import org.gongkai.law.Statutes;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("时限的值")
class TimeLimitTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "20wd, 20个工作日内",
        "30cd, 30日内",
        "0cd, 当日",
        "6mo, 6个月内",
        "1y, 1年内",
        "5h, 5小时内",
        "by--01-31, 1月31日前",
        "immediately, 实时",
        "standing, 长期公开",
        "yearly, 每年",
        "yearly@--01-31, 每年1月31日前",
        "yearly@--03-EOM, 每年3月底前",
        "yearly@Q1, 每年第一季度",
        "yearly@H2, 每年下半年",
        "yearly@--06, 每年6月",
        "yearly@--01-01/--01-31, 每年1月1日至1月31日",
        "monthly@DAY-10, 每月10日前",
        "monthly@DAY-EOM, 每月月底前",
        "quarterly+15cd, 每季度终了之日起15日内",
        "half_yearly, 每半年",
        "yearly*2, 每年公开2次",
        "weekly, 每周"
    })
    @DisplayName("代码写出再读回不变，并有规范的中文写法")
    void codes_round_trip(String code, String chinese) {
        TimeLimit limit = TimeLimit.ofCode(code);

        assertThat(limit.code()).isEqualTo(code);
        assertThat(limit.inChinese()).isEqualTo(chinese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "20days",
                "by--13-01",
                "yearly@DAY-10",
                "monthly@--01-31",
                "yearly@--13",
                "999999wd",
                "fortnightly",
                "yearly@Q1+3cd"
            })
    @DisplayName("读不懂的代码给出拒绝")
    void unreadable_codes_are_refused(String code) {
        assertThatThrownBy(() -> TimeLimit.ofCode(code)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("每季度终了之日起15日内：四期，最后一日遇休息日顺延")
    void a_limit_after_each_quarter_has_four_periods() {
        var periods = new TimeLimit.Periodic(Frequency.QUARTERLY, null, TimeLimit.calendarDays(15), 1, null)
                .periods(2026, CALENDAR);

        assertThat(periods)
                .extracting(TimeLimit.Period::due)
                .containsExactly(
                        LocalDate.of(2026, 4, 15),
                        LocalDate.of(2026, 7, 15),
                        LocalDate.of(2026, 10, 15),
                        LocalDate.of(2027, 1, 15));
    }

    @Test
    @DisplayName("每年1月31日前、每月10日前、第一季度、上半年：固定日期不顺延（R-DAY-08）")
    void fixed_dates_of_a_schedule_do_not_roll() {
        assertThat(dues(every(Frequency.YEARLY, "--01-31"))).containsExactly(LocalDate.of(2026, 1, 31));
        assertThat(dues(every(Frequency.YEARLY, "Q1"))).containsExactly(LocalDate.of(2026, 3, 31));
        assertThat(dues(every(Frequency.YEARLY, "H1"))).containsExactly(LocalDate.of(2026, 6, 30));
        assertThat(dues(every(Frequency.YEARLY, "--02-EOM"))).containsExactly(LocalDate.of(2026, 2, 28));
        assertThat(dues(every(Frequency.MONTHLY, "DAY-31")))
                .hasSize(12)
                .contains(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 12, 31));
        assertThat(dues(every(Frequency.QUARTERLY, null)))
                .endsWith(LocalDate.of(2026, 12, 31))
                .hasSize(4);
        assertThat(dues(every(Frequency.WEEKLY, null))).hasSize(52);
    }

    private static List<LocalDate> dues(TimeLimit.Periodic periodic) {
        return periodic.periods(2026, CALENDAR).stream()
                .map(TimeLimit.Period::due)
                .toList();
    }

    @Test
    @DisplayName("法定时限引用的条款都在法规表里")
    void statutory_limits_rest_on_known_articles() {
        Statutes statutes = new Statutes();
        for (TimeLimit limit : List.of(
                StatutoryLimits.DISCLOSE,
                StatutoryLimits.ASK_FOR_CORRECTION,
                StatutoryLimits.REPLY,
                StatutoryLimits.EXTENSION,
                StatutoryLimits.THIRD_PARTY_OPINION,
                StatutoryLimits.CO_PRODUCER_OPINION,
                StatutoryLimits.DEPARTMENT_REPORT,
                StatutoryLimits.GOVERNMENT_REPORT,
                StatutoryLimits.BUDGET,
                StatutoryLimits.WITHDRAW_PENALTY)) {
            assertThat(statutes.find(limit.basis())).isPresent();
        }
    }

    private static TimeLimit.Periodic every(Frequency frequency, @Nullable String date) {
        return new TimeLimit.Periodic(frequency, date, null, 1, null);
    }
}
