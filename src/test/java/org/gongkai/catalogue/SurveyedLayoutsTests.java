package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.organisation.BodyLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 各地目录页上见到的版式差异，见 fixtures 的 SOURCE.md。 Every layout difference that was observed on real catalogue pages. */
@DisplayName("各地的版式：层级、对象、方式、渠道、列的增减")
class SurveyedLayoutsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    县级 | 乡级 | COUNTY | TOWN
                    县级 | 乡、村级 | COUNTY | TOWN VILLAGE
                    市级 | 镇（街）级 | CITY | TOWN
                    东阳市级 | 镇街乡 | COUNTY | TOWN
                    市级 | 县级 | CITY | COUNTY
                    旗县级 | 苏木乡镇级 | COUNTY | TOWN
                    区级 | 街镇级 | COUNTY | TOWN
                    镇级 | 村级 | TOWN | VILLAGE
                    """)
    @DisplayName("公开层级的各种写法")
    void levels_as_districts_write_them(String first, String second, String one, String other) {
        assertThat(levels("公开层级", first, second, "√", "")).isEqualTo(levels(one));
        assertThat(levels("公开层级", first, second, "", "√")).isEqualTo(levels(other));
    }

    @Test
    @DisplayName("公开层级误写成第二个“公开方式”")
    void levels_under_a_second_heading_of_mode() {
        assertThat(levels("公开方式", "县级", "乡、村级", "√", "")).containsExactly(BodyLevel.COUNTY);
        assertThat(levels("公开方式", "县级", "乡、村级", "", "√")).containsExactly(BodyLevel.TOWN, BodyLevel.VILLAGE);
    }

    private static Set<BodyLevel> levels(String names) {
        var levels = java.util.EnumSet.noneOf(BodyLevel.class);
        for (String name : names.split(" ")) {
            levels.add(BodyLevel.valueOf(name));
        }
        return levels;
    }

    private static Set<BodyLevel> levels(String group, String first, String second, String one, String other) {
        return only(
                        List.of("序号", "公开事项", "", "公开内容（要素）", "公开时限", "公开主体", "公开渠道和载体", "公开方式", "", group, ""),
                        List.of("", "一级事项", "二级事项", "", "", "", "", "主动", "依申请", first, second),
                        List.of("1", "法治宣传", "法律服务", "资讯", "20个工作日内", "司法局", "■政府网站", "√", "", one, other))
                .levels();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    一级事项 | 二级事项 | 公开内容（要素） | 公开依据 | 公开时限 | 公开主体
                    事项类别 | 公开事项名称 | 内容 | 依据 | 公开时间 | 责任主体
                    一级目录 | 二级目录 | 公开要素 | 法律依据 | 公开期限 | 责任科室
                    公开事项类别 | 事项名称 | 公开内容 | 政策依据 | 时限要求 | 责任单位
                    公开事项（一级） | 公开事项（二级） | 公开内容和要求 | 公开依据（文号） | 公开时效 | 公开责任主体
                    大类 | 小类 | 内容要求 | 法定依据 | 更新周期 | 责任部门
                    """)
    @DisplayName("表头的同义说法")
    void synonyms_of_the_header(String one, String two, String content, String basis, String limit, String body) {
        var row = only(
                List.of("序号", one, two, content, basis, limit, body, "公开渠道"),
                List.of("1", "甲", "乙", "丙", "《丁》", "20个工作日内", "戊局", "政府网站"));

        assertThat(row.primary()).isEqualTo("甲");
        assertThat(row.secondary()).isEqualTo("乙");
        assertThat(row.content()).isEqualTo("丙");
        assertThat(row.basisText()).isEqualTo("《丁》");
        assertThat(row.limit().n()).isEqualTo(20);
        assertThat(row.bodyText()).isEqualTo("戊局");
    }

    @Test
    @DisplayName("既有公开主体又有责任科室的，公开主体为准，责任科室的原文留着")
    void the_stronger_word_names_the_body() {
        var row = only(
                List.of("序号", "一级事项", "二级事项", "公开内容", "公开时限", "责任科室", "公开主体", "网址"),
                List.of("1", "甲", "乙", "丙", "20个工作日内", "救助科", "区民政局", "http://www.example.gov.cn"));

        assertThat(row.bodyText()).isEqualTo("区民政局");
        assertThat(row.original()).containsEntry("责任科室", "救助科").containsEntry("网址", "http://www.example.gov.cn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ■政府网站 □政府公报 ■两微一端 | WEBSITE SOCIAL_MEDIA
                    ■政府网站■两微一端■其他法律服务网 | WEBSITE SOCIAL_MEDIA OTHER
                    口政府公报 ■政府网站 口其他 | WEBSITE
                    t政府网站□政府公报 □12345政务服务热线t社区/企事业单位/村公示栏(电子屏) | WEBSITE NOTICE_BOARD
                    R政府网站 £政府公报 R公开查阅点 | WEBSITE READING_POINT
                    þ政府网站 o政府公报 þ便民服务站 | WEBSITE CONVENIENCE_STATION
                    n政府网站n政务服务中心o精准推送 | WEBSITE SERVICE_CENTRE
                    [√]政府网站 [ ]政府公报 [√]公示栏 | WEBSITE NOTICE_BOARD
                    （√）政府网站（）政府公报（√）纸质媒体 | WEBSITE PRINT
                    政府网站√ 政府公报□ 公示栏√ | WEBSITE NOTICE_BOARD
                    政府网站、两微一端；公示栏 | WEBSITE SOCIAL_MEDIA NOTICE_BOARD
                    嘉荫县司法局公众号 | SOCIAL_MEDIA
                    投资项目在线审批监管平台 | OTHER
                    ■政府网站 ■其他：执法现场公示 | WEBSITE OTHER
                    """)
    @DisplayName("渠道的各种勾法")
    void ticks_in_the_channel_cell(String cell, String channels) {
        var row = only(
                List.of("序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "公开渠道和载体（“■”表示必选，“□”表示可选）"),
                List.of("1", "甲", "乙", "丙", "20个工作日内", "戊局", cell));

        assertThat(row.channels()).extracting(Enum::name).containsExactlyInAnyOrder(channels.split(" "));
    }

    @Test
    @DisplayName("渠道各占一列，打勾的是选中")
    void a_column_for_each_channel() {
        var row = only(
                List.of("序号", "公开事项", "", "公开内容", "公开时限", "公开主体", "公开渠道和载体", "", "", "公开方式", ""),
                List.of("", "一级事项", "二级事项", "", "", "", "政府网站", "政府公报", "公开查阅点", "主动", "依申请"),
                List.of("1", "甲", "乙", "丙", "20个工作日内", "戊局", "√", "", "√", "√", ""));

        assertThat(row.channels()).containsExactlyInAnyOrder(Channel.WEBSITE, Channel.READING_POINT);
        assertThat(row.mode()).isEqualTo(DisclosureMode.PROACTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    特定群体 | 申请人 | 申请人
                    特定群众 | √在征收范围内 | 在征收范围内
                    特定群体（请写明） | 法律援助申请人等 | 法律援助申请人等
                    特定群 | √ | ''
                    """)
    @DisplayName("特定群体的各种表头和写法")
    void a_group_that_is_named(String label, String cell, String text) {
        var row = only(
                List.of("序号", "公开事项", "", "公开内容", "公开时限", "公开主体", "公开渠道", "公开对象", "", "公开方式", ""),
                List.of("", "一级事项", "二级事项", "", "", "", "", "全社会", label, "主动", "依申请公开"),
                List.of("1", "甲", "乙", "丙", "20个工作日内", "戊局", "政府网站", "", cell, "", "√"));

        assertThat(row.audience()).isEqualTo(Audience.GROUP);
        assertThat(row.audienceText()).isEqualTo(text);
        assertThat(row.mode()).isEqualTo(DisclosureMode.ON_REQUEST);
    }

    @Test
    @DisplayName("多一列空的三级事项、公开、五公开，名称里带编号、带断字")
    void more_columns_than_the_template() {
        var row = only(
                List.of("序号", "一级事项", "二级事项", "三级事项", "公开内容", "公开时限", "公开主体", "公开", "五公开"),
                List.of("3", "2.征收", "2.1社会稳定\n风险评估", "", "评估结果", "形成之日起20 个工 作日内", "县住建局", "■文本", "□决策"));

        assertThat(row.primary()).isEqualTo("征收");
        assertThat(row.secondary()).isEqualTo("社会稳定风险评估");
        assertThat(row.limit().n()).isEqualTo(20);
        assertThat(row.original()).containsEntry("公开", "■文本");
    }

    @Test
    @DisplayName("名称以数字开头的不当成编号")
    void a_number_that_belongs_to_the_name() {
        var row = only(
                List.of("一级事项", "二级事项", "公开内容", "公开时限", "公开主体"), List.of("15分钟生活圈", "3岁以下婴幼儿照护", "丙", "20个工作日内", "戊局"));

        assertThat(row.primary()).isEqualTo("15分钟生活圈");
        assertThat(row.secondary()).isEqualTo("3岁以下婴幼儿照护");
    }

    @Test
    @DisplayName("一格的字断在几行里（扫描件）：合起来读")
    void a_cell_torn_into_rows_is_put_together() {
        var row = only(
                List.of("序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体"),
                List.of("1", "奖励扶助", "独生子女父母奖励", "政策文件", "自信息形成或", "街道"),
                List.of("", "", "", "", "变更之日起20", "办事处"),
                List.of("", "", "", "", "个工作日内", ""));

        assertThat(row.limit().n()).isEqualTo(20);
        assertThat(row.bodyText()).isEqualTo("街道办事处");
    }

    @Test
    @DisplayName("网页：Excel 存成的网页，大小写混用的跨行跨列，表头断字")
    void a_page_as_a_district_published_it() throws java.io.IOException {
        try (var in = SurveyedLayoutsTests.class.getResourceAsStream("/catalogue/haitan-2020/page.html")) {
            var table = CatalogueTable.read(TableFile.read(
                    "page.html", java.util.Objects.requireNonNull(in).readAllBytes()));

            assertThat(table.title()).isEqualTo("海坛片区管理局基层政务公开标准目录（修订版）");
            assertThat(table.rows()).hasSize(1).first().satisfies(row -> {
                assertThat(row.secondary()).isEqualTo("部分村庄编制完成的村庄规划、村土地利用规划");
                assertThat(row.limit().n()).isEqualTo(20);
                assertThat(row.bodyText()).isEqualTo("海坛片区管理局");
                assertThat(row.audience()).isEqualTo(Audience.PUBLIC);
                assertThat(row.mode()).isEqualTo(DisclosureMode.PROACTIVE);
            });
        }
    }

    @Test
    @DisplayName("一页里有几张表，各有领域的标题")
    void several_tables_on_one_page() {
        String page = table("（一）重大建设项目领域基层政务公开标准目录") + "<p>&nbsp;</p>" + table("（二）公共资源交易领域基层政务公开标准目录");
        var table = CatalogueTable.read(TableFile.read("目录.html", page.getBytes(StandardCharsets.UTF_8)));

        assertThat(table.rows()).extracting(ReadRow::areaText).containsExactly("重大建设项目", "公共资源交易");
    }

    private static String table(String title) {
        return "<table><tr><td colspan=6>" + title
                + "</td></tr><tr><td>序 号</td><td>一级事项</td><td>二级事项</td><td>公开内容</td><td>公开时限</td><td>公开主体</td></tr>"
                + "<tr><td>1</td><td>征收</td><td>征收土地信息</td><td>方案</td><td>20个工作日内</td><td>街道办事处</td></tr></table>";
    }

    @ParameterizedTest
    @CsvSource({"各项目单位, 公共资源交易平台", "行业主管部门, 政府信息公开平台"})
    @DisplayName("一页的末行写着“全社会”“主动”“县级”，下面又是表头：末行不当表头，不丢")
    void the_last_row_above_a_repeated_header(String body, String channel) {
        var head = List.of("一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "公开渠道", "公开对象", "公开方式", "公开层级");
        var rows = all(
                head,
                List.of("批准服务", "办事指南", "清单", "20个工作日内", "甲局", "政府网站", "全社会", "主动", "县级"),
                List.of("招投标信息", "招标公告", "", "及时公开", body, channel, "全社会", "主动", "县级"),
                head,
                List.of("施工信息", "竣工", "备案", "15个工作日内", "乙局", "政府网站", "全社会", "主动", "县级"));

        assertThat(rows).extracting(ReadRow::secondary).containsExactly("办事指南", "招标公告", "竣工");
    }

    @Test
    @DisplayName("“（一）”占序号一格、小标题占后一格：是小标题，不是事项，也不接着上一行的时限和主体")
    void an_ordinal_in_a_cell_of_its_own_heads_a_section() {
        var rows = all(
                List.of("序号", "事项类别", "事项名称", "公开内容", "公开时限", "责任单位"),
                List.of("（一）", "机构职能", "", "", "", ""),
                List.of("1", "机构职能", "机构设置", "职责", "20个工作日内", "甲局"),
                List.of("二", "规划计划", "", "", "", ""),
                List.of("2", "规划计划", "年度计划", "计划", "每年3月31日前", "乙局"));

        assertThat(rows).extracting(ReadRow::secondary).containsExactly("机构设置", "年度计划");
    }

    @Test
    @DisplayName("夹在事项中间的说明、写了几格的落款没有导入，说出是哪几行；表尾的说明不必说")
    void notes_are_left_out_and_named() {
        var table = table(List.of(
                List.of("序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体"),
                List.of("1", "甲", "乙", "丙", "20个工作日内", "丁局"),
                List.of("注：本目录自发布之日起施行。", "", "", "", "", ""),
                List.of("2", "甲", "戊", "己", "20个工作日内", "丁局"),
                List.of("填报单位：丁局", "", "审核人：某", "", "", ""),
                List.of("说明：不必细说。", "", "", "", "", "")));

        assertThat(table.rows()).hasSize(2);
        assertThat(table.problems())
                .filteredOn(problem -> problem.messageKey().equals("catalogue.read.leftOut"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.args()).containsExactly("3、5"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<ReadRow> all(List<String>... rows) {
        return table(List.of(rows)).rows();
    }

    private static CatalogueTable table(List<List<String>> rows) {
        return CatalogueTable.read(
                new TableFile("表.csv", TableFile.Format.DELIMITED, "UTF-8", List.of(Grid.of("表", rows)), List.of()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ReadRow only(List<String>... rows) {
        var table = table(List.of(rows));
        assertThat(table.rows()).as("%s", table.problems()).hasSize(1);
        return table.rows().getFirst();
    }
}
