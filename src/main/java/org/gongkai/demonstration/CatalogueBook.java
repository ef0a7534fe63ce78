package org.gongkai.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 目录工作簿：标题行、两行表头、合并的一级事项、一格里的渠道勾选，和真实的文件一样。 */
final class CatalogueBook {

    private static final List<String> TOP = List.of(
            "序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "", "公开方式", "", "公开层级", "");
    private static final List<String> BELOW =
            List.of("", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请", "县级", "乡级");
    private static final List<String> CHANNELS = List.of(
            "政府网站",
            "政府公报",
            "两微一端",
            "发布会/听证会",
            "广播电视",
            "纸质媒体",
            "公开查阅点",
            "政务服务中心",
            "便民服务站",
            "入户/现场",
            "社区/企事业单位/村公示栏（电子屏）",
            "精准推送",
            "其他");
    private static final int PRIMARY = 1;

    private CatalogueBook() {}

    static byte[] of(List<CatalogueRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "gongkai", "1.0")) {
            Worksheet sheet = book.newWorksheet(rows.getFirst().area());
            sheet.value(0, 0, rows.getFirst().area() + "领域基层政务公开标准目录");
            sheet.range(0, 0, 0, TOP.size() - 1).merge();
            header(sheet);
            int start = 3;
            for (int i = 0; i < rows.size(); i++) {
                row(sheet, 3 + i, i + 1, rows.get(i));
                boolean last = i + 1 == rows.size()
                        || !rows.get(i + 1).primary().equals(rows.get(i).primary());
                if (last) {
                    if (3 + i > start) {
                        sheet.range(start, PRIMARY, 3 + i, PRIMARY).merge();
                    }
                    start = 4 + i;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void header(Worksheet sheet) {
        for (int column = 0; column < TOP.size(); column++) {
            sheet.value(1, column, TOP.get(column));
            sheet.value(2, column, BELOW.get(column));
            boolean over = !TOP.get(column).isEmpty()
                    && column + 1 < TOP.size()
                    && TOP.get(column + 1).isEmpty();
            if (over) {
                sheet.range(1, column, 1, column + 1).merge();
            } else if (BELOW.get(column).isEmpty()) {
                sheet.range(1, column, 2, column).merge();
            }
        }
    }

    private static void row(Worksheet sheet, int at, int number, CatalogueRow row) {
        boolean first = sheet.value(at - 1, PRIMARY) == null || !row.primary().equals(sheet.value(at - 1, PRIMARY));
        sheet.value(at, 0, number);
        if (first) {
            sheet.value(at, PRIMARY, row.primary());
        }
        sheet.value(at, 2, row.secondary());
        sheet.value(at, 3, row.content());
        sheet.value(at, 4, row.basis());
        sheet.value(at, 5, row.limitText());
        sheet.value(at, 6, row.subject());
        sheet.value(at, 7, channels(row.number()));
        sheet.value(at, 8, "√");
        sheet.value(at, 10, "√");
        boolean county = row.bodies().stream().anyMatch(body -> body.level() == District.Level.COUNTY);
        boolean town = row.bodies().stream().anyMatch(body -> body.level() != District.Level.COUNTY);
        sheet.value(at, 12, county ? "√" : "");
        sheet.value(at, 13, town ? "√" : "");
    }

    /** 网站以外，这一行要求的第一个渠道。 */
    static String alsoThrough(int number) {
        return IntStream.range(1, CHANNELS.size())
                .filter(channel -> isAsked(channel, number))
                .mapToObj(CHANNELS::get)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAsked(int channel, int number) {
        return channel == 0 || (number + channel) % 4 == 0;
    }

    /** 政府网站总是第一公开平台；其余按行变化。 */
    private static String channels(int number) {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < CHANNELS.size(); i++) {
            boolean chosen = isAsked(i, number);
            cell.append(chosen ? '■' : '□').append(CHANNELS.get(i)).append(i % 2 == 0 ? "    " : "\n");
        }
        return cell.toString().strip();
    }
}
