package org.gongkai.catalogue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.imports.Grid;

/**
 * 表头在哪几行、每一列是什么。
 *
 * @param first 表头首行，从零数
 * @param last 表头末行
 * @param columns 列的位置
 * @param channels 渠道各占一列时，每一列的渠道名称
 * @param others 目录以外的列，按表头的字
 * @param assumed 没有第二行表头，按官方模板次序认定的分列
 */
record Header(
        int first,
        int last,
        Map<Column, Integer> columns,
        Map<Integer, String> channels,
        Map<String, Integer> others,
        Set<Column> assumed) {

    private static final int LOOK_AHEAD = 200;
    private static final int ENOUGH = 4;
    private static final int MOST_ROWS = 3;
    static final Set<Column> SUB_COLUMNS = EnumSet.of(
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
            Column.LEVEL_TOWN_VILLAGE,
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
        if (!mayBe(grid, row) || recognised(grid, row) < 3) {
            return Optional.empty();
        }
        int last = row;
        while (last - row + 1 < MOST_ROWS && isSubHeader(grid, row, last + 1)) {
            last++;
        }
        if (last > row && isLastRowAbove(grid, row, last)) {
            return Optional.empty();
        }
        return between(grid, row, last);
    }

    private static Optional<Header> between(Grid grid, int row, int last) {
        var header = new HeaderColumns(grid, row, last).header();
        var columns = header.columns();
        boolean item = columns.containsKey(Column.SECONDARY) || columns.containsKey(Column.PRIMARY);
        boolean rest = columns.containsKey(Column.LIMIT) || columns.containsKey(Column.BODY);
        return item && rest && columns.size() >= ENOUGH ? Optional.of(header) : Optional.empty();
    }

    /**
     * 分页重复的表头之前，上一页的末行：格里写的“全社会”“主动”“县级”也是表头的字，但下一行自己就是完整的表头。
     *
     * <p>The last data row above a repeated header says words of a header in its cells; yet the row below is a header without it, and
     * they have no heading in common.
     */
    private static boolean isLastRowAbove(Grid grid, int row, int last) {
        for (int c = 0; c < grid.columnCount(); c++) {
            String label = label(grid, row, c);
            if (label.equals(label(grid, row + 1, c))
                    && HeaderWords.column(label).isPresent()) {
                return false;
            }
        }
        return between(grid, row + 1, last).isPresent();
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** 便宜的预判：至少三格短字，其中一格有“事项”或“目录”之类的字。 Cheap, since every row is asked. */
    private static boolean mayBe(Grid grid, int row) {
        int shorts = 0;
        boolean item = false;
        for (int c = 0; c < grid.columnCount(); c++) {
            String text = grid.cell(row, c).text();
            if (!text.isEmpty() && text.length() <= 80) {
                shorts++;
                item |= text.indexOf('事') >= 0
                        || text.indexOf('项') >= 0
                        || text.indexOf('項') >= 0
                        || text.indexOf('目') >= 0
                        || text.indexOf('级') >= 0
                        || text.indexOf('名') >= 0
                        || text.indexOf('类') >= 0;
            }
        }
        return item && shorts >= 3;
    }

    private static int recognised(Grid grid, int row) {
        var found = EnumSet.noneOf(Column.class);
        for (int c = 0; c < grid.columnCount(); c++) {
            HeaderWords.column(label(grid, row, c)).ifPresent(found::add);
        }
        return found.size();
    }

    /** Every visible text of the row is a word of the header, or a channel below the channel heading. */
    private static boolean isSubHeader(Grid grid, int top, int row) {
        int texts = 0;
        int known = 0;
        boolean sub = false;
        for (int c = 0; c < grid.columnCount(); c++) {
            String label = label(grid, row, c);
            if (label.isEmpty()) {
                continue;
            }
            texts++;
            var column = HeaderWords.column(label);
            boolean channel =
                    HeaderColumns.isChannel(label) && HeaderColumns.under(grid, top, row, c) == Column.CHANNEL;
            boolean level =
                    HeaderColumns.level(label).isPresent() && HeaderColumns.under(grid, top, row, c) == Column.LEVEL;
            known += column.isPresent() || channel || level ? 1 : 0;
            sub |= column.filter(SUB_COLUMNS::contains).isPresent() || channel || level;
        }
        return sub && known * 10 >= texts * 8;
    }

    static String label(Grid grid, int row, int column) {
        String text = grid.shown(row, column).text();
        return text.length() > 200 ? "" : Plain.tight(text);
    }
}
