package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Browser;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.SignedIn;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.search.SearchHit;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;

@GongkaiTest
@DisplayName("信息发布的页面和接口")
class PublicationPagesTests {

    private static final String BODY = "PAGES-CIVIL";
    private static final Pattern EDIT = Pattern.compile("/desk/publication/(\\d+)/edit");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final MockMvc mvc;
    private final Staff staff;
    private final Disclosures disclosures;
    private final SearchIndex index;

    PublicationPagesTests(
            MockMvc mvc,
            ApplicationContext context,
            Disclosures disclosures,
            SearchIndex index,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY);
        this.mvc = mvc;
        this.staff = new Staff(context);
        this.disclosures = disclosures;
        this.index = index;
    }

    @Test
    @DisplayName("从待办预填、上传正文和附件，到审核、签发、公开，附件人人可以下载")
    void a_form_becomes_a_published_record() throws Exception {
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        assertThat(ok(liaison, "/desk/publication/new?item=SA-01&formedOn=2026-09-01&obligation=77&body=" + BODY))
                .contains("value=\"SA-01\"", "value=\"2026-09-01\"", "value=\"77\"");
        var saved = send(
                liaison,
                "/desk/publication",
                Map.of("bodyFile", "第一条 为了<规范>\n第二条 如下", "files", "附件内容：轮椅借用点"),
                form("act", "save", "obligation", "77"));
        assertThat(saved.statusCode()).isEqualTo(302);
        var found = EDIT.matcher(saved.headers().firstValue("Location").orElse(""));
        assertThat(found.find()).isTrue();
        long id = Long.parseLong(found.group(1));
        var editor = ok(liaison, "/desk/publication/" + id + "/edit");
        assertThat(editor).contains("为了&amp;lt;规范&amp;gt;", "files.txt");
        assertThat(liaison.post("/desk/publication/" + id + "/act", "version", version(editor), "action", "RECALL")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ok(liaison, "/desk/publication?tab=MINE")).contains("关于页面的通知");
        var attachment = Pattern.compile("name=\"attachment\" value=\"(\\d+)\"").matcher(editor);
        assertThat(attachment.find()).isTrue();
        mvc.perform(get("/attachments/" + attachment.group(1))).andExpect(status().isNotFound());
        assertThat(ok(liaison, "/attachments/" + attachment.group(1))).isEqualTo("附件内容：轮椅借用点");
        ok(liaison, "/desk/publication/" + id + "/edit");
        var submitted = send(
                liaison,
                "/desk/publication/" + id,
                Map.of(),
                form(
                        "act",
                        "submit",
                        "version",
                        version(editor),
                        "html",
                        "<p>第一条</p>",
                        "attachment",
                        attachment.group(1)));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(302);
        decide(id, "approve", staff.signedIn(BODY, Duty.SECTION_HEAD));
        decide(id, "approve", staff.signedIn(BODY, Duty.SECRECY_REVIEWER));
        var signer = staff.signedIn(BODY, Duty.SIGNER);
        decide(id, "sign", signer);
        assertThat(disclosures.find(id).orElseThrow().attachments()).hasSize(1);
        mvc.perform(get("/attachments/" + attachment.group(1)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"));
        assertThat(ok(signer, "/desk/publication/" + id)).contains("已公开");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(index.search(SearchQuery.of("“轮椅借用点”")).hits())
                                .as("附件里的字也查得到")
                                .extracting(SearchHit::id)
                                .contains(Disclosures.indexKey(id)));
        mvc.perform(get("/api/v1/disclosures/" + id)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/disclosures?size=1&body=" + BODY)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/disclosures?cursor=bad")).andExpect(status().is4xxClientError());
    }

    private static void decide(long id, String verb, Browser who) {
        var page = ok(who, "/desk/publication/review?case=" + id);
        var version = version(page.substring(page.indexOf("/" + verb + "\"")));
        assertThat(who.post("/desk/publication/" + id + "/" + verb, "version", version)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("新稿连点保存：每一次都回到同一份草稿，没有一次说已经保存过")
    void a_double_click_on_a_new_sheet_is_answered_with_the_draft() throws Exception {
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        ok(liaison, "/desk/publication/new");
        var once = UUID.randomUUID().toString();
        var places = new ConcurrentSkipListSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 8; i++) {
                clicks.add(threads.submit(() -> send(
                        liaison, "/desk/publication", Map.of(), form("act", "save", "once", once, "title", "连点两次"))));
            }
            for (var click : clicks) {
                assertThat(click.get().statusCode()).as(click.get().body()).isEqualTo(302);
                places.add(click.get().headers().firstValue("Location").orElse(""));
            }
        }
        assertThat(places).hasSize(1);
    }

    @Test
    @DisplayName("填错的不丢：日期看不懂时，原样退回并说明；自查说出个人信息，预览已清洗；越权的岗位进不来")
    void what_was_typed_is_not_lost_and_the_card_checks() {
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        ok(liaison, "/desk/publication/new");
        var answer = send(liaison, "/desk/publication", Map.of(), form("title", "标题还在", "formedOn", "昨天"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("标题还在", "昨天", "不是日期");
        var card = liaison.post(
                "/desk/publication/check",
                "title",
                "名单",
                "body",
                BODY,
                "html",
                "<p onclick=x>张三 11010519491231002X</p><script>1</script>");
        assertThat(card.body()).contains("身份证号", "缺成文日期").doesNotContain("onclick", "<script>1");
        assertThat(liaison.get("/desk/publication/review").statusCode()).isIn(302, 403);
        var hostile =
                send(liaison, "/desk/publication", Map.of("files", "<html><script>1</script>"), form("title", "附件有问题"));
        assertThat(hostile.statusCode()).isEqualTo(422);
        assertThat(hostile.body()).contains("附件有问题", "文件内容与扩展名");
    }

    @Test
    @DisplayName("接口：一条加三个下属条目，带签发即公开；同一个幂等键只办一次；没有签发的进入审核")
    void filings_are_published_once() throws Exception {
        var token = person("oa", Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER);
        var part = "{\"title\":\"下属\",\"formedOn\":\"2026-09-01\",\"text\":\"内容\"}";
        var payload =
                "{\"title\":\"主条目\",\"body\":\"%s\",\"formedOn\":\"2026-09-01\",\"text\":\"内容\",\"signOff\":{\"draftedBy\":\"甲\",\"reviewedBy\":\"乙\",\"signedBy\":\"丙\"},\"parts\":[%s,%s,%s]}"
                        .formatted(BODY, part, part, part);
        var first = file(token, "key-1", payload, 201);
        var again = file(token, "key-1", payload, 200);
        assertThat(first).contains("\"PUBLISHED\"").doesNotContain("IN_REVIEW");
        assertThat(again).contains("\"repeated\":true");
        long id = Long.parseLong(first.replaceAll("(?s).*?\"id\":(\\d+).*", "$1"));
        assertThat(disclosures.parts(id)).hasSize(3);
        file(token, "key-1", payload.replace("主条目", "别的"), 422);
        assertThat(file(token, "key-2", payload.replaceAll("\"signOff\":\\{[^}]*},", ""), 201))
                .contains("IN_REVIEW");
        assertThat(file(token, "", payload.replace("乙", "甲"), 422)).contains("fourEyes");
        file(token, "", "{\"body\":\"" + BODY + "\"}", 422);
        file(token, "", "{", 400);
        mvc.perform(post("/api/v1/disclosures")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(payload))
                .andExpect(status().isUnauthorized());
    }

    private String file(RequestPostProcessor who, String key, String payload, int expected) throws Exception {
        var request = post("/api/v1/disclosures")
                .contentType(MediaType.APPLICATION_JSON)
                .content(payload)
                .with(who);
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return mvc.perform(request)
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String ok(Browser who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> form(String... pairs) {
        var form = new java.util.LinkedHashMap<>(
                Map.of("title", "关于页面的通知", "formedOn", "2026-09-01", "body", BODY, "type", "POLICY_DOCUMENT"));
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private static HttpResponse<String> send(
            Browser who, String path, Map<String, String> files, Map<String, String> fields) {
        var body = new StringBuilder();
        var all = new java.util.LinkedHashMap<>(fields);
        all.put("_csrf", who.csrf());
        all.forEach((name, value) -> body.append(
                "--line\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        files.forEach((name, value) ->
                body.append(("--line\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s.txt\"\r\n"
                                + "Content-Type: text/plain\r\n\r\n%s\r\n")
                        .formatted(name, name, value)));
        return who.send(who.to(path)
                .header("Content-Type", "multipart/form-data; boundary=line; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--line--\r\n")));
    }

    private static String version(String page) {
        var found = VERSION.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static RequestPostProcessor person(String account, Duty... duties) {
        var actor = new Actor("pages-" + account, account, BODY, Set.of(duties), Set.of(BODY), false);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(1, actor), null, AuthorityUtils.NO_AUTHORITIES));
    }
}
