package org.gongkai.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gongkai.GongkaiTest;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("工作日历的维护")
class CalendarModuleTests {

    private final CalendarDesk desk;
    private final WorkingCalendars calendars;
    private final TransactionTemplate transaction;

    CalendarModuleTests(CalendarDesk desk, WorkingCalendars calendars, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.calendars = calendars;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Every test puts the calendar back: others share the database. */
    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("第一次用到日历时，存入随程序带来的通知")
    void the_first_edition_is_what_comes_with_the_program() {
        WorkingCalendar calendar = calendars.current();

        assertThat(calendar.edition()).isGreaterThanOrEqualTo(1);
        assertThat(calendar.plusWorkingDays(day("2026-09-24"), 20)).isEqualTo("2026-10-29");
        assertThat(calendars.current()).isSameAs(calendar);
    }

    @Test
    @DisplayName("晚到的通知：先对照，写入后成为新的一版，2027 年不再是暂定（R-DAY-11）")
    void a_late_notice_becomes_a_new_edition() {
        undone(() -> {
            CalendarPreview preview = desk.preview(text("""
                            {"year": 2027, "papers": ["https://www.gov.cn/x.htm"], "days": [
                              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                              {"name": "春节", "date": "2027-02-14", "isOffDay": false}]}"""), "2027.json", null);
            assertThat(preview.added()).isEqualTo(2);
            assertThat(preview.years()).contains(2027);
            int before = calendars.stored().edition();

            CalendarChanged changed = desk.apply(preview).orElseThrow();

            WorkingCalendar now = calendars.stored();
            assertThat(changed.edition()).isEqualTo(before + 1).isEqualTo(now.edition());
            assertThat(changed.summary()).contains("2027年").contains("2027.json");
            assertThat(now.announced(2027)).isTrue();
            assertThat(now.isWorkingDay(day("2027-02-14"))).isTrue();
            assertThat(now.isWorkingDay(day("2027-02-08"))).as("公布后不再用暂定的法定节日").isTrue();
            assertThat(now.day(day("2027-01-01")).notice().url()).isEqualTo("https://www.gov.cn/x.htm");
        });
    }

    @Test
    @DisplayName("同一份文件导入两次，第二次什么也不变")
    void the_same_file_twice_changes_nothing() {
        undone(() -> {
            String file = "日期,名称,类型\n2027-01-01,元旦,休\n2027/1/3,元旦,班\n2026年12月27日,元旦,班\n";
            CalendarPreview first = desk.preview(text(file), "2027.csv", null);
            assertThat(first.notices())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.year()).isEqualTo(2027));
            desk.apply(first).orElseThrow();

            CalendarPreview again = desk.preview(text(file), "2027.csv", null);

            assertThat(again.changes()).isEmpty();
            assertThat(again.unchanged()).isEqualTo(3);
            assertThat(desk.apply(again)).isEmpty();
        });
    }

    @Test
    @DisplayName("随程序带来的年份再导入原来的文件，没有变化；改了一天的，只报那一天")
    void a_built_in_year_is_compared_day_by_day() {
        undone(() -> {
            var original = getClass().getResourceAsStream("/deadline/holidays/2026.json");
            assertThat(desk.preview(original, "2026.json", null).changes()).isEmpty();

            String longer = file("/deadline/holidays/2026.json")
                    .replace("\"days\": [", "\"days\": [{\"name\":\"国庆节\",\"date\":\"2026-10-08\",\"isOffDay\":true},");
            CalendarPreview preview = desk.preview(text(longer), "2026.json", null);

            assertThat(preview.changes())
                    .containsExactly(new CalendarPreview.Change(
                            day("2026-10-08"), "国庆节", CalendarPreview.Status.UNNAMED, CalendarPreview.Status.OFF));
            desk.apply(preview);
            assertThat(calendars.stored().plusWorkingDays(day("2026-09-24"), 20))
                    .isEqualTo("2026-10-30");
        });
    }

    @Test
    @DisplayName("GB18030 的 CSV 也能读；看不懂的行列出，其余照常")
    void a_gb18030_file_is_read_and_bad_rows_are_reported() {
        undone(() -> {
            byte[] bytes = "2027-01-01,元旦,休\n2027-13-01,元旦,休\n2027-01-02,元旦,也许\n2027-01-01,元旦,休\n一列\n"
                    .getBytes(Charset.forName("GB18030"));

            CalendarPreview preview = desk.preview(new ByteArrayInputStream(bytes), "节假日.csv", null);

            assertThat(preview.added()).isEqualTo(1);
            assertThat(preview.changes().getFirst().name()).isEqualTo("元旦");
            assertThat(preview.problems())
                    .extracting(CalendarPreview.Problem::row, CalendarPreview.Problem::messageKey)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2, "deadline.problem.date"),
                            org.assertj.core.groups.Tuple.tuple(3, "deadline.problem.kind"),
                            org.assertj.core.groups.Tuple.tuple(4, "deadline.problem.twice"),
                            org.assertj.core.groups.Tuple.tuple(5, "deadline.problem.columns"));
        });
    }

    @Test
    @DisplayName("地方假日只加一层，不使年份成为已公布（R-DAY-10）")
    void a_regional_layer_is_added_without_announcing_the_year() {
        undone(() -> {
            desk.apply(desk.preview(text("2027-04-09,三月三,休\n"), "三月三.csv", "450000"))
                    .orElseThrow();

            assertThat(calendars.stored().isWorkingDay(day("2027-04-09"))).isFalse();
            assertThat(calendars.stored().announced(2027)).isFalse();
        });
    }

    @Test
    @DisplayName("空文件、未公布的年份、坏文件、过期的对照：拒绝，日历不变")
    void bad_files_and_stale_previews_are_refused() {
        refused(
                "deadline.noDaysInFile",
                () -> desk.preview(text("{\"year\":2027,\"papers\":[],\"days\":[]}"), "2027.json", null));
        refused("deadline.noDaysInFile", () -> desk.preview(text(""), "空.csv", null));
        refused("deadline.fileUnreadable", () -> desk.preview(text("{\"year\":"), "坏.json", null));
        undone(() -> {
            CalendarPreview first = desk.preview(text("2027-01-01,元旦,休\n"), "甲.csv", null);
            CalendarPreview second = desk.preview(text("2027-01-02,元旦,休\n"), "乙.csv", null);
            desk.apply(first).orElseThrow();
            refused("deadline.calendarMoved", () -> desk.apply(second));
        });
    }

    private static void refused(String key, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo(key));
    }

    private static String file(String resource) {
        try (var in = CalendarModuleTests.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
