package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.Obligations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GongkaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("导入接口：预览数的就是真的导入会有的；重复的编号退回；写错的请求有一句话")
class ImportContractTests {

    private static final Actor OFFICE = new Actor("bootstrap", "自动化令牌", null, Set.of(Duty.OFFICE), Set.of(), true);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ITEM = "导入契约/契约事项";

    private final MockMvcTester mvc;
    private final CurrentActor current;
    private final Obligations obligations;

    ImportContractTests(MockMvc mvc, CurrentActor current, Obligations obligations) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
        this.obligations = obligations;
    }

    @BeforeAll
    void a_body_and_an_item() {
        load("bodies", "b.csv", "code,name,aliases,parent,level\nIC-A,契约区甲局,,,县级\nIC-B,契约区乙局,,,县级\n", false);
        load("catalogue", "社会救助.csv", """
                序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开方式
                1,导入契约,契约事项,内容,《条例》,信息形成之日起20个工作日内,契约区甲局,政府网站,主动
                """, false);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !obligations.itemsOf("IC-A").isEmpty());
    }

    private MvcTestResult send(String kind, String name, byte[] bytes, String dryRun) {
        return current.callAs(
                OFFICE,
                () -> mvc.post()
                        .uri("/api/v1/imports/" + kind)
                        .multipart()
                        .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                        .param("dryRun", dryRun)
                        .param("area", "社会救助")
                        .exchange());
    }

    private JsonNode load(String kind, String name, String text, boolean dryRun) {
        var accepted = send(kind, name, text.getBytes(StandardCharsets.UTF_8), String.valueOf(dryRun));
        assertThat(accepted).hasStatus(202);
        String location = String.valueOf(accepted.getResponse().getHeader("Location"));
        return await().atMost(Duration.ofSeconds(60)).until(() -> read(location), run -> {
            String state = run.path("state").asString();
            return state.equals("DONE") || state.equals("FAILED");
        });
    }

    private JsonNode read(String location) {
        return current.callAs(
                OFFICE,
                () -> JSON.readTree(
                        mvc.get().uri(location).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8)));
    }

    /** Previews, imports and imports again: the preview foretells the first, the second finds nothing to do. */
    private JsonNode foretold(String kind, String name, String text) {
        JsonNode preview = load(kind, name, text, true);
        JsonNode real = load(kind, name, text, false);
        assertThat(preview.path("counts")).as(kind).isEqualTo(real.path("counts"));
        assertThat(preview.path("problems")).as(kind).isEqualTo(real.path("problems"));
        assertThat(real.path("progress").asInt()).isEqualTo(100);
        JsonNode again = load(kind, name, text, false);
        assertThat(again.path("counts").path("added").asInt()).as(kind).isZero();
        assertThat(again.path("counts").path("changed").asInt()).as(kind).isZero();
        return real;
    }

    private static String counts(JsonNode run) {
        JsonNode counts = run.path("counts");
        return counts.path("added") + " " + counts.path("changed") + " " + counts.path("unchanged") + " "
                + counts.path("rejected");
    }

    @Test
    @DisplayName("机构：没有的上级、绕回自己的上级、重复的代码各自退回")
    void bodies_are_foretold() {
        JsonNode run = foretold("bodies", "机构.csv", """
                code,name,aliases,parent,level
                IC-1,契约区一局,一局;契约一,,县级
                IC-2,契约区二局,,没有这个上级,县级
                IC-3,契约区三局,,IC-4,县级
                IC-4,契约区四局,,IC-3,县级
                IC-5,契约区五局,,IC-1,县级
                IC-5,契约区五局,,IC-1,县级
                IC-6,契约区六局,,IC-2,县级
                """);
        assertThat(run.path("state").asString()).isEqualTo("DONE");
        assertThat(run.path("counts").path("rejected").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(run.path("problems").findValuesAsString("value")).contains("没有这个上级");
    }

    @Test
    @DisplayName("信息形成：两千多行里隔了一批的重复编号写明先前的行号；没有编号而内容全同的不再登记")
    void formations_are_foretold_across_batches() {
        var csv = new StringBuilder("externalId,body,item,formedOn,title\n");
        for (int i = 0; i < 2_100; i++) {
            csv.append("ic-")
                    .append(i)
                    .append(",IC-A,社会救助/")
                    .append(ITEM)
                    .append(",2026-09-01,第")
                    .append(i)
                    .append("号\n");
        }
        csv.append("ic-3,契约区甲局,社会救助/").append(ITEM).append(",2026-09-02,第3号\n");
        csv.append(",IC-A,社会救助/").append(ITEM).append(",2026-09-03,没有编号\n");
        csv.append(",契约区甲局,社会救助/").append(ITEM).append(",2026-09-03,没有编号\n");
        csv.append("ic-x,IC-A,社会救助/").append(ITEM).append(",2026-02-30,日期不对\n");
        csv.append("ic-y,没有这个局,社会救助/").append(ITEM).append(",2026-09-03,机构不对\n");
        JsonNode run = foretold("formations", "形成.csv", csv.toString());
        assertThat(counts(run)).isEqualTo("2101 0 1 3");
        assertThat(run.path("problems").toString()).contains("在第 5 行已经出现过", "没有这个局", "2026-02-30");
    }

    @Test
    @DisplayName("信息形成：一行一个 JSON 也一样")
    void formations_may_be_json_lines() {
        String line = "{\"externalId\":\"%s\",\"body\":\"IC-A\",\"item\":\"社会救助/" + ITEM
                + "\",\"formedOn\":\"%s\",\"title\":\"%s\"}\n";
        JsonNode run = foretold(
                "formations",
                "形成.jsonl",
                line.formatted("icj-1", "2026-09-04", "甲") + line.formatted("icj-2", "2026-09-05", "乙") + "{坏行\n"
                        + line.formatted("icj-1", "2026-09-04", "甲"));
        assertThat(counts(run)).isEqualTo("2 0 0 2");
    }

    @Test
    @DisplayName("历史信息：隔了一批的重复编号、别的机构的同一编号、没有的事项；解析的行可取")
    void disclosures_are_foretold_across_batches() {
        String line =
                "{\"externalId\":\"%s\",\"title\":\"%s\",\"body\":\"%s\",\"item\":\"%s\",\"formedOn\":\"2019-03-01\","
                        + "\"publishedOn\":\"2019-03-05\",\"classification\":\"主动公开\",\"text\":\"正文\"}\n";
        var lines = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            lines.append(line.formatted("icd-" + i, "旧信息" + i, "契约区乙局", ""));
        }
        lines.append(line.formatted("icd-7", "旧信息7改", "IC-B", ""));
        lines.append(line.formatted("icd-7", "甲局的7号", "IC-A", "社会救助/" + ITEM));
        lines.append(line.formatted("icd-8", "事项不对", "IC-A", "社会救助/没有/这项"));
        lines.append(line.formatted("icd-9", "机构不对", "没有这个局", ""));
        JsonNode run = foretold("disclosures", "旧站.jsonl", lines.toString());
        assertThat(counts(run)).isEqualTo("601 0 0 3");
        assertThat(run.path("problems").toString()).contains("在第 8 行已经出现过");

        JsonNode rows = read("/api/v1/imports/" + run.path("id").asLong() + "/rows");
        assertThat(rows.size()).isEqualTo(601);
        assertThat(rows.get(0).path("body").asString()).isEqualTo("IC-B");
        JsonNode found = read("/api/v1/disclosures?body=IC-A&since=2019-03-05&until=2019-03-05");
        assertThat(found.path("items").get(0).path("title").asString()).isEqualTo("甲局的7号");
        assertThat(found.path("items").get(0).path("publishedOn").asString()).isEqualTo("2019-03-05");
    }

    @Test
    @DisplayName("没有文件、没有的种类、dryRun 写错、不是 UTF-8：一句话，什么都没有导入")
    void wrong_requests_get_a_sentence() {
        current.runAs(OFFICE, () -> {
            assertThat(mvc.post().uri("/api/v1/imports/bodies").multipart().exchange())
                    .hasStatus(400)
                    .bodyText()
                    .contains("没有收到文件");
            assertThat(mvc.post().uri("/api/v1/imports/bodies").exchange()).hasStatus(400);
        });
        assertThat(send("bodies", "空.csv", new byte[0], "false")).hasStatus(400);
        assertThat(send("poems", "a.csv", new byte[] {1}, "false"))
                .hasStatus(404)
                .bodyText()
                .contains("没有“poems”这种导入", "formations");
        assertThat(send("bodies", "a.csv", new byte[] {1}, "maybe")).hasStatus(400);

        byte[] foreign = "{\"externalId\":\"1\",\"title\":\"中文\"}".getBytes(Charset.forName("GB18030"));
        var accepted = send("disclosures", "旧站.jsonl", foreign, "false");
        JsonNode run = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> read(String.valueOf(accepted.getResponse().getHeader("Location"))),
                        each -> each.path("state").asString().equals("FAILED"));
        assertThat(run.path("message").asString()).contains("不是 UTF-8");
        assertThat(mvc.post().uri("/api/v1/imports/bodies").multipart().exchange())
                .hasStatus4xxClientError();
    }
}
