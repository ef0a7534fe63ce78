package org.gongkai.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.account.Browser;
import org.gongkai.account.Staff;
import org.gongkai.account.Tokens;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodiesChanged;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GongkaiTest
@DisplayName("依申请公开接口")
class RequestApiTests {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final ApplicationContext context;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final JsonMapper json;
    private final String body = "REQAPI" + NEXT.incrementAndGet();

    RequestApiTests(ApplicationContext context, JdbcClient jdbc, TestClock clock, JsonMapper json) {
        this.context = context;
        this.staff = new Staff(context);
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("insert into organisation.body (code, name, short_name, level, kind)"
                            + " values (?, ?, ?, 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                    .params(body, body + "局", body)
                    .update();
            context.publishEvent(new BodiesChanged(List.of(body), List.of()));
        });
    }

    private record Answer(int status, JsonNode json, String text, HttpResponse<String> raw) {}

    private String token(Duty... duties) {
        var login = staff.add(body, duties);
        long id = jdbc.sql("select id from account.account where login = ?")
                .param(login)
                .query(Long.class)
                .single();
        return context.getBean(CurrentActor.class)
                .callAs(
                        Actor.SYSTEM,
                        () -> context.getBean(Tokens.class)
                                .issue(
                                        id,
                                        "测试",
                                        EnumSet.copyOf(List.of(duties)),
                                        null,
                                        LocalDate.now(clock).plusDays(300)));
    }

    private Answer post(String token, String path, Object payload) {
        return post(token, path, payload instanceof String text ? text : json.writeValueAsString(payload));
    }

    private Answer post(String token, String path, String payload) {
        return send(
                token,
                staff.browser()
                        .to(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(payload)));
    }

    private Answer get(String token, String path) {
        return send(token, staff.browser().to(path).GET());
    }

    private Answer send(String token, HttpRequest.Builder request) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return read(new Browser(staff.browser().to("/").build().uri().getPort()).send(request));
    }

    /** From an address of its own: what is counted there slows nobody else down. */
    private Answer from(String address, String path, Object payload) {
        return from(address, path, payload, "");
    }

    private Answer from(String address, String path, Object payload, String proof) {
        try (var http = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .build()) {
            return read(http.send(
                    staff.browser()
                            .to(path)
                            .header("Content-Type", "application/json")
                            .header("Proof-Of-Work", proof)
                            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(payload)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer read(HttpResponse<String> answer) {
        var text = answer.body();
        JsonNode tree = text.startsWith("{") ? json.readTree(text) : json.createObjectNode();
        return new Answer(answer.statusCode(), tree, text, answer);
    }

    private Map<String, Object> application(String channel, String arrivedOn) {
        return Map.of(
                "body",
                body,
                "channel",
                channel,
                "arrivedOn",
                arrivedOn,
                "applicant",
                Map.of("kind", "NATURAL_PERSON", "name", "甲某某", "identity", "测试证件号一", "phone", "13800000000"),
                "wanted",
                Map.of("description", "2025 年老旧小区加装电梯的补贴标准", "form", "ELECTRONIC", "route", "ONLINE"));
    }

    @Test
    @DisplayName("网上提交：得到受理号和查询码；凭码看到逐日的期限；补正、撤回")
    void an_applicant_files_and_looks() {
        clock.set(LocalDate.of(2026, 3, 2));
        var filed = post("", "/api/v1/requests", application("ONLINE", "2026-03-02"));
        assertThat(filed.status()).isEqualTo(201);
        var reference = filed.json().get("reference").asString();
        var code = filed.json().get("lookupCode").asString();
        assertThat(reference).startsWith(body + "-2026-");
        long id = filed.json().get("id").asLong();

        var liaison = token(Duty.LIAISON);
        assertThat(post(liaison, "/api/v1/requests/" + id + "/confirm", Map.of())
                        .json()
                        .get("dueOn")
                        .asString())
                .isEqualTo("2026-03-30");
        clock.set(LocalDate.of(2026, 3, 10));
        assertThat(post(
                                liaison,
                                "/api/v1/requests/" + id + "/ask-correction",
                                Map.of("words", "请写明是哪个小区", "until", "2026-03-31"))
                        .status())
                .isEqualTo(200);
        var seen = post("", "/api/v1/requests/lookup", Map.of("code", code.toLowerCase()));
        assertThat(seen.json().get("state").asString()).isEqualTo("AWAITING_CORRECTION");
        assertThat(seen.json().get("asked").asString()).isEqualTo("请写明是哪个小区");
        assertThat(seen.raw().headers().firstValue("Cache-Control")).contains("no-store");
        clock.set(LocalDate.of(2026, 3, 18));
        var corrected = post("", "/api/v1/requests/lookup/correct", Map.of("code", code, "words", "测试一村"));
        assertThat(corrected.json().get("dueOn").asString()).isEqualTo("2026-04-16");

        var ledger = get(liaison, "/api/v1/requests/" + id + "/clock");
        assertThat(ledger.json().get("dueOn").asString()).isEqualTo("2026-04-16");
        assertThat(ledger.json().get("days").size()).isEqualTo(46);
        assertThat(ledger.json().get("days").get(1).get("why").asString()).isEqualTo("SET_ASIDE");
        assertThat(seen.json().get("days").size()).as("申请人看的是同一本账").isPositive();
        assertThat(post("", "/api/v1/requests/lookup/withdraw", Map.of("code", code))
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(post("", "/api/v1/requests/lookup/withdraw", Map.of("code", code))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("办理：不能做的说明规则；没有岗位的进不来；别的机关的找不到")
    void staff_handle_and_are_refused_with_the_rule() {
        clock.set(LocalDate.of(2026, 9, 24));
        var liaison = token(Duty.LIAISON);
        var filed = post(liaison, "/api/v1/requests", application("SIGNED_POST", "2026-09-24"));
        assertThat(filed.json().get("state").asString()).isEqualTo("ACCEPTED");
        long id = filed.json().get("id").asLong();
        var path = "/api/v1/requests/" + id;

        var wrong = post(liaison, path + "/dispatch", Map.of());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("key").asString()).isEqualTo("workflow.notInThisState");
        var duty = post(token(Duty.WINDOW), path + "/assign", Map.of());
        assertThat(duty.json().get("key").asString()).isEqualTo("workflow.notYourDuty");
        assertThat(post(liaison, path + "/assign", Map.of("party", "nobody"))
                        .json()
                        .get("key")
                        .asString())
                .isEqualTo("request.ownerUnknown");
        clock.set(LocalDate.of(2026, 10, 13));
        var late = post(liaison, path + "/ask-correction", Map.of("words", "请补正", "until", "2026-11-01"));
        assertThat(late.json().get("rule").asString()).isEqualTo("R-REQ-17");
        assertThat(late.json().get("basis").asString()).isEqualTo("OGI-30");
        assertThat(late.json().get("detail").asString()).contains("2026-10-12");

        assertThat(post("", path + "/assign", Map.of()).status()).isEqualTo(401);
        assertThat(get(token(Duty.ASSESSOR), path).status()).isEqualTo(403);
        assertThat(post(liaison, path + "/no-such-act", Map.of()).status()).isEqualTo(404);
        var leader = get(token(Duty.LEADER), path);
        assertThat(leader.text()).doesNotContain("甲某某", "测试证件号一", "13800000000");
        assertThat(get(liaison, path).text()).contains("甲某某");
    }

    @Test
    @DisplayName("年报：收到的、办结的、结转的都数在该在的格里，点开就是这件")
    void cases_are_counted_in_the_annual_report() {
        clock.set(LocalDate.of(2026, 3, 2));
        var liaison = token(Duty.LIAISON);
        var report = "/api/v1/reports/annual/" + body + "/2026";
        var first = post("", "/api/v1/requests", application("ONLINE", "2026-03-02"));
        var code = first.json().get("lookupCode").asString();
        post(liaison, "/api/v1/requests/" + first.json().get("id").asLong() + "/confirm", Map.of());
        post(liaison, "/api/v1/requests", application("SIGNED_POST", "2026-03-02"));
        assertThat(post(liaison, "/api/v1/requests", rectification("COUNTER")).status())
                .as("更正申请不数")
                .isEqualTo(201);
        assertThat(get(liaison, report).json().at("/cells/D/c1").asInt()).isEqualTo(2);

        post("", "/api/v1/requests/lookup/withdraw", Map.of("code", code));
        var counted = get(liaison, report).json();
        assertThat(counted.at("/cells/A/c7").asInt()).isEqualTo(2);
        assertThat(counted.at("/cells/C6.3/c1").asInt()).isEqualTo(1);
        assertThat(counted.at("/cells/C7/c7").asInt()).isEqualTo(1);
        assertThat(counted.at("/cells/D/c7").asInt()).isEqualTo(1);
        assertThat(counted.get("broken")).isEmpty();
        assertThat(counted.get("defects")).isEmpty();
        var opened =
                get(liaison, counted.get("links").get("C6.3.c1").asString()).json();
        assertThat(opened.at("/applications/0/reference"))
                .isEqualTo(first.json().get("reference"));
        assertThat(get("", report).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} {1} → {2} 元")
    @CsvSource({"items,37,3400", "pages,250,4700", "ITEMS,10,0", "pages,0,0"})
    @DisplayName("计费接口")
    void fees(String basis, int count, long yuan) {
        var fee = post("", "/api/v1/fees/calculate", Map.of("basis", basis, "count", count));
        assertThat(fee.status()).isEqualTo(200);
        assertThat(fee.json().get("yuan").asLong()).isEqualTo(yuan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"x\"",
                "{\"basis\":\"items\"}",
                "{\"basis\":\"both\",\"count\":1}",
                "{\"basis\":\"items\",\"count\":-1}",
                "{\"basis\":\"items\",\"count\":1e9}",
                "{\"basis\":\"items\",\"count\":\"十\"}",
                "{\"basis\":{},\"count\":[]}",
                "{\"body\":\"NOWHERE\",\"applicant\":{},\"wanted\":{}}",
                "{\"body\":\"x\",\"applicant\":null}",
                "{\"code\":\"0000-0000\"}",
                "{\"code\":\"\\u0000\"}",
                "{\"code\":\"ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ\"}",
                "{\"code\":{\"a\":1}}",
                "{"
            })
    @DisplayName("坏输入：都是 4xx，中文一句话")
    void bad_input_is_explained(String payload) {
        for (var path : List.of(
                "/api/v1/fees/calculate",
                "/api/v1/requests",
                "/api/v1/requests/lookup",
                "/api/v1/requests/lookup/correct")) {
            var answer = post("", path, payload);
            assertThat(answer.status())
                    .as("%s %s: %s", path, payload, answer.text())
                    .isBetween(400, 499);
            assertThat(answer.json().get("detail").asString()).matches("(?s).*[一-鿿].*");
        }
    }

    @Test
    @DisplayName("带附件提交：类型按内容认，不合格的说明；申请一件也没有留下")
    void attachments_are_checked_by_content() {
        clock.set(LocalDate.of(2026, 3, 2));
        assertThat(multipart("身份证.pdf", "%PDF-1.7 test").status()).isEqualTo(201);
        var wrong = multipart("身份证.pdf", "MZ not a pdf");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("key").asString()).isEqualTo("request.enclosureType");
        Long cases = context.getBean(CurrentActor.class)
                .callAs(
                        Actor.SYSTEM,
                        () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                                .execute(status -> jdbc.sql("select count(*) from request.request where body = ?")
                                        .param(body)
                                        .query(Long.class)
                                        .single()));
        assertThat(cases).isEqualTo(1);
    }

    private Map<String, Object> rectification(String channel) {
        var given = new HashMap<>(application(channel, "2026-03-02"));
        given.put(
                "wanted", Map.of("caseKind", "RECTIFICATION", "title", "名册", "description", "写成了甲", "shouldBe", "是乙"));
        return given;
    }

    @Test
    @DisplayName("R-REQ-22：不写种类的是申请公开；申请更正要带证据；期限说明不是法定的；列表按种类筛")
    void a_rectification_is_filed_with_evidence() {
        clock.set(LocalDate.of(2026, 3, 2));
        var bare = post("", "/api/v1/requests", rectification("ONLINE"));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.json().get("key").asString()).isEqualTo("request.evidenceMissing");
        assertThat(bare.json().get("basis").asString()).isEqualTo("OGI-41");
        var filed = multipart(rectification("ONLINE"), "户口簿.pdf", "%PDF-1.7 test");
        assertThat(filed.status()).isEqualTo(201);
        long id = filed.json().get("id").asLong();
        var other = post("", "/api/v1/requests", application("ONLINE", "2026-03-02"));

        var liaison = token(Duty.LIAISON);
        var one = get(liaison, "/api/v1/requests/" + id).json();
        assertThat(one.at("/wanted/caseKind").asString()).isEqualTo("RECTIFICATION");
        assertThat(one.at("/wanted/shouldBe").asString()).isEqualTo("是乙");
        assertThat(get(liaison, "/api/v1/requests/" + other.json().get("id").asLong())
                        .json()
                        .at("/wanted/caseKind")
                        .asString())
                .isEqualTo("DISCLOSURE");
        assertThat(get(token(Duty.LEADER), "/api/v1/requests/" + id).text())
                .as("要更正的内容说的是申请人自己")
                .contains("名册")
                .doesNotContain("写成了甲", "是乙");
        var period = get(liaison, "/api/v1/requests/" + id + "/clock").json();
        assertThat(period.get("statutory").asBoolean()).isFalse();
        assertThat(period.get("rule").asString()).isEqualTo("R-REQ-22");
        var seen = post(
                        "",
                        "/api/v1/requests/lookup",
                        Map.of("code", filed.json().get("lookupCode").asString()))
                .json();
        assertThat(seen.get("caseKind").asString()).isEqualTo("RECTIFICATION");
        assertThat(seen.get("statutory").asBoolean()).isFalse();

        var list = get(liaison, "/api/v1/requests?caseKind=RECTIFICATION&body=" + body)
                .json()
                .get("items");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).get("id").asLong()).isEqualTo(id);
        assertThat(get(liaison, "/api/v1/requests?caseKind=OTHER").status()).isEqualTo(400);
    }

    private Answer multipart(String name, String content) {
        return multipart(application("ONLINE", "2026-03-02"), name, content);
    }

    private Answer multipart(Map<String, Object> application, String name, String content) {
        var text =
                "--b\r\nContent-Disposition: form-data; name=\"application\"\r\nContent-Type: application/json\r\n\r\n"
                        + json.writeValueAsString(application)
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--b--\r\n";
        return send(
                "",
                staff.browser()
                        .to("/api/v1/requests")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    @Test
    @DisplayName("同一标记再来，是同一件")
    void the_same_key_is_one_case() {
        var request = staff.browser()
                .to("/api/v1/requests")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-" + body)
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(application("ONLINE", "2026-03-02"))));
        var first = send("", request);
        var second = send("", request);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("reference")).isEqualTo(first.json().get("reference"));
    }

    @Test
    @DisplayName("M12、A-113：同一来源交得太多的慢下来，说明等几秒，填的不用重来；等过了照收；工作人员登记不受限")
    void filing_is_slowed_down_and_never_shut() {
        clock.advance(Duration.ofHours(2));
        Answer last = null;
        for (int i = 0; i <= Turnstile.FILINGS && (last == null || last.status() == 201); i++) {
            last = from("127.0.9.1", "/api/v1/requests", ofMany(i));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().get("detail").asString()).contains("秒", "没有丢");
        assertThat(post(
                                token(Duty.WINDOW),
                                "/api/v1/requests",
                                application("COUNTER", LocalDate.now(clock).toString()))
                        .status())
                .isEqualTo(201);
        clock.advance(Duration.ofMinutes(6));
        assertThat(from("127.0.9.1", "/api/v1/requests", application("ONLINE", "2026-03-02"))
                        .status())
                .isEqualTo(201);
        clock.advance(Duration.ofHours(2));
    }

    @Test
    @DisplayName("A-113、M12：交得太密的给一道验算，算对了不用等，一道只能用一次，错的、过期的、改过的不行")
    void a_proof_of_work_stands_in_for_waiting() {
        clock.advance(Duration.ofHours(2));
        Answer last = null;
        for (int i = 0; i <= Turnstile.FILINGS_OF_ONE && (last == null || last.status() == 201); i++) {
            last = from("127.0.9.3", "/api/v1/requests", ofOne(), "");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().get("explanation").asString()).contains("Proof-Of-Work");
        int bits = last.json().get("bits").asInt();
        var challenge = last.json().get("challenge").asString();
        assertThat(bits).isBetween(ProofOfWork.FEWEST_BITS, ProofOfWork.MOST_BITS);
        var proof = solved(challenge, bits);
        assertThat(from("127.0.9.4", "/api/v1/requests", ofOne(), "").status())
                .as("换一个地址，还是同一个人")
                .isEqualTo(429);
        assertThat(from("127.0.9.6", "/api/v1/requests", ofOne("验算－" + body), "")
                        .status())
                .as("证件号码换一种写法，还是同一个人")
                .isEqualTo(429);
        for (var wrong : List.of(
                challenge + ":-1",
                challenge.replace("v1.", "v2.") + ":1",
                solved(challenge.replace("." + bits + ".", ".1."), 1),
                "x".repeat(3000))) {
            assertThat(from("127.0.9.3", "/api/v1/requests", ofOne(), wrong).status())
                    .as(wrong)
                    .isEqualTo(429);
        }
        assertThat(from("127.0.9.3", "/api/v1/requests", ofOne(), proof).status())
                .isEqualTo(201);
        var again = from("127.0.9.3", "/api/v1/requests", ofOne(), proof);
        assertThat(again.status()).as("只能用一次").isEqualTo(429);
        var late = solved(
                again.json().get("challenge").asString(),
                again.json().get("bits").asInt());
        clock.advance(Duration.ofMinutes(6));
        assertThat(from("127.0.9.3", "/api/v1/requests", ofOne(), "").status())
                .as("不验算的等过了照收")
                .isEqualTo(201);
        clock.advance(Duration.ofMinutes(5));
        assertThat(from("127.0.9.3", "/api/v1/requests", ofOne(), "").status()).isEqualTo(201);
        assertThat(from("127.0.9.3", "/api/v1/requests", ofOne(), late).status())
                .as("过期的不算")
                .isEqualTo(429);
        clock.advance(Duration.ofHours(2));
    }

    private Map<String, Object> ofMany(int n) {
        var application = new java.util.HashMap<>(application("ONLINE", "2026-03-02"));
        application.put(
                "applicant",
                Map.of("kind", "NATURAL_PERSON", "name", "壬某", "identity", "众人" + n, "phone", "13800000000"));
        return application;
    }

    private Map<String, Object> ofOne() {
        return ofOne("验算 " + body);
    }

    private Map<String, Object> ofOne(String identity) {
        var application = new java.util.HashMap<>(application("ONLINE", "2026-03-02"));
        application.put(
                "applicant",
                Map.of("kind", "NATURAL_PERSON", "name", "辛某", "identity", identity, "phone", "13800000000"));
        return application;
    }

    private static String solved(String challenge, int bits) {
        for (long counter = 0; ; counter++) {
            var answer = challenge + ":" + counter;
            if (ProofOfWork.zeroBits(ProofOfWork.digest(answer)) >= bits) {
                return answer;
            }
        }
    }

    @Test
    @DisplayName("验算随次数变难，到头为止，不难倒手机")
    void the_proof_grows_and_stops_growing() {
        assertThat(ProofOfWork.bits(1)).isEqualTo(ProofOfWork.FEWEST_BITS);
        assertThat(ProofOfWork.bits(6)).isEqualTo(ProofOfWork.FEWEST_BITS + 1);
        assertThat(ProofOfWork.bits(1_000_000)).isEqualTo(ProofOfWork.MOST_BITS).isLessThanOrEqualTo(18);
    }

    @Test
    @DisplayName("T20、A-113：猜查询码的越猜越慢，说明等几秒；等过了又能查")
    void guessing_is_slowed_down_and_explained() {
        int status = 0;
        Answer last = null;
        for (int i = 0; i <= Turnstile.MISSES + 1 && status != 429; i++) {
            last = from("127.0.9.2", "/api/v1/requests/lookup", Map.of("code", "0000-0000-0000-0000-0000-0000-0000"));
            status = last.status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(last.json().get("detail").asString()).contains("秒");
        assertThat(last.raw().headers().firstValue("Retry-After")).isPresent();
        clock.advance(Duration.ofMinutes(6));
        assertThat(from("127.0.9.2", "/api/v1/requests/lookup", Map.of("code", "0000-0000-0000-0000-0000-0000-0000"))
                        .status())
                .isEqualTo(404);
        clock.advance(Duration.ofHours(2));
    }
}
