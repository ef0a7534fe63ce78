package org.gongkai.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.demonstration.Formed.Fate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("示范区模拟器：确定、像真的、埋下的都记得")
class DistrictYearTests {

    private static final LocalDate FROM = LocalDate.of(2025, 11, 24);
    private static final LocalDate TO = LocalDate.of(2026, 11, 23);
    private final DistrictYear year = DistrictYear.simulate(DistrictYear.SEED, DistrictSize.SMALL, FROM, TO);
    private final List<Formed> formed = year.formed().toList();

    @Test
    @DisplayName("同一个种子得到同样的内容，换一个种子不同")
    void the_same_seed_gives_the_same_district() {
        var again = DistrictYear.simulate(DistrictYear.SEED, DistrictSize.SMALL, FROM, TO);
        var other = DistrictYear.simulate(7, DistrictSize.SMALL, FROM, TO);

        assertThat(new DistrictFiles(again).disclosures().toList())
                .isEqualTo(new DistrictFiles(year).disclosures().toList());
        assertThat(new DistrictFiles(other).formations().toList())
                .isNotEqualTo(new DistrictFiles(year).formations().toList());
    }

    @Test
    @DisplayName("约四十个机构、二十六个试点领域和两个本地领域")
    void a_district_of_about_forty_bodies() {
        assertThat(year.bodies()).hasSizeBetween(38, 45);
        assertThat(year.bodies()).extracting(District.Body::code).doesNotHaveDuplicates();
        assertThat(year.bodies()).extracting(District.Body::name).doesNotHaveDuplicates();
        assertThat(new DistrictFiles(year).areas()).hasSize(28);
        assertThat(formed.size()).isBetween(1200, 3000);
        assertThat(formed).extracting(Formed::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("同一机构同一事项同一天只形成一次，标题不重复")
    void titles_are_distinct_within_an_item() {
        Map<String, List<Formed>> byPair = formed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.body().code() + one.row().key()));

        byPair.forEach((pair, ones) -> {
            assertThat(ones).as(pair).extracting(Formed::formedOn).doesNotHaveDuplicates();
            assertThat(ones).as(pair).extracting(Formed::title).doesNotHaveDuplicates();
        });
    }

    @Test
    @DisplayName("遗漏约百分之三、延误约百分之五，最后一日那天发布的和只迟一天的都有")
    void omissions_and_delays_are_planted() {
        double omitted = share(Fate.OMITTED);
        double late = share(Fate.LATE);

        assertThat(omitted).isBetween(0.02, 0.04);
        assertThat(late).isBetween(0.035, 0.065);
        assertThat(formed)
                .anyMatch(one -> one.publishedOn() != null && one.publishedOn().equals(one.due()));
        assertThat(formed)
                .anyMatch(one -> one.publishedOn() != null
                        && one.due() != null
                        && one.publishedOn().equals(one.due().plusDays(1)));
        assertThat(formed).filteredOn(one -> one.fate() == Fate.OMITTED).allMatch(one -> one.publishedOn() == null);
        assertThat(formed).filteredOn(Formed::late).allMatch(one -> one.fate() == Fate.LATE);
    }

    @Test
    @DisplayName("逐日数出的最后一日与公布的用例一致（R-DAY-04、R-ACT-07）")
    void the_naive_count_agrees_with_the_published_vectors() {
        var calendar = new StepCalendar();

        assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 9, 24), 20)).isEqualTo(LocalDate.of(2026, 10, 29));
        assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 4, 30), 10)).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(calendar.workingDaysAfter(LocalDate.of(2025, 9, 26), 20)).isEqualTo(LocalDate.of(2025, 10, 30));
        assertThat(RowLimit.C20.due(LocalDate.of(2026, 1, 25), calendar)).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(RowLimit.C20.due(LocalDate.of(2026, 1, 28), calendar)).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(RowLimit.QUARTER.due(LocalDate.of(2026, 5, 3), calendar)).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    @DisplayName("目录里写的每种期限，时限模块读出来与模拟器数的一样：一年里的每一天")
    void printed_limits_are_read_as_they_are_counted() {
        var calendar = new StepCalendar();
        var working = WorkingCalendar.builtIn();
        for (RowLimit limit : RowLimit.values()) {
            for (int i = 0; i < 4; i++) {
                var phrase = TimeLimitPhrases.parse(limit.phrase(i));
                assertThat(phrase.confident()).as(limit.phrase(i)).isTrue();
                if (phrase.toTimeLimit().orElse(null) instanceof TimeLimit.Counted counted) {
                    for (LocalDate day = FROM; !day.isAfter(LocalDate.of(2026, 11, 20)); day = day.plusDays(1)) {
                        assertThat(Deadline.of(day, counted, working).due())
                                .as("%s from %s", limit.phrase(i), day)
                                .isEqualTo(limit.due(day, calendar));
                    }
                } else {
                    assertThat(limit.due(FROM, calendar) == null || limit.periodic())
                            .as(limit.phrase(i) + " is " + phrase.toTimeLimit())
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("答案各数相加等于形成的条数，加上期限已过而什么也没有形成的几期")
    void the_answer_key_adds_up() {
        var key = new AnswerKey(year);
        var cells = key.cells(TO).values();

        assertThat(cells.stream()
                        .mapToInt(cell -> cell.open() + cell.metOnTime() + cell.metLate())
                        .sum())
                .isEqualTo(formed.size()
                        + year.quiet().filter(one -> one.overdueOn(TO)).count());
        assertThat(key.planted(TO))
                .hasSize(cells.stream()
                        .mapToInt(cell -> cell.overdue() + cell.metLate())
                        .sum());
        assertThat(cells).allMatch(cell -> cell.itemsCovered() <= cell.itemsOwed());
    }

    @Test
    @DisplayName("文稿填满了词，表格成对，正文足够长")
    void papers_are_filled() {
        assertThat(year.published().map(Papers::write)).allSatisfy(paper -> {
            assertThat(paper.html()).doesNotContain("{").doesNotContain("null").hasSizeGreaterThan(200);
            assertThat(paper.html().split("<table>", -1))
                    .hasSameSizeAs(paper.html().split("</table>", -1));
        });
        assertThat(formed)
                .extracting(Formed::title)
                .allSatisfy(title -> assertThat(title).doesNotContain("{"));
    }

    @Test
    @DisplayName("目录工作簿是官方模板的版式：标题、两行表头、合并的一级事项")
    void the_catalogue_workbook_opens() throws Exception {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(new DistrictFiles(year).catalogue("社会救助")))) {
            var sheet = book.getSheetAt(0);

            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("公开事项");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("二级事项");
            assertThat(sheet.getNumMergedRegions()).isGreaterThan(8);
            assertThat(sheet.getRow(5).getCell(2).getStringCellValue()).isEqualTo("办事指南");
        }
    }

    @Test
    @DisplayName("定期公开的有几期什么也没有形成：不登记、不发布")
    void some_periods_are_quiet() {
        var quiet = year.quiet().toList();

        assertThat(quiet)
                .hasSizeBetween(3, 60)
                .allMatch(one -> one.row().limit().periodic());
        assertThat(new DistrictFiles(year).formations())
                .noneMatch(line -> quiet.stream().anyMatch(one -> line.contains("\"f-" + one.id() + "\"")));
    }

    private static long daysLate(Formed one) {
        return one.publishedOn() == null || one.due() == null
                ? Long.MIN_VALUE
                : ChronoUnit.DAYS.between(one.due(), one.publishedOn());
    }

    private double share(Fate fate) {
        return formed.stream().filter(one -> one.fate() == fate).count() / (double) formed.size();
    }
}
