package org.gongkai.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * 按官方模板（附件2）的版式写工作簿：一个领域一张表，标题横跨全表，两行表头，一级事项向下合并，渠道用 ■□，对象和方式用 √。
 *
 * <p>The official template's layout, column for column.
 */
final class OfficialWorkbook {

    /** Excel 一格最多这么多字。 */
    private static final int LONGEST_CELL = 32_767;

    private static final int LONGEST_NAME = 31;
    private static final int RESERVED_ROWS = 10;
    private static final int FIRST_ROW = 3;
    private static final int PRIMARY = 1;
    private static final int SECONDARY = 2;
    private static final String HEAD_FILL = "EAF2FB";

    private final Map<String, String> areas;

    /** @param areas 领域代码和名称 */
    OfficialWorkbook(Map<String, String> areas) {
        this.areas = areas;
    }

    void write(List<CatalogueItem> items, OutputStream out) throws IOException {
        var columns = new ExportColumns(items);
        try (var book = new Workbook(out, "Gongkai", "1.0")) {
            Set<String> names = new LinkedHashSet<>();
            byArea(items).forEach((area, rows) -> {
                String name = areas.getOrDefault(area, area);
                var sheet = book.newWorksheet(sheetName(name, names));
                head(sheet, title(name), columns.headings());
                rows(sheet, rows, columns);
            });
            if (items.isEmpty()) {
                head(book.newWorksheet("目录"), title(""), columns.headings());
            }
        }
    }

    /** 空白模板：两行表头、预留的行、填表说明。 */
    void template(List<String> notes, OutputStream out) throws IOException {
        var columns = new ExportColumns(List.of());
        var headings = columns.headings();
        try (var book = new Workbook(out, "Gongkai", "1.0")) {
            var sheet = book.newWorksheet("目录");
            head(sheet, "基层政务公开标准目录", headings);
            int channel = at(headings, "公开渠道和载体");
            for (int i = 0; i < RESERVED_ROWS; i++) {
                sheet.value(FIRST_ROW + i, 0, i + 1);
                sheet.value(FIRST_ROW + i, channel, ExportColumns.boxes(List.of()));
                frame(sheet, FIRST_ROW + i, headings.size());
            }
            int first = at(headings, "全社会");
            sheet.range(FIRST_ROW, first, FIRST_ROW + 500, headings.size() - 1)
                    .validateWithListByFormula("\"√\"")
                    .allowBlank(true)
                    .showErrorMessage(false);
            int row = FIRST_ROW + RESERVED_ROWS;
            for (String note : notes) {
                sheet.value(row, 0, note);
                sheet.range(row, 0, row, headings.size() - 1).merge();
                sheet.range(row, 0, row, 0)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
                row++;
            }
        }
    }

    private static Map<String, List<CatalogueItem>> byArea(List<CatalogueItem> items) {
        var byArea = new LinkedHashMap<String, List<CatalogueItem>>();
        items.forEach(item ->
                byArea.computeIfAbsent(item.area(), _ -> new ArrayList<>()).add(item));
        return byArea;
    }

    private static String title(String area) {
        String name = area.isEmpty() || area.endsWith("领域") ? area : area + "领域";
        return name + "基层政务公开标准目录";
    }

    private static void head(Worksheet sheet, String title, List<ExportColumns.Heading> headings) {
        int width = headings.size();
        sheet.value(0, 0, title);
        sheet.range(0, 0, 0, width - 1).merge();
        sheet.range(0, 0, 0, width - 1)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(0, 30);
        int c = 0;
        while (c < width) {
            var heading = headings.get(c);
            int wide = Collections.frequency(
                    headings.stream().map(ExportColumns.Heading::group).toList(), heading.group());
            sheet.value(1, c, heading.group());
            if (heading.name().isEmpty()) {
                sheet.range(1, c, 2, c).merge();
            } else if (wide > 1) {
                sheet.range(1, c, 1, c + wide - 1).merge();
            }
            for (int i = c; i < c + wide; i++) {
                sheet.width(i, headings.get(i).width());
                if (!headings.get(i).name().isEmpty()) {
                    sheet.value(2, i, headings.get(i).name());
                }
            }
            c += wide;
        }
        sheet.range(1, 0, 2, width - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor(HEAD_FILL)
                .borderStyle("thin")
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.freezePane(0, FIRST_ROW);
        sheet.repeatRows(1, 2);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void rows(Worksheet sheet, List<CatalogueItem> items, ExportColumns columns) {
        int width = columns.headings().size();
        int start = FIRST_ROW;
        for (int i = 0; i < items.size(); i++) {
            int row = FIRST_ROW + i;
            var item = items.get(i);
            boolean alone = item.primary().isEmpty() || item.primary().equals(item.secondary());
            boolean first = i == 0 || alone || !items.get(i - 1).primary().equals(item.primary());
            if (first) {
                mergeDown(sheet, start, row - 1);
                start = row;
            }
            var cells = columns.cells(i + 1, item);
            sheet.value(row, 0, i + 1);
            for (int c = 1; c < width; c++) {
                boolean repeated = c == PRIMARY && !first || c == SECONDARY && alone;
                if (!repeated && !cells.get(c).isEmpty()) {
                    sheet.value(row, c, fitting(cells.get(c)));
                }
            }
            if (alone) {
                sheet.range(row, PRIMARY, row, SECONDARY).merge();
            }
            frame(sheet, row, width);
        }
        mergeDown(sheet, start, FIRST_ROW + items.size() - 1);
    }

    private static void mergeDown(Worksheet sheet, int first, int last) {
        if (last > first) {
            sheet.range(first, PRIMARY, last, PRIMARY).merge();
        }
    }

    private static void frame(Worksheet sheet, int row, int width) {
        sheet.range(row, 0, row, width - 1)
                .style()
                .wrapText(true)
                .borderStyle("thin")
                .verticalAlignment("center")
                .format("@")
                .set();
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }

    private static int at(List<ExportColumns.Heading> headings, String label) {
        for (int c = 0; c < headings.size(); c++) {
            if (headings.get(c).label().equals(label)) {
                return c;
            }
        }
        throw new IllegalArgumentException(label);
    }

    /** 工作表名不能有这些符号，也不能重复、太长。 */
    private static String sheetName(String area, Set<String> taken) {
        String plain = area.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String base = plain.isEmpty() ? "目录" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String name = base;
        int number = 2;
        while (!taken.add(name)) {
            String tail = " " + number++;
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - tail.length())) + tail;
        }
        return name;
    }
}
