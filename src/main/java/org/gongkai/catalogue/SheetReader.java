package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.imports.Grid;

/** 一张表的行：合并的、留空的、写“同上”的补全，拆成几行的接上，表尾的说明停下。 Turns physical rows into complete ones. */
final class SheetReader {

    private static final Pattern NOTE = Pattern.compile("^(?:注|备注|说明|填表说明|填报说明|附注)[:：1-9一二三].*", Pattern.DOTALL);
    private static final Pattern SAME = Pattern.compile("同上|同前|同左|〃|″|〞|\"|同上栏|同上行|上同");
    private static final Set<Column> CARRIED =
            Set.of(Column.AREA, Column.PRIMARY, Column.BASIS, Column.LIMIT, Column.BODY, Column.CHANNEL);
    private static final Set<Column> MAY_REPEAT = Set.of(
            Column.AREA,
            Column.PRIMARY,
            Column.SECONDARY,
            Column.TERTIARY,
            Column.CONTENT,
            Column.BASIS,
            Column.LIMIT,
            Column.BODY,
            Column.CHANNEL,
            Column.AUDIENCE,
            Column.AUDIENCE_ALL,
            Column.AUDIENCE_GROUP,
            Column.MODE,
            Column.MODE_PROACTIVE,
            Column.MODE_ON_REQUEST,
            Column.LEVEL);

    private final Grid grid;
    private final Header header;
    private final String fixedArea;
    private final List<ReadRow> rows = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();
    private Map<Column, String> above = new EnumMap<>(Column.class);
    private String sectionArea = "";
    private @org.jspecify.annotations.Nullable RawRow pending;

    /** 补全后的一行文字。 */
    record RawRow(int row, Map<Column, String> printed, Map<Column, String> full, Map<Column, Integer> places) {}

    SheetReader(Grid grid, Header header, String fixedArea) {
        this.grid = grid;
        this.header = header;
        this.fixedArea = fixedArea;
    }

    List<ReadRow> rows() {
        return rows;
    }

    List<ReadProblem> problems() {
        return problems;
    }

    /** 表头上方最近的一行字，多半是标题。 */
    String title() {
        for (int row = header.first() - 1; row >= 0; row--) {
            for (int c = 0; c < grid.columnCount(); c++) {
                if (!grid.cell(row, c).isBlank()) {
                    return Plain.line(grid.cell(row, c).text());
                }
            }
        }
        return Plain.line(grid.name());
    }

    void read() {
        Header current = header;
        int row = header.last() + 1;
        while (row < grid.rowCount()) {
            var again = Header.at(grid, row);
            if (again.isPresent()) {
                current = again.get();
                row = current.last() + 1;
            } else if (grid.isBlankRow(row)) {
                row++;
            } else if (isNote(row)) {
                break;
            } else {
                line(current, row);
                row++;
            }
        }
        finish();
    }

    private void line(Header columns, int row) {
        String single = onlyText(row);
        if (single != null && isSection(columns, row, single)) {
            finish();
            sectionArea =
                    single.replaceAll("^[（(]?[一二三四五六七八九十\\d]+[）)]?[、.．]?", "").replaceAll("领域$", "");
            above = new EnumMap<>(Column.class);
            return;
        }
        var printed = printed(columns, row);
        var waiting = pending;
        if (waiting != null && continues(columns, row, printed)) {
            append(waiting, printed);
            return;
        }
        finish();
        pending = new RawRow(row, printed, full(printed), columns.columns());
    }

    private Map<Column, String> printed(Header columns, int row) {
        var printed = new EnumMap<Column, String>(Column.class);
        columns.columns()
                .forEach((column, at) ->
                        printed.put(column, grid.shown(row, at).text().strip()));
        return printed;
    }

    private Map<Column, String> full(Map<Column, String> printed) {
        var full = new EnumMap<Column, String>(Column.class);
        boolean itemMerged = printed.getOrDefault(Column.PRIMARY, "-").isBlank();
        boolean sameItem =
                itemMerged && printed.getOrDefault(Column.SECONDARY, "-").isBlank();
        printed.forEach((column, text) -> {
            boolean same = MAY_REPEAT.contains(column)
                    && SAME.matcher(Plain.tight(text)).matches();
            boolean blank = text.isBlank()
                    && (CARRIED.contains(column)
                            || column == Column.SECONDARY && itemMerged
                            || column == Column.CONTENT && sameItem);
            full.put(column, same || blank ? above.getOrDefault(column, "") : text);
        });
        above = full;
        return full;
    }

    /** No number and no item of its own, yet some words: the cell above goes on here. */
    private boolean continues(Header columns, int row, Map<Column, String> printed) {
        boolean numbered =
                columns.has(Column.SERIAL) && !own(columns, row, Column.SERIAL).isBlank();
        boolean item = !own(columns, row, Column.SECONDARY).isBlank()
                || !own(columns, row, Column.TERTIARY).isBlank();
        Integer itemAt = columns.columns().get(Column.SECONDARY);
        boolean mergedItem = itemAt != null && grid.regionAt(row, itemAt).isPresent();
        boolean words = !own(columns, row, Column.CONTENT).isBlank()
                || !own(columns, row, Column.BASIS).isBlank();
        boolean limit = !own(columns, row, Column.LIMIT).isBlank() && !mergedItem;
        return !numbered
                        && !item
                        && words
                        && !(mergedItem && !own(columns, row, Column.LIMIT).isBlank())
                        && !limit
                || !numbered
                        && !item
                        && mergedItem
                        && words
                        && own(columns, row, Column.LIMIT).isBlank();
    }

    private String own(Header columns, int row, Column column) {
        Integer at = columns.columns().get(column);
        return at == null ? "" : grid.cell(row, at).text();
    }

    private static void append(RawRow row, Map<Column, String> more) {
        for (Column column : List.of(Column.CONTENT, Column.BASIS)) {
            String text = more.getOrDefault(column, "");
            String known = row.full().getOrDefault(column, "");
            if (!text.isBlank() && !known.contains(text)) {
                row.full().merge(column, text, (a, b) -> a.isBlank() ? b : a + "\n" + b);
                row.printed().merge(column, text, (a, b) -> a.isBlank() ? b : a + "\n" + b);
            }
        }
    }

    private void finish() {
        var row = pending;
        pending = null;
        if (row != null) {
            var parser = new RowParser(grid.name(), row, fixedArea.isEmpty() ? sectionArea : fixedArea);
            parser.parse().ifPresent(rows::add);
            problems.addAll(parser.problems());
        }
    }

    private boolean isNote(int row) {
        String single = onlyText(row);
        return single != null && NOTE.matcher(single).matches();
    }

    /** A merged line across the table that names the area of what follows. */
    private boolean isSection(Header columns, int row, String text) {
        Integer serial = columns.columns().get(Column.SERIAL);
        boolean wide =
                grid.regionAt(row, 0).filter(region -> region.columns() >= 4).isPresent()
                        || serial == null
                        || !Plain.tight(grid.cell(row, serial).text()).matches("\\d+");
        return wide && text.length() <= 30 && (text.contains("领域") || text.matches("^[（(]?[一二三四五六七八九十]+[）)]?[、.．].*"));
    }

    private @org.jspecify.annotations.Nullable String onlyText(int row) {
        String only = null;
        for (int c = 0; c < grid.columnCount(); c++) {
            if (!grid.cell(row, c).isBlank()) {
                if (only != null) {
                    return null;
                }
                only = Plain.line(grid.cell(row, c).text());
            }
        }
        return only;
    }
}
