package org.gongkai.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** 做出一本目录工作簿，再弄坏它。 A well-formed catalogue to be damaged by the tests. */
final class Books {

    static final List<String> TOP =
            List.of("序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "", "公开方式", "");
    static final List<String> BELOW = List.of("", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请");
    static final String FLAT = "序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,全社会,特定群体,主动,依申请";

    private Books() {}

    static List<String> row(int number, String primary, String secondary) {
        return List.of(
                String.valueOf(number),
                primary,
                secondary,
                "办理条件、办理流程",
                "《社会救助暂行办法》",
                "自信息形成或者变更之日起20个工作日内",
                "区民政局",
                "■政府网站\n□两微一端",
                "√",
                "",
                "√",
                "");
    }

    /** 三行好的目录：标题、两行表头、数据。 */
    static List<List<String>> good() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("示范区社会救助领域基层政务公开标准目录"));
        rows.add(TOP);
        rows.add(BELOW);
        rows.add(row(1, "最低生活保障", "政策法规"));
        rows.add(row(2, "", "办事指南"));
        rows.add(row(3, "临时救助", "审核信息"));
        return rows;
    }

    static List<List<String>> changed(List<List<String>> rows, int row, int column, String text) {
        var changed = new ArrayList<>(rows);
        var cells = new ArrayList<>(rows.get(row));
        cells.set(column, text);
        changed.set(row, cells);
        return changed;
    }

    static byte[] xlsx(List<List<String>> rows, Consumer<Sheet> damage) {
        return book(new XSSFWorkbook(), rows, damage);
    }

    static byte[] xls(List<List<String>> rows, Consumer<Sheet> damage) {
        return book(new HSSFWorkbook(), rows, damage);
    }

    private static byte[] book(Workbook workbook, List<List<String>> rows, Consumer<Sheet> damage) {
        try (workbook) {
            Sheet sheet = workbook.createSheet("目录");
            fill(sheet, rows);
            damage.accept(sheet);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void fill(Sheet sheet, List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
        }
    }

    /** 模板的合并：标题横跨全表，表头两行。 */
    static void merged(Sheet sheet) {
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 11));
        for (int c : new int[] {0, 3, 4, 5, 6, 7}) {
            sheet.addMergedRegion(new CellRangeAddress(1, 2, c, c));
        }
        for (int c : new int[] {1, 8, 10}) {
            sheet.addMergedRegion(new CellRangeAddress(1, 1, c, c + 1));
        }
        sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
    }

    static byte[] csv(List<List<String>> rows, char delimiter, Charset charset) {
        var text = new StringBuilder();
        rows.forEach(row -> {
            text.append(String.join(
                            String.valueOf(delimiter),
                            row.stream()
                                    .map(cell -> cell.matches("(?s).*[\\n\",;\\t].*")
                                            ? "\"" + cell.replace("\"", "\"\"") + "\""
                                            : cell)
                                    .toList()))
                    .append("\r\n");
        });
        return text.toString().getBytes(charset);
    }

    static byte[] csv(List<List<String>> rows) {
        return csv(rows, ',', StandardCharsets.UTF_8);
    }
}
