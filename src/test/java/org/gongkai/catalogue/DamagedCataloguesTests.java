package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.catalogue.Books.changed;
import static org.gongkai.catalogue.Books.csv;
import static org.gongkai.catalogue.Books.good;
import static org.gongkai.catalogue.Books.row;
import static org.gongkai.catalogue.Books.xls;
import static org.gongkai.catalogue.Books.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.imports.TableFile;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 附件2的版式和它损坏的样子：全部读出，或者用一句话说清楚（experience.md §12）。 */
@DisplayName("损坏的目录文件：读出来，或者说清楚")
class DamagedCataloguesTests {

    /** 一种损坏：读出几行、说到哪几种问题；不能读的，拒绝的理由。 */
    record Damage(String name, String file, byte[] bytes, int rows, boolean clean, List<String> says, String refused) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void is_read_or_explained(Damage damage) {
        if (!damage.refused().isEmpty()) {
            var refused = catchThrowableOfType(Refused.class, () -> read(damage));
            assertThat(refused).isNotNull();
            assertThat(refused.refusal().messageKey()).isEqualTo(damage.refused());
            return;
        }
        var table = read(damage);
        assertThat(table.rows()).as("%s", table.problems()).hasSize(damage.rows());
        assertThat(table.problems()).extracting(ReadProblem::messageKey).containsAll(damage.says());
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.secondary()).isNotBlank())
                .allSatisfy(row -> assertThat(row.bodyText()).isNotBlank());
        if (damage.clean()) {
            assertThat(table.problems())
                    .filteredOn(problem -> problem.level() != ReadProblem.Level.HINT)
                    .isEmpty();
            assertThat(table.rows()).allSatisfy(row -> {
                assertThat(row.limit().n()).isEqualTo(20);
                assertThat(row.channels()).containsExactly(Channel.WEBSITE);
                assertThat(row.audience()).isEqualTo(Audience.PUBLIC);
                assertThat(row.mode()).isEqualTo(DisclosureMode.PROACTIVE);
            });
        }
    }

    static Stream<Damage> damages() throws Exception {
        var all = new ArrayList<Damage>();
        all.addAll(layouts());
        all.addAll(cells());
        all.addAll(encodings());
        all.addAll(notBooks());
        assertThat(all).hasSizeGreaterThanOrEqualTo(45);
        return all.stream();
    }

    private static List<Damage> layouts() {
        var noSecond = new ArrayList<>(good());
        noSecond.remove(2);
        var single = List.of(List.of(Books.FLAT.split(",")), row(1, "甲", "乙"), row(2, "甲", "丙"));
        var reversed = good().stream()
                .map(cells -> cells.size() < 12 ? cells : cells.reversed())
                .toList();
        var reversedFlat = single.stream().map(List::reversed).toList();
        var twice = new ArrayList<>(good());
        twice.addAll(good().subList(1, 6));
        var sections = new ArrayList<>(good());
        sections.add(3, List.of("一、公共服务领域"));
        sections.add(5, List.of("（二）养老服务"));
        var notes = new ArrayList<>(good());
        notes.add(4, List.of("注：以下为重点内容。"));
        notes.add(List.of("填表说明："));
        notes.add(List.of("1．公开事项：指某个具体应公开事项的名称。"));
        notes.add(List.of("2．公开时限：自信息形成或变更之日起20个工作日内。"));
        notes.add(List.of());
        notes.add(row(4, "附加", "说明之后还有一行"));
        var footers = new ArrayList<>(good());
        footers.add(List.of("填报单位：区民政局", "", "审核人：", "", "联系电话：021-00000000"));
        footers.add(List.of("第 1 页 共 3 页"));
        var titles = new ArrayList<List<String>>(List.of(
                List.of("附件2"), List.of("关于印发目录的通知"), List.of(), List.of("（2020年修订）"), List.of("填报时间：2020年9月")));
        titles.addAll(good());
        var blankRows = new ArrayList<>(good());
        blankRows.add(4, List.of());
        blankRows.add(List.of("7"));
        blankRows.add(List.of("8", "", "", "", "", "", "", "□政府网站\n□两微一端"));
        var noSerial = good().stream()
                .map(cells -> cells.size() < 12 ? cells : cells.subList(1, 12))
                .toList();
        var split = new ArrayList<>(good());
        split.add(4, Arrays.asList("", "", "", "第二段内容", "", "", "", "", "", "", "", ""));
        split.add(5, Arrays.asList("", "", "", "第三段内容", "", "", "", "", "", "", "", ""));
        return List.of(
                fine("原样的附件2", "a.xlsx", xlsx(good(), Books::merged), 3),
                fine("存成 xls", "a.xls", xls(good(), Books::merged), 3),
                fine("没有合并表头的 xlsx", "a.xlsx", xlsx(good(), _ -> {}), 3),
                says("没有第二行表头", "a.xlsx", xlsx(noSecond, _ -> {}), 3, "catalogue.read.columnsAssumed"),
                fine("只有一行表头，写全各列", "a.xlsx", xlsx(single, _ -> {}), 2),
                fine("列的次序反过来", "a.xlsx", xlsx(reversedFlat, _ -> {}), 2),
                fine("两行表头的列次序反过来", "a.csv", csv(flattenedReverse(reversed)), 3),
                fine("同一张表里表头重复（换页）", "a.xlsx", xlsx(twice, _ -> {}), 6),
                fine("中间有小标题", "a.xlsx", xlsx(sections, _ -> {}), 3),
                fine("中间和末尾有注、填表说明", "a.xlsx", xlsx(notes, _ -> {}), 4),
                fine("末尾有填报单位和页码", "a.xlsx", xlsx(footers, _ -> {}), 3),
                fine("表头上面有好几行标题", "a.xlsx", xlsx(titles, _ -> {}), 3),
                fine("有空行和只有序号的预留行", "a.xlsx", xlsx(blankRows, _ -> {}), 3),
                fine("没有序号列", "a.xlsx", xlsx(noSerial, _ -> {}), 3),
                fine("内容拆成几行", "a.xlsx", xlsx(split, _ -> {}), 3),
                fine("两张工作表，各有表头", "a.xlsx", twoSheets(), 6),
                says("目录之外还有封面工作表", "a.xlsx", cover(false), 3, "catalogue.read.noTable"),
                refused("目录只在隐藏的工作表", "a.xlsx", cover(true), "catalogue.read.onlyHidden"),
                says("隐藏的旧目录不读", "a.xlsx", hiddenOld(), 3, "catalogue.read.hiddenSheet"),
                refused("错的工作表：花名册", "a.xlsx", xlsx(roster(), _ -> {}), "catalogue.read.noHeader"),
                says("一万列", "a.csv", csv(wide()), 3),
                refused("格子边界丢了", "a.txt", runTogether(), "catalogue.read.runTogether"));
    }

    private static List<List<String>> flattenedReverse(List<List<String>> rows) {
        var flat = new ArrayList<List<String>>();
        flat.add(List.of(Books.FLAT.split(",")).reversed());
        flat.addAll(rows.subList(3, rows.size()));
        return flat;
    }

    private static List<Damage> cells() {
        return List.of(
                says("空白的公开主体", "a.xlsx", xlsx(changed(good(), 4, 6, ""), _ -> {}), 2, "catalogue.read.noBody"),
                says("CSV 里空白的公开主体", "a.csv", csv(changed(good(), 4, 6, "")), 3, "catalogue.read.inherited"),
                says("空白的时限", "a.xlsx", xlsx(changed(good(), 4, 5, ""), _ -> {}), 3, "catalogue.read.noLimit"),
                fine("写着同上的时限", "a.xlsx", xlsx(changed(good(), 4, 5, "同 上"), _ -> {}), 3),
                fine("合并的时限", "a.xlsx", xlsx(changed(good(), 4, 5, ""), merge(3, 4, 5, 5)), 3),
                says(
                        "没有事项名称",
                        "a.xlsx",
                        xlsx(changed(changed(good(), 5, 1, ""), 5, 2, ""), _ -> {}),
                        3,
                        "catalogue.read.inherited"),
                says("没有公开内容", "a.xlsx", xlsx(changed(good(), 3, 3, ""), _ -> {}), 3, "catalogue.read.noContent"),
                says("读不懂的时限", "a.xlsx", xlsx(changed(good(), 3, 5, "看情况"), _ -> {}), 3, "catalogue.read.limitUnknown"),
                says(
                        "时限一百二十个工作日，多半是笔误",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 5, "信息形成之日起120个工作日内"), _ -> {}),
                        3,
                        "catalogue.read.limitUnknown"),
                says(
                        "时限三十个工作日",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 5, "信息形成之日起30个工作日内"), _ -> {}),
                        3,
                        "catalogue.read.limitTooLong"),
                says(
                        "时限三个月",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 5, "信息形成之日起3个月内"), _ -> {}),
                        3,
                        "catalogue.read.limitTooLong"),
                says(
                        "时限六十日",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 5, "信息形成之日起60日内"), _ -> {}),
                        3,
                        "catalogue.read.limitTooLong"),
                says("主动和依申请都打勾", "a.xlsx", xlsx(changed(good(), 3, 11, "√"), _ -> {}), 3, "catalogue.read.modeBoth"),
                says(
                        "对象一个也没有勾",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 8, ""), _ -> {}),
                        3,
                        "catalogue.read.audienceUnstated"),
                says(
                        "渠道全是空框",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 7, "□政府网站 □两微一端"), _ -> {}),
                        3,
                        "catalogue.read.noChannel"),
                says(
                        "政府网站印了两次",
                        "a.xlsx",
                        xlsx(changed(good(), 3, 7, "■政府网站 □政府网站"), _ -> {}),
                        3,
                        "catalogue.read.channelTwice"),
                says("横向合并了时限和主体", "a.xlsx", xlsx(good(), merge(3, 3, 5, 6)), 3, "catalogue.read.mergedAcross"),
                says("表头和第一行合并在一起", "a.xlsx", xlsx(good(), merge(1, 3, 6, 6)), 2, "catalogue.read.noBody"),
                says("合并区域互相重叠", "a.xlsx", xlsx(good(), overlapping()), 3),
                fine("全角数字和空格", "a.xlsx", xlsx(changed(good(), 3, 5, "信息形成或变更之日起２０个工 作日内"), _ -> {}), 3),
                fine("繁体字", "a.xlsx", xlsx(traditional(), _ -> {}), 3),
                fine("Wingdings 的勾", "a.xlsx", xlsx(wingdings(), _ -> {}), 3),
                fine("是和否", "a.xlsx", xlsx(marks("是", "否"), _ -> {}), 3),
                fine("1 和 0", "a.xlsx", xlsx(marks("1", "0"), _ -> {}), 3),
                fine("☑ 和 ☐", "a.xlsx", xlsx(marks("☑", "☐"), _ -> {}), 3),
                fine("v 和空白", "a.xlsx", xlsx(marks("v", ""), _ -> {}), 3),
                fine("圈和空白", "a.xlsx", xlsx(marks("○", ""), _ -> {}), 3),
                says("公式做的格子", "a.csv", csv(changed(good(), 3, 3, "=HYPERLINK(\"http://x\")")), 3));
    }

    private static List<Damage> encodings() {
        var nested = "<table><tr><td>导航</td><td>" + html(good()) + "</td></tr></table>";
        return List.of(
                fine("GB18030 的 CSV", "a.csv", csv(good(), ',', Charset.forName("GB18030")), 3),
                fine("带 BOM 的 UTF-8", "a.csv", bom(csv(good()), 0xef, 0xbb, 0xbf), 3),
                fine("UTF-16 的制表符文本", "a.txt", bom(csv(good(), '\t', StandardCharsets.UTF_16LE), 0xff, 0xfe), 3),
                fine("分号分隔", "a.csv", csv(good(), ';', StandardCharsets.UTF_8), 3),
                fine("有 sep= 一行", "a.csv", prefixed("sep=;\r\n", csv(good(), ';', StandardCharsets.UTF_8)), 3),
                fine("网页表格", "a.html", html(good()).getBytes(StandardCharsets.UTF_8), 3),
                fine("网页存成 .xls", "a.xls", html(good()).getBytes(Charset.forName("GBK")), 3),
                fine("套在排版表格里", "a.html", nested.getBytes(StandardCharsets.UTF_8), 3),
                fine("Word 另存的网页", "a.htm", wordHtml().getBytes(StandardCharsets.UTF_8), 3),
                fine("Markdown 竖线表", "a.md", markdown().getBytes(StandardCharsets.UTF_8), 2));
    }

    private static List<Damage> notBooks() throws Exception {
        return List.of(
                refused("空文件", "a.xlsx", new byte[0], "imports.file.empty"),
                refused("只有空格", "a.csv", "  \n \n".getBytes(StandardCharsets.UTF_8), "catalogue.read.noHeader"),
                refused("图片改名", "a.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "imports.file.notATable"),
                refused("PDF", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "imports.file.notATable"),
                refused("随机字节", "a.xls", noise(), "imports.file.notATable"),
                refused("加密的工作簿", "a.xlsx", encrypted(), "imports.file.encrypted"),
                refused("Word 文档", "a.xlsx", zip("word/document.xml", "[Content_Types].xml"), "imports.file.word"),
                refused("普通压缩包", "a.zip", zip("目录.txt"), "imports.file.notATable"),
                refused("断尾的 xlsx", "a.xlsx", half(xlsx(good(), _ -> {})), "imports.file.damaged"),
                refused("断尾的 xls", "a.xls", half(xls(good(), _ -> {})), "imports.file.damaged"));
    }

    private static CatalogueTable read(Damage damage) {
        return CatalogueTable.read(TableFile.read(damage.file(), damage.bytes()));
    }

    private static Damage fine(String name, String file, byte[] bytes, int rows) {
        return new Damage(name, file, bytes, rows, true, List.of(), "");
    }

    private static Damage says(String name, String file, byte[] bytes, int rows, String... keys) {
        return new Damage(name, file, bytes, rows, false, List.of(keys), "");
    }

    private static Damage refused(String name, String file, byte[] bytes, String key) {
        return new Damage(name, file, bytes, 0, false, List.of(), key);
    }

    private static Consumer<Sheet> merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        return sheet -> sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }

    private static Consumer<Sheet> overlapping() {
        return sheet -> {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(3, 5, 1, 1));
            sheet.addMergedRegionUnsafe(new CellRangeAddress(4, 5, 1, 2));
        };
    }

    private static List<List<String>> marks(String yes, String no) {
        return good().stream()
                .map(cells -> cells.size() < 12 || cells == Books.TOP || cells == Books.BELOW
                        ? cells
                        : Stream.concat(cells.subList(0, 8).stream(), Stream.of(yes, no, yes, no))
                                .toList())
                .toList();
    }

    private static List<List<String>> wingdings() {
        UnaryOperator<String> box =
                cell -> cell.replace("■", "þ").replace("□", "o").replace("√", "ü");
        return each(box);
    }

    private static List<List<String>> traditional() {
        UnaryOperator<String> script = cell -> cell.replace("公开", "公開")
                .replace("事项", "事項")
                .replace("时限", "時限")
                .replace("渠道和载体", "渠道和載體")
                .replace("主体", "主體")
                .replace("对象", "對象")
                .replace("工作日内", "工作日內")
                .replace("变更", "變更")
                .replace("政府网站", "政府網站")
                .replace("两微一端", "兩微一端")
                .replace("全社会", "全社會")
                .replace("主动", "主動")
                .replace("特定群体", "特定群體")
                .replace("级", "級");
        return each(script);
    }

    private static List<List<String>> each(UnaryOperator<String> change) {
        return good().stream().map(cells -> cells.stream().map(change).toList()).toList();
    }

    private static byte[] twoSheets() {
        return xlsx(good(), sheet -> Books.fill(sheet.getWorkbook().createSheet("养老服务"), good()));
    }

    private static byte[] cover(boolean hide) {
        return xlsx(List.of(List.of("封面"), List.of("目录汇编"), List.of("二〇二六年"), List.of("区政府办公室")), sheet -> {
            var book = sheet.getWorkbook();
            Books.fill(book.createSheet("目录正文"), good());
            book.setSheetHidden(1, hide);
        });
    }

    private static byte[] hiddenOld() {
        return xlsx(good(), sheet -> {
            Books.fill(sheet.getWorkbook().createSheet("旧版"), good());
            sheet.getWorkbook().setSheetHidden(1, true);
        });
    }

    private static List<List<String>> roster() {
        return List.of(List.of("姓名", "单位", "职务"), List.of("张三", "民政局", "科员"), List.of("李四", "财政局", "科长"));
    }

    private static List<List<String>> wide() {
        return good().stream()
                .map(cells -> cells.size() < 12
                        ? cells
                        : Stream.concat(
                                        cells.stream(),
                                        Stream.generate(() -> "多").limit(10_000))
                                .toList())
                .toList();
    }

    private static byte[] runTogether() {
        return good().stream()
                .map(cells -> String.join(" ", cells))
                .reduce("", String::concat)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bom(byte[] bytes, int... mark) {
        byte[] all = new byte[mark.length + bytes.length];
        for (int i = 0; i < mark.length; i++) {
            all[i] = (byte) mark[i];
        }
        System.arraycopy(bytes, 0, all, mark.length, bytes.length);
        return all;
    }

    private static byte[] prefixed(String text, byte[] bytes) {
        return (text + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static String html(List<List<String>> rows) {
        var html = new StringBuilder("<table border=1>");
        for (int r = 0; r < rows.size(); r++) {
            html.append("<tr>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                String cell = rows.get(r).get(c).replace("\n", "<br>");
                if (r == 0) {
                    html.append("<td colspan=12>").append(cell).append("</td>");
                } else if (r == 1 && !cell.isEmpty()) {
                    boolean group = c == 1 || c == 8 || c == 10;
                    html.append(group ? "<th colspan=2>" : "<th rowspan=2>")
                            .append(cell)
                            .append("</th>");
                } else if (r == 2 && !cell.isEmpty() || r > 2 && !(r == 4 && c == 1)) {
                    html.append(r == 3 && c == 1 ? "<td rowspan=2>" : "<td>")
                            .append(cell)
                            .append("</td>");
                }
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    /** Word writes paragraphs, office tags and line breaks of the source into every cell, and an empty last row. */
    private static String wordHtml() {
        String page = html(good())
                .replaceAll(
                        "<td>([^<]+)",
                        "<td width=20 style='mso-border-alt:solid windowtext .5pt'>\n<p class=MsoNormal><span\nlang=EN-US>$1<o:p></o:p></span></p>\n")
                .replace("工作日内", "工作\n  日内")
                .replace(
                        "</table>",
                        "<![if !supportMisalignedColumns]><tr height=0><td width=9></td><td width=9></td></tr><![endif]></table>");
        return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body>" + page + "</body></html>";
    }

    private static String markdown() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Books.FLAT.split(",")));
        rows.add(java.util.Collections.nCopies(12, "---"));
        rows.add(row(1, "甲", "乙"));
        rows.add(row(2, "甲", "丙"));
        var text = new StringBuilder();
        rows.forEach(cells -> text.append("| ")
                .append(String.join(" | ", cells).replace('\n', ' '))
                .append(" |\n"));
        return text.toString();
    }

    private static byte[] noise() {
        byte[] bytes = new byte[4_096];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] encrypted() throws Exception {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mima");
            try (var plain = OPCPackage.open(new ByteArrayInputStream(xlsx(good(), _ -> {})));
                    var out = encryptor.getDataStream(files)) {
                plain.save(out);
            }
            var bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(String... names) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
