package org.gongkai.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.imports.Grid;

/**
 * 从一张格子表里认出年报的行：表头可能合并成几层，行名可能占三列，合并的格子导出后可能整个不见。
 *
 * <p>Finds the rows of the report in a grid as people export it: heads of several layers, names spread over three columns, cells that
 * vanished with a merge.
 */
final class GridTables {

    private static final Pattern HEAD = Pattern.compile(
            "自然人|商业企业|科研机构|法人或其他组织|勾稽关系|结果维持|尚未审结|制发|废止|现行有效|新制作|对外公开总|项目数量|信息内容|处理决定数量|收费金额|采购总|申请人情况|\\bc1\\b");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern FORM_2021 = Pattern.compile("制发|废止|现行有效");
    private static final int APPLICANTS = 7;
    private static final int LONGEST_NAME = 80;
    private static final int WIDEST = 60;
    private static final int MOST_ROWS = 5_000;

    private final Grid grid;
    private final CellCollector collector;
    private final Map<String, Integer> applicants = new TreeMap<>();
    private final List<Integer> remedies = new ArrayList<>();
    private final Map<String, List<CellCollector.Written>> empty = new LinkedHashMap<>();
    private final int lastFigure;
    private final int width;
    private final RowLook look;

    private GridTables(Grid grid, CellCollector collector) {
        this.grid = grid;
        this.collector = collector;
        this.width = Math.min(grid.columnCount(), WIDEST);
        this.look = new RowLook(grid, width);
        this.lastFigure = lastFigure();
    }

    static void read(Grid grid, CellCollector collector) {
        new GridTables(grid, collector).read();
    }

    private void read() {
        for (int row = 0; row < height(); row++) {
            if (!grid.isBlankRow(row)) {
                line(row);
            }
        }
        // a row without any figure counts only when no other row of that name has some: prose names the rows too
        empty.forEach((row, cells) -> {
            if (!collector.has(row) && (collector.has("A") || collector.has("C7"))) {
                collector.row(row, cells);
            }
        });
    }

    private void line(int row) {
        int label = lastLabel(row);
        if (label < 0 && codeColumn(row, label) < 0 && singleCell(row)) {
            return;
        }
        if (look.filled(row, 0, width) < 5 && isHead(row)) {
            head(row);
            return;
        }
        Optional<String> code = code(row, label);
        if (code.isEmpty() || code.get().equals("T4")) {
            remediesInOneLine(row, label);
            return;
        }
        if (!fits(code.get())) {
            return;
        }
        if (code.get().startsWith("T4") && look.filled(row, label + 1, width) > 5) {
            remediesInOneLine(row, label);
            return;
        }
        int from = Math.max(label, codeColumn(row, label)) + 1;
        List<CellCollector.Written> cells =
                switch (code.get().charAt(0)) {
                    case 'T' -> after(row, from, code.get().startsWith("T4") ? 5 : 3);
                    default -> applicantCells(row, from);
                };
        if (look.filled(row, from, width) > 0) {
            collector.row(code.get(), cells);
        } else if (text(row, Math.max(label, 0)).length() <= LONGEST_NAME
                && code.get().charAt(0) != 'T') {
            empty.putIfAbsent(code.get(), cells);
        }
    }

    /** “总计”“其他”这样的短名字，只有前面的行读到了才算。 */
    private boolean fits(String row) {
        return switch (row) {
            case "C7" -> collector.has("C1") || collector.has("A");
            case "C6.3" -> collector.has("C6.1") || collector.has("C6.2") || empty.containsKey("C6.1");
            default -> true;
        };
    }

    private Optional<String> code(int row, int label) {
        List<String> labels = new ArrayList<>();
        for (int column = 0; column <= label; column++) {
            String text = shown(row, column);
            if (RowNames.isLabel(text)) {
                labels.add(text);
            }
        }
        int column = codeColumn(row, label);
        return RowNames.row(labels, column < 0 ? List.of() : List.of(text(row, column)));
    }

    /** 行名之前像代码的那一格；没有行名时只认字母开头的代码。 */
    private int codeColumn(int row, int label) {
        for (int column = 0; column < Math.max(label, 1); column++) {
            String text = RowNames.bare(text(row, column));
            if (!text.isEmpty() && RowNames.code(text).isPresent()) {
                return label > column || Character.isLetter(text.charAt(0)) ? column : -1;
            }
        }
        return -1;
    }

    /** 最右边的行名；数字之后的文字是备注，不是行名。 */
    private int lastLabel(int row) {
        int last = -1;
        for (int column = 0; column < width; column++) {
            if (!look.isLabel(row, column)) {
                continue;
            }
            if (last >= 0 && isUnreadableFigure(row, last, column)) {
                break;
            }
            int between = last < 0 ? look.filled(row, 0, column) : look.filled(row, last + 1, column);
            boolean ofTableTwo = last >= 0
                    && RowNames.row(List.of(text(row, last)), List.of())
                            .filter(code -> code.startsWith("T2"))
                            .isPresent();
            if (between >= 3 || between >= 1 && ofTableTwo) {
                break;
            }
            last = column;
        }
        return last;
    }

    /** 填数的地方写了文字，例如“约1.3万”“见附件”：不是行名，读不成数要说出来。 Words where a figure belongs. */
    private boolean isUnreadableFigure(int row, int label, int column) {
        boolean named = RowNames.row(List.of(text(row, label)), List.of())
                .filter(code -> code.charAt(0) != 'T')
                .isPresent();
        if (!named || RowNames.row(List.of(text(row, column)), List.of()).isPresent()) {
            return false;
        }
        int first = firstApplicant();
        boolean underHead = applicants.size() == APPLICANTS && first > label && column >= first;
        return underHead
                || look.filled(row, label + 1, column) > 0
                || DIGIT.matcher(text(row, column)).find();
    }

    private List<CellCollector.Written> applicantCells(int row, int from) {
        int first = firstApplicant();
        boolean headed = first >= from && look.filled(row, from, first) == 0;
        int start = headed ? first : look.start(row, from, APPLICANTS, lastFigure);
        List<CellCollector.Written> cells = new ArrayList<>();
        if (applicants.size() == APPLICANTS) {
            List<Integer> order = applicants.values().stream().sorted().toList();
            // the columns may stand in another order, as with the total in front
            applicants
                    .values()
                    .forEach(column -> cells.add(written(row, headed ? column : start + order.indexOf(column))));
        } else {
            for (int column = start; column < start + APPLICANTS; column++) {
                cells.add(written(row, column));
            }
        }
        int beyond = headed && applicants.size() == APPLICANTS
                ? Collections.max(applicants.values()) + 1
                : start + APPLICANTS;
        for (int column = beyond; column < width; column++) {
            if (FigureText.of(text(row, column)).figure() != null) {
                cells.add(written(row, column));
            }
        }
        return cells;
    }

    /** 表头里最靠左的一列；没有表头时是 -1。 */
    private int firstApplicant() {
        return applicants.values().stream().min(Integer::compare).orElse(-1);
    }

    /** 从第一个填了的格子起。 */
    private List<CellCollector.Written> after(int row, int from, int count) {
        int start = from;
        while (start < width && !FigureText.of(text(row, start)).isFilled()) {
            start++;
        }
        if (count == 5 && start > from && width - start < count) {
            start = from;
        }
        List<CellCollector.Written> cells = new ArrayList<>();
        for (int column = start; column < Math.min(start + count, width); column++) {
            cells.add(written(row, column));
        }
        return cells;
    }

    /** 表四常常是一行十五个数，没有行名。 */
    private void remediesInOneLine(int row, int label) {
        int from = Math.max(label, codeColumn(row, label)) + 1;
        int filled = look.filled(row, from, width);
        String name = label < 0 ? "" : RowNames.bare(text(row, label));
        boolean named = name.contains("复议") || RowNames.bare(text(row, 0)).equals("T4");
        if (collector.has("T4.1") || filled < 5 || !named && (label >= 0 || remedies.size() < 3 && filled < 15)) {
            return;
        }
        boolean byHead = remedies.size() == 3 && remedies.getFirst() >= from;
        for (int block = 0; block < 3; block++) {
            int start = byHead ? remedies.get(block) : from + 5 * block;
            List<CellCollector.Written> cells = new ArrayList<>();
            for (int column = start; column < start + 5; column++) {
                cells.add(written(row, column));
            }
            collector.row("T4." + (block + 1), cells);
        }
    }

    private boolean isHead(int row) {
        for (int column = 0; column < width; column++) {
            if (HEAD.matcher(RowNames.bare(text(row, column))).find()) {
                return true;
            }
        }
        return false;
    }

    private void head(int row) {
        for (int column = 0; column < width; column++) {
            String text = RowNames.bare(text(row, column));
            if (FORM_2021.matcher(text).find()) {
                collector.sawFormOf2021();
            }
            if (text.equals("结果维持")) {
                remedies.add(column);
            } else if (remedies.isEmpty()) {
                int here = column;
                ColumnNames.applicant(text).ifPresent(name -> applicants.put(name, here));
            }
        }
    }

    private boolean singleCell(int row) {
        return look.filled(row, 0, width) < 2;
    }

    private int lastFigure() {
        int last = -1;
        for (int row = 0; row < height(); row++) {
            int label = lastLabel(row);
            if (label >= 0
                    && code(row, label).filter(code -> code.charAt(0) != 'T').isPresent()) {
                for (int column = label + 1; column < width; column++) {
                    if (column > last && FigureText.of(text(row, column)).isFilled()) {
                        last = column;
                    }
                }
            }
        }
        return last;
    }

    private int height() {
        return Math.min(grid.rowCount(), MOST_ROWS);
    }

    private CellCollector.Written written(int row, int column) {
        return new CellCollector.Written(text(row, column), Grid.address(row, column));
    }

    private String text(int row, int column) {
        return grid.cell(row, column).text();
    }

    private String shown(int row, int column) {
        return grid.shown(row, column).text();
    }
}
