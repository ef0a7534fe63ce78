package org.gongkai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("索引号前段")
class IndexFrontTests {

    @ParameterizedTest
    @CsvSource({
        "00001434-9, 000014349",
        "000014349, 000014349",
        "11310113MB2F3034X9, MB2F3034X",
        "1131 0113 MB2F 3034 X9, MB2F3034X",
        "'', B-1"
    })
    @DisplayName("R-LIB-02：十八位统一社会信用代码取第九至十七位，短横不计，没有时用机构代码")
    void the_front_of_an_index_number_is_the_nine_character_code(String written, String front) {
        var body = new PublicBody(
                "B-1", "甲局", "甲局", List.of(), null, BodyLevel.COUNTY, BodyKind.DEPARTMENT, Set.of(), written);
        assertThat(body.indexFront()).isEqualTo(front);
    }
}
