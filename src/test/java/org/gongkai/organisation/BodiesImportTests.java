package org.gongkai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.organisation.BodiesImport.Outcome;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("机构名录的导入（R-DUTY-06）")
class BodiesImportTests {

    private static final String TABLE = """
            code,name,aliases,parent,level
            BS,宝山区人民政府,区政府,,区级
            BS-MZ,宝山区民政局,区民政局；民政局,BS,county
            BS-RS,宝山区人力资源和社会保障局,区人社局|人社局,宝山区人民政府,县级
            BS-GC,顾村镇人民政府,顾村镇、顾村镇政府,BS,街镇级
            BS-GC-1,广福村村民委员会,,BS-GC,村级""";

    private static List<List<String>> rows(String table) {
        return table.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
    }

    private static BodiesImport judge(String table, BodyJudge judge) {
        return judge.judge(BodyRows.read(rows(table)));
    }

    private static List<PublicBody> read(String table) {
        var judge = new BodyJudge(List.of());
        judge(table, judge);
        return judge.toWrite();
    }

    private static String problems(String table) {
        return judge(table, new BodyJudge(List.of())).rows().stream()
                .filter(row -> row.problem() != null)
                .map(row -> row.row() + " " + row.problem().column() + " "
                        + row.problem().refusal().messageKey())
                .collect(Collectors.joining("; "));
    }

    @Test
    @DisplayName("五列的表读成机构：别名三种分隔，上级可写代码或全称，种类和职能词来自名称")
    void a_register_is_read() {
        var bodies = read(TABLE);
        assertThat(bodies)
                .extracting(PublicBody::code, PublicBody::kind, PublicBody::parent, PublicBody::shortName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("BS", BodyKind.GOVERNMENT, null, "区政府"),
                        org.assertj.core.groups.Tuple.tuple("BS-GC", BodyKind.TOWN, "BS", "顾村镇"),
                        org.assertj.core.groups.Tuple.tuple("BS-GC-1", BodyKind.VILLAGE, "BS-GC", "广福村村民委员会"),
                        org.assertj.core.groups.Tuple.tuple("BS-MZ", BodyKind.DEPARTMENT, "BS", "区民政局"),
                        org.assertj.core.groups.Tuple.tuple("BS-RS", BodyKind.DEPARTMENT, "BS", "区人社局"));
        assertThat(bodies.get(3).aliases()).containsExactly("区民政局", "民政局");
    }

    @Test
    @DisplayName("同一文件再导入一次，什么都不变")
    void the_same_file_changes_nothing() {
        var again = judge(TABLE, new BodyJudge(read(TABLE)));
        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(5);
        assertThat(again.count(Outcome.CHANGED) + again.count(Outcome.ADDED) + again.count(Outcome.REJECTED))
                .isZero();
    }

    @Test
    @DisplayName("改名算修改；人工改过的职能词在名称不变时保留")
    void corrections_by_hand_survive() {
        var known = read(TABLE).stream()
                .map(body -> body.code().equals("BS-MZ")
                        ? new PublicBody(
                                "BS-MZ",
                                body.name(),
                                "民政",
                                body.aliases(),
                                "BS",
                                body.level(),
                                body.kind(),
                                java.util.Set.of("民政", "养老"),
                                "")
                        : body)
                .toList();
        assertThat(judge(TABLE, new BodyJudge(known)).count(Outcome.UNCHANGED)).isEqualTo(5);
        var renamed = new BodyJudge(known);
        judge(TABLE.replace("宝山区民政局", "宝山区民政和养老局"), renamed);
        assertThat(renamed.toWrite())
                .singleElement()
                .satisfies(body -> assertThat(body.functions()).contains("民政", "养老", "民政养老"));
    }

    @Test
    @DisplayName("拒绝的行各有原因，其余照写；上级被拒的也拒绝")
    void bad_rows_do_not_hold_up_good_ones() {
        assertThat(problems("""
                        code,name,aliases,parent,level
                        A,甲区人民政府,,,县级
                        A,甲区人民政府二,,,县级
                        ,没有代码局,,A,县级
                        B,,,A,县级
                        C,丙局,,A,科级
                        D,丁局,,NOWHERE,县级
                        E,戊所,,D,乡级
                        F,己局,,G,县级
                        G,庚局,,F,县级
                        H,辛局,,A,县级
                        I,辛局,,A,县级"""))
                .isEqualTo("3 code organisation.codeTwice; 4 code organisation.codeForm; 5 name organisation.nameForm; "
                        + "6 level organisation.levelUnknown; 7 parent organisation.parentUnknown; "
                        + "8 parent organisation.parentUnknown; 9 parent organisation.circle; "
                        + "10 parent organisation.circle; 12 name organisation.nameTwice");
    }

    @Test
    @DisplayName("中文表头、标题行、空行、全角代码、看不见的字符")
    void ugly_tables_are_read() {
        assertThat(read("""
                        机构名录（2026年）,,,,
                        机构代码,机构名称,别名,上级机构,层级
                        \ufeffＡ１,甲区人民政府 ,,,区级

                        A2,甲区水务局,,A1,区级""")).extracting(PublicBody::code).containsExactly("A1", "A2");
        assertThatThrownBy(() -> read("名字,地址\n甲,乙")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> BodyRows.read(List.of())).isInstanceOf(Refused.class);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "宝山区民政局, 民政",
        "宝山区人力资源和社会保障局, 人力资源社会保障",
        "青云谱区发展和改革委员会, 发展改革",
        "澄湖区住房和城乡建设局, 住房城乡建设",
        "澄湖区市场监督管理局, 市场监督管理",
        "澄湖区市场监督管理局, 市场监督",
        "澄湖区城市管理局, 城市管理",
        "澄湖区城市管理局, 城市",
        "城市管理局, 城市管理",
        "市场监督管理局, 市场监督管理",
        "澄湖区应急管理局, 应急",
        "澄湖区退役军人事务局, 退役军人",
        "澄湖区文化和旅游局, 文化旅游",
        "澄湖区卫生健康委员会, 卫生健康",
        "国家税务总局上海市宝山区税务局, 税务",
        "上海市公安局宝山分局, 公安",
        "澄湖区自然资源和规划局, 自然资源",
        "澄湖区政务服务管理局, 政务服务",
        "沂南县教育和体育局, 教育"
    })
    @DisplayName("由名称得出职能词，使“县级民政部门”认得出机构")
    void function_words_come_from_the_name(String name, String function) {
        assertThat(BodyNames.functions(name, BodyKind.DEPARTMENT)).contains(function);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "宝山区人民政府, COUNTY, GOVERNMENT",
        "宝山区人民政府办公室, COUNTY, DEPARTMENT",
        "顾村镇人民政府, TOWN, TOWN",
        "吴淞街道办事处, TOWN, STREET",
        "广福村村民委员会, VILLAGE, VILLAGE",
        "银杏社区居民委员会, VILLAGE, COMMUNITY",
        "区疾病预防控制中心, COUNTY, INSTITUTION",
        "区自来水有限公司, COUNTY, ENTERPRISE",
        "区教育局, COUNTY, DEPARTMENT",
        "澄湖区发展和改革委员会, COUNTY, DEPARTMENT",
        "澄湖区图书馆, COUNTY, INSTITUTION",
        "澄湖经济开发区管理委员会, COUNTY, GOVERNMENT",
        "澄湖区柳桥街道办事处, TOWN, STREET",
        "澄湖区青石镇桃源村村民委员会, VILLAGE, VILLAGE",
        "澄湖区柳桥街道枫林社区居民委员会, VILLAGE, COMMUNITY"
    })
    @DisplayName("由名称和层级得出种类")
    void the_kind_comes_from_name_and_level(String name, BodyLevel level, BodyKind kind) {
        assertThat(BodyNames.kind(name, level)).isEqualTo(kind);
    }
}
