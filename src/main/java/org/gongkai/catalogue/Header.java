package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.imports.Grid;

/**
 * 表头在哪几行、每一列是什么。
 *
 * @param first 表头首行，从零数
 * @param last 表头末行
 * @param columns 列的位置；渠道分成多列的，只记第一列
 */
record Header(int first, int last, Map<Column, Integer> columns) {

    private static final int LOOK_AHEAD = 60;
    private static final int ENOUGH = 4;
    private static final Set<Column> SUB_COLUMNS = EnumSet.of(
            Column.PRIMARY,
            Column.SECONDARY,
            Column.TERTIARY,
            Column.AUDIENCE_ALL,
            Column.AUDIENCE_GROUP,
            Column.MODE_PROACTIVE,
            Column.MODE_ON_REQUEST,
            Column.LEVEL_PROVINCE,
            Column.LEVEL_CITY,
            Column.LEVEL_COUNTY,
            Column.LEVEL_TOWN,
            Column.LEVEL_VILLAGE);

    /** 找第一个像目录表头的地方。 */
    static Optional<Header> find(Grid grid, int from) {
        for (int row = from; row < Math.min(grid.rowCount(), from + LOOK_AHEAD); row++) {
            var header = at(grid, row);
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    /** 这一行是不是表头的首行。 */
    static Optional<Header> at(Grid grid, int row) {
        if (recognised(grid, row) < 3) {
            return Optional.empty();
        }
        int last = row;
        while (last - row < 2 && isSubHeader(grid, last + 1)) {
            last++;
        }
        var columns = columns(grid, row, last);
        boolean item = columns.containsKey(Column.SECONDARY) || columns.containsKey(Column.PRIMARY);
        boolean rest = columns.containsKey(Column.LIMIT) || columns.containsKey(Column.BODY);
        return item && rest && columns.size() >= ENOUGH
                ? Optional.of(new Header(row, last, columns))
                : Optional.empty();
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    private static int recognised(Grid grid, int row) {
        var found = EnumSet.noneOf(Column.class);
        for (int c = 0; c < grid.columnCount(); c++) {
            HeaderWords.column(label(grid, row, c)).ifPresent(found::add);
        }
        return found.size();
    }

    /** Every visible text of the row is a word of the header, and one of them is a sub-column. */
    private static boolean isSubHeader(Grid grid, int row) {
        int texts = 0;
        int known = 0;
        boolean sub = false;
        for (int c = 0; c < grid.columnCount(); c++) {
            String label = label(grid, row, c);
            if (!label.isEmpty()) {
                texts++;
                var column = HeaderWords.column(label);
                known += column.isPresent() ? 1 : 0;
                sub |= column.filter(SUB_COLUMNS::contains).isPresent();
            }
        }
        return sub && known * 10 >= texts * 8;
    }

    private static Map<Column, Integer> columns(Grid grid, int first, int last) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (int c = 0; c < grid.columnCount(); c++) {
            for (Column column : meanings(grid, first, last, c)) {
                if (columns.putIfAbsent(column, c) == null) {
                    break;
                }
                if (column == Column.MODE && columns.putIfAbsent(Column.LEVEL, c) == null) {
                    break; // 表头误写的第二个“公开方式”
                }
            }
        }
        if (!columns.containsKey(Column.SECONDARY) && columns.containsKey(Column.PRIMARY)) {
            columns.put(Column.SECONDARY, columns.get(Column.PRIMARY));
            columns.remove(Column.PRIMARY);
        }
        drop(columns, Column.AUDIENCE, Column.AUDIENCE_ALL, Column.AUDIENCE_GROUP);
        drop(columns, Column.MODE, Column.MODE_PROACTIVE, Column.MODE_ON_REQUEST);
        return columns;
    }

    /** A group heading gives way to its sub-columns. */
    private static void drop(Map<Column, Integer> columns, Column group, Column... parts) {
        for (Column part : parts) {
            if (columns.containsKey(part)) {
                columns.remove(group);
            }
        }
    }

    /** The lowest label first: it is the most exact. */
    private static List<Column> meanings(Grid grid, int first, int last, int column) {
        var meanings = new ArrayList<Column>();
        for (int row = last; row >= first; row--) {
            HeaderWords.column(label(grid, row, column))
                    .filter(meaning -> !meanings.contains(meaning))
                    .ifPresent(meanings::add);
        }
        boolean grouped = meanings.size() > 1 && SUB_COLUMNS.contains(meanings.getFirst());
        return grouped ? List.of(meanings.getFirst()) : meanings;
    }

    private static String label(Grid grid, int row, int column) {
        return Plain.tight(grid.shown(row, column).text());
    }
}
