package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.report.SampleReport.figure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("读别处填好的表：各地的版式、空格、全角、字母 O、斜杠")
class TablesReaderTests {

    private static final FilledTables CITY = SampleReport.withoutTableTwo(SampleReport.CITY);
    private final TablesReader reader = new TablesReader(JsonMapper.builder().build());

    private ReadTables read(String text) {
        return reader.read("", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static List<String> said(ReadTables read) {
        return read.unread().stream()
                .map(one -> one.kind() + " " + one.cell() + " " + one.text())
                .toList();
    }

    @Test
    @DisplayName("三层表头、三列行名、表四没有行名；年份和机关从标题读出")
    void a_page_as_exported() {
        ReadTables read = read(SampleReport.asExportedFromPage(CITY));

        assertThat(read.tables()).isEqualTo(CITY);
        assertThat(read.unread()).isEmpty();
        assertThat(read.year()).isEqualTo(2025);
        assertThat(read.body()).isEqualTo("某区");
        assertThat(read.found()).containsExactlyInAnyOrder(ReportTable.APPLICATIONS, ReportTable.REMEDIES);
    }

    @Test
    @DisplayName("合并的格子导出后不见了，数就往左移：照样读对")
    void cells_that_vanished_with_a_merge() {
        StringBuilder csv = new StringBuilder(SampleReport.HEADS);
        SampleReport.NAMES.forEach((row, name) -> csv.append('"')
                .append(name)
                .append("\",")
                .append(SampleReport.values(CITY, row))
                .append('\n'));

        assertThat(read(csv.toString()).tables().at("C3.7", "c7")).contains(figure(286));
        assertThat(CrossFooting.check(read(csv.toString()).tables())).isEmpty();
    }

    @Test
    @DisplayName("没有表头，只有行名和数；前面还有一段提到行名的正文")
    void no_head_but_prose() {
        StringBuilder csv = new StringBuilder("\"本年新收政府信息公开申请数量较上年上升，予以公开的占四成。\"\n");
        SampleReport.NAMES.forEach((row, name) -> csv.append('"')
                .append(name)
                .append("\",,")
                .append(SampleReport.values(CITY, row))
                .append(",备注\n"));

        ReadTables read = read(csv.toString());
        assertThat(read.tables().figures()).hasSize(25 * 7);
        assertThat(CrossFooting.check(read.tables())).isEmpty();
    }

    @Test
    @DisplayName("只有代码和数，三张表都读")
    void codes_only() {
        ReadTables read = read(SampleReport.asCodes(SampleReport.CITY));

        assertThat(read.tables()).isEqualTo(SampleReport.CITY);
        assertThat(read.unread()).isEmpty();
    }

    @Test
    @DisplayName("GBK 编码、制表符分列")
    void another_encoding() {
        byte[] bytes = SampleReport.asExportedFromPage(CITY).replace(',', '\t').getBytes(Charset.forName("GB18030"));

        assertThat(reader.read("年报.txt", bytes, null).tables()).isEqualTo(CITY);
    }

    @Test
    @DisplayName("网页表格，行名用合并的格子")
    void a_web_page() {
        StringBuilder html = new StringBuilder("<html><body><table>"
                + "<tr><td colspan=3 rowspan=2>（勾稽关系）</td><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
                + "<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>");
        SampleReport.NAMES.forEach((row, name) -> html.append("<tr>")
                .append(row.equals("C1") ? "<td rowspan=22>三、本年度办理结果</td>" : "")
                .append(row.equals("C3.1") ? "<td rowspan=8>（三）不予公开</td>" : "")
                .append(row.equals("C4.1") ? "<td rowspan=3>（四）无法提供</td>" : "")
                .append(row.equals("C5.1") ? "<td rowspan=5>（五）不予处理</td>" : "")
                .append(row.equals("C6.1") ? "<td rowspan=3>（六）其他处理</td>" : "")
                .append(row.length() > 2 ? "<td>" : row.startsWith("C") ? "<td colspan=2>" : "<td colspan=3>")
                .append(name)
                .append("</td><td>")
                .append(SampleReport.values(CITY, row).replace(",", "</td><td>"))
                .append("</td></tr>"));

        ReadTables read = read(html.append("</table></body></html>").toString());
        assertThat(read.tables().figures()).hasSize(25 * 7);
        assertThat(CrossFooting.check(read.tables())).isEmpty();
        assertThat(read.tables().at("C6.3", "c1")).contains(figure(941));
    }

    @ParameterizedTest(name = "“{0}” → {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "12, 12, -",
                "１２, 12, -",
                "'1,234', 1234, -",
                "'１，２３４', 1234, -",
                "' 12 ', 12, -",
                "O, 0, CORRECTED",
                "1O, 10, CORRECTED",
                "〇, 0, CORRECTED",
                "12件, 12, CORRECTED",
                "12①, 12, CORRECTED",
                "12*, 12, CORRECTED",
                "3.0, 3, -",
                "0.00, 0, -",
                "－3, -3, -",
                "/, -, MARK",
                "／, -, MARK",
                "——, -, MARK",
                "–, -, MARK",
                "无, -, MARK",
                "'', -, BLANK",
                "'　', -, BLANK",
                "十二, -, TEXT",
                "l2, -, TEXT",
                "12/3, -, TEXT",
                "见附件, -, TEXT",
                "1e9, -, TEXT",
                "99999999999999999999, -, TEXT",
            })
    @DisplayName("一格的写法")
    void a_cell_as_people_fill_it(String text, String figure, String kind) {
        FigureText read = FigureText.of(text);

        assertThat(read.figure() == null ? null : read.figure().toPlainString()).isEqualTo(figure);
        assertThat(read.kind() == null ? null : read.kind().name()).isEqualTo(kind);
    }

    @Test
    @DisplayName("斜杠、空格、字母 O 都说出来，空的不当零；不平照样查出")
    void marks_and_blanks_are_said() {
        String csv = SampleReport.asExportedFromPage(SampleReport.CONSISTENT)
                .replace("4.保护第三方合法权益\",2,0,0,0,0,0,2", "4.保护第三方合法权益\",２,/,－,,O,0,2")
                .replace("2.重复申请\",1,0,0,0,0,0,1", "2.重复申请\",1,0,0,0,0,0,2");
        ReadTables read = read(csv);

        assertThat(said(read))
                .containsExactly("MARK C3.4.c2 /", "MARK C3.4.c3 －", "BLANK C3.4.c4 ", "CORRECTED C3.4.c5 O");
        assertThat(read.tables().at("C3.4", "c2")).isEmpty();
        assertThat(read.tables().at("C3.4", "c5")).contains(figure(0));
        assertThat(CrossFooting.check(read.tables()))
                .extracting(BrokenIdentity::rule, one -> one.of().getFirst())
                .contains(org.assertj.core.groups.Tuple.tuple("R-ANN-23-3", "report.row.C5.2"));
    }

    @Test
    @DisplayName("少一行、同一行两次、另一种格式的行：说出来")
    void rows_missing_or_doubled_are_said() {
        String codes = SampleReport.asCodes(CITY);
        assertThat(said(read(codes.replaceAll("(?m)^C5\\.3,.*\n", "")))).containsExactly("ROW_MISSING C5.3.c1 C5.3");
        assertThat(said(read(codes + "D,1,0,0,0,0,0,1\n"))).containsExactly("ROW_TWICE null D");
        assertThat(said(reader.read("", codes.getBytes(StandardCharsets.UTF_8), ReportForm.FORM_2019)))
                .contains("NOT_IN_FORM null C6.1", "ROW_MISSING C6.c1 C6");
    }

    @Test
    @DisplayName("“其他处理”只有一行，就是 2019 年格式")
    void the_form_is_told_by_its_rows() {
        String codes =
                SampleReport.asCodes(CITY).replaceAll("(?m)^C6\\.[12],.*\n", "").replace("C6.3,", "C6,");

        assertThat(read(codes).tables().form()).isEqualTo(ReportForm.FORM_2019);
        assertThat(read(SampleReport.asCodes(CITY)).tables().form()).isEqualTo(ReportForm.FORM_2021);
    }

    private static String values(String row) {
        return '[' + SampleReport.values(CITY, row) + ']';
    }

    @Test
    @DisplayName("JSON：按代码、按地址、一格一个对象、按中文名、整张表是数组")
    void json_in_many_shapes() {
        Map<String, List<String>> rows = CITY.form().rows().stream()
                .filter(row -> row.table() != ReportTable.ACTIVE_DISCLOSURE)
                .collect(Collectors.toMap(
                        ReportRow::code, ReportRow::columns, (a, b) -> a, java.util.LinkedHashMap::new));
        String byCode = rows.keySet().stream()
                .map(row -> "\"" + row + "\":" + values(row))
                .collect(
                        Collectors.joining(",", "{\"year\":2025,\"body\":\"某区\",\"form\":\"2021\",\"tables\":{", "}}"));
        String byAddress = CITY.figures().entrySet().stream()
                .map(cell -> "\"" + cell.getKey() + "\":" + cell.getValue())
                .collect(Collectors.joining(",", "{\"cells\":{", "}}"));
        String eachCell = CITY.figures().entrySet().stream()
                .map(cell -> "{\"row\":\"" + cell.getKey().row() + "\",\"column\":\""
                        + cell.getKey().column() + "\",\"value\":" + cell.getValue() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        String nested = rows.entrySet().stream()
                .map(row -> "\"" + row.getKey() + "\":"
                        + row.getValue().stream()
                                .map(column -> "\"" + column + "\":{\"value\":\""
                                        + CITY.at(row.getKey(), column).orElseThrow() + "\"}")
                                .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",", "{\"table3\":{", "}}"));

        for (String json : List.of(byCode, byAddress, eachCell, nested)) {
            assertThat(read(json).tables()).as(json.substring(0, 40)).isEqualTo(CITY);
        }
        assertThat(read(byCode).year()).isEqualTo(2025);
        assertThat(read(byCode).body()).isEqualTo("某区");
        String chinese = SampleReport.NAMES.entrySet().stream()
                .map(name -> "{\"label\":\"" + name.getValue().replace("\"", "") + "\",\"自然人\":"
                        + CITY.at(name.getKey(), "c1").orElseThrow() + ",\"总计\":"
                        + CITY.at(name.getKey(), "c7").orElseThrow() + "}")
                .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
        assertThat(read(chinese).tables().at("C4.1", "c7")).contains(figure(3222));
        assertThat(read(chinese).tables().figures()).hasSize(50);
    }

    @Test
    @DisplayName("从网页整段复制、数字连写的：按各行相加、各列相加分开")
    void figures_run_together() {
        StringBuilder text = new StringBuilder();
        SampleReport.NAMES.forEach((row, name) -> text.append(name)
                .append(SampleReport.values(SampleReport.CONSISTENT, row).replace(",", "")));
        String json = "{\"flattened\":\"" + text + "\",\"table4_flattened\":\"1192591242597015628211793 8\"}";

        ReadTables read = read(json);
        assertThat(read.tables().at("C4.1", "c1")).contains(figure(9));
        assertThat(read.tables().at("A", "c7")).contains(figure(66));
        assertThat(CrossFooting.check(read.tables())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"没有表格的一句话", "a,b,c\n1,2,3\n", "{\"a\":1}", "[]", "{\"A\":", "<table><tr><td>1</td></tr></table>"
            })
    @DisplayName("不是年报表格的，用一句话说不是")
    void nonsense_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class);
    }

    @RepeatedTest(300)
    @DisplayName("随便弄坏的表：要么读出，要么一句话拒绝，不出别的错")
    void damaged_files_are_read_or_refused(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        String source = round.getCurrentRepetition() % 2 == 0
                ? SampleReport.asExportedFromPage(CITY)
                : "{\"tables\":" + jsonRows() + "}";
        StringBuilder text = new StringBuilder(source);
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
                case 2 -> text.setCharAt(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
            }
        }
        try {
            ReadTables read = read(text.toString());
            CrossFooting.suspect(read.tables(), CrossFooting.check(read.tables()));
            assertThat(read.tables().form().cells())
                    .containsAll(read.tables().figures().keySet());
        } catch (Refused refused) {
            assertThat(refused.refusal().messageKey()).isNotBlank();
        }
    }

    private static final String DAMAGE = "0Oo/-—１，,;\t\n\"'“”〇{}[]:.…①件个无 　年\u0000\ufeff";

    private static String jsonRows() {
        return SampleReport.NAMES.keySet().stream()
                .map(row -> "\"" + row + "\":" + values(row))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    @DisplayName("表四的三行分开写、有行名，也读得出；列名是中文的也行")
    void table_four_in_rows() {
        String csv = SampleReport.asCodes(SampleReport.withoutTableTwo(SampleReport.CONSISTENT))
                .replace("T4.1,", "行政复议,")
                .replace("T4.2,", "行政诉讼（未经复议直接起诉）,")
                .replace("T4.3,", "行政诉讼（复议后起诉）,");

        assertThat(read(csv).tables()).isEqualTo(SampleReport.withoutTableTwo(SampleReport.CONSISTENT));
    }

    @Test
    @DisplayName("表二按官方版式，与表三在同一个文件里")
    void table_two_as_printed() {
        String csv = """
                第二十条第（一）项,,,
                信息内容,本年制发件数,本年废止件数,现行有效件数
                规章,3,5,74
                行政规范性文件,564,984,4185
                第二十条第（五）项,,,
                信息内容,本年处理决定数量,,
                行政许可,11398889,,
                第二十条第（六）项,,,
                信息内容,本年处理决定数量,,
                行政处罚,6937489,,
                行政强制,166105,,
                第二十条第（八）项,,,
                信息内容,本年收费金额（单位：万元）,,
                行政事业性收费,316441,,
                """ + SampleReport.asExportedFromPage(CITY);

        ReadTables read = read(csv);
        assertThat(read.tables()).isEqualTo(SampleReport.CITY);
        assertThat(read.unread()).isEmpty();
    }
}
