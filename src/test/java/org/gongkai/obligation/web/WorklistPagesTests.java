package org.gongkai.obligation.web;

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
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.gongkai.obligation.Obligation;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.Obligations;
import org.gongkai.organisation.BodiesChanged;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("待办、一条义务、督查：从目录审定到催办，都在网页上")
class WorklistPagesTests {

    private static final String BODY = "WLMZ";
    private static final String NAME = "待办测试区民政局";
    private static final Actor LIAISON = new Actor("wl-li", "李联络", BODY, Set.of(Duty.LIAISON), Set.of(BODY), false);
    private static final Actor OFFICE = new Actor("wl-office", "王科长", null, Set.of(Duty.OFFICE), Set.of(), true);
    private static final Actor TOKEN = new Actor("bootstrap", "引导", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final MockMvcTester mvc;
    private final CurrentActor current;
    private final Obligations obligations;
    private final ObjectProvider<Importer> importers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final TestClock clock;

    WorklistPagesTests(
            MockMvc mvc,
            CurrentActor current,
            Obligations obligations,
            ObjectProvider<Importer> importers,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            TestClock clock) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
        this.obligations = obligations;
        this.importers = importers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @BeforeEach
    void an_adopted_catalogue() throws IOException {
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("insert into organisation.body (code, name, short_name, parent, level, kind)"
                                    + " values (?, ?, ?, null, 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                            .params(List.of(BODY, NAME, NAME))
                            .update();
                    events.publishEvent(new BodiesChanged(List.of(BODY), List.of()));
                }));
        load("catalogue", """
                序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开方式
                1,待办测试,低保标准,标准,《条例》,信息形成之日起20个工作日内,待办测试区民政局,政府网站,主动
                2,待办测试,救助名单,名单,《条例》,每月公布,待办测试区民政局,政府网站,主动
                """);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !obligations.itemsOf(BODY).isEmpty());
    }

    private void load(String kind, String text) throws IOException {
        Path file = Files.createTempFile("wl", ".csv");
        Files.writeString(file, text);
        Importer importer = importers.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        var upload = new Importer.Upload(file, "待办.csv", Map.of("area", "社会救助", "body", BODY), false, "wl");
        current.runAs(TOKEN, () -> importer.run(upload, new Told()));
    }

    /** 不关心报告的内容。 */
    private static final class Told implements Importer.Report {

        long added;
        long rejected;

        @Override
        public void progress(long done, long total) {}

        @Override
        public void counted(long more, long changed, long unchanged, long refused) {
            added += more;
            rejected += refused;
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

    private Document page(Actor actor, String address) {
        return current.callAs(actor, () -> {
            var result = mvc.get().uri(address).exchange();
            assertThat(result).hasStatusOk();
            return Jsoup.parse(result.getResponse().getContentAsString());
        });
    }

    private String posted(Actor actor, String address, Map<String, String> form) {
        return current.callAs(actor, () -> {
            var request = mvc.post().uri(address).with(csrf());
            form.forEach((name, value) -> request.param(name, value));
            var result = request.exchange();
            String to = result.getResponse().getRedirectedUrl();
            return to == null
                    ? Jsoup.parse(result.getResponse().getContentAsString())
                            .select(".trouble")
                            .text()
                    : to;
        });
    }

    private String item(String name) {
        return obligations.itemsOf(BODY).stream()
                .filter(each -> each.name().contains(name))
                .findFirst()
                .orElseThrow()
                .item();
    }

    private Obligation open(String title) {
        return current.callAs(
                LIAISON,
                () ->
                        obligations
                                .list(
                                        ObligationFilter.of(ObligationFilter.View.DATED)
                                                .body(BODY),
                                        null,
                                        100)
                                .items()
                                .stream()
                                .filter(each -> each.title().equals(title))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    @DisplayName("登记形成 → 待办上按法律日，一个主要按钮带着预填；逐日说明为什么是这一天；说明理由后离开待办")
    void a_liaison_works_from_the_list() {
        Document form = page(LIAISON, "/desk/formations/new");
        assertThat(form.select("select[name=item] option").eachText()).anyMatch(text -> text.contains("低保标准"));
        assertThat(posted(
                        LIAISON,
                        "/desk/formations",
                        Map.of("body", BODY, "item", item("低保标准"), "formedOn", "", "title", "甲")))
                .contains("缺少");
        assertThat(posted(
                        LIAISON,
                        "/desk/formations",
                        Map.of("body", BODY, "item", item("低保标准"), "formedOn", "2026-09-24", "title", "关于低保标准的公告")))
                .isEqualTo("/desk?done=formed");

        Document desk = page(LIAISON, "/desk");
        var row = desk.select("tr:contains(关于低保标准的公告)");
        assertThat(row.text()).contains("还剩 20 个工作日").contains("10月29日止");
        assertThat(row.select("a.button").attr("href"))
                .startsWith("/desk/publication/new?")
                .contains("formedOn=2026-09-24")
                .contains("obligation=");
        assertThat(page(LIAISON, "/desk/counts").text()).contains("待办");

        Obligation one = open("关于低保标准的公告");
        Document detail = page(LIAISON, "/desk/obligations/" + one.id());
        assertThat(detail.text()).contains("为什么是这一天").contains("中秋节放假，不计入").contains("第 20 个工作日");
        assertThat(posted(
                        LIAISON,
                        "/desk/obligations/" + one.id() + "/excuse",
                        Map.of("excuse", "NOTHING_NEW", "reason", "")))
                .contains("写明理由");
        assertThat(posted(
                        LIAISON,
                        "/desk/obligations/" + one.id() + "/excuse",
                        Map.of("excuse", "NOTHING_NEW", "reason", "公告取消")))
                .isEqualTo("/desk?done=excused");
        assertThat(page(LIAISON, "/desk").select("tr:contains(关于低保标准的公告)")).isEmpty();
        assertThat(page(LIAISON, "/desk/obligations/" + one.id()).text()).contains("公告取消");
    }

    @Test
    @DisplayName("热力图每格有数字、能点到记录；逾期的格子两步发出催办，联络员的待办上看得到；一天一次")
    void the_office_reminds_from_a_red_cell() throws IOException {
        load(
                "formations",
                "externalId,body,item,formedOn,title\nwl-1,%s,%s,2026-06-01,逾期的一件\nwl-2,%s,%s,昨天,坏\n"
                        .formatted(NAME, item("低保标准"), NAME, item("低保标准")));
        Document map = page(OFFICE, "/desk/supervision");
        var cell = map.select("table.heat td a[href*=body=" + BODY + "]").first();
        assertThat(cell).isNotNull();
        assertThat(cell.text()).contains("/2").contains("逾期");
        assertThat(map.select("#red ~ .table tr:contains(逾期的一件)")).isNotEmpty();

        Document red = page(OFFICE, cell.attr("href"));
        assertThat(red.text()).contains("逾期的一件");
        Map<String, String> form = Map.of(
                "body", BODY,
                "area", red.select("input[name=area]").attr("value"),
                "text", red.select("textarea[name=text]").text());
        assertThat(posted(OFFICE, "/desk/supervision/remind", form)).isEqualTo("/desk/supervision?done=reminded");
        assertThat(posted(OFFICE, "/desk/supervision/remind", form)).contains("今天已经催办过");

        assertThat(page(LIAISON, "/desk").select(".advice").text())
                .contains("王科长")
                .contains("逾期未公开");
        assertThat(mvc.get().uri("/jz")).hasStatusOk();
        assertThat(page(Actor.ANONYMOUS, "/jz").select("table.heat").text()).contains(NAME);
        assertThat(mvc.get().uri("/jz.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("应公开事项")
                .contains(NAME);
    }

    @Test
    @DisplayName("接口：覆盖率公开；义务清单要令牌；看不懂的参数给一句话，不是 5xx")
    void the_api_answers() {
        assertThat(mvc.get().uri("/api/v1/coverage?by=body,area"))
                .hasStatusOk()
                .bodyText()
                .contains("itemsOwed")
                .contains(BODY);
        assertThat(mvc.get().uri("/api/v1/coverage?by=area&asOf=2026-09-01")).hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/obligations")).hasStatus(401);
        for (String bad : List.of("/api/v1/coverage?by=month", "/api/v1/coverage?asOf=yesterday", "/jz?asOf=x")) {
            assertThat(mvc.get().uri(bad).exchange().getResponse().getStatus())
                    .as(bad)
                    .isBetween(400, 499);
        }
        current.runAs(LIAISON, () -> {
            assertThat(mvc.get().uri("/api/v1/obligations?state=OPEN&body=" + BODY + "&size=1"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("\"next\"");
            assertThat(mvc.get()
                            .uri("/api/v1/obligations?cursor=zzz")
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .isBetween(400, 499);
        });
        assertThat(clock.today()).isEqualTo("2026-09-24");
    }
}
