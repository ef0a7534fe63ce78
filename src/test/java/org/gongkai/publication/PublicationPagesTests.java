package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.SignedIn;
import org.gongkai.organisation.PublicBodies;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
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
    private final Disclosures disclosures;

    PublicationPagesTests(
            MockMvc mvc,
            Disclosures disclosures,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY);
        this.mvc = mvc;
        this.disclosures = disclosures;
    }

    @Test
    @DisplayName("从待办预填、上传正文和附件，到审核、签发、公开，附件人人可以下载")
    void a_form_becomes_a_published_record() throws Exception {
        var liaison = person("form-li", Duty.LIAISON);
        assertThat(page("/desk/publication/new?item=SA-01&formedOn=2026-09-01&obligation=77&body=" + BODY, liaison))
                .contains("value=\"SA-01\"", "value=\"2026-09-01\"", "value=\"77\"");
        var location = mvc.perform(multipart("/desk/publication")
                        .file(new MockMultipartFile(
                                "bodyFile",
                                "正文.txt",
                                "text/plain",
                                "第一条 为了<规范>\n第二条 如下".getBytes(StandardCharsets.UTF_8)))
                        .file(new MockMultipartFile(
                                "files", "附件.txt", "text/plain", "附件内容".getBytes(StandardCharsets.UTF_8)))
                        .param("title", "关于页面的通知")
                        .param("formedOn", "2026-09-01")
                        .param("body", BODY)
                        .param("obligation", "77")
                        .param("type", "POLICY_DOCUMENT")
                        .param("act", "save")
                        .with(liaison)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        var found = EDIT.matcher(String.valueOf(location));
        assertThat(found.find()).isTrue();
        long id = Long.parseLong(found.group(1));
        var editor = page("/desk/publication/" + id + "/edit", liaison);
        assertThat(editor).contains("为了&amp;lt;规范&amp;gt;", "附件.txt");
        mvc.perform(post("/desk/publication/" + id + "/act")
                        .param("version", version(editor))
                        .param("action", "RECALL")
                        .with(liaison)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(page("/desk/publication?tab=MINE", liaison)).contains("关于页面的通知");
        var attachment = Pattern.compile("name=\"attachment\" value=\"(\\d+)\"").matcher(editor);
        assertThat(attachment.find()).isTrue();
        mvc.perform(get("/attachments/" + attachment.group(1))).andExpect(status().isNotFound());
        var html = Pattern.compile("name=\"html\"[^>]*>([^<]*)<").matcher(editor);
        assertThat(html.find()).isTrue();
        mvc.perform(multipart("/desk/publication/" + id)
                        .param("version", version(editor))
                        .param("title", "关于页面的通知")
                        .param("formedOn", "2026-09-01")
                        .param("body", BODY)
                        .param("obligation", "77")
                        .param("html", "<p>第一条</p>")
                        .param("attachment", attachment.group(1))
                        .param("act", "submit")
                        .with(liaison)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        decide(id, "approve", person("form-head", Duty.SECTION_HEAD));
        decide(id, "approve", person("form-sec", Duty.SECRECY_REVIEWER));
        decide(id, "sign", person("form-sign", Duty.SIGNER));
        assertThat(disclosures.find(id).orElseThrow().attachments()).hasSize(1);
        mvc.perform(get("/attachments/" + attachment.group(1)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"));
        assertThat(page("/desk/publication/" + id, person("form-sign", Duty.SIGNER)))
                .contains("已公开");
        mvc.perform(get("/api/v1/disclosures/" + id)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/disclosures?size=1&body=" + BODY)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/disclosures?cursor=%00bad")).andExpect(status().is4xxClientError());
    }

    private void decide(long id, String verb, RequestPostProcessor who) throws Exception {
        var page = page("/desk/publication/review?case=" + id, who);
        mvc.perform(post("/desk/publication/" + id + "/" + verb)
                        .param("version", version(page.substring(page.indexOf("/" + verb + "\""))))
                        .with(who)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("填错的不丢：日期看不懂时，原样退回并说明")
    void what_was_typed_is_not_lost() throws Exception {
        var answer = mvc.perform(multipart("/desk/publication")
                        .param("title", "标题还在")
                        .param("formedOn", "昨天")
                        .param("body", BODY)
                        .with(person("typo", Duty.LIAISON))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).contains("标题还在", "昨天", "不是日期");
    }

    @Test
    @DisplayName("自查片段说出个人信息，预览已清洗")
    void the_live_card_checks_and_cleans() throws Exception {
        var answer = mvc.perform(post("/desk/publication/check")
                        .param("title", "名单")
                        .param("body", BODY)
                        .param("html", "<p onclick=x>张三 11010519491231002X</p><script>1</script>")
                        .with(person("card", Duty.LIAISON))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).contains("身份证号", "缺成文日期").doesNotContain("onclick", "<script>1");
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

    private String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
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
