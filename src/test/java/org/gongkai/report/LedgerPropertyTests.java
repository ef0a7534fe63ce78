package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.spi.ApplicantColumn;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.RemedyFact;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("随机的台账：数出来的表全平，埋一处错就说出那一件")
class LedgerPropertyTests {

    private static final int FIRST = 2019;
    private static final int LAST = 2024;

    private static FilledTables tables(ReportForm form, int year, LedgerFacts facts) {
        LedgerCount count = LedgerCount.of(form, year, facts);
        assertThat(count.defects()).isEmpty();
        return count.tables();
    }

    @RepeatedTest(200)
    @DisplayName("每一年、两种格式：各条勾稽关系、两年之间、汇总与各机关")
    void every_identity_holds(RepetitionInfo round) {
        RandomLedger random = new RandomLedger(round.getCurrentRepetition());
        List<ApplicationFact> all = random.applications(random.next(400));
        List<RemedyFact> remedies = random.remedies(random.next(60));
        FilledTables before = null;
        for (int year = FIRST; year <= LAST; year++) {
            LedgerFacts facts = RandomLedger.of(all, remedies, year);
            FilledTables whole = tables(ReportForm.inForce(year), year, facts);
            assertThat(CrossFooting.check(whole)).isEmpty();
            assertThat(CrossFooting.check(tables(ReportForm.FORM_2019, year, facts)))
                    .isEmpty();
            int y = year;
            List<FilledTables> bodies = RandomLedger.BODIES.stream()
                    .map(body -> facts.byBody().getOrDefault(body, LedgerFacts.NONE))
                    .map(part -> tables(ReportForm.inForce(y), y, part))
                    .toList();
            assertThat(CrossFooting.gathered(whole, bodies)).isEmpty();
            if (before != null) {
                assertThat(CrossFooting.carriedOver(before, whole)).isEmpty();
            }
            before = whole;
        }
    }

    @RepeatedTest(50)
    @DisplayName("每格都等于从原始行里直接数的")
    void every_cell_equals_a_recount(RepetitionInfo round) {
        RandomLedger random = new RandomLedger(1_000 + round.getCurrentRepetition());
        List<ApplicationFact> all = random.applications(300);
        List<RemedyFact> remedies = random.remedies(40);
        int year = FIRST + random.next(5);
        LedgerFacts facts = RandomLedger.of(all, remedies, year);
        FilledTables whole = tables(ReportForm.FORM_2021, year, facts);
        for (ApplicantColumn applicant : ApplicantColumn.values()) {
            for (String row : List.of("A", "B", "C1", "C3.4", "C6.2", "C7", "D")) {
                long recount = all.stream()
                        .filter(one -> one.applicant() == applicant)
                        .filter(one -> isIn(row, one, year))
                        .count();
                assertThat(whole.at(row, applicant.code())).contains(BigDecimal.valueOf(recount));
                assertThat(LedgerCount.applications(
                                ReportForm.FORM_2021, year, facts, CellAddress.of(row, applicant.code())))
                        .hasSize((int) recount);
            }
        }
        for (ReportRow row : ReportForm.FORM_2021.rows(ReportTable.REMEDIES)) {
            for (String column : row.columns()) {
                assertThat(LedgerCount.remedies(facts, CellAddress.of(row.code(), column)))
                        .hasSize(whole.at(row.code(), column).orElseThrow().intValue());
            }
        }
    }

    /** 另写一遍的数法。 */
    private static boolean isIn(String row, ApplicationFact one, int year) {
        String from = year + "-01-01";
        String to = year + "-12-31";
        String received = one.receivedOn().toString();
        String replied = one.repliedOn() == null ? "9999" : one.repliedOn().toString();
        return switch (row) {
            case "A" -> received.compareTo(from) >= 0 && received.compareTo(to) <= 0;
            case "B" -> received.compareTo(from) < 0 && replied.compareTo(from) >= 0;
            case "C7" -> replied.compareTo(from) >= 0 && replied.compareTo(to) <= 0;
            case "D" -> received.compareTo(to) <= 0 && replied.compareTo(to) > 0;
            default -> row.equals(one.row()) && replied.compareTo(from) >= 0 && replied.compareTo(to) <= 0;
        };
    }

    @RepeatedTest(200)
    @DisplayName("任何一格改动任何一个数，都不平，说出的格里有它")
    void any_planted_change_is_named(RepetitionInfo round) {
        RandomLedger random = new RandomLedger(5_000 + round.getCurrentRepetition());
        int year = FIRST + random.next(5);
        LedgerFacts facts = RandomLedger.of(random.applications(300), random.remedies(30), year);
        FilledTables right = tables(ReportForm.inForce(year), year, facts);
        List<CellAddress> cells = new ArrayList<>(right.figures().keySet());
        CellAddress cell = cells.get(random.next(cells.size()));
        BigDecimal off = BigDecimal.valueOf(1 + random.next(1_000));
        FilledTables wrong = right.with(cell, right.at(cell).orElseThrow().add(off));

        List<BrokenIdentity> broken = CrossFooting.check(wrong);
        assertThat(broken).isNotEmpty().allSatisfy(one -> {
            assertThat(one.cells()).contains(cell);
            assertThat(one.difference()).isNotNull();
            assertThat(one.left()
                            .subtract(java.util.Objects.requireNonNull(one.right()))
                            .abs())
                    .isEqualByComparingTo(off);
        });
        if (!cell.row().startsWith("T4")) {
            assertThat(CrossFooting.suspect(wrong, broken)).contains(cell);
        }
    }

    @Test
    @DisplayName("办结了没有结果、结果不在表里、答复早于收到、同一件两次：说出编号，表也不平")
    void a_planted_case_is_named() {
        List<ApplicationFact> all = new RandomLedger(7).applications(100);
        ApplicationFact one = all.stream()
                .filter(fact -> fact.repliedOn() != null)
                .findFirst()
                .orElseThrow();
        int year = java.util.Objects.requireNonNull(one.repliedOn()).getYear();

        check(
                all,
                one,
                new ApplicationFact(
                        one.reference(),
                        one.body(),
                        one.applicant(),
                        one.receivedOn(),
                        one.repliedOn(),
                        null,
                        one.path()),
                year,
                "report.defect.noResult");
        check(
                all,
                one,
                new ApplicationFact(
                        one.reference(),
                        one.body(),
                        one.applicant(),
                        one.receivedOn(),
                        one.repliedOn(),
                        "C9",
                        one.path()),
                year,
                "report.defect.unknownResult");
        check(
                all,
                one,
                new ApplicationFact(
                        one.reference(),
                        one.body(),
                        one.applicant(),
                        one.repliedOn(),
                        one.repliedOn().minusYears(1),
                        one.row(),
                        one.path()),
                year,
                "report.defect.repliedBeforeReceived");

        List<ApplicationFact> twice = new ArrayList<>(all);
        twice.add(one);
        LedgerCount count = LedgerCount.of(ReportForm.FORM_2021, year, new LedgerFacts(twice, List.of(), List.of()));
        assertThat(count.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.reference()).isEqualTo(one.reference());
            assertThat(defect.messageKey()).isEqualTo("report.defect.twice");
        });
    }

    private static void check(
            List<ApplicationFact> all, ApplicationFact right, ApplicationFact wrong, int year, String key) {
        List<ApplicationFact> planted = new ArrayList<>(all);
        planted.set(planted.indexOf(right), wrong);
        LedgerCount count = LedgerCount.of(ReportForm.FORM_2021, year, new LedgerFacts(planted, List.of(), List.of()));

        assertThat(count.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.reference()).isEqualTo(right.reference());
            assertThat(defect.messageKey()).isEqualTo(key);
            assertThat(defect.path()).isEqualTo(right.path());
        });
        assertThat(CrossFooting.check(count.tables())).as(key).isNotEmpty();
    }
}
