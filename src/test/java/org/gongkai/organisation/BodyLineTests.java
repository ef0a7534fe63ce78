package org.gongkai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("机构名录的一行：种类和职能从名称里读出")
class BodyLineTests {

    @ParameterizedTest
    @CsvSource({
        "澄湖区人民政府, COUNTY, GOVERNMENT",
        "澄湖区发展和改革委员会, COUNTY, DEPARTMENT",
        "澄湖区图书馆, COUNTY, INSTITUTION",
        "澄湖区柳桥街道办事处, TOWN, STREET",
        "澄湖区青石镇人民政府, TOWN, TOWN",
        "澄湖区青石镇桃源村村民委员会, VILLAGE, VILLAGE",
        "澄湖区柳桥街道枫林社区居民委员会, VILLAGE, COMMUNITY",
        "澄湖区自来水有限公司, COUNTY, ENTERPRISE"
    })
    @DisplayName("种类")
    void kind_is_read_from_the_name(String name, BodyLevel level, BodyKind kind) {
        assertThat(BodyLine.of("X", name, "", "", level).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "澄湖区民政局, 民政",
        "澄湖区人力资源和社会保障局, 人力资源社会保障",
        "澄湖区住房和城乡建设局, 住房城乡建设",
        "澄湖区城市管理局, 城市",
        "澄湖区市场监督管理局, 市场监督",
        "澄湖区自然资源和规划局, 自然资源",
        "澄湖区发展和改革委员会, 发展改革",
        "宝山区应急管理局, 应急"
    })
    @DisplayName("职能词：“和”字、“管理”两字有无都算")
    void functions_are_read_from_the_name(String name, String function) {
        assertThat(BodyLine.of("X", name, "", "", BodyLevel.COUNTY).functions()).contains(function);
    }

    @Test
    @DisplayName("简称取第一个别名，层级认中文和代码")
    void short_name_and_level() {
        var line = BodyLine.of("DA104", "澄湖区民政局", "区民政局；民政局", "DA000", BodyLevel.COUNTY);

        assertThat(line.shortName()).isEqualTo("区民政局");
        assertThat(line.aliases()).containsExactly("区民政局", "民政局");
        assertThat(BodyLine.level("街镇级")).contains(BodyLevel.TOWN);
        assertThat(BodyLine.level("county")).contains(BodyLevel.COUNTY);
        assertThat(BodyLine.level("中级")).isEmpty();
    }
}
