package org.gongkai.catalogue;

import java.util.regex.Pattern;
import org.gongkai.imports.Grid;
import org.jspecify.annotations.Nullable;

/** 表里的一行是什么：数据、分节的标题、说明、落款、空行。 What a row of the table is. */
enum LineKind {
    BLANK,
    /** 领域或者类别的小标题 */
    SECTION,
    /** 注、填表说明，以及其后的各条 */
    NOTE,
    /** 填报单位、页码、划线 */
    FOOTER,
    DATA;

    private static final Pattern NOTES = Pattern.compile(
            "^[（(【]?(?:备?注释?|说明|填[表报写]说明|附注|(?:标准)?目录(?:要素)?说明|要素说明|注意事项)[）)】]?\\s*(?:[:：]|\\d|[一二三四五六七八九]|[.．、]|$).*",
            Pattern.DOTALL);
    private static final Pattern FOOTERS = Pattern.compile(
            "^(?:(?:填报|填表|编制|制表|报送)(?:单位|人|日期|时间|部门)?|审核人?|负责人|联系人|联系电话|单位[（(]?盖章[）)]?|日期)\\s*[:：].*"
                    + "|^[-—－]*\\s*第?\\s*\\d+\\s*页?(?:[/／]?\\s*共?\\s*\\d+\\s*页?)?\\s*[-—－]*$|^[-—=_:：|]+$",
            Pattern.DOTALL);
    private static final int LONGEST_SECTION = 60;

    /**
     * 判断一行。
     *
     * @param notes 上一行是说明
     */
    static LineKind of(Grid grid, Header header, int row, boolean notes) {
        if (grid.isBlankRow(row)) {
            return BLANK;
        }
        int at = afterOrdinal(grid, header, row);
        String first = Plain.line(grid.cell(row, at).text());
        boolean alone = alone(grid, row, at);
        boolean owes = has(grid, header, row, Column.LIMIT) || has(grid, header, row, Column.BODY);
        if (NOTES.matcher(first).matches() && (alone || !owes)) {
            return NOTE;
        }
        if (FOOTERS.matcher(first).matches() && (alone ? !isSerial(header, at, first) : !owes || dashes(grid, row))) {
            return FOOTER;
        }
        if (!alone) {
            return DATA;
        }
        if (isSection(grid, header, row, at, first)) {
            return SECTION;
        }
        return notes ? NOTE : DATA;
    }

    private static boolean isSerial(Header header, int at, String text) {
        Integer serial = header.columns().get(Column.SERIAL);
        return serial != null && serial == at && text.matches("\\d+");
    }

    /** “---|---|---” under the header of a typed table. */
    private static boolean dashes(Grid grid, int row) {
        for (int c = 0; c < grid.columnCount(); c++) {
            if (!grid.cell(row, c).isBlank()
                    && !FOOTERS.matcher(grid.cell(row, c).text().strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** A line of its own that names what follows: merged across the table, or in the first columns with nothing beside it. */
    private static boolean isSection(Grid grid, Header header, int row, int at, String text) {
        if (text.length() > LONGEST_SECTION || text.indexOf('。') >= 0 || isSerial(header, at, text)) {
            return false;
        }
        boolean wide = grid.regionAt(row, at)
                .filter(region -> region.columns() >= 4 && region.rows() == 1)
                .isPresent();
        boolean numbered = at > firstText(grid, row)
                || text.matches("^[（(]?[一二三四五六七八九十]+[）)]?[、.．].*|^[（(][一二三四五六七八九十]+[）)].*|^第[一二三四五六七八九十]+[章节部分].*");
        boolean says = AreaWords.of(text).isPresent();
        return at <= firstItem(header) && (wide || numbered || says);
    }

    private static int firstItem(Header header) {
        Integer primary = header.columns().get(Column.PRIMARY);
        Integer secondary = header.columns().get(Column.SECONDARY);
        return primary != null ? primary : secondary != null ? secondary : 0;
    }

    private static boolean has(Grid grid, Header header, int row, Column column) {
        Integer at = header.columns().get(column);
        return at != null && !grid.cell(row, at).isBlank();
    }

    private static int firstText(Grid grid, int row) {
        int c = 0;
        while (grid.cell(row, c).isBlank()) {
            c++;
        }
        return c;
    }

    /** “（一）”单占序号一格，小标题在后一格：从小标题看起。 Past an ordinal that stands in the column of numbers. */
    private static int afterOrdinal(Grid grid, Header header, int row) {
        int at = firstText(grid, row);
        Integer serial = header.columns().get(Column.SERIAL);
        boolean ordinal = serial != null
                && serial == at
                && Plain.line(grid.cell(row, at).text()).matches("[（(]?[一二三四五六七八九十]+[）)]?[、.．]?");
        if (!ordinal) {
            return at;
        }
        for (int c = at + 1; c < grid.columnCount(); c++) {
            if (!grid.cell(row, c).isBlank()) {
                return alone(grid, row, c) ? c : at;
            }
        }
        return at;
    }

    /** 小标题的字；带着占一格的“（一）”。 The words of a section line. */
    static String section(Grid grid, Header header, int row) {
        int first = firstText(grid, row);
        int at = afterOrdinal(grid, header, row);
        String text = Plain.line(grid.cell(row, at).text());
        return at == first ? text : Plain.line(grid.cell(row, first).text()) + text;
    }

    private static boolean alone(Grid grid, int row, int at) {
        for (int c = at + 1; c < grid.columnCount(); c++) {
            if (!grid.cell(row, c).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** 一行里唯一的字；不止一处或者没有时为空。 */
    static @Nullable String only(Grid grid, int row) {
        if (grid.isBlankRow(row)) {
            return null;
        }
        int at = firstText(grid, row);
        return alone(grid, row, at) ? Plain.line(grid.cell(row, at).text()) : null;
    }
}
