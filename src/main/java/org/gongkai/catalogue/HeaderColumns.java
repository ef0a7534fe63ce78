package org.gongkai.catalogue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.imports.Grid;
import org.gongkai.organisation.BodyLevel;
import org.jspecify.annotations.Nullable;

/** 由表头各行的字定出每一列。 Decides what each column is, from the labels above it. */
final class HeaderColumns {

    private static final Map<Column, List<Column>> PARTS = Map.of(
            Column.AUDIENCE, List.of(Column.AUDIENCE_ALL, Column.AUDIENCE_GROUP),
            Column.MODE, List.of(Column.MODE_PROACTIVE, Column.MODE_ON_REQUEST),
            Column.LEVEL, List.of(Column.LEVEL_COUNTY, Column.LEVEL_TOWN, Column.LEVEL_VILLAGE),
            Column.SECONDARY, List.of(Column.PRIMARY, Column.SECONDARY, Column.TERTIARY));

    private final Grid grid;
    private final int first;
    private final int last;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<Integer, String> channels = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final EnumSet<Column> assumed = EnumSet.noneOf(Column.class);

    HeaderColumns(Grid grid, int first, int last) {
        this.grid = grid;
        this.first = first;
        this.last = last;
    }

    Header header() {
        int c = 0;
        while (c < grid.columnCount()) {
            c += place(c);
        }
        if (!columns.containsKey(Column.SECONDARY) && columns.containsKey(Column.PRIMARY)) {
            columns.put(Column.SECONDARY, columns.get(Column.PRIMARY));
            columns.remove(Column.PRIMARY);
        }
        cityCounty();
        return new Header(first, last, columns, channels, others, assumed);
    }

    /** @return how many columns were decided */
    private int place(int c) {
        String leaf = leaf(c);
        if (leaf.isEmpty()) {
            return 1;
        }
        var group = group(c);
        var meaning = HeaderWords.column(leaf).orElse(null);
        if (group == Column.LEVEL || meaning == Column.LEVEL_TOWN) {
            meaning = level(leaf).orElse(meaning);
        }
        if (group == Column.CHANNEL && meaning != Column.CHANNEL && isChannel(leaf)) {
            channels.put(c, leaf);
            columns.putIfAbsent(Column.CHANNEL, c);
            return 1;
        }
        if (meaning == null) {
            if (!leaf.contains("校验结果")) {
                others.putIfAbsent(leaf, c);
            }
            return 1;
        }
        int wide = width(c);
        if (PARTS.containsKey(meaning) && wide > 1 && wide <= 3 && !columns.containsKey(meaning)) {
            return split(meaning, c, wide);
        }
        put(meaning, leaf, c);
        return 1;
    }

    /** 一个大标题下面没有分列的字：按官方模板的次序。 */
    private int split(Column group, int c, int wide) {
        var parts = PARTS.getOrDefault(group, List.of());
        int taken = Math.min(wide, parts.size());
        for (int i = 0; i < taken; i++) {
            if (columns.putIfAbsent(parts.get(i), c + i) == null) {
                assumed.add(parts.get(i));
            }
        }
        return wide;
    }

    private void put(Column meaning, String leaf, int c) {
        if (meaning == Column.BODY && columns.containsKey(Column.BODY)) {
            int before = columns.get(Column.BODY);
            if (HeaderWords.weak(leaf(before)) && !HeaderWords.weak(leaf)) {
                others.put(leaf(before), before);
                columns.put(Column.BODY, c);
            } else {
                others.putIfAbsent(leaf, c);
            }
        } else if (meaning == Column.MODE
                && (columns.containsKey(Column.MODE) || columns.containsKey(Column.MODE_PROACTIVE))) {
            if (columns.putIfAbsent(Column.LEVEL, c) != null) { // 表头误写的第二个“公开方式”
                others.putIfAbsent(leaf, c);
            }
        } else if (meaning == Column.SECONDARY
                && columns.containsKey(Column.SECONDARY)
                && !columns.containsKey(Column.PRIMARY)
                && leaf(columns.get(Column.SECONDARY)).equals("公开事项")) {
            columns.put(Column.PRIMARY, columns.get(Column.SECONDARY));
            columns.put(Column.SECONDARY, c);
        } else if (columns.putIfAbsent(meaning, c) != null) {
            others.putIfAbsent(leaf, c);
        }
    }

    /** 县级市自称“××市级”：有镇、村而没有县级的，就是县级。 */
    private void cityCounty() {
        var city = columns.get(Column.LEVEL_CITY);
        if (city != null
                && !columns.containsKey(Column.LEVEL_COUNTY)
                && leaf(city).matches(".{2,}市级")) {
            columns.remove(Column.LEVEL_CITY);
            columns.put(Column.LEVEL_COUNTY, city);
        }
    }

    /** The lowest label: it is the most exact. */
    private String leaf(int c) {
        for (int row = last; row >= first; row--) {
            String label = Header.label(grid, row, c);
            if (!label.isEmpty()) {
                return label;
            }
        }
        return "";
    }

    private @Nullable Column group(int c) {
        return last == first ? null : under(grid, first, last, c);
    }

    /** 这一列上方的大标题；CSV 里大标题右边留空，向左找。 The heading over a column. */
    static @Nullable Column under(Grid grid, int top, int row, int column) {
        for (int r = top; r < row; r++) {
            for (int c = column; c >= 0; c--) {
                String label = Header.label(grid, r, c);
                if (!label.isEmpty()) {
                    var found = HeaderWords.column(label);
                    if (found.isPresent()) {
                        return found.get();
                    }
                    break;
                }
            }
        }
        return null;
    }

    /** 大标题横跨几列：合并的列数，或者右边留空的列数。 */
    private int width(int c) {
        var region = grid.regionAt(first, c);
        if (region.isPresent()) {
            boolean whole =
                    region.get().lastRow() >= last || last == first || leaf(c).equals(Header.label(grid, first, c));
            return whole
                            && region.get().firstColumn() == c
                            && oneLabel(c, region.get().columns())
                    ? region.get().columns()
                    : 1;
        }
        int wide = 1;
        while (c + wide < grid.columnCount() && leaf(c + wide).isEmpty() && used(c + wide)) {
            wide++;
        }
        return wide;
    }

    private boolean oneLabel(int c, int wide) {
        for (int i = 1; i < wide; i++) {
            if (!leaf(c + i).equals(leaf(c))) {
                return false;
            }
        }
        return true;
    }

    /** 表头下面有字的列。 */
    private boolean used(int c) {
        for (int row = last + 1; row < Math.min(grid.rowCount(), last + 200); row++) {
            if (!grid.cell(row, c).isBlank()) {
                return true;
            }
        }
        return false;
    }

    static boolean isChannel(String label) {
        return label.length() <= 24 && Channel.named(label) != Channel.OTHER
                || label.matches("其[他它].*")
                || label.endsWith("平台") && label.length() <= 16;
    }

    /** 层级一列的字。 */
    static Optional<Column> level(String label) {
        var exact = HeaderWords.column(label).filter(column -> column.name().startsWith("LEVEL_"));
        if (exact.isPresent() && !label.matches(".*[、(（/].*")) {
            return exact;
        }
        var levels = Levels.in(label);
        if (levels.contains(BodyLevel.TOWN)) {
            return Optional.of(levels.contains(BodyLevel.VILLAGE) ? Column.LEVEL_TOWN_VILLAGE : Column.LEVEL_TOWN);
        }
        return levels.stream().findFirst().map(level -> Column.valueOf("LEVEL_" + level.name()));
    }
}
