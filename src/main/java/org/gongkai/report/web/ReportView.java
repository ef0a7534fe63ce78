package org.gongkai.report.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.BrokenIdentity;
import org.gongkai.report.BrokenSentences;
import org.gongkai.report.CellAddress;
import org.gongkai.report.FilledTables;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.LedgerDefect;
import org.gongkai.report.Narrative;
import org.gongkai.report.ReportKey;
import org.gongkai.report.ReportRow;
import org.gongkai.report.ReportScope;
import org.gongkai.report.WorkingReport;
import org.jspecify.annotations.Nullable;

/**
 * 一份报告的全部格子和文字。行的代码：表二 T2.1 规章、T2.2 行政规范性文件、T2.3 行政许可、T2.4 行政处罚、T2.5 行政强制、T2.6 行政事业性收费；
 * 表三 A、B、C1 … C7、D（R-ANN-22）；表四 T4.1 行政复议、T4.2 未经复议直接起诉、T4.3 复议后起诉。列的代码：c1 自然人至 c6 其他、c7 总计；
 * d1 结果维持、d2 结果纠正、d3 其他结果、d4 尚未审结、d5 总计；a1 制发、a2 废止、a3 现行有效、a4 处理决定数量、a5 收费金额（万元）。
 *
 * @param state WORKING 在编，ISSUED 已发布，IMPORTED 往年导入
 * @param dueOn 最迟公布日，不顺延 the fixed statutory date
 * @param late 迟于法定日期发布
 * @param cells 行到列到数；空着的格为 null row code to column code to figure
 * @param links 每格由哪些案件数出，只给工作人员 where each cell opens to its cases, for staff
 * @param ready 可以发布；发布了的为 null
 */
record ReportView(
        String body,
        String bodyName,
        int year,
        String scope,
        String form,
        String state,
        @Nullable Integer edition,
        LocalDate dueOn,
        @Nullable LocalDate issuedOn,
        boolean late,
        Map<String, Map<String, @Nullable BigDecimal>> cells,
        Map<String, String> links,
        Map<String, String> narrative,
        Map<String, String> prompts,
        String explanation,
        List<Broken> broken,
        List<Broken> carriedOver,
        List<Defect> defects,
        List<String> blanks,
        @Nullable Boolean ready,
        @Nullable Integer version) {

    /** 一处不平。 */
    record Broken(
            String rule,
            String sentence,
            List<String> cells,
            BigDecimal left,
            @Nullable BigDecimal right,
            @Nullable BigDecimal difference) {

        static Broken of(BrokenIdentity broken, BrokenSentences words) {
            return new Broken(
                    broken.rule(),
                    words.sentence(broken),
                    broken.cells().stream().map(CellAddress::toString).toList(),
                    broken.left(),
                    broken.right(),
                    broken.difference());
        }
    }

    /** 一件说不通的案件。 */
    record Defect(String rule, String sentence, String reference, String path) {

        static Defect of(LedgerDefect defect, BrokenSentences words) {
            return new Defect(defect.rule(), words.sentence(defect), defect.reference(), defect.path());
        }
    }

    static ReportView of(IssuedReport report, String bodyName, boolean staff, @Nullable LocalDate first) {
        ReportKey key = report.key();
        LocalDate due = key.scope().dueOn(key.year());
        boolean issued = report.origin() == IssuedReport.Origin.ISSUED;
        return new ReportView(
                key.body(),
                bodyName,
                key.year(),
                key.scope().name(),
                report.tables().form().code(),
                report.origin().name(),
                report.edition(),
                due,
                issued ? report.issuedOn() : null,
                first != null && first.isAfter(due),
                cells(report.tables()),
                staff && issued ? links(key, report.tables()) : Map.of(),
                narrative(report.narrative()),
                Map.of(),
                report.explanation(),
                List.of(),
                List.of(),
                List.of(),
                report.tables().blanks().stream().map(CellAddress::toString).toList(),
                null,
                null);
    }

    static ReportView of(WorkingReport report, String bodyName, LocalDate today, BrokenSentences words) {
        ReportKey key = report.key();
        LocalDate due = key.scope().dueOn(key.year());
        return new ReportView(
                key.body(),
                bodyName,
                key.year(),
                key.scope().name(),
                report.tables().form().code(),
                "WORKING",
                null,
                due,
                null,
                today.isAfter(due),
                cells(report.tables()),
                links(key, report.tables()),
                narrative(report.draft().narrative()),
                report.prompts(),
                report.draft().explanation(),
                report.broken().stream().map(one -> Broken.of(one, words)).toList(),
                report.carriedOver().stream().map(one -> Broken.of(one, words)).toList(),
                report.defects().stream().map(one -> Defect.of(one, words)).toList(),
                report.blanks().stream().map(CellAddress::toString).toList(),
                report.isReady(),
                report.draft().version());
    }

    private static Map<String, Map<String, @Nullable BigDecimal>> cells(FilledTables tables) {
        Map<String, Map<String, @Nullable BigDecimal>> cells = new LinkedHashMap<>();
        for (ReportRow row : tables.form().rows()) {
            Map<String, @Nullable BigDecimal> figures = new LinkedHashMap<>();
            row.columns()
                    .forEach(column ->
                            figures.put(column, tables.at(row.code(), column).orElse(null)));
            cells.put(row.code(), figures);
        }
        return cells;
    }

    private static Map<String, String> links(ReportKey key, FilledTables tables) {
        Map<String, String> links = new LinkedHashMap<>();
        for (CellAddress cell : tables.form().cells()) {
            if (!cell.row().startsWith("T2")) {
                links.put(cell.toString(), link(key, cell));
            }
        }
        return links;
    }

    private static String link(ReportKey key, CellAddress cell) {
        return "/api/v1/reports/annual/" + key.body() + "/" + key.year() + "/cells?cell=" + cell + "&scope="
                + scope(key);
    }

    static String scope(ReportKey key) {
        return key.scope() == ReportScope.OWN ? "own" : "gathered";
    }

    private static Map<String, String> narrative(Narrative narrative) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("1", narrative.overview());
        sections.put("5", narrative.problems());
        sections.put("6", narrative.others());
        return sections;
    }
}
