package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.GongkaiTest;
import org.gongkai.SharedData;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.imports.TableFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@GongkaiTest
@DisplayName("导出：官方模板、CSV、JSON，再导入回来什么也不变")
class CatalogueExportTests {

    private static final Map<String, String> AREAS = Map.of("05", "社会救助", "31", "本地“领域”：甲/乙", "99", "其他领域");

    private final CatalogueExport export;

    CatalogueExportTests(CatalogueExport export) {
        this.export = export;
    }

    static Stream<String> realFiles() throws IOException {
        var raw = SharedData.find("catalogue/raw");
        if (raw.isEmpty()) {
            return Stream.of(""); // one that is skipped
        }
        try (var files = Files.list(raw.get())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("realFiles")
    @DisplayName("真实目录的每一种版式，三种导出都原样读回")
    void every_real_catalogue_comes_back_unchanged(String file) throws IOException {
        var items = items(TableFile.read(file, Files.readAllBytes(SharedData.need("catalogue/raw/" + file))), "05");

        for (var format : CatalogueExport.Format.values()) {
            unchanged(items, format);
        }
    }

    @ParameterizedTest
    @EnumSource(CatalogueExport.Format.class)
    @DisplayName("难写的内容：空白的依据和时限、公式、引号、换行、地方渠道、特定群体、层级、环节、没有一级事项、同名事项、本地领域")
    void awkward_items_come_back_unchanged(CatalogueExport.Format format) {
        unchanged(awkward(), format);
    }

    @Test
    @DisplayName("工作簿的列与附件2一列不差：两行表头、合并、■□、√")
    void the_workbook_is_the_official_template() throws IOException {
        var items = items(template("qingyunpu_2020_template.xlsx"), "05");
        try (var written = new XSSFWorkbook(new ByteArrayInputStream(bytes(items, CatalogueExport.Format.XLSX)))) {
            var sheet = written.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("社会救助");
            assertThat(labels(sheet.getRow(1)))
                    .containsExactly(
                            "序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "", "公开方式", "");
            assertThat(labels(sheet.getRow(2)))
                    .containsExactly("", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请");
            assertThat(sheet.getMergedRegions())
                    .extracting(Object::toString)
                    .anyMatch(range -> range.contains("B4:B5"))
                    .anyMatch(range -> range.contains("B2:C2"))
                    .anyMatch(range -> range.contains("A2:A3"));
            assertThat(sheet.getRow(3).getCell(7).getStringCellValue())
                    .contains("□政府网站", "■两微一端", "■公开查阅点", "□社区/企事业单位/村公示栏（电子屏）");
            assertThat(sheet.getRow(3).getCell(8).getStringCellValue()).isEqualTo("√");
        }
    }

    @Test
    @DisplayName("CSV 里以等号、加号、减号、@ 开头的格子不会变成公式")
    void no_cell_becomes_a_formula() {
        String csv = new String(bytes(awkward(), CatalogueExport.Format.CSV), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\ufeff")
                .contains("'=cmd|")
                .doesNotContain(",=cmd")
                .doesNotContain("\"=cmd");
    }

    @Test
    @DisplayName("空白模板读回来没有一行，也没有错误；填了一行就读出一行")
    void the_empty_template_holds_no_rows() throws IOException {
        var out = new ByteArrayOutputStream();
        export.template(out);
        var empty = CatalogueTable.read(TableFile.read("模板.xlsx", out.toByteArray()));
        assertThat(empty.rows()).isEmpty();
        assertThat(empty.problems()).isEmpty();

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = book.getSheetAt(0).getRow(3);
            List<String> cells = Books.row(1, "甲", "乙");
            for (int c = 1; c < cells.size(); c++) {
                var cell = row.getCell(c) == null ? row.createCell(c) : row.getCell(c);
                cell.setCellValue(cells.get(c));
            }
            var filled = new ByteArrayOutputStream();
            book.write(filled);
            var table = CatalogueTable.read(TableFile.read("模板.xlsx", filled.toByteArray()));
            assertThat(table.rows())
                    .singleElement()
                    .satisfies(read -> assertThat(read.secondary()).isEqualTo("乙"));
        }
    }

    private void unchanged(List<CatalogueItem> items, CatalogueExport.Format format) {
        byte[] bytes = bytes(items, format);
        String name = "目录." + format.suffix();
        var file = CatalogueJson.looksLike(bytes) ? CatalogueJson.table(name, bytes) : TableFile.read(name, bytes);
        var table = CatalogueTable.read(file);
        var known = AREAS.entrySet().stream()
                .map(area -> new SubjectArea(area.getKey(), area.getValue(), List.of(), "", true))
                .toList();
        var placing = new Placing(items, keys(items));
        var areas = new RowAreas(known, "", table.title(), placing);
        var placed =
                placing.place(table.rows(), table.rows().stream().map(areas::of).toList());

        assertThat(placed).as("%s %s", format, table.problems()).hasSameSizeAs(items);
        assertThat(placed.stream()
                        .filter(each -> each.change() != Placed.Change.UNCHANGED)
                        .map(each -> each.change() + " " + each.key() + " " + each.changes()))
                .as("%s", format)
                .isEmpty();
    }

    private byte[] bytes(List<CatalogueItem> items, CatalogueExport.Format format) {
        var out = new ByteArrayOutputStream();
        export.write(format, items, AREAS, out);
        return out.toByteArray();
    }

    private static List<CatalogueItem> awkward() {
        var rows = new ArrayList<CatalogueItem>();
        var one = items(table("=cmd|' /C calc'!A0", "-1", "@甲局"), "05").getFirst();
        rows.add(one);
        rows.add(with(one, 2, "", "15分钟生活圈", "第一行\n第二行，“引号”\"双\"；分号;逗号,", List.of("12345政务服务热线", "政府网站", "其他 法律服务网")));
        rows.add(with(one, 3, "社会救助", "同名事项", "内容一", List.of()));
        rows.add(with(one, 4, "社会救助", "同名事项", "内容二", List.of("微信公众号“示范发布”")));
        rows.add(with(one, 5, "'单引号", "+加号", " ", List.of("政府公报")));
        return rows;
    }

    private static CatalogueItem with(
            CatalogueItem one, int number, String primary, String secondary, String content, List<String> channels) {
        return new CatalogueItem(
                "C" + number,
                number == 2 ? "31" : number == 5 ? "99" : "05",
                primary,
                secondary,
                number == 3 ? "三级" : "",
                content.strip(),
                number == 3 ? "" : one.basis(),
                number == 3 ? "" : "每年3月31日前；法律另有规定的，从其规定",
                one.limitKind(),
                null,
                "区民政局、各街道办事处",
                Set.of(),
                Set.of(),
                channels,
                number == 4 ? Audience.GROUP : number == 5 ? Audience.UNSTATED : Audience.PUBLIC,
                number == 4 ? "低保对象（含边缘户）" : "",
                number == 4 ? DisclosureMode.BOTH : number == 5 ? DisclosureMode.UNSTATED : DisclosureMode.ON_REQUEST,
                number == 3
                        ? java.util.EnumSet.of(
                                org.gongkai.organisation.BodyLevel.COUNTY, org.gongkai.organisation.BodyLevel.VILLAGE)
                        : Set.of(),
                number == 4 ? "结果公开" : "");
    }

    private static TableFile table(String content, String basis, String body) {
        var rows = new ArrayList<>(Books.good().subList(0, 3));
        var row = new ArrayList<>(Books.row(1, "最低生活保障", "办事指南"));
        row.set(3, content);
        row.set(4, basis);
        row.set(6, body);
        rows.add(row);
        return TableFile.read("a.xlsx", Books.xlsx(rows, _ -> {}));
    }

    private static List<CatalogueItem> items(TableFile file, String area) {
        var items = new ArrayList<CatalogueItem>();
        for (ReadRow row : CatalogueTable.read(file).rows()) {
            items.add(new CatalogueItem(
                    "C" + (items.size() + 100),
                    area,
                    row.primary(),
                    row.secondary(),
                    row.tertiary(),
                    row.content(),
                    row.basisText(),
                    row.limitText(),
                    row.limit().kind(),
                    row.limit().toTimeLimit().map(TimeLimit::code).orElse(null),
                    row.bodyText(),
                    Set.of(),
                    row.channels(),
                    row.channelTexts(),
                    row.audience(),
                    row.audienceText(),
                    row.mode(),
                    row.levels(),
                    row.stage()));
        }
        return items;
    }

    private static Map<String, String> keys(List<CatalogueItem> items) {
        var keys = new HashMap<String, String>();
        var taken = new HashMap<String, Integer>();
        items.forEach(item -> {
            String key = item.area() + "|" + Plain.key(item.primary()) + "|" + Plain.key(item.secondary()) + "|"
                    + Plain.key(item.tertiary());
            keys.put(item.code(), key + "#" + taken.merge(key, 1, Integer::sum));
        });
        return keys;
    }

    private static List<String> labels(org.apache.poi.ss.usermodel.Row row) {
        var labels = new ArrayList<String>();
        for (int c = 0; c < 12; c++) {
            var cell = row.getCell(c);
            labels.add(cell == null ? "" : cell.getStringCellValue());
        }
        return labels;
    }

    private static TableFile template(String name) throws IOException {
        try (var in = CatalogueExportTests.class.getResourceAsStream("/catalogue/qingyunpu-2020/" + name)) {
            return TableFile.read(name, java.util.Objects.requireNonNull(in).readAllBytes());
        }
    }
}
