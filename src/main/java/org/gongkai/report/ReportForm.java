package org.gongkai.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.law.Basis;

/**
 * 年度报告的格式：2019 年试行的和 2021 年起用的（国办公开办函〔2021〕30号，R-ANN-07）。
 *
 * <p>The two forms. Table three is the same but for row C6, which the form of 2021 splits in three; table two differs altogether.
 */
@Basis("OGI-50")
public enum ReportForm {
    FORM_2019("2019", "C6"),
    FORM_2021("2021", "C6.1 C6.2 C6.3");

    private static final class Columns {
        static final List<String> APPLICANTS = List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7");
        static final List<String> OUTCOMES = List.of("d1", "d2", "d3", "d4", "d5");
        static final String RESULTS =
                "C1 C2 C3.1 C3.2 C3.3 C3.4 C3.5 C3.6 C3.7 C3.8 C4.1 C4.2 C4.3 C5.1 C5.2 C5.3 C5.4 C5.5 ";
    }

    private final String code;
    private final List<String> results;
    private final Map<String, ReportRow> rows = new LinkedHashMap<>();

    ReportForm(String code, String otherResults) {
        this.code = code;
        this.results = List.of((Columns.RESULTS + otherResults).split(" "));
        activeDisclosure(code).forEach((row, columns) -> add(row, ReportTable.ACTIVE_DISCLOSURE, columns));
        List<String> three = new ArrayList<>(List.of("A", "B"));
        three.addAll(results);
        three.addAll(List.of("C7", "D"));
        three.forEach(row -> add(row, ReportTable.APPLICATIONS, Columns.APPLICANTS));
        List.of("T4.1", "T4.2", "T4.3").forEach(row -> add(row, ReportTable.REMEDIES, Columns.OUTCOMES));
    }

    private void add(String row, ReportTable table, List<String> columns) {
        rows.put(row, new ReportRow(row, table, columns));
    }

    private static Map<String, List<String>> activeDisclosure(String code) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        if (code.equals("2021")) {
            List.of("T2.1", "T2.2").forEach(row -> rows.put(row, List.of("a1", "a2", "a3")));
            List.of("T2.3", "T2.4", "T2.5").forEach(row -> rows.put(row, List.of("a4")));
            rows.put("T2.6", List.of("a5"));
        } else {
            List.of("T2.1", "T2.2").forEach(row -> rows.put(row, List.of("b1", "b2", "b3")));
            List.of("T2.3", "T2.7", "T2.4", "T2.5").forEach(row -> rows.put(row, List.of("b4", "b5", "b6")));
            rows.put("T2.6", List.of("b4", "b5"));
            rows.put("T2.8", List.of("b7", "b8"));
        }
        return rows;
    }

    /** 2019 或 2021。 */
    public String code() {
        return code;
    }

    /** 按代码认出；认不出为空。 */
    public static Optional<ReportForm> of(String code) {
        return Arrays.stream(values())
                .filter(form -> form.code.equals(code.strip()))
                .findFirst();
    }

    /** 某一年的报告用哪种格式：2021 年及以后的用 2021 年格式。 The form of a report on that year. */
    public static ReportForm inForce(int year) {
        return year < 2021 ? FORM_2019 : FORM_2021;
    }

    /** 全部行，按表的次序。 */
    public List<ReportRow> rows() {
        return List.copyOf(rows.values());
    }

    public List<ReportRow> rows(ReportTable table) {
        return rows.values().stream().filter(row -> row.table() == table).toList();
    }

    public Optional<ReportRow> row(String row) {
        return Optional.ofNullable(rows.get(row));
    }

    /** 表三“本年度办理结果”的各行，没有总计。 The result rows of table three, without their sum. */
    public List<String> resultRows() {
        return results;
    }

    /** 结果行在这种格式里的代码：2019 年格式的“其他处理”只有一行。 The row a result lands in, in this form. */
    public String resultRow(String row) {
        return this == FORM_2019 && row.startsWith("C6.") ? "C6" : row;
    }

    public boolean has(CellAddress cell) {
        ReportRow row = rows.get(cell.row());
        return row != null && row.columns().contains(cell.column());
    }

    /** 全部格子，按表的次序。 */
    public List<CellAddress> cells() {
        return rows.values().stream()
                .flatMap(row -> row.columns().stream().map(column -> CellAddress.of(row.code(), column)))
                .toList();
    }

    static List<String> applicantColumns() {
        return Columns.APPLICANTS;
    }
}
