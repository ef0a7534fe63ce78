package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 把一行行读到的文字收成一份报告：格式由行认出，没有的行、填不成数的格都记下。 Gathers rows of texts into one report. */
final class CellCollector {

    /** 一格的原文和位置。 */
    record Written(String text, String place) {}

    private final Map<String, List<Written>> rows = new LinkedHashMap<>();
    private final List<UnreadCell> unread = new ArrayList<>();

    private boolean madeAndRepealed;

    /** 表二的表头写的是“制发”“废止”，那是 2021 年格式。 */
    void sawFormOf2021() {
        madeAndRepealed = true;
    }

    boolean has(String row) {
        return rows.containsKey(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** 一行；同一行再来一次，数不同的说出来，取先来的。 */
    void row(String row, List<Written> cells) {
        List<Written> before = rows.putIfAbsent(row, List.copyOf(cells));
        if (before != null && !figures(before).equals(figures(cells))) {
            unread.add(new UnreadCell(null, place(cells), row, UnreadCell.Kind.ROW_TWICE, null));
        }
    }

    void problem(UnreadCell cell) {
        unread.add(cell);
    }

    private static List<FigureText> figures(List<Written> cells) {
        return cells.stream().map(cell -> FigureText.of(cell.text())).toList();
    }

    private static String place(List<Written> cells) {
        return cells.isEmpty() ? "" : cells.getFirst().place();
    }

    /** 由行认出格式：“其他处理”分三行的是 2021 年格式，一行的是 2019 年格式。 */
    ReportForm recognised(@Nullable Integer year) {
        if (has("C6.1") || has("C6.2")) {
            return ReportForm.FORM_2021;
        }
        if (has("C6") && !has("C6.3")) {
            return ReportForm.FORM_2019;
        }
        if (has("T2.7") || has("T2.8")) {
            return ReportForm.FORM_2019;
        }
        if (madeAndRepealed || year == null) {
            return ReportForm.FORM_2021;
        }
        return ReportForm.inForce(year);
    }

    ReadTables collect(@Nullable ReportForm asked, @Nullable Integer year, String body) {
        ReportForm form = asked == null ? recognised(year) : asked;
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
        Set<ReportTable> found = new LinkedHashSet<>(EnumSet.noneOf(ReportTable.class));
        rows.forEach((code, cells) -> form.row(code)
                .ifPresentOrElse(
                        row -> {
                            found.add(row.table());
                            fill(row, cells, figures);
                        },
                        () -> {
                            // a heading line of the rows below it, as “（六）其他处理”, holds no figures
                            if (cells.stream()
                                    .anyMatch(cell -> FigureText.of(cell.text()).figure() != null)) {
                                unread.add(new UnreadCell(null, place(cells), code, UnreadCell.Kind.NOT_IN_FORM, null));
                            }
                        }));
        for (ReportRow row : form.rows()) {
            if (found.contains(row.table()) && !rows.containsKey(row.code())) {
                unread.add(new UnreadCell(
                        CellAddress.of(row.code(), row.columns().getFirst()),
                        "",
                        row.code(),
                        UnreadCell.Kind.ROW_MISSING,
                        null));
            }
        }
        return new ReadTables(FilledTables.of(form, figures), found, year, body, unread);
    }

    private void fill(ReportRow row, List<Written> cells, Map<CellAddress, BigDecimal> figures) {
        for (int i = 0; i < row.columns().size(); i++) {
            CellAddress cell = CellAddress.of(row.code(), row.columns().get(i));
            Written written = i < cells.size() ? cells.get(i) : new Written("", "");
            FigureText read = FigureText.of(written.text());
            if (read.figure() != null) {
                figures.put(cell, read.figure());
            }
            if (read.kind() != null) {
                unread.add(new UnreadCell(cell, written.place(), cut(written.text()), read.kind(), read.figure()));
            }
        }
        for (int i = row.columns().size(); i < cells.size(); i++) {
            if (!cells.get(i).text().isBlank()) {
                unread.add(new UnreadCell(
                        null, cells.get(i).place(), cut(cells.get(i).text()), UnreadCell.Kind.NOT_IN_FORM, null));
            }
        }
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
