package org.gongkai.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gongkai.GongkaiTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

@GongkaiTest
@DisplayName("时限接口：公开，无需令牌")
class DeadlineApiTests {

    private final MockMvcTester mvc;

    DeadlineApiTests(MockMvc mvc) {
        this.mvc = MockMvcTester.create(mvc);
    }

    private MvcTestResult get(String path, String... parameters) {
        var address = UriComponentsBuilder.fromPath("/api/v1/deadlines/" + path);
        Object[] values = new Object[parameters.length / 2];
        for (int i = 0; i < parameters.length; i += 2) {
            address.queryParam(parameters[i], "{" + i + "}");
            values[i / 2] = parameters[i + 1];
        }
        URI uri = address.encode().buildAndExpand(values).toUri();
        return mvc.get().uri(uri).exchange();
    }

    @Test
    @DisplayName("T-REQ-01：最后一日、是否暂定、逐日说明")
    void the_due_date_comes_with_its_ledger() {
        assertThat(get("due", "start", "2026-09-24", "limit", "20", "unit", "working-day"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.due").isEqualTo("2026-10-29");
                    assertThat(json).extractingPath("$.provisional").isEqualTo(false);
                    assertThat(json).extractingPath("$.days[0].date").isEqualTo("2026-09-24");
                    assertThat(json).extractingPath("$.days[0].counted").isEqualTo(false);
                    assertThat(json).extractingPath("$.days[0].reason").isEqualTo("START");
                    assertThat(json).extractingPath("$.days[1].text").isEqualTo("中秋节放假，不计入（国办发明电〔2025〕7号）");
                    assertThat(json).extractingPath("$.days[35].number").isEqualTo(20);
                });
    }

    @ParameterizedTest(name = "{0} {1} {2} roll={3} -> {4}")
    @CsvSource({
        "2026-09-01, 30, calendar-day, , 2026-10-08",
        "2026-09-01, 30, calendar-day, true, 2026-10-08",
        "2026-09-01, 30, calendar-day, false, 2026-10-01",
        "2026-01-31, 1, month, false, 2026-02-28",
        "2024-02-29, 1, year, false, 2025-02-28",
        "2026-09-24, 24, hour, , 2026-09-25T00:00:00",
        "2026-09-30T22:30, 5, hour, , 2026-10-01T03:30:00",
        "2026-09-30T14:30:00Z, 5, hour, , 2026-10-01T03:30:00",
        "2026-09-24, 0, working-day, , 2026-09-24",
    })
    @DisplayName("各种单位")
    void every_unit_is_counted(String start, String limit, String unit, String roll, String due) {
        assertThat(get("due", "start", start, "limit", limit, "unit", unit, "roll", roll == null ? "" : roll))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.due")
                .isEqualTo(due);
    }

    @Test
    @DisplayName("T-REQ-09、T-REQ-10：扣除可以写几段，延长接着数")
    void pauses_repeat_and_the_extension_counts_on() {
        assertThat(get(
                        "due",
                        "start",
                        "2026-03-02",
                        "limit",
                        "20",
                        "unit",
                        "working-day",
                        "pause",
                        "2026-03-10/2026-03-20",
                        "pause",
                        "2026-03-15/2026-03-26",
                        "extension",
                        "20"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.due")
                .isEqualTo("2026-05-18");
    }

    @Test
    @DisplayName("没有放假通知的年份标为暂定（R-DAY-11）")
    void an_unannounced_year_is_provisional() {
        assertThat(get("due", "start", "2026-12-30", "limit", "20", "unit", "working-day"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.provisional")
                .isEqualTo(true);
    }

    @ParameterizedTest(name = "start={0} limit={1} unit={2} pause={3} extension={4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 20, working-day, -, -, deadline.missing",
                "2026-02-30, 20, working-day, -, -, deadline.dateUnreadable",
                "昨天, 20, working-day, -, -, deadline.dateUnreadable",
                "+999999999-12-31, 20, working-day, -, -, deadline.dateUnreadable",
                "9999-12-31, 20, working-day, -, -, deadline.dateOutOfRange",
                "0000-01-01, 20, calendar-day, -, -, deadline.dateOutOfRange",
                "2026-09-24, -1, working-day, -, -, deadline.limitOutOfRange.working-day",
                "2026-09-24, 999999999, year, -, -, deadline.limitOutOfRange.year",
                "2026-09-24, 99999999999999999999, month, -, -, deadline.numberUnreadable",
                "2026-09-24, 1.5, month, -, -, deadline.numberUnreadable",
                "2026-09-24, '', month, -, -, deadline.missing",
                "2026-09-24, 20, 工作日, -, -, deadline.unitUnknown",
                "2026-09-24, 20, working-day, 2026-03-26/2026-03-10, -, deadline.pauseBackwards",
                "2026-09-24, 20, working-day, 2026-03-26, -, deadline.pauseUnreadable",
                "2026-09-24, 20, working-day, a/b, -, deadline.pauseUnreadable",
                "2026-09-24, 20, working-day, -, -20, deadline.extensionOutOfRange",
                "2026-09-24, 5, hour, -, 3, deadline.hoursRunOn",
                "2149-12-31, 20, working-day, -, -, deadline.dateOutOfRange"
            })
    @DisplayName("写错的输入：一句中文，不出 5xx")
    void bad_input_gets_a_sentence(
            String start, String limit, String unit, String pause, String extension, String key) {
        assertThat(get(
                        "due",
                        "start",
                        start == null ? "" : start,
                        "limit",
                        limit,
                        "unit",
                        unit,
                        "pause",
                        pause == null ? "" : pause,
                        "extension",
                        extension == null ? "" : extension))
                .hasStatus4xxClientError()
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.key").isEqualTo(key);
                    assertThat(json).extractingPath("$.detail").asString().contains("没有保存任何内容");
                    assertThat(json).extractingPath("$.reference").asString().isNotBlank();
                });
    }

    @Test
    @DisplayName("期限写法的解读")
    void a_phrase_is_read() {
        assertThat(get("parse", "text", "信息形成或者变更之日起20个工作日内予以公开"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"kind":"WORKDAYS","n":20,"unit":"WORKDAY","bound":"WITHIN","frequency":null,"date":null,
                         "anchor":"信息形成或变更","confident":true,"code":"20wd"}""");
        assertThat(get("parse", "text", "3-5个工作日"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"kind\":\"UNKNOWN\",\"n\":null,\"confident\":false}");
        assertThat(get("parse", "text", "每年1月31日前"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"kind\":\"SCHEDULE\",\"bound\":\"BY\",\"frequency\":\"YEARLY\",\"date\":\"--01-31\"}");
        assertThat(get("parse")).hasStatus4xxClientError();
        assertThat(get("parse", "text", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.kind")
                .isEqualTo("SAME_AS_ABOVE");
        assertThat(get("parse", "text", "日".repeat(3000))).hasStatusOk();
    }
}
