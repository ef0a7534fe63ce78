package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.law.Basis;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.RemedyFact;
import org.jspecify.annotations.Nullable;

/**
 * 把事实数成表三、表四。每格各数各的，总计也是数出来的、不是加出来的，所以勾稽关系真能查出错。
 *
 * <p>Counts facts into tables three and four. Sums are counted, not added, so that the identities have something to find.
 */
@Basis("OGI-50")
final class LedgerCount {

    private final ReportForm form;
    private final int year;
    private final Map<CellAddress, int[]> counts = new HashMap<>();
    private final List<LedgerDefect> defects = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private LedgerCount(ReportForm form, int year) {
        this.form = form;
        this.year = year;
        for (ReportRow row : form.rows()) {
            if (row.table() != ReportTable.ACTIVE_DISCLOSURE) {
                row.columns().forEach(column -> counts.put(CellAddress.of(row.code(), column), new int[1]));
            }
        }
    }

    static LedgerCount of(ReportForm form, int year, LedgerFacts facts) {
        LedgerCount count = new LedgerCount(form, year);
        facts.applications().forEach(count::application);
        facts.remedies().forEach(count::remedy);
        return count;
    }

    FilledTables tables() {
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
        counts.forEach((cell, count) -> figures.put(cell, BigDecimal.valueOf(count[0])));
        return FilledTables.of(form, figures);
    }

    List<LedgerDefect> defects() {
        return List.copyOf(defects);
    }

    private void application(ApplicationFact fact) {
        if (!seen.add("A " + fact.body() + " " + fact.reference())) {
            defect("report.defect.twice", fact);
            return;
        }
        List<String> rows = rows(form, year, fact);
        rows.forEach(row -> {
            add(row, fact.applicant().code());
            add(row, "c7");
        });
        problem(rows, fact).ifPresent(key -> defect(key, fact));
    }

    /** 一件申请恰好一新一旧（新收或者结转）、一进一出（一种结果或者结转下年）。 Exactly one way in and one way out. */
    private Optional<String> problem(List<String> rows, ApplicationFact fact) {
        if (fact.repliedOn() != null && fact.repliedOn().isBefore(fact.receivedOn())) {
            return Optional.of("report.defect.repliedBeforeReceived");
        }
        if (rows.contains("C7") && rows.stream().noneMatch(form.resultRows()::contains)) {
            return Optional.of(fact.row() == null ? "report.defect.noResult" : "report.defect.unknownResult");
        }
        return Optional.empty();
    }

    private void remedy(RemedyFact fact) {
        if (!seen.add("R " + fact.body() + " " + fact.route() + " " + fact.reference())) {
            defects.add(new LedgerDefect("R-ANN-24", "report.defect.twice", fact.reference(), fact.path()));
            return;
        }
        add(fact.route().row(), fact.outcome().column());
        add(fact.route().row(), "d5");
    }

    private void defect(String key, ApplicationFact fact) {
        defects.add(new LedgerDefect("R-ANN-23-5", key, fact.reference(), fact.path()));
    }

    private void add(String row, String column) {
        int[] count = counts.get(CellAddress.of(row, column));
        if (count != null) {
            count[0]++;
        }
    }

    /**
     * 一件申请在这一年计入的行（R-ANN-23）：结果按答复之日计，不按收到之日；年底之后答复的结转下年。
     *
     * <p>The rows one application counts in. The day of the reply decides, not the day of receipt.
     */
    static List<String> rows(ReportForm form, int year, ApplicationFact fact) {
        int received = fact.receivedOn().getYear();
        @Nullable
        Integer replied = fact.repliedOn() == null ? null : fact.repliedOn().getYear();
        if (received > year || received < year && replied != null && replied < year) {
            return List.of();
        }
        List<String> rows = new ArrayList<>(4);
        rows.add(received == year ? "A" : "B");
        if (replied == null || replied > year) {
            rows.add("D");
        } else if (replied == year) {
            rows.add("C7");
            String row = fact.row() == null ? "" : form.resultRow(fact.row());
            if (form.resultRows().contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** 计入这一格的申请。 The applications one cell of table three counts. */
    static List<ApplicationFact> applications(ReportForm form, int year, LedgerFacts facts, CellAddress cell) {
        return facts.applications().stream()
                .filter(fact ->
                        cell.column().equals("c7") || fact.applicant().code().equals(cell.column()))
                .filter(fact -> rows(form, year, fact).contains(cell.row()))
                .toList();
    }

    /** 计入这一格的复议和诉讼。 The remedies one cell of table four counts. */
    static List<RemedyFact> remedies(LedgerFacts facts, CellAddress cell) {
        return facts.remedies().stream()
                .filter(fact -> fact.route().row().equals(cell.row()))
                .filter(fact ->
                        cell.column().equals("d5") || fact.outcome().column().equals(cell.column()))
                .toList();
    }
}
