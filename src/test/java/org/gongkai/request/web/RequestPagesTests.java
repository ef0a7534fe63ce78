package org.gongkai.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.account.Browser;
import org.gongkai.account.Staff;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodiesChanged;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 申请人和经办人的页面，没有脚本，一步一步走。 */
@GongkaiTest
@DisplayName("依申请公开的页面")
class RequestPagesTests {

    private static final String BODY = "REQPAGES";
    private static final String OTHER = "REQPAGES-OTHER";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z]+)\" value=\"([^\"]*)\">");
    private static final Pattern CODE = Pattern.compile("id=\"code\">([^<]+)<");
    private static final Pattern REFERENCE = Pattern.compile("id=\"reference\">([^<]+)<");

    private static final Pattern COLLEAGUE = Pattern.compile("<option value=\"(person\\d+)\"");

    private final Staff staff;
    private final TestClock clock;
    private final Turnstile turnstile;

    RequestPagesTests(ApplicationContext context, JdbcClient jdbc, TestClock clock, Turnstile turnstile) {
        this.staff = new Staff(context);
        this.clock = clock;
        this.turnstile = turnstile;
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            for (var body : List.of(BODY, OTHER)) {
                jdbc.sql("insert into organisation.body (code, name, short_name, level, kind)"
                                + " values (?, ?, ?, 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                        .params(body, body + "局", body)
                        .update();
            }
            context.publishEvent(new BodiesChanged(List.of(BODY, OTHER), List.of()));
        });
    }

    /** 一页一问地填，带着页面上的隐藏项。 */
    private static final class Applicant {

        private final Browser browser;
        private HttpResponse<String> page;
        private String proof = "";

        Applicant(Browser browser) {
            this.browser = browser;
            this.page = browser.get("/ysq/apply");
        }

        Applicant answer(String step, String... fields) {
            Map<String, String> form = new LinkedHashMap<>(hidden(page.body()));
            form.put("step", step);
            for (int i = 0; i < fields.length; i += 2) {
                form.put(fields[i], fields[i + 1]);
            }
            page = browser.post("/ysq/apply", pairs(form));
            return this;
        }

        HttpResponse<String> submit() {
            var form = hidden(page.body());
            form.put("proof", proof);
            return multipart(browser, "/ysq/submit", form, "");
        }
    }

    private static String[] pairs(Map<String, String> form) {
        return form.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray(String[]::new);
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> found = new LinkedHashMap<>();
        var matcher = HIDDEN.matcher(page);
        while (matcher.find()) {
            if (!matcher.group(1).equals("_csrf")) {
                found.put(
                        matcher.group(1), matcher.group(2).replace("&#39;", "'").replace("&amp;", "&"));
            }
        }
        return found;
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private Applicant filled() {
        return filled(staff.browser());
    }

    private static Applicant filled(Browser browser) {
        return new Applicant(browser)
                .answer("BODY", "body", BODY)
                .answer("WANTED", "description", "2025 年老旧小区加装电梯的补贴标准")
                .answer("SUPPLY", "form", "ELECTRONIC", "route", "ONLINE")
                .answer("KIND", "kind", "NATURAL_PERSON")
                .answer("IDENTITY", "name", "甲某某", "identity", "测试证件号一")
                .answer("CONTACT", "phone", "13800000000");
    }

    @Test
    @DisplayName("一页一问填完、核对、提交，得到受理号、查询码和二维码；凭码看进度、撤回")
    void an_applicant_goes_all_the_way() {
        clock.set(LocalDate.of(2026, 3, 2));
        var applicant = filled();
        assertThat(applicant.page.body()).contains("核对并提交", "甲某某", "2025 年老旧小区加装电梯的补贴标准");
        assertThat(applicant.page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(applicant.page.headers().firstValue("Referrer-Policy")).contains("no-referrer");

        var receipt = applicant.submit();
        var code = found(CODE, receipt.body());
        assertThat(found(REFERENCE, receipt.body())).startsWith(BODY + "-2026-");
        assertThat(receipt.body()).contains("<svg");
        assertThat(applicant.submit().body()).as("后退再交一次，还是那一件").contains("没有再交一次");

        var browser = staff.browser();
        browser.get("/ysq/look");
        var status = browser.post("/ysq/look", "code", code.toLowerCase());
        assertThat(status.body()).contains("已提出，待确认收到", "期限，一天一天地算");
        assertThat(status.headers().firstValue("X-Robots-Tag"))
                .hasValueSatisfying(tag -> assertThat(tag).contains("noindex"));
        var reference = hidden(status.body()).get("reference");
        var withdrawn = browser.post("/ysq/look/act", "code", code, "reference", reference, "action", "WITHDRAW");
        assertThat(withdrawn.body()).contains("终止处理");
        assertThat(browser.post("/ysq/look", "code", code.substring(1)).statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("A-113：交得太密，页面说明等几秒，也给一道验算；填的还在；算对了马上收")
    void too_many_at_once_wait_or_compute() {
        clock.set(LocalDate.of(2026, 3, 2));
        var from = "127.0.8.1";
        for (int i = 0; i <= Turnstile.FILINGS + 3; i++) {
            turnstile.count("file:" + from, Turnstile.FILINGS);
        }
        var port = staff.browser().to("/").build().uri().getPort();
        var applicant = filled(new Browser(port, from));
        var soon = applicant.submit();
        assertThat(soon.statusCode()).isEqualTo(429);
        assertThat(soon.body()).contains("做一道小验算", "等够上面说的时间", "proof.js", "甲某某");
        var challenge = found(Pattern.compile("data-challenge=\"([^\"]+)\""), soon.body());
        int bits = Integer.parseInt(found(Pattern.compile("data-bits=\"([0-9]+)\""), soon.body()));
        long counter = 0;
        while (ProofOfWork.zeroBits(ProofOfWork.digest(challenge + ":" + counter)) < bits) {
            counter++;
        }
        applicant.proof = challenge + ":" + counter;
        assertThat(found(CODE, applicant.submit().body())).isNotEmpty();
    }

    @Test
    @DisplayName("缺什么说什么，填过的还在；可以先存起来，凭编码回来继续")
    void what_is_missing_is_named_and_nothing_is_lost() {
        var applicant =
                new Applicant(staff.browser()).answer("BODY", "body", BODY).answer("WANTED");
        assertThat(applicant.page.statusCode()).isEqualTo(422);
        assertThat(applicant.page.body()).contains("请写明所需信息的名称、文号", "href=\"#f-description\"");
        applicant.answer("WANTED", "description", "补贴<b>标准</b>").answer("SUPPLY", "form", "PAPER", "route", "POST");
        applicant.answer("KIND", "kind", "COMPANY").answer("IDENTITY", "name", "乙公司", "identity", "测试代码");
        applicant.answer("CONTACT", "phone", "13800000000");
        assertThat(applicant.page.body()).contains("您要求邮寄，请填写通信地址");
        assertThat(hidden(applicant.page.body())).containsEntry("name", "乙公司");

        var saved = applicant.answer("CONTACT", "phone", "13800000000", "go", "SAVE");
        var code = found(CODE, saved.page.body());
        var browser = staff.browser();
        browser.get("/ysq/return");
        var back = browser.post("/ysq/return", "code", code);
        assertThat(back.body()).contains("怎样联系您？");
        assertThat(hidden(back.body())).containsEntry("name", "乙公司").containsEntry("body", BODY);
        assertThat(browser.post("/ysq/return", "code", "0000").statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("经办：列表按最后一日；一件一页，一件事一张表单；没有做成的说明原因，填的还在")
    void a_handler_acts_on_the_page() {
        clock.set(LocalDate.of(2026, 3, 2));
        var code = found(CODE, filled().submit().body());
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        var list = liaison.get("/desk/requests");
        var path = path(list.body());
        var page = liaison.get(path);
        assertThat(page.body()).contains("甲某某", "测试证件号一", "确认收到", "登记撤回");
        assertThat(liaison.post(path + "/confirm", "on", "2026-03-02").statusCode())
                .isEqualTo(302);
        page = liaison.get(path);
        assertThat(page.body()).contains("已经记下：确认收到。", "分办", "告知补正");
        var refused = liaison.post(path + "/ask-correction", "words", "请写明小区", "until", "2026-02-01");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请写明合理的补正期限", "第三十条", "请写明小区</textarea>");
        assertThat(liaison.post(path + "/ask-correction", "words", "请写明小区", "until", "2026-03-31")
                        .statusCode())
                .isEqualTo(302);

        var applicant = staff.browser();
        applicant.get("/ysq/look");
        assertThat(applicant.post("/ysq/look", "code", code).body()).contains("请您办理", "请写明小区", "2026年3月31日");

        var leader = staff.signedIn(BODY, Duty.LEADER).get(path);
        assertThat(leader.body()).doesNotContain("甲某某", "测试证件号一", "13800000000", "请写明小区</p>");
        assertThat(staff.signedIn(OTHER, Duty.LIAISON).get(path).statusCode()).isEqualTo(404);
    }

    private static String path(String list) {
        var matcher = Pattern.compile("href=\"(/desk/requests/\\d+)\"").matcher(list);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    @DisplayName("R-REQ-22：申请更正的，问哪条记录、哪里不准确、应当是什么，不问提供形式；没有证据的不收，填的还在")
    void an_applicant_asks_for_rectification() {
        clock.set(LocalDate.of(2026, 3, 2));
        var applicant = new Applicant(staff.browser())
                .answer("BODY", "body", BODY, "caseKind", "RECTIFICATION")
                .answer("WANTED", "description", "写成了甲");
        assertThat(applicant.page.statusCode()).isEqualTo(422);
        assertThat(applicant.page.body()).contains("哪条记录不准确？", "请写明哪条记录不准确", "请写明应当更正为什么");
        applicant
                .answer("WANTED", "title", "测试名册", "description", "写成了甲", "shouldBe", "是乙")
                .answer("SUPPLY", "route", "ONLINE")
                .answer("KIND", "kind", "NATURAL_PERSON")
                .answer("IDENTITY", "name", "戊某某", "identity", "测试证件号九")
                .answer("CONTACT", "phone", "13800000000");
        assertThat(applicant.page.body()).contains("核对并提交", "测试名册", "写成了甲", "是乙", "证据");
        var refused = applicant.submit();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("申请更正要有证据", "测试名册");
    }

    @Test
    @DisplayName("R-REQ-22：窗口登记更正申请，没带证据的也登记；承办页写明是申请更正，只摆能做的事，说明期限不是法定的；列表按种类筛")
    void staff_enter_and_handle_a_rectification() {
        clock.set(LocalDate.of(2026, 3, 2));
        var window = staff.signedIn(OTHER, Duty.WINDOW);
        assertThat(window.get("/desk/requests/new").body()).contains("申请更正与本人有关的政府信息", "应当更正为");
        var entered = enter(
                window,
                Map.of(
                        "caseKind", "RECTIFICATION",
                        "body", OTHER,
                        "channel", "COUNTER",
                        "arrivedOn", "2026-03-02",
                        "name", "己某",
                        "identity", "测试证件号十",
                        "phone", "13800000000",
                        "title", "测试名册",
                        "shouldBe", "是己"));
        var path = path(entered.body());
        var liaison = staff.signedIn(OTHER, Duty.LIAISON);
        var colleague = found(COLLEAGUE, liaison.get(path).body());
        assertThat(liaison.post(path + "/assign", "party", colleague).statusCode())
                .isEqualTo(302);
        var page = liaison.get(path).body();
        assertThat(page)
                .contains("申请更正与本人有关的政府信息", "是己", "不是法定期限", "R-REQ-22", "予以更正", "有权更正的机关")
                .doesNotContain("/consult\"", "/ask-reasons\"", "/notice-fee\"", "部分公开");
        liaison.post(path + "/ask-correction", "words", "请附证据", "until", "2026-03-31");
        assertThat(liaison.get(path).body()).contains("multipart/form-data", "name=\"papers\"");
        var applicant = staff.browser();
        applicant.get("/ysq/look");
        var code = found(CODE, entered.body());
        assertThat(applicant.post("/ysq/look", "code", code).body()).contains("请附证据", "name=\"papers\"");
        var corrected = multipart(
                applicant,
                "/ysq/look/act",
                Map.of("code", code, "action", "CORRECT", "words", "已附"),
                "--b\r\nContent-Disposition: form-data; name=\"papers\"; filename=\"evidence.pdf\"\r\n\r\n%PDF-1.7\r\n");
        assertThat(corrected.body()).contains("已经收到，谢谢");
        assertThat(liaison.get(path).body()).contains("evidence.pdf");
        assertThat(staff.signedIn(BODY, Duty.LEADER).get(path).body())
                .contains("测试名册")
                .doesNotContain("是己");
        assertThat(liaison.get("/desk/requests?caseKind=RECTIFICATION").body()).contains("测试名册");
        assertThat(liaison.get("/desk/requests?caseKind=DISCLOSURE").body()).doesNotContain("测试名册");
    }

    private static HttpResponse<String> enter(Browser window, Map<String, String> sheet) {
        return multipart(window, "/desk/requests", sheet, "");
    }

    private static HttpResponse<String> multipart(
            Browser browser, String path, Map<String, String> sheet, String file) {
        var body = new StringBuilder(file);
        var form = new LinkedHashMap<>(sheet);
        form.put("_csrf", browser.csrf());
        form.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return browser.send(browser.to(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body.append("--b--\r\n").toString())));
    }

    @Test
    @DisplayName("窗口登记邮寄来的申请，一页填完；期限从签收之日起算")
    void a_window_enters_a_letter() {
        clock.set(LocalDate.of(2026, 9, 25));
        var window = staff.signedIn(BODY, Duty.WINDOW);
        var form = window.get("/desk/requests/new");
        assertThat(form.body()).contains("登记申请", "平常信函");
        var entered = enter(
                window,
                Map.of(
                        "body", BODY,
                        "channel", "SIGNED_POST",
                        "arrivedOn", "2026-09-24",
                        "kind", "NATURAL_PERSON",
                        "name", "丙某",
                        "identity", "测试证件号三",
                        "address", "测试路 3 号",
                        "description", "预算",
                        "form", "PAPER"));
        assertThat(entered.body()).contains("把查询码交给申请人");
        var opened = window.get(path(entered.body()));
        assertThat(opened.body()).contains("2026年9月24日", "10月29日");
        assertThat(window.get("/desk/requests?q=丙某".replace("丙某", "%E4%B8%99%E6%9F%90"))
                        .body())
                .contains(found(REFERENCE, entered.body()));
    }

    @Test
    @DisplayName("流程图：由流程表画出，每一步有人、有依据")
    void the_chart_is_the_table() {
        var page = staff.browser().get("/ysq/flow");
        assertThat(page.body()).contains("<svg", "告知补正", "7个工作日内", "申请人", "第三十三条", "撤回申请");
        assertThat(staff.browser().get("/ysq/flow.svg").body())
                .startsWith("<svg")
                .contains("依申请公开");
        assertThat(staff.browser().get("/ysq").body()).contains("不需要说明用途", "/ysq/apply");
    }
}
