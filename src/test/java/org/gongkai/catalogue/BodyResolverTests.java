package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("公开主体的写法：认到机构，认不出就问人")
class BodyResolverTests {

    private final BodyResolver resolver = new BodyResolver(new District("示范区"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    示范区民政局 | MZ
                    民政局 | MZ
                    区民政局、各街道办事处 | MZ J1
                    县级民政部门 | MZ
                    县级政府民政部门、乡镇政府（街道办） | MZ Z1 Z2 J1
                    县级民政部门 乡镇政府（街道办） | MZ Z1 Z2 J1
                    各镇（街道） | Z1 Z2 J1
                    各街镇 | Z1 Z2 J1
                    乡镇人民 政府 | Z1 Z2
                    街道办事处 | J1
                    乡级 | Z1 Z2 J1
                    乡级人民政府 | Z1 Z2 J1
                    乡镇（街道） | Z1 Z2 J1
                    乡镇街道 | Z1 Z2 J1
                    县级人民政府 | QF
                    区政府、区财政局 | QF CZ
                    区发展和改革委员会 | FG
                    发展改革部门 | FG
                    发改委 | FG
                    卫健部门 | WJ
                    区卫健委和区民政局 | WJ MZ
                    地方各级财政部门 | CZ
                    县级以上人民政府教育行政主管部门 | JY
                    区司法局（行政复议局） | SF
                    县司法局 | SF
                    村（居）民委员会 | V1
                    村委会 | V1
                    区民政局或者其委托的招标代理机构 | MZ
                    住房城乡建设部门 | ZJ
                    住建部门；自然资源部门 | ZJ ZR
                    各部门 | MZ CZ FG WJ JY SF ZJ ZR
                    """)
    void is_understood(String phrase, String codes) {
        assertThat(resolver.resolve(phrase))
                .hasValueSatisfying(found -> assertThat(found).containsExactlyInAnyOrder(codes.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "相关审批部门",
                "有关部门",
                "县级人民政府及其有关部门",
                "招标人及其招标代理机构或相关行政监督部门",
                "项目单位",
                "区民政局、某某中心",
                "行政主管部门",
                "各有关单位",
                "负有安全生产监督管理职责的部门",
                "邻县民政局办公室",
                "市民政局",
                "市级财政部门",
                "市政府",
                "市生态环境局、区民政局"
            })
    @DisplayName("说不准是谁的，问人")
    void is_asked(String phrase) {
        assertThat(resolver.resolve(phrase)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"市民政局, MZ", "市政府, QF", "市级财政部门, CZ", "县（市、区）人民政府, QF"})
    @DisplayName("县级市的“市”是自己")
    void a_county_level_city_is_meant_itself(String phrase, String code) {
        assertThat(new BodyResolver(new District("示范市")).resolve(phrase))
                .hasValueSatisfying(found -> assertThat(found).containsExactly(code));
    }

    /** 一个小小的区，或者县级市。 */
    private static final class District implements PublicBodies {

        private final List<PublicBody> all;

        District(String place) {
            all = bodies(place);
        }

        private static List<PublicBody> bodies(String place) {
            return List.of(
                    body("QF", place + "人民政府", BodyLevel.COUNTY, BodyKind.GOVERNMENT),
                    body("MZ", place + "民政局", BodyLevel.COUNTY, BodyKind.DEPARTMENT, "民政"),
                    body("CZ", place + "财政局", BodyLevel.COUNTY, BodyKind.DEPARTMENT, "财政"),
                    body("FG", place + "发展和改革委员会", BodyLevel.COUNTY, BodyKind.DEPARTMENT),
                    body("WJ", place + "卫生健康委员会", BodyLevel.COUNTY, BodyKind.DEPARTMENT),
                    body("JY", place + "教育局", BodyLevel.COUNTY, BodyKind.DEPARTMENT),
                    body("SF", place + "司法局", BodyLevel.COUNTY, BodyKind.DEPARTMENT),
                    body("ZJ", place + "住房和城乡建设局", BodyLevel.COUNTY, BodyKind.DEPARTMENT),
                    body("ZR", place + "自然资源局", BodyLevel.COUNTY, BodyKind.DEPARTMENT),
                    body("Z1", "东镇人民政府", BodyLevel.TOWN, BodyKind.TOWN),
                    body("Z2", "西乡人民政府", BodyLevel.TOWN, BodyKind.TOWN),
                    body("J1", "中心街道办事处", BodyLevel.TOWN, BodyKind.STREET),
                    body("V1", "东村村民委员会", BodyLevel.VILLAGE, BodyKind.VILLAGE));
        }

        private static PublicBody body(String code, String name, BodyLevel level, BodyKind kind, String... functions) {
            String parent = code.equals("QF") ? null : "QF";
            return new PublicBody(code, name, name, List.of(), parent, level, kind, Set.of(functions), "");
        }

        @Override
        public Optional<PublicBody> find(String code) {
            return all.stream().filter(body -> body.code().equals(code)).findFirst();
        }

        @Override
        public List<PublicBody> all() {
            return all;
        }

        @Override
        public List<PublicBody> named(String name) {
            return all.stream().filter(body -> body.name().equals(name)).toList();
        }

        @Override
        public Set<String> subtree(String code) {
            return Set.of(code);
        }

        @Override
        public Optional<PublicBody> root() {
            return find("QF");
        }
    }
}
