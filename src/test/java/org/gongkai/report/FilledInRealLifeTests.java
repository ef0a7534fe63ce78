package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** 每一种都是各地真的会填成、会导出成的样子；底子是一份平的表，所以读错一格都看得见。 */
@DisplayName("填好的表在真实里的样子：读得对，读不出的说出来，从不悄悄读错")
class FilledInRealLifeTests {

    private static final FilledTables CITY = SampleReport.withoutTableTwo(SampleReport.CITY);
    private static final String HEAD = "<tr><td colspan=\"3\" rowspan=\"3\">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>"
            + "<td colspan=\"7\">申请人情况</td></tr><tr><td rowspan=\"2\">自然人</td>"
            + "<td colspan=\"5\">法人或其他组织</td><td rowspan=\"2\">总计</td></tr>"
            + "<tr><td>商业<br>企业</td><td>科研&nbsp;机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>";

    private final TablesReader reader = new TablesReader(JsonMapper.builder().build());

    private ReadTables read(String text) {
        return reader.read("", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String line(String row, UnaryOperator<String> cell) {
        return List.of(SampleReport.values(CITY, row).split(",")).stream()
                .map(cell)
                .collect(Collectors.joining("</td><td>", "<td>", "</td>"));
    }

    private static String name(String row) {
        return (row.equals("C1") ? "<td rowspan=\"22\">三、本年度办理结果</td>" : "")
                + (row.equals("C3.1") ? "<td rowspan=\"8\">（三）不予公开</td>" : "")
                + (row.equals("C4.1") ? "<td rowspan=\"3\">（四）无法提供</td>" : "")
                + (row.equals("C5.1") ? "<td rowspan=\"5\">（五）不予处理</td>" : "")
                + (row.equals("C6.1") ? "<td rowspan=\"3\">（六）其他处理</td>" : "")
                + (row.length() > 2 ? "<td>" : row.startsWith("C") ? "<td colspan=\"2\">" : "<td colspan=\"3\">")
                + SampleReport.NAMES.get(row)
                + "</td>";
    }

    private static String rows(List<String> rows, UnaryOperator<String> cell) {
        return rows.stream()
                .map(row -> "<tr>" + name(row) + line(row, cell) + "</tr>")
                .collect(Collectors.joining());
    }

    private static List<String> all() {
        return List.copyOf(SampleReport.NAMES.keySet());
    }

    /** 读出的每一格都是真的；没有读出的，每一格或者它的那一行都说了。 */
    private static void neverSilent(ReadTables read) {
        read.tables()
                .figures()
                .forEach((cell, figure) -> assertThat(CITY.at(cell))
                        .as(cell + " read as " + figure)
                        .hasValueSatisfying(truth -> assertThat(figure).isEqualByComparingTo(truth)));
        Set<String> said = read.unread().stream()
                .filter(one -> one.cell() != null)
                .map(one -> one.kind() == UnreadCell.Kind.ROW_MISSING
                        ? String.valueOf(one.cell()).replaceFirst("\\.[cd]\\d$", "")
                        : String.valueOf(one.cell()))
                .collect(Collectors.toSet());
        for (CellAddress cell : CITY.figures().keySet()) {
            if (cell.row().startsWith("T4") && !read.found().contains(ReportTable.REMEDIES)) {
                continue;
            }
            assertThat(read.tables().at(cell).isPresent()
                            || said.contains(cell.toString())
                            || said.contains(cell.row()))
                    .as(cell + " is neither read nor said: " + said)
                    .isTrue();
        }
    }

    private void readsWhole(String text) {
        ReadTables read = read(text);
        neverSilent(read);
        assertThat(read.tables().figures()).hasSize(25 * 7);
        assertThat(CrossFooting.check(read.tables())).isEmpty();
    }

    @Test
    @DisplayName("网页表格：合并的格、nbsp、全角数字、千分位、换行的表头")
    void web_tables() {
        readsWhole("<table>" + HEAD + rows(all(), each -> "&nbsp;" + each + "&nbsp;") + "</table>");
        readsWhole("<table>" + HEAD + rows(all(), FilledInRealLifeTests::fullWidth) + "</table>");
        readsWhole("<table>" + HEAD + rows(all(), each -> String.format("%,d", Long.valueOf(each))) + "</table>");
        readsWhole("<table>" + HEAD + rows(all(), each -> "<p><span>" + each + "</span></p>") + "</table>");
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .mapToObj(each -> String.valueOf((char) (each - '0' + '０')))
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("数后面带“件”“条”：读出，每一格都说是改正后读的")
    void units() {
        for (String unit : List.of("件", " 条", "（件）", "件次")) {
            ReadTables read = read("<table>" + HEAD + rows(all(), each -> each + unit) + "</table>");
            neverSilent(read);
            assertThat(read.unread()).hasSize(25 * 7);
        }
    }

    @Test
    @DisplayName("空着当零、“—”“/”“无”当没有：都不当零，每一格都说")
    void nothing_is_not_zero() {
        for (String nothing : List.of("", "&nbsp;", "—", "/", "／", "无", "－", "--")) {
            ReadTables read =
                    read("<table>" + HEAD + rows(all(), each -> each.equals("0") ? nothing : each) + "</table>");
            neverSilent(read);
            long zeroes = CITY.figures().entrySet().stream()
                    .filter(cell -> !cell.getKey().row().startsWith("T"))
                    .filter(cell -> cell.getValue().signum() == 0)
                    .count();
            assertThat(read.unread()).as(nothing).hasSize((int) zeroes);
            assertThat(read.tables().figures()).as(nothing).hasSize(25 * 7 - (int) zeroes);
        }
    }

    @Test
    @DisplayName("表头自成一张表；跨页断成两张、三张，续表带不带表头都行")
    void broken_over_pages() {
        readsWhole("<table>" + HEAD + "</table><table>" + rows(all(), each -> each) + "</table>");
        readsWhole("<table>" + HEAD + rows(all().subList(0, 9), each -> each) + "</table><p>- 3 -</p><table>" + HEAD
                + rows(all().subList(9, 25), each -> each) + "</table>");
        readsWhole("<table>" + HEAD + rows(all().subList(0, 12), each -> each) + "</table><table>"
                + rows(all().subList(12, 20), each -> each) + "</table><table>"
                + rows(all().subList(20, 25), each -> each) + "</table>");
    }

    @Test
    @DisplayName("行名写成“（一）1．”“三（三）1、”，编号、空格、书名号各写各的")
    void numbered_names() {
        for (String prefix : List.of("（一）", "三、（三）", "  1． ", "(3)", "①", "")) {
            String csv = SampleReport.HEADS
                    + SampleReport.NAMES.entrySet().stream()
                            .map(row -> '"' + prefix + row.getValue().replace("属于", "属 于") + "\",,,"
                                    + SampleReport.values(CITY, row.getKey()) + "\n")
                            .collect(Collectors.joining());
            readsWhole(csv);
        }
    }

    @Test
    @DisplayName("GB18030、带 BOM 的 UTF-8、UTF-16 的 CSV")
    void encodings() {
        String csv = SampleReport.asExportedFromPage(CITY);
        for (String charset : List.of("GB18030", "GBK")) {
            assertThat(reader.read("年报.csv", csv.getBytes(Charset.forName(charset)), null)
                            .tables())
                    .as(charset)
                    .isEqualTo(CITY);
        }
        assertThat(reader.read("年报.csv", ("\ufeff" + csv).getBytes(StandardCharsets.UTF_8), null)
                        .tables())
                .isEqualTo(CITY);
    }

    @Test
    @DisplayName("千分位写在带引号的 CSV 里；数字之间用不换行空格")
    void thousands() {
        String csv = SampleReport.HEADS
                + SampleReport.NAMES.entrySet().stream()
                        .map(row -> '"' + row.getValue() + "\",,,"
                                + List.of(SampleReport.values(CITY, row.getKey())
                                                .split(","))
                                        .stream()
                                        .map(each -> String.format("\"%,d\"", Long.valueOf(each)))
                                        .collect(Collectors.joining(","))
                                + "\n")
                        .collect(Collectors.joining());
        readsWhole(csv);
        neverSilent(read(csv.replace("13,612", "13\u00a0612").replace("14,069", "14，069")));
    }

    @Test
    @DisplayName("没有“总计”一列、多一列序号、多一列上年数、总计放在最前面：不错位，对不上的说出来")
    void columns_missing_or_added() {
        String six = SampleReport.HEADS.replace(",总计", "").replace("其他,", "其他")
                + SampleReport.NAMES.entrySet().stream()
                        .map(row -> '"' + row.getValue() + "\",,,"
                                + SampleReport.values(CITY, row.getKey()).replaceFirst(",\\d+$", "") + "\n")
                        .collect(Collectors.joining());
        ReadTables read = read(six);
        neverSilent(read);
        assertThat(read.tables().at("A", "c1")).contains(SampleReport.figure(13612));
        assertThat(read.tables().at("A", "c7")).isEmpty();

        var number = new int[1];
        String numbered = "序号,项目,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n"
                + SampleReport.NAMES.entrySet().stream()
                        .map(row -> ++number[0] + ",\"" + row.getValue() + "\","
                                + SampleReport.values(CITY, row.getKey()) + "\n")
                        .collect(Collectors.joining());
        readsWhole(numbered);

        String before = "项目,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计,上年总计\n"
                + SampleReport.NAMES.entrySet().stream()
                        .map(row -> '"' + row.getValue() + "\"," + SampleReport.values(CITY, row.getKey()) + ",777\n")
                        .collect(Collectors.joining());
        neverSilent(read(before));

        String totalFirst = "项目,总计,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他\n"
                + SampleReport.NAMES.entrySet().stream()
                        .map(row -> {
                            String[] cells =
                                    SampleReport.values(CITY, row.getKey()).split(",");
                            return '"' + row.getValue() + "\"," + cells[6] + ','
                                    + String.join(",", List.of(cells).subList(0, 6)) + "\n";
                        })
                        .collect(Collectors.joining());
        readsWhole(totalFirst);
    }

    @Test
    @DisplayName("2019 年的表用了 2021 年的行名：认成 2021 年的，缺的行说出来；反过来，“其他处理”只有一行又写“制发”，也说出来")
    void words_of_the_other_form() {
        String rows = SampleReport.NAMES.entrySet().stream()
                .filter(row -> !Set.of("C6.1", "C6.2").contains(row.getKey()))
                .map(row -> '"' + (row.getKey().equals("C6.3") ? "（六）其他处理" : row.getValue()) + "\",,,"
                        + SampleReport.values(CITY, row.getKey()) + "\n")
                .collect(Collectors.joining());
        ReadTables old = read(SampleReport.HEADS + rows);
        assertThat(old.tables().form()).isEqualTo(ReportForm.FORM_2019);
        assertThat(old.tables().at("C6", "c7")).contains(SampleReport.figure(965));

        ReadTables mixed = read("信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,3,5,74\n" + SampleReport.HEADS + rows);
        assertThat(mixed.unread()).as("the form is contradictory").isNotEmpty();
        assertThat(mixed.unread())
                .extracting(UnreadCell::kind)
                .containsAnyOf(UnreadCell.Kind.ROW_MISSING, UnreadCell.Kind.NOT_IN_FORM);

        ReadTables both = read(SampleReport.HEADS + rows + "\"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\",,,1,0,0,0,0,0,1\n");
        assertThat(both.unread()).isNotEmpty();
    }

    @Test
    @DisplayName("说出来的是一句话，有位置、有原文")
    void what_is_said() {
        ReadTables read =
                read("<table>" + HEAD + rows(all(), each -> each.equals("13612") ? "约1.3万" : each) + "</table>");
        neverSilent(read);
        neverSilent(read("<table>" + HEAD + rows(all(), each -> each.equals("14069") ? "见附件" : each) + "</table>"));
        neverSilent(read("<table>" + rows(all(), each -> each.equals("252") ? "二百五十二" : each) + "</table>"));
        assertThat(read.unread()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(UnreadCell.Kind.TEXT);
            assertThat(String.valueOf(one.cell())).isEqualTo("A.c1");
            assertThat(one.text()).isEqualTo("约1.3万");
        });
        assertThat(Map.copyOf(read.tables().figures())).doesNotContainKey(CellAddress.of("A", "c1"));
    }
}
