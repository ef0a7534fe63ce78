package org.gongkai.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 一张表：行列从零数起的格子，以及合并区域。
 *
 * <p>One sheet or table. Rows and columns count from zero and stand where they stand in the file, so that a problem can be pointed
 * at; {@link #address} gives what the user sees ({@code C7}). A merged region keeps its text in its top left cell; the others are
 * empty and {@link #shown} answers what is printed there.
 */
public final class Grid {

    /** 合并区域，首尾都含。 A merged region, both ends included. */
    public record Region(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }

        public int rows() {
            return lastRow - firstRow + 1;
        }

        public int columns() {
            return lastColumn - firstColumn + 1;
        }
    }

    private final String name;
    private final boolean hidden;
    private final boolean mergesKnown;
    private final List<List<Cell>> rows;
    private final int columnCount;
    private final List<Region> regions;
    private final Map<Integer, TreeMap<Integer, Region>> regionsByColumn = new HashMap<>();

    Grid(String name, boolean hidden, boolean mergesKnown, List<List<Cell>> rows, List<Region> regions) {
        this.name = name;
        this.hidden = hidden;
        this.mergesKnown = mergesKnown;
        this.rows = rows;
        this.columnCount = rows.stream().mapToInt(List::size).max().orElse(0);
        this.regions = List.copyOf(regions);
        for (Region region : regions) {
            for (int c = region.firstColumn(); c <= Math.min(region.lastColumn(), columnCount); c++) {
                regionsByColumn.computeIfAbsent(c, _ -> new TreeMap<>()).put(region.firstRow(), region);
            }
        }
    }

    /** 由一行行文字得到的表，看不出合并区域。 A grid of plain texts. */
    public static Grid of(String name, List<List<String>> texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<String> row : texts) {
            rows.add(row.stream().map(Cell::text).toList());
        }
        return new Grid(name, false, false, rows, List.of());
    }

    /** 同样的格子，空白就是空白：写出它的程序没有合并过任何格子。 The same cells, written by something that never merges. */
    public Grid withoutMerges() {
        return new Grid(name, hidden, true, rows, List.of());
    }

    /** 工作表名；没有名字时为空。 */
    public String name() {
        return name;
    }

    /** 隐藏的工作表。 */
    public boolean hidden() {
        return hidden;
    }

    /** 文件记着哪些格子合并过；CSV 一类不记，空白格可能是合并留下的。 Whether a blank cell outside a region is truly blank. */
    public boolean mergesKnown() {
        return mergesKnown;
    }

    public int rowCount() {
        return rows.size();
    }

    public int columnCount() {
        return columnCount;
    }

    /** 这一格自己存的内容；合并区域里除左上角外为空。 What the file stores in this very cell. */
    public Cell cell(int row, int column) {
        if (row < 0 || column < 0 || row >= rows.size()) {
            return Cell.EMPTY;
        }
        List<Cell> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** 这一格看上去的内容：合并区域里取左上角。 What is printed here, merged regions resolved. */
    public Cell shown(int row, int column) {
        return regionAt(row, column)
                .map(region -> cell(region.firstRow(), region.firstColumn()))
                .orElseGet(() -> cell(row, column));
    }

    public Optional<Region> regionAt(int row, int column) {
        TreeMap<Integer, Region> column0 = regionsByColumn.get(column);
        if (column0 == null) {
            return Optional.empty();
        }
        var floor = column0.floorEntry(row);
        return floor != null && floor.getValue().contains(row, column)
                ? Optional.of(floor.getValue())
                : Optional.empty();
    }

    /** 整行没有看得见的字。 */
    public boolean isBlankRow(int row) {
        return row < 0 || row >= rows.size() || rows.get(row).stream().allMatch(Cell::isBlank);
    }

    /** 用户看到的位置，例如 {@code C7}。 The address a user sees. */
    public static String address(int row, int column) {
        return columnName(column) + (row + 1);
    }

    /** 列号的字母，例如 0 是 {@code A}，26 是 {@code AA}。 */
    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / 26) {
            name.insert(0, (char) ('A' + (c - 1) % 26));
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return "Grid " + name + " " + rowCount() + "×" + columnCount;
    }
}
