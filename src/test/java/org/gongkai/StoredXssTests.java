package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.account.Browser;
import org.gongkai.account.Inline;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.ImportDesk;
import org.gongkai.imports.ImportRun;
import org.gongkai.publication.Disclosures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * M36、F17：同类系统的议题里报告过的存储型跨站写法，填进每一个能填的字段，再看每一张会显示它的页面。
 *
 * <p>The kinds of stored scripts reported against peer systems (names, titles, file names, rich text, search words, import cells), in
 * every plain and rich field that a person or an import can fill; then every page that shows them is parsed, and opened in a browser
 * that would notice an execution or a report of the policy.
 */
@GongkaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("存储型跨站（M36、F17）")
class StoredXssTests {

    private static final String BODY = "XSS-1";
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "<img src=x onerror=alert`1`>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg/onload=alert(1)//",
            "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
            "<iframe src=javascript:alert(1)>",
            "<iframe srcdoc='<script>alert(1)</script>'>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"java&#x09;script:alert(1)\">x</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<body onload=alert(1)>",
            "<details open ontoggle=alert(1)>",
            "<video><source onerror=alert(1)></video>",
            "<input autofocus onfocus=alert(1)>",
            "<form action=javascript:alert(1)><button>x</button></form>",
            "<button formaction=javascript:alert(1)>x</button>",
            "<object data=javascript:alert(1)>",
            "<embed src=javascript:alert(1)>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<style>@import '//evil.example/x';</style>",
            "<div style=\"background:url(javascript:alert(1))\">x</div>",
            "<p hx-get=\"/sign-out\" hx-trigger=\"load\" data-hx-on=\"alert(1)\">x</p>",
            "<template><script>alert(1)</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<textarea></textarea><script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "</textarea><script>alert(1)</script>",
            "]]><script>alert(1)</script>",
            "<!--><script>alert(1)</script-->",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "＜script＞alert(1)＜/script＞",
            "${7*7}#{7*7}{{7*7}}<%=7*7%>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "javascript:alert(1)",
            "\u202Egpj.tpircs<b onclick=alert(1)>");

    private final org.gongkai.account.Staff staff;
    private final ImportDesk imports;
    private final CurrentActor current;
    private final Disclosures disclosures;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String site;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Set<String> pages = new LinkedHashSet<>();
    private Browser office;

    StoredXssTests(
            ApplicationContext context,
            ImportDesk imports,
            CurrentActor current,
            Disclosures disclosures,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.staff = new org.gongkai.account.Staff(context);
        this.imports = imports;
        this.current = current;
        this.disclosures = disclosures;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.site = "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
        this.office = staff.browser();
    }

    @BeforeAll
    void plant() throws Exception {
        load("bodies", "code,name,aliases,parent,level\n" + BODY + ",跨站区民政局,,,县级\n" + bodies(), Map.of());
        load("catalogue", catalogue(), Map.of("body", BODY, "area", "低保"));
        load("formations", "externalId,body,item,formedOn,title\n" + formations(), Map.of());
        load("disclosures", disclosureLines(), Map.of());
        load("calendar", "<script>alert(1)</script>,\"'><img src=x onerror=alert(1)>\"\n", Map.of());
        office = staff.signedIn(null, Duty.OFFICE);
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        for (String payload : PAYLOADS) {
            liaison.get("/desk/publication/new");
            liaison.post("/desk/publication/check", "title", payload, "body", BODY, "html", payload);
        }
        collect();
    }

    private static String bodies() {
        var rows = new StringBuilder();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            rows.append("XSSB-%d,%s,%s,%s,县级\n"
                    .formatted(i, cell(PAYLOADS.get(i) + i), cell("别名" + PAYLOADS.get(i)), BODY));
        }
        return rows.toString();
    }

    private static String catalogue() {
        var rows = new StringBuilder("序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开方式\n");
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String payload = cell(PAYLOADS.get(i));
            rows.append("%d,%s,%s,%s,%s,20个工作日内,跨站区民政局,%s,主动\n"
                    .formatted(i + 1, payload, cell(i + PAYLOADS.get(i)), payload, payload, payload));
        }
        return rows.toString();
    }

    private static String formations() {
        var rows = new StringBuilder();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            rows.append("%s,%s,%s,2026-09-01,%s\n"
                    .formatted(cell("f" + i + PAYLOADS.get(i)), BODY, cell(PAYLOADS.get(i)), cell(PAYLOADS.get(i))));
        }
        return rows.toString();
    }

    private String disclosureLines() {
        var lines = new StringBuilder();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String payload = PAYLOADS.get(i);
            lines.append(json.writeValueAsString(Map.of(
                            "externalId",
                            "xss-" + i,
                            "title",
                            "跨站" + i + payload,
                            "documentNumber",
                            payload,
                            "body",
                            BODY,
                            "source",
                            payload,
                            "formedOn",
                            "2026-09-01",
                            "publishedOn",
                            "2026-09-02",
                            "type",
                            payload,
                            i % 2 == 0 ? "html" : "text",
                            "<p>正文</p>" + payload)))
                    .append('\n');
            lines.append(json.writeValueAsString(Map.of(
                            "externalId",
                            "xss-refused-" + i,
                            "title",
                            payload,
                            "body",
                            BODY,
                            "item",
                            payload,
                            "area",
                            payload,
                            "publishedOn",
                            "2026-09-02",
                            "text",
                            payload)))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private void load(String kind, String text, Map<String, String> parameters) throws Exception {
        var office = new Actor("xss-office", "<b onclick=alert(1)>导入人", null, Set.of(Duty.OFFICE), Set.of(), true);
        String name = kind + "\"><img src=x onerror=alert(1)>.csv";
        for (boolean dryRun : List.of(true, false)) {
            long id = current.callAs(
                    office,
                    () -> imports.accept(
                            kind,
                            kind.equals("disclosures") ? name.replace(".csv", ".jsonl") : name,
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            parameters,
                            dryRun));
            ImportRun run = current.callAs(office, () -> imports.require(id));
            for (int i = 0; i < 1_200 && !run.finished(); i++) {
                Thread.sleep(50);
                run = current.callAs(office, () -> imports.require(id));
            }
            assertThat(run.finished()).as(kind).isTrue();
            pages.add("/desk/imports/" + id);
        }
    }

    private void collect() {
        pages.addAll(List.of(
                "/",
                "/bzml",
                "/xxgk",
                "/xxgk/" + BODY,
                "/xxgk/" + BODY + "/nr",
                "/xxgk/" + BODY + "/zn",
                "/bzml/dw/" + BODY,
                "/jz",
                "/desk",
                "/desk/imports",
                "/desk/organisation",
                "/desk/catalogue",
                "/desk/catalogue/bodies",
                "/desk/obligations?body=" + BODY,
                "/desk/supervision",
                "/desk/journal",
                "/desk/publication"));
        for (String payload : PAYLOADS) {
            String q = URLEncoder.encode(payload, StandardCharsets.UTF_8);
            pages.addAll(List.of("/search?q=" + q, "/desk/organisation?q=" + q, "/desk/journal?account=" + q));
        }
        published()
                .forEach(id -> disclosures.find(id).ifPresent(view -> {
                    String path = "/xxgk/" + BODY + "/"
                            + view.indexNumber().substring(view.indexNumber().indexOf('/') + 1);
                    pages.add(path);
                    pages.add("/desk/publication/" + id);
                }));
        for (int i = 0; i < PAYLOADS.size(); i++) {
            pages.add("/xxgk/XSSB-" + i);
            pages.add("/desk/organisation/XSSB-" + i);
        }
        ids("select id from catalogue.version where owner = '" + BODY + "'")
                .forEach(id -> pages.add("/desk/catalogue/versions/" + id));
        ids("select id from obligation.obligation where body = '" + BODY + "' limit 50")
                .forEach(id -> pages.add("/desk/obligations/" + id));
    }

    private List<Long> published() {
        return ids("select id from publication.disclosure where body = '" + BODY + "'");
    }

    private List<Long> ids(String sql) {
        return current.callAs(
                Actor.SYSTEM,
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(Long.class).list()));
    }

    @Test
    @DisplayName("四十种写法 × 每个字段：没有一张页面里有能执行的东西，也没有一张 5xx")
    void no_page_carries_anything_that_runs() {
        var wrong = new TreeSet<String>();
        int shown = 0;
        for (String page : pages) {
            var answer = office.get(page);
            if (answer.statusCode() >= 500) {
                wrong.add(answer.statusCode() + " " + page);
            }
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                Inline.of(answer.body()).forEach(found -> wrong.add(page + ": " + found));
                shown += answer.body().contains("&lt;script&gt;alert(1)") ? 1 : 0;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(published()).hasSizeGreaterThan(20);
        assertThat(shown).as("pages that show the attempts, escaped").isGreaterThan(20);
    }

    @Test
    @DisplayName("JSON、Atom、站点地图、纯文本、CSV 都格式良好，表格里没有公式")
    void other_formats_stay_well_formed() throws Exception {
        for (String path : List.of("/feed", "/feed?body=" + BODY, "/sitemap.xml", "/sitemap-body.xml?body=" + BODY)) {
            var answer = office.get(path);
            if (answer.statusCode() == 200) {
                xml(answer.body());
            }
        }
        assertThat(office.get("/feed").statusCode()).isEqualTo(200);
        var lines = json.readTree(
                office.get("/api/v1/disclosures?size=100&body=" + BODY).body());
        assertThat(lines.path("items").size()).isGreaterThan(20);
        for (String payload : PAYLOADS) {
            json.readTree(office.get("/api/v1/search?q=" + URLEncoder.encode(payload, StandardCharsets.UTF_8))
                    .body());
        }
        json.readTree(office.get("/api/v1/bodies?size=100").body());
        json.readTree(office.get("/api/v1/catalogue/items").body());
        for (String line : office.get("/jz.csv").body().lines().toList()) {
            assertThat(line).doesNotMatch("(?:^|.*,)\"?[=+@].*");
        }
        for (long id : published().stream().limit(5).toList()) {
            var view = disclosures.find(id).orElseThrow();
            String path = "/xxgk/" + BODY + "/"
                    + view.indexNumber().substring(view.indexNumber().indexOf('/') + 1);
            var text = office.get(path + "/text");
            assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(text.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            json.readTree(office.get(path + "/json").body());
        }
    }

    private static void xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Test
    @EnabledIf(value = "org.gongkai.Visitor#present", disabledReason = "没有 Chromium，浏览器测试跳过 (no Chromium)")
    @DisplayName("在浏览器里打开：没有执行，没有违反内容安全策略，没有站外请求")
    void nothing_runs_in_a_browser() {
        var events = new ArrayList<String>();
        try (var visitor = Visitor.at(site)) {
            visitor.page().onDialog(dialog -> {
                events.add("dialog " + visitor.page().url());
                dialog.dismiss();
            });
            visitor.page().onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")
                        || message.text().contains("Content-Security-Policy")) {
                    events.add(message.text());
                }
            });
            visitor.page().onPageError(error -> events.add("script error " + error));
            var publicPages =
                    pages.stream().filter(page -> !page.startsWith("/desk")).toList();
            for (String page : publicPages) {
                visitor.page().navigate(site + page);
            }
            assertThat(publicPages).hasSizeGreaterThan(80);
            assertThat(visitor.elsewhere()).isEmpty();
        }
        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("上传的文件名：危险的字不在地址、响应头里")
    void file_names_are_harmless_in_headers() {
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        liaison.get("/desk/publication/new");
        String name = "a\\\"><img src=x onerror=alert(1)>\u202Etxt.exe.txt";
        var answer = liaison.send(liaison.to("/desk/publication")
                .header("Content-Type", "multipart/form-data; boundary=line; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--line\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + liaison.csrf()
                                + "\r\n--line\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n<b>题</b>\r\n"
                                + "--line\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\n" + BODY
                                + "\r\n--line\r\nContent-Disposition: form-data; name=\"act\"\r\n\r\nsave\r\n"
                                + "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                                + "\"\r\nContent-Type: text/plain\r\n\r\n内容\r\n--line--\r\n")));
        assertThat(answer.statusCode()).isIn(302, 422);
        assertThat(Inline.of(answer.body())).isEmpty();
        assertThat(answer.body()).doesNotContain("<img src=x", "\u202E");
    }
}
