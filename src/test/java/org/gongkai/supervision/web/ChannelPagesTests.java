package org.gongkai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.gongkai.obligation.Obligations;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.DisclosureLine;
import org.gongkai.publication.Disclosures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GongkaiTest
@DisplayName("公开渠道：办理页上登记，门户和接口看得到，督查的每个数字都能点开")
class ChannelPagesTests {

    private static final String BODY = "CHPG";
    private static final String NAME = "渠道测试区民政局";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Actor LIAISON = new Actor("ch-li", "李联络", BODY, Set.of(Duty.LIAISON), Set.of(BODY), false);
    private static final Actor OFFICE = new Actor("ch-office", "王科长", null, Set.of(Duty.OFFICE), Set.of(), true);
    private static final Actor TOKEN = new Actor("bootstrap", "引导", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final MockMvcTester mvc;
    private final CurrentActor current;
    private final Obligations obligations;
    private final Disclosures disclosures;
    private final ObjectProvider<Importer> importers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    ChannelPagesTests(
            MockMvc mvc,
            CurrentActor current,
            Obligations obligations,
            Disclosures disclosures,
            ObjectProvider<Importer> importers,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
        this.obligations = obligations;
        this.disclosures = disclosures;
        this.importers = importers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.json = json;
    }

    @BeforeEach
    void an_adopted_catalogue_and_what_was_published() throws IOException {
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("insert into organisation.body (code, name, short_name, parent, level, kind)"
                                    + " values (?, ?, ?, null, 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                            .params(List.of(BODY, NAME, NAME))
                            .update();
                    events.publishEvent(new BodiesChanged(List.of(BODY), List.of()));
                }));
        load("catalogue", "渠道.csv", """
                序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开方式
                1,渠道测试,低保标准,标准,《条例》,信息形成之日起20个工作日内,渠道测试区民政局,■政府网站 ■政府公报 ■广播电视,主动
                2,渠道测试,救助名单,名单,《条例》,信息形成之日起20个工作日内,渠道测试区民政局,■政府网站 ■政府公报,主动
                3,渠道测试,没有写的,内容,《条例》,信息形成之日起20个工作日内,渠道测试区民政局,□政府网站 □政府公报,主动
                """);
        await().atMost(SOON).until(() -> obligations.itemsOf(BODY).size() == 3);
        load("disclosures", "旧站.jsonl", """
                {"externalId":"chp-1","title":"关于低保标准的公告","body":"%s","item":"%s","formedOn":"2026-03-01","publishedOn":"2026-03-02","html":"<p>一</p>"}
                """.formatted(BODY, item("低保标准")));
        await().atMost(SOON).untilAsserted(() -> assertThat(owed("WEBSITE")).isEqualTo("1/2"));
    }

    private void load(String kind, String name, String text) throws IOException {
        Path file = Files.createTempFile("ch", name.substring(name.lastIndexOf('.')));
        Files.writeString(file, text);
        Importer importer = importers.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        var upload = new Importer.Upload(file, name, Map.of("area", "养老服务", "body", BODY), false, "ch");
        var problems = new AtomicInteger();
        current.runAs(TOKEN, () -> importer.run(upload, new Told(problems)));
        assertThat(problems).as(kind).hasValue(0);
    }

    private record Told(AtomicInteger problems) implements Importer.Report {

        @Override
        public void progress(long done, long total) {}

        @Override
        public void counted(long added, long changed, long unchanged, long refused) {
            problems.addAndGet(Math.toIntExact(refused));
        }

        @Override
        public void problem(
                String sheet,
                long row,
                String column,
                String value,
                Importer.Level level,
                String key,
                Object... args) {}

        @Override
        public void row(Map<String, Object> content) {}
    }

    private String item(String name) {
        return obligations.itemsOf(BODY).stream()
                .filter(each -> each.name().contains(name))
                .findFirst()
                .orElseThrow()
                .item();
    }

    private DisclosureLine record() {
        return disclosures
                .list(DisclosureFilter.ALL.body(BODY), null, 1)
                .items()
                .getFirst();
    }

    private JsonNode cell(String by, String channel) {
        var answer =
                json.readTree(bodyOf(mvc.get().uri("/api/v1/coverage?by=" + by).exchange()));
        for (JsonNode each : answer.get("items")) {
            if (channel.equals(each.get("channel").asString(""))
                    && BODY.equals(each.get("body").asString(""))) {
                return each;
            }
        }
        return json.readTree("{\"itemsOwed\":0,\"itemsCovered\":0}");
    }

    private String owed(String channel) {
        JsonNode cell = cell("body,channel", channel);
        return cell.get("itemsCovered").asString("") + "/"
                + cell.get("itemsOwed").asString("");
    }

    private static String bodyOf(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Document page(Actor actor, String address) {
        return current.callAs(actor, () -> {
            var result = mvc.get().uri(address).exchange();
            assertThat(result).as(address).hasStatusOk();
            return Jsoup.parse(bodyOf(result));
        });
    }

    /** 去了哪里，或者那句话。 */
    private String posted(Actor actor, String address, Map<String, String> form) {
        return current.callAs(actor, () -> {
            var request = mvc.post().uri(address).with(csrf());
            form.forEach((name, value) -> request.param(name, value));
            var result = request.exchange();
            String to = result.getResponse().getRedirectedUrl();
            return to == null ? Jsoup.parse(bodyOf(result)).select(".trouble").text() : to;
        });
    }

    @Test
    @DisplayName("联络员在办理页登记，目录要求的在前；门户上看得到；各渠道的数字随之，点开就是那些事项；划去以后都没有了")
    void from_the_form_to_the_figure_and_back() {
        String desk = "/desk/publication/" + record().id();
        Document form = page(LIAISON, desk);
        assertThat(form.select("select[name=channel] option").eachText())
                .startsWith("政府公报（目录要求）", "广播电视（目录要求）", "两微一端")
                .noneMatch(option -> option.contains("政府网站"));

        assertThat(posted(LIAISON, desk + "/outlets", entry("GAZETTE", "2026-02-28", "第 3 期")))
                .contains("早于成文日期");
        assertThat(posted(LIAISON, desk + "/outlets", entry("GAZETTE", "", "第 3 期")))
                .contains("on");
        assertThat(posted(LIAISON, desk + "/outlets", entry("GAZETTE", "2026-03-02", "公报<b>第 3 期")))
                .isEqualTo(desk + "#outlets");
        assertThat(page(LIAISON, desk).select("section:has(#outlets) li").text())
                .contains("政府公报")
                .contains("公报<b>第 3 期");

        Document portal = page(Actor.ANONYMOUS, record().path());
        assertThat(portal.select("h2:contains(同时公开于) + ul").text()).contains("政府公报（2026-03-02）");
        assertThat(bodyOf(mvc.get().uri(record().path() + ".json").exchange()))
                .contains("\"channel\":\"GAZETTE\"")
                .contains("2026-03-02");

        await().atMost(SOON).untilAsserted(() -> assertThat(owed("GAZETTE")).isEqualTo("1/2"));
        assertThat(owed("BROADCAST")).isEqualTo("0/1");
        figures_lead_to_items();

        var strike = page(LIAISON, desk).select("section:has(#outlets) form[action$=/strike]");
        String outlet = strike.select("input[name=outlet]").attr("value");
        assertThat(posted(LIAISON, strike.attr("action"), Map.of("outlet", outlet, "reason", "")))
                .contains("理由");
        assertThat(posted(LIAISON, strike.attr("action"), Map.of("outlet", outlet, "reason", "期号写错")))
                .isEqualTo(desk + "#outlets");
        assertThat(page(LIAISON, desk).select("section:has(#outlets) li:has(s)").text())
                .contains("已划去：期号写错");
        assertThat(page(Actor.ANONYMOUS, record().path()).text()).doesNotContain("同时公开于");
        await().atMost(SOON).untilAsserted(() -> assertThat(owed("GAZETTE")).isEqualTo("0/2"));
    }

    private static Map<String, String> entry(String channel, String on, String where) {
        return Map.of("channel", channel, "on", on, "where", where);
    }

    private void figures_lead_to_items() {
        var all = page(OFFICE, "/desk/supervision").select("table:has(caption:contains(各渠道公开情况)) tbody tr");
        assertThat(all.eachText()).anyMatch(row -> row.startsWith("目录未写明渠道"));
        Document cell = page(OFFICE, "/desk/supervision/cell?body=" + BODY);
        var gazette = cell.select("tbody tr:has(th:contains(政府公报))");
        assertThat(gazette.select("td").eachText()).containsExactly("2", "1", "1", "50%");
        assertThat(gazette.select("td a")).as("每个数字都能点开").hasSize(4);
        Document covered = page(OFFICE, gazette.select("a[href*=covered=yes]").attr("href"));
        assertThat(covered.select("tbody tr").eachText()).hasSize(1).allMatch(row -> row.contains("低保标准"));
        assertThat(covered.select("tbody tr a[href=/desk/publication/" + record().id() + "]")
                        .text())
                .isEqualTo("2026-03-02 公开");
        Document missing = page(OFFICE, gazette.select("a[href*=covered=no]").attr("href"));
        assertThat(missing.select("tbody tr").eachText()).hasSize(1).allMatch(row -> row.contains("救助名单"));
        Document unstated =
                page(OFFICE, cell.select("tbody tr:has(th:contains(目录未写明渠道)) a").attr("href"));
        assertThat(unstated.select("tbody tr").eachText()).hasSize(1).allMatch(row -> row.contains("没有写的"));
        assertThat(page(OFFICE, "/desk/supervision/channel?channel=GAZETTE&covered=yes&asOf=2026-03-01&body=" + BODY)
                        .select("tbody tr"))
                .as("三月一日还没有")
                .isEmpty();
    }

    @Test
    @DisplayName("接口：登记 201，同样的 200；按名称也认；列出；别的机构 404、没有令牌 401、写错的 400、做不到的 422")
    void the_api_records_and_lists() {
        String address = "/api/v1/disclosures/" + record().id() + "/channels";
        String good = "{\"channel\":\"广播电视\",\"on\":\"2026-03-05\",\"where\":\"https://example.test/tv\"}";
        assertThat(post(LIAISON, address, good)).isEqualTo(201);
        assertThat(post(LIAISON, address, good)).isEqualTo(200);
        assertThat(post(LIAISON, address, good.replace("广播电视", "飞鸽传书"))).isEqualTo(400);
        assertThat(post(LIAISON, address, good.replace("2026-03-05", "昨天"))).isEqualTo(400);
        assertThat(post(LIAISON, address, good.replace("广播电视", "政府网站"))).isEqualTo(422);
        assertThat(post(LIAISON, address, good.replace("2026-03-05", "2099-01-01")))
                .isEqualTo(422);
        var stranger = new Actor("ch-x", "外人", "CHPX", Set.of(Duty.LIAISON), Set.of("CHPX"), false);
        assertThat(post(stranger, address, good)).isEqualTo(404);
        assertThat(mvc.post()
                        .uri(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(good)
                        .with(csrf())
                        .exchange())
                .hasStatus(401);

        var list = json.readTree(bodyOf(mvc.get().uri(address).exchange())).get("items");
        assertThat(list.findValuesAsString("channel")).contains("BROADCAST");
        assertThat(list.findValuesAsString("name")).contains("广播电视");
        assertThat(mvc.get().uri("/api/v1/disclosures/999999999/channels")).hasStatus(404);
        assertThat(bodyOf(mvc.get().uri("/api/v1/disclosures/" + record().id()).exchange()))
                .contains("\"channels\":[{");
        await().atMost(SOON).untilAsserted(() -> assertThat(owed("BROADCAST")).isEqualTo("1/1"));
    }

    private int post(Actor actor, String address, String body) {
        return current.callAs(
                actor,
                () -> mvc.post()
                        .uri(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus());
    }

    @Test
    @DisplayName("覆盖率接口按渠道：同样的两个数，其余是 null；没有写明渠道的另外数；写错的 400；原来的几种不变")
    void coverage_by_channel() {
        JsonNode website = cell("body,area,channel", "WEBSITE");
        assertThat(website.get("itemsOwed").asLong()).isEqualTo(2);
        assertThat(website.get("itemsCovered").asLong()).isEqualTo(1);
        for (String none : List.of("open", "overdue", "metOnTime", "metLate", "excused")) {
            assertThat(website.get(none).isNull()).as(none).isTrue();
        }
        JsonNode unstated = cell("body,channel", "UNSTATED");
        assertThat(unstated.get("itemsOwed").asLong()).isEqualTo(1);
        assertThat(unstated.get("itemsCovered").isNull()).isTrue();
        for (String by : List.of("channel", "area,channel")) {
            var items = json.readTree(
                            bodyOf(mvc.get().uri("/api/v1/coverage?by=" + by).exchange()))
                    .get("items");
            assertThat(items.get(0).get("body").isNull()).isTrue();
            assertThat(items.get(0).get("area").isNull()).isEqualTo(by.equals("channel"));
        }
        assertThat(mvc.get().uri("/api/v1/coverage?by=channels")).hasStatus(400);
        var plain = json.readTree(
                        bodyOf(mvc.get().uri("/api/v1/coverage?by=body,area").exchange()))
                .get("items")
                .get(0);
        assertThat(plain.get("channel").isNull()).isTrue();
        assertThat(plain.get("metLate").isNumber()).isTrue();

        for (String bad : List.of("", "?channel=XX", "?channel=GAZETTE&covered=maybe", "?channel=GAZETTE&cursor=x")) {
            assertThat(current.<Integer>callAs(
                            OFFICE,
                            () -> mvc.get()
                                    .uri("/desk/supervision/channel" + bad)
                                    .exchange()
                                    .getResponse()
                                    .getStatus()))
                    .as(bad)
                    .isEqualTo(400);
        }
    }
}
