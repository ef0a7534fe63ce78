package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.report.SampleReport.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("勾稽关系：哪几格不平、两边各多少、相差多少")
class CrossFootingTests {

    private static List<String> said(List<BrokenIdentity> broken) {
        return broken.stream()
                .map(one -> one.rule() + " " + one.of().getLast().replaceFirst("report\\.(row|column)\\.", "") + " "
                        + one.left() + "≠" + one.right())
                .toList();
    }

    @Test
    @DisplayName("T-ANN-01、T-ANN-02：全平")
    void the_vectors_balance() {
        assertThat(CrossFooting.check(SampleReport.CONSISTENT)).isEmpty();
        assertThat(CrossFooting.check(SampleReport.CITY)).isEmpty();
    }

    @Test
    @DisplayName("T-ANN-01 反例：D.c1 改成 1 而 D.c7 还是 2，第一条在 c1、第三条在 D 不平")
    void one_wrong_cell_breaks_its_row_and_its_column() {
        FilledTables wrong = SampleReport.CONSISTENT.with(CellAddress.of("D", "c1"), figure(1));
        List<BrokenIdentity> broken = CrossFooting.check(wrong);

        assertThat(said(broken)).containsExactlyInAnyOrder("R-ANN-23-3 D 1≠2", "R-ANN-23-1 c1 60≠59");
        assertThat(CrossFooting.suspect(wrong, broken)).contains(CellAddress.of("D", "c1"));
    }

    @Test
    @DisplayName("T-ANN-01 反例：两格都改成 1，第一条在 c1 和 c7 不平")
    void two_wrong_cells_break_two_columns() {
        FilledTables wrong = SampleReport.CONSISTENT
                .with(CellAddress.of("D", "c1"), figure(1))
                .with(CellAddress.of("D", "c7"), figure(1));

        assertThat(said(CrossFooting.check(wrong)))
                .containsExactlyInAnyOrder("R-ANN-23-1 c1 60≠59", "R-ANN-23-1 c7 68≠67");
    }

    @Test
    @DisplayName("表四的总计错了，说出相差多少")
    void a_wrong_total_of_table_four_is_named() {
        FilledTables wrong = SampleReport.CONSISTENT.with(CellAddress.of("T4.2", "d5"), figure(30));

        assertThat(CrossFooting.check(wrong)).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("R-ANN-24");
            assertThat(one.difference()).isEqualTo(figure(-2));
            assertThat(one.cells()).hasSize(5).contains(CellAddress.of("T4.2", "d5"));
        });
    }

    @Test
    @DisplayName("负数、小数不是件数；金额可以有小数，2019 年格式的增减可以是负数")
    void counts_are_whole_and_not_negative() {
        FilledTables money = SampleReport.CITY.with(CellAddress.of("T2.6", "a5"), new BigDecimal("31.25"));
        FilledTables fewer =
                FilledTables.of(ReportForm.FORM_2019, Map.of()).with(CellAddress.of("T2.3", "b5"), figure(-3));
        FilledTables negative = SampleReport.CITY.with(CellAddress.of("T2.3", "a4"), figure(-3));
        FilledTables half = SampleReport.CITY.with(CellAddress.of("T2.1", "a1"), new BigDecimal("1.5"));

        assertThat(CrossFooting.check(money)).isEmpty();
        assertThat(CrossFooting.check(fewer)).isEmpty();
        assertThat(said(CrossFooting.check(negative))).containsExactly("R-ANN-23-6 a4 -3≠0");
        assertThat(said(CrossFooting.check(half))).containsExactly("R-ANN-23-6 a1 1.5≠1");
    }

    @Test
    @DisplayName("总计空着而各项有数：只在它那一行说一次，不说它是零")
    void a_blank_total_is_said_once_and_is_not_zero() {
        FilledTables blank = SampleReport.table("A 3,0,0,0,0,0,3\nC1 3,0,0,0,0,0,3\nC7 3,0,0,0,0,0,3");
        var figures = new java.util.HashMap<>(blank.figures());
        figures.remove(CellAddress.of("C1", "c7"));
        List<BrokenIdentity> broken = CrossFooting.check(FilledTables.of(ReportForm.FORM_2021, figures));

        assertThat(broken).singleElement().satisfies(one -> {
            assertThat(one.messageKey()).isEqualTo("report.broken.applicants.blank");
            assertThat(one.left()).isEqualTo(figure(3));
            assertThat(one.right()).isNull();
            assertThat(one.difference()).isNull();
            assertThat(one.blanks()).containsExactly(CellAddress.of("C1", "c7"));
        });
    }

    @ParameterizedTest
    @EnumSource(ReportForm.class)
    @DisplayName("一格都没有填的表不说不平，两种格式都一样")
    void an_empty_table_breaks_nothing(ReportForm form) {
        assertThat(CrossFooting.check(FilledTables.of(form, Map.of()))).isEmpty();
    }

    @Test
    @DisplayName("上年结转与上一年度的结转下年度不等：说出两个数")
    void what_was_carried_on_must_arrive() {
        FilledTables before = FilledTables.of(ReportForm.FORM_2019, Map.of())
                .with(CellAddress.of("D", "c1"), figure(3))
                .with(CellAddress.of("D", "c7"), figure(3));

        assertThat(said(CrossFooting.carriedOver(before, SampleReport.CONSISTENT)))
                .containsExactly("R-ANN-23-4 c1 2≠3", "R-ANN-23-4 c7 2≠3");
    }

    @Test
    @DisplayName("汇总等于各机关之和；差在哪一格就说哪一格")
    void the_gathered_report_is_the_sum_of_the_bodies() {
        FilledTables whole =
                FilledTables.sum(ReportForm.FORM_2021, List.of(SampleReport.CONSISTENT, SampleReport.CITY));
        List<FilledTables> bodies = List.of(SampleReport.CONSISTENT, SampleReport.CITY);

        assertThat(CrossFooting.check(whole)).isEmpty();
        assertThat(CrossFooting.gathered(whole, bodies)).isEmpty();
        assertThat(said(CrossFooting.gathered(whole.with(CellAddress.of("C2", "c2"), figure(41)), bodies)))
                .containsExactly("R-ANN-11 c2 41≠40");
    }

    @Test
    @DisplayName("任何一格加一都会被说出来，说出的格里有它")
    void any_single_change_is_named() {
        for (CellAddress cell : ReportForm.FORM_2021.cells()) {
            if (cell.row().startsWith("T2")) {
                continue; // table two has no identities
            }
            FilledTables wrong = SampleReport.CITY.with(
                    cell, SampleReport.CITY.at(cell).orElseThrow().add(BigDecimal.ONE));
            List<BrokenIdentity> broken = CrossFooting.check(wrong);

            assertThat(broken).as(cell.toString()).isNotEmpty().allSatisfy(one -> {
                assertThat(one.cells()).contains(cell);
                assertThat(one.difference()).isNotNull();
            });
            if (!cell.row().startsWith("T4")) {
                assertThat(CrossFooting.suspect(wrong, broken))
                        .as(cell.toString())
                        .contains(cell);
            }
        }
    }
}
