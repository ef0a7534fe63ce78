package org.gongkai.catalogue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.imports.Grid;

/**
 * 补全一行：合并的、写“同上”的照上一行；留空的，一级事项照上一行，其他列只在文件不记合并区域时照上一行，并且说出来。
 *
 * <p>Completes a row from the one above. Only what the file states is inherited silently.
 */
final class RowFilling {

    private static final Pattern SAME =
            Pattern.compile("[(（]?(?:同上|同前|同左|上同|同上栏|同上行|同上条|同上款|同上一行|同上列|同以上)[)）]?。?|〃|″|〞|\"|''|,,");
    private static final Set<Column> CARRIED =
            EnumSet.of(Column.AREA, Column.PRIMARY, Column.BASIS, Column.LIMIT, Column.BODY, Column.CHANNEL);
    private static final Set<Column> NEVER_REPEATED = EnumSet.of(Column.SERIAL, Column.STAGE, Column.REMARK);
    private static final Set<Column> ITEM = EnumSet.of(Column.PRIMARY, Column.SECONDARY, Column.TERTIARY);

    private final Grid grid;
    private Map<Column, String> above = new EnumMap<>(Column.class);
    private String group = "";

    RowFilling(Grid grid) {
        this.grid = grid;
    }

    /** 新的一节：上面的不再沿用；小标题可以当一级事项。 */
    void section(String heading) {
        above = new EnumMap<>(Column.class);
        group = heading;
    }

    RawRow fill(Header header, int row) {
        var printed = new EnumMap<Column, String>(Column.class);
        var across = EnumSet.noneOf(Column.class);
        header.columns().forEach((column, at) -> printed.put(column, printed(header, row, at)));
        if (!header.channels().isEmpty()) {
            printed.put(Column.CHANNEL, channels(header, row));
        }
        header.columns().keySet().stream()
                .filter(column -> mergedAcross(header, row, column))
                .forEach(across::add);
        var others = new LinkedHashMap<String, String>();
        header.others().forEach((label, at) -> {
            String text = grid.shown(row, at).text().strip();
            if (!text.isEmpty()) {
                others.put(label, text);
            }
        });
        var inherited = EnumSet.noneOf(Column.class);
        boolean blankIsBlank = grid.mergesKnown() || header.others().containsKey(CatalogueExport.CODE);
        var full = full(printed, blankIsBlank, inherited);
        return new RawRow(row, header, printed, full, inherited, across, others);
    }

    /** 已经定下的一行成为下一行的“上一行”。 */
    void remember(RawRow row) {
        above = new EnumMap<>(row.full());
    }

    private String printed(Header header, int row, int at) {
        var region = grid.regionAt(row, at);
        boolean fromHeader = region.isPresent() && region.get().firstRow() <= header.last();
        return fromHeader ? "" : grid.shown(row, at).text().strip();
    }

    /** 渠道各占一列的，合成一格：打了勾的是选中。 */
    private String channels(Header header, int row) {
        var cell = new StringBuilder();
        header.channels().forEach((at, name) -> {
            String text = grid.shown(row, at).text().strip();
            boolean ticked = !text.isEmpty() && !Ticks.isNo(text);
            boolean words = ticked && !Ticks.isYes(text) && text.length() > 1;
            cell.append(ticked ? '■' : '□')
                    .append(name)
                    .append(words ? " " + text : "")
                    .append('\n');
        });
        return cell.toString().strip();
    }

    private Map<Column, String> full(Map<Column, String> printed, boolean blankIsBlank, Set<Column> inherited) {
        var full = new EnumMap<Column, String>(Column.class);
        boolean itemMerged = printed.getOrDefault(Column.PRIMARY, "-").isBlank();
        boolean sameItem =
                itemMerged && printed.getOrDefault(Column.SECONDARY, "-").isBlank();
        printed.forEach((column, text) -> {
            boolean same = !NEVER_REPEATED.contains(column)
                    && SAME.matcher(Plain.tight(text)).matches();
            boolean blank = text.isBlank() && (carried(column, blankIsBlank) || inItem(column, itemMerged, sameItem));
            String over = above.getOrDefault(column, "");
            full.put(column, same || blank ? over : text);
            boolean numbered = !printed.getOrDefault(Column.SERIAL, "").isBlank();
            if (blank && !over.isBlank() && doubtful(column, numbered)) {
                inherited.add(column);
            }
        });
        if (full.getOrDefault(Column.PRIMARY, "").isBlank() && !group.isEmpty()) {
            full.put(Column.PRIMARY, group);
        }
        return full;
    }

    /** 文件记着合并区域、或是我们自己导出的，空白就是空白，只有一级事项照惯例往下管。 */
    private static boolean carried(Column column, boolean blankIsBlank) {
        return CARRIED.contains(column) && (!blankIsBlank || column == Column.PRIMARY || column == Column.AREA);
    }

    /** 一级事项往下管是惯例；有自己的序号却没有二级事项，就可疑。 */
    private static boolean doubtful(Column column, boolean numbered) {
        return column == Column.SECONDARY ? numbered : !ITEM.contains(column) && column != Column.AREA;
    }

    private static boolean inItem(Column column, boolean itemMerged, boolean sameItem) {
        return column == Column.SECONDARY && itemMerged || column == Column.CONTENT && sameItem;
    }

    private boolean mergedAcross(Header header, int row, Column column) {
        int at = header.columns().getOrDefault(column, -1);
        return !Header.SUB_COLUMNS.contains(column)
                && column != Column.SERIAL
                && grid.regionAt(row, at)
                        .filter(region -> region.columns() > 1 && region.firstRow() > header.last())
                        .filter(region -> header.columns().entrySet().stream()
                                .anyMatch(other -> other.getKey() != column
                                        && other.getValue() != at
                                        && region.contains(row, other.getValue())))
                        .isPresent();
    }
}
