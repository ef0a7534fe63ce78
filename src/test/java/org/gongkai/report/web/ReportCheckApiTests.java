package org.gongkai.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.GongkaiTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GongkaiTest
@DisplayName("核对年报表格的接口：公开，不用令牌")
class ReportCheckApiTests {

    /** 新收三件，公开两件，结转一件；总计写成了三。 */
    private static final String WRONG = """
            一、本年新收政府信息公开申请数量,3,0,0,0,0,0,3
            二、上年结转政府信息公开申请数量,0,0,0,0,0,0,0
            （一）予以公开,2,0,0,0,0,0,2
            （六）其他处理,O,/,0,0,0,0,0
            （七）总计,3,0,0,0,0,0,3
            四、结转下年度继续办理,1,0,0,0,0,0,1
            """;

    private final MockMvcTester mvc;

    ReportCheckApiTests(MockMvc mvc) {
        this.mvc = MockMvcTester.create(mvc);
    }

    private MvcTestResult post(String type, String body, String query) {
        return mvc.post()
                .uri("/api/v1/reports/annual/check" + query)
                .contentType(type)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    @Test
    @DisplayName("不平：规则、中文句子、单元格、两边、差；读不出的格另说")
    void says_what_is_broken() {
        assertThat(post("text/csv", WRONG, "?year=2020&body=某镇"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.form").isEqualTo("2019");
                    assertThat(json).extractingPath("$.year").isEqualTo(2020);
                    assertThat(json).extractingPath("$.body").isEqualTo("某镇");
                    assertThat(json).extractingPath("$.broken.length()").isEqualTo(4);
                    assertThat(json).extractingPath("$.broken[0].rule").isEqualTo("R-ANN-23-1");
                    assertThat(json)
                            .extractingPath("$.broken[0].sentence")
                            .isEqualTo(
                                    "“自然人”列不平：新收加上年结转是 3，办理总计加结转下年度是 4，相差 1。（规则 R-ANN-23-1，单元格 A.c1、B.c1、C7.c1、D.c1）");
                    assertThat(json).extractingPath("$.broken[0].left").isEqualTo(3);
                    assertThat(json).extractingPath("$.broken[0].right").isEqualTo(4);
                    assertThat(json).extractingPath("$.broken[0].difference").isEqualTo(-1);
                    assertThat(json).extractingPath("$.broken[1].rule").isEqualTo("R-ANN-23-2");
                    assertThat(json)
                            .extractingPath("$.unread[?(@.kind=='CORRECTED')].cell")
                            .asArray()
                            .containsExactly("C6.c1");
                    assertThat(json)
                            .extractingPath("$.unread[?(@.kind=='MARK')].sentence")
                            .asArray()
                            .containsExactly("C4 填的是“/”，不是数，当作不知道；没有的应当填 0。");
                });
    }

    @Test
    @DisplayName("作为文件上传，指明格式；正文类型写错也照读")
    void takes_a_file_and_any_content_type() {
        var file = new MockMultipartFile("file", "2024年报.csv", "text/csv", WRONG.getBytes(StandardCharsets.UTF_8));

        assertThat(mvc.post()
                        .multipart()
                        .uri("/api/v1/reports/annual/check?form=2021")
                        .file(file)
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.form").isEqualTo("2021");
                    assertThat(json).extractingPath("$.year").isEqualTo(2024);
                });
        for (String type : new String[] {"application/octet-stream", "text/plain", "application/json"}) {
            assertThat(post(type, WRONG, "")).as(type).hasStatusOk();
        }
        assertThat(post("application/json", "{\"A\":[1,0,0,0,0,0,2]}", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.broken[0].cells[6]")
                .isEqualTo("A.c7");
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''||没有内容",
                "你好||没有认出年度报告的任何一行",
                "'{\"A\":'||不是完整的 JSON",
                "'{}'||没有认出",
                "'A,1,0,0,0,0,0,1'|?form=2020|2019、2021",
                "'A,1,0,0,0,0,0,1'|?year=去年|去年",
            })
    @DisplayName("读不懂的：400，一句中文说清")
    void what_can_not_be_read_is_a_bad_request(String body, String query, String sentence) {
        assertThat(post(MediaType.TEXT_PLAIN_VALUE, body, query == null ? "" : query))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(sentence);
    }
}
