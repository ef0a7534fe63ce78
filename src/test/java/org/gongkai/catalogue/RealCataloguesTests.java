package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.gongkai.SharedData;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读真实的标准目录：几种版式读出同样的行，与标准答案一致")
class RealCataloguesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haitan_2020_two_row_header_blank_merged.csv",
                "haitan_2020_repeated.tsv",
                "haitan_2020_variant_same_as_above.csv",
                "haitan_2020_variant_boxes_t_marks.tsv",
                "haitan_2020_variant_boxes_t_marks.xlsx",
                "haitan_2020_merged_cells.xlsx",
                "haitan_2020_merged_cells.xls",
                "haitan_2020_merged_cells.html"
            })
    @DisplayName("海坛片区2020年标准目录，每一种版式")
    void reads_every_layout_of_the_same_catalogue(String file) throws IOException {
        var table =
                CatalogueTable.read(TableFile.read(file, Files.readAllBytes(SharedData.need("catalogue/raw/" + file))));

        var gold = gold("haitan_2020_gold.csv");
        assertThat(table.rows()).hasSameSizeAs(gold);
        for (int i = 0; i < gold.size(); i++) {
            var row = table.rows().get(i);
            var expected = gold.get(i);
            assertThat(Plain.tight(row.primary())).isEqualTo(Plain.tight(expected.get("level1_item")));
            assertThat(Plain.tight(row.secondary())).isEqualTo(Plain.tight(expected.get("level2_item")));
            assertThat(Plain.tight(row.content())).isEqualTo(Plain.tight(expected.get("content")));
            assertThat(Plain.tight(row.basisText())).isEqualTo(Plain.tight(expected.get("legal_basis")));
            assertThat(Plain.tight(row.limitText())).isEqualTo(Plain.tight(expected.get("deadline_text")));
            assertThat(row.bodyText()).isEqualTo(expected.get("subject"));
            assertThat(row.limit().kind().name()).isEqualTo(kind(expected.get("deadline_kind")));
            assertThat(row.limit().n() == null ? "" : String.valueOf(row.limit().n()))
                    .as(row.limitText())
                    .isEqualTo(row.limit().kind() == TimeLimitPhrase.Kind.REALTIME ? "" : expected.get("deadline_n"));
            assertThat(row.channels().contains(Channel.WEBSITE))
                    .as(expected.get("channel_text"))
                    .isEqualTo(expected.get("channels").contains("WEBSITE"));
            assertThat(row.channels().contains(Channel.NOTICE_BOARD))
                    .as(expected.get("channel_text"))
                    .isEqualTo(expected.get("channels").contains("NOTICE_BOARD"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qingyunpu_2020_template.xlsx", "qingyunpu_2020_template.csv"})
    @DisplayName("青云谱区附件2模板：10个工作日，勾选两微一端、公开查阅点、政务服务中心，政府网站印了两次要提示")
    void reads_the_official_template(String file) throws IOException {
        var table = CatalogueTable.read(TableFile.read(file, fixture("qingyunpu-2020/" + file)));

        assertThat(table.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.primary()).isEqualTo("最低生活保障");
            assertThat(row.limit().kind()).isEqualTo(TimeLimitPhrase.Kind.WORKDAYS);
            assertThat(row.limit().n()).isEqualTo(10);
            assertThat(row.channels())
                    .containsExactlyInAnyOrder(Channel.SOCIAL_MEDIA, Channel.READING_POINT, Channel.SERVICE_CENTRE);
            assertThat(row.audience()).isEqualTo(Audience.PUBLIC);
            assertThat(row.mode()).isEqualTo(DisclosureMode.PROACTIVE);
            assertThat(row.basis()).contains(new LegalReference("国务院关于进一步加强和改进最低生活保障工作的意见", "国发〔2012〕45号", ""));
        });
        assertThat(table.rows()).extracting(ReadRow::secondary).containsExactly("办事指南", "审核信息");
        assertThat(table.problems())
                .extracting(ReadProblem::messageKey)
                .contains("catalogue.read.channelTwice", "catalogue.read.noWebsite");
    }

    @Test
    @DisplayName("领域写在横跨全表的一行里：其后各行归入该领域")
    void a_line_across_the_table_names_the_area() {
        var table = read(List.of(
                List.of("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道"),
                List.of("一、社会救助领域", "", "", "", "", "", "", ""),
                List.of("1", "综合业务", "政策法规", "文件", "《社会救助暂行办法》", "20个工作日内", "民政局", "■政府网站"),
                List.of("二、养老服务领域", "", "", "", "", "", "", ""),
                List.of("2", "综合业务", "政策法规", "文件", "《老年人权益保障法》", "20个工作日内", "民政局", "■政府网站"),
                List.of("注：■为必选，□为可选", "", "", "", "", "", "", "")));

        assertThat(table.rows()).extracting(ReadRow::areaText).containsExactly("社会救助", "养老服务");
    }

    @Test
    @DisplayName("表头断字、缺字、加图例，层级误写成第二个“公开方式”，照样认得")
    void a_damaged_header_is_still_a_header() {
        var table = read(List.of(
                List.of(
                        "序\n号",
                        "公开事项",
                        "",
                        "公开内容\n（要素）",
                        "公开\n依据",
                        "公开\n时限",
                        "公开主",
                        "公开渠道和载体（“■”表示必选，“□”表示可选）",
                        "公开对象",
                        "",
                        "公开方式",
                        "",
                        "公开方式",
                        ""),
                List.of("", "一级\n事项", "二级\n事项", "", "", "", "", "", "全社会", "特定群众", "主动", "依申请公开", "县级", "乡、村级"),
                List.of(
                        "1",
                        "2.征收",
                        "2.2房屋征收决定",
                        "公告",
                        "《条例》",
                        "信息形成或 者变更之日 起20个工作 日内予以公",
                        "乡镇人民 政府",
                        "口政府公报 ■政府网站 口其他",
                        "",
                        "在征收范围内",
                        "√",
                        "",
                        "",
                        "√")));

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.primary()).isEqualTo("征收");
            assertThat(row.secondary()).isEqualTo("房屋征收决定");
            assertThat(row.limit().n()).isEqualTo(20);
            assertThat(row.channels()).containsExactly(Channel.WEBSITE);
            assertThat(row.audience()).isEqualTo(Audience.GROUP);
            assertThat(row.audienceText()).isEqualTo("在征收范围内");
            assertThat(row.levels()).contains(org.gongkai.organisation.BodyLevel.TOWN);
            assertThat(row.original()).containsEntry("SECONDARY", "2.2房屋征收决定");
        });
    }

    @Test
    @DisplayName("缺主体、缺事项的行说明原因不导入，其余照常导入")
    void a_wrong_row_waits_while_right_ones_go_in() {
        var table = read(List.of(
                List.of("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道"),
                List.of("1", "预算", "", "", "", "20日内", "", ""),
                List.of("2", "决算", "部门决算", "决算表", "《预算法》", "批准后20日内", "财政局", "政府网站")));

        assertThat(table.rows()).extracting(ReadRow::secondary).containsExactly("部门决算");
        assertThat(table.problems())
                .filteredOn(problem -> problem.level() == ReadProblem.Level.ERROR)
                .extracting(ReadProblem::messageKey)
                .containsExactly("catalogue.read.noBody");
    }

    private static CatalogueTable read(List<List<String>> texts) {
        return CatalogueTable.read(
                new TableFile("表.csv", TableFile.Format.DELIMITED, "UTF-8", List.of(Grid.of("表", texts)), List.of()));
    }

    private static String kind(String gold) {
        return gold.equals("PROGRESS_PROMPT") ? "PROMPT" : gold;
    }

    private static byte[] fixture(String name) throws IOException {
        try (var in = RealCataloguesTests.class.getResourceAsStream("/catalogue/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static List<Map<String, String>> gold(String file) throws IOException {
        var grid = TableFile.read(file, Files.readAllBytes(SharedData.need("catalogue/gold/" + file)))
                .sheets()
                .getFirst();
        return java.util.stream.IntStream.range(1, grid.rowCount())
                .mapToObj(row -> {
                    var line = new java.util.HashMap<String, String>();
                    for (int c = 0; c < grid.columnCount(); c++) {
                        line.put(grid.cell(0, c).text(), grid.cell(row, c).text());
                    }
                    return (Map<String, String>) line;
                })
                .toList();
    }
}
