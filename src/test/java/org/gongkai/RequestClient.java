package org.gongkai;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 一位经办的人：照着几份脚本一件一件办，记住程序确认过什么、断掉时正在做什么。
 *
 * <p>One at a time, so that of every case the acknowledged acts are known in order, with at most one act left open by a kill.
 */
final class RequestClient implements Runnable {

    /** 谁来做。 */
    private enum Who {
        HANDLER,
        REVIEWER,
        APPLICANT
    }

    /** 一步；内容里的 {letter} 换成征求意见那一步的序号，{first} 换成自己的第一件。 */
    private record Step(Who who, String action, String what) {}

    /** 一件：客户端知道的。 */
    static final class Case {
        final String once;
        final List<Step> script;
        final List<String> done = new ArrayList<>();
        volatile boolean acknowledged;
        volatile @Nullable String open;
        private final boolean online;
        private final String arrivedOn;
        private long id;
        private String code = "";

        private Case(String once, Script script) {
            this.once = once;
            this.script = script.steps();
            this.online = script.online();
            this.arrivedOn = script.arrivedOn();
        }
    }

    private record Script(boolean online, String arrivedOn, List<Step> steps) {}

    private static final String REVIEWER_TOKEN = "request-kill-reviewer-token-00000000001";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final List<Script> SCRIPTS =
            List.of(answered(), paid(), withdrawn(), abandoned(), divided(), merged());

    private final RunningGongkai gongkai;
    private final String body;
    private final int number;
    private final List<Case> cases = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Set<String> acts = new ConcurrentSkipListSet<>();
    private int next;
    private volatile boolean working;

    RequestClient(RunningGongkai gongkai, String body, int number) {
        this.gongkai = gongkai;
        this.body = body;
        this.number = number;
        this.next = number * 2;
    }

    /** 审核、签发的是另一个人；账号和令牌直接写进库里。 */
    static void employReviewer(RunningGongkai gongkai) throws Exception {
        String digest = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(REVIEWER_TOKEN.getBytes(StandardCharsets.UTF_8)));
        try (var connection = gongkai.superuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    with person as (
                      insert into account.account (login, name, body, password) values ('reviewer', '赵审核', 'K', 'none') returning id),
                    duties as (
                      insert into account.account_duty select id, duty from person,
                        unnest(array['SECTION_HEAD', 'SECRECY_REVIEWER', 'SIGNER']) duty)
                    insert into account.token (account, name, digest, duties, expires_on)
                    select id, 'kill', '%s', array['SECTION_HEAD', 'SECRECY_REVIEWER', 'SIGNER'], current_date + 30 from person
                    """.formatted(digest));
        }
    }

    private static Step step(String action, String what) {
        return new Step(Who.HANDLER, action, "{" + what + "}");
    }

    private static Step review(String action, String what) {
        return new Step(Who.REVIEWER, action, "{" + what + "}");
    }

    private static Step applicant(String action) {
        return new Step(Who.APPLICANT, action, "\"words\": \"申请人的话\"");
    }

    private static final String WORDS = "\"words\": \"办理的内容\"";
    private static final String ASSIGN = "\"party\": \"bootstrap\"";

    private static Script answered() {
        return new Script(
                false,
                TODAY.toString(),
                List.of(
                        step("assign", ASSIGN),
                        step("ask-correction", WORDS + ", \"until\": \"" + TODAY.plusDays(20) + "\""),
                        step("record-correction", WORDS),
                        step("assign", ASSIGN),
                        step("ask-reasons", WORDS),
                        step("record-reasons", WORDS + ", \"sound\": true"),
                        step("record-search", WORDS),
                        step("consult", WORDS + ", \"party\": \"测试公司\", \"consulted\": \"THIRD_PARTY\""),
                        step("record-delivery", "\"letter\": {letter}"),
                        step("record-opinion", WORDS + ", \"letter\": {letter}, \"opinion\": \"REFUSED_REASONABLY\""),
                        step("inform-third-party", WORDS + ", \"letter\": {letter}"),
                        step("confer", WORDS),
                        step("contact", WORDS),
                        step("extend", WORDS + ", \"days\": 10"),
                        step("defer", WORDS + ", \"until\": \"" + TODAY.plusDays(120) + "\""),
                        step("draft-reply", WORDS + ", \"reply\": \"GRANTED\""),
                        review("return", WORDS),
                        step("draft-reply", WORDS + ", \"reply\": \"GRANTED\""),
                        review("approve", ""),
                        review("clear", ""),
                        review("sign", ""),
                        step("dispatch", "\"manner\": \"POST\", \"reference\": \"1100000000000\""),
                        step("record-service", ""),
                        step("propose-disclosure", ""),
                        step(
                                "record-remedy",
                                "\"remedy\": \"RECONSIDERATION\", \"result\": \"CORRECTED\", \"reference\": \"测复1号\""),
                        step("rehandle", "\"reference\": \"测复1号\""),
                        step("archive", "")));
    }

    private static Script paid() {
        return new Script(
                true,
                "",
                List.of(
                        step("confirm", WORDS),
                        step("assign", ASSIGN),
                        step("notice-fee", "\"fee\": \"PAGES\", \"count\": 68"),
                        step("record-payment", ""),
                        step("record-withdrawal", WORDS)));
    }

    private static Script withdrawn() {
        return new Script(
                true,
                "",
                List.of(
                        step("confirm", WORDS),
                        step("ask-correction", WORDS + ", \"until\": \"" + TODAY.plusDays(20) + "\""),
                        applicant("correct"),
                        step("assign", ASSIGN),
                        step("ask-reasons", WORDS),
                        applicant("explain"),
                        applicant("withdraw"),
                        step("archive", "")));
    }

    private static Script abandoned() {
        return new Script(
                false,
                TODAY.minusDays(120).toString(),
                List.of(
                        step(
                                "ask-correction",
                                WORDS + ", \"until\": \"" + TODAY.minusDays(90) + "\", \"on\": \""
                                        + TODAY.minusDays(118) + "\""),
                        step("abandon", "\"on\": \"" + TODAY.minusDays(60) + "\""),
                        step("archive", "")));
    }

    private static Script divided() {
        return new Script(false, TODAY.toString(), List.of(step("split", "\"words\": \"第一项\\n第二项\"")));
    }

    private static Script merged() {
        return new Script(false, TODAY.toString(), List.of(step("merge", "\"related\": {first}")));
    }

    /** 一直办，直到叫停或者断了。 */
    @Override
    public void run() {
        working = true;
        try {
            while (working) {
                advance(current());
            }
        } catch (Exception cut) {
            // what was being done stays open
        }
    }

    void stop() {
        working = false;
    }

    /** 手上的办完，每份脚本再办一遍。 */
    void finish() throws Exception {
        int last = cases.size() + SCRIPTS.size();
        while (cases.size() <= last) {
            advance(current());
        }
    }

    List<Case> cases() {
        return cases;
    }

    List<String> refused() {
        return refused;
    }

    Set<String> acts() {
        return acts;
    }

    /** 手上的一件；断掉时正在做的，先弄清做成了没有。 */
    private Case current() throws Exception {
        if (cases.isEmpty() || isFinished(cases.getLast())) {
            cases.add(
                    new Case("kill-" + number + "-" + cases.size() + "-request", SCRIPTS.get(next++ % SCRIPTS.size())));
        }
        Case last = cases.getLast();
        String open = last.open;
        if (open != null) {
            try (var connection = gongkai.superuser()) {
                int stored = new RequestLedgerCheck(connection).acts(last.id).size();
                if (stored > last.done.size()) {
                    acknowledge(last, open);
                }
                last.open = null;
            }
        }
        return last;
    }

    private static boolean isFinished(Case one) {
        return one.acknowledged && one.done.size() == steps(one);
    }

    /** 当面提交的，登记时当场就确认收到。 */
    private static int steps(Case one) {
        return one.script.size() + (one.online ? 0 : 1);
    }

    private void advance(Case one) throws Exception {
        if (!one.acknowledged) {
            file(one);
            return;
        }
        Step step = one.script.get(one.done.size() - (one.online ? 0 : 1));
        String action = step.action().toUpperCase(Locale.ROOT).replace('-', '_');
        one.open = action;
        String what = step.what()
                .replace("{letter}", String.valueOf(one.done.indexOf("CONSULT") + 1))
                .replace("{first}", String.valueOf(cases.getFirst().id));
        take(send(step, one, what), one.once + " " + step.action());
        acknowledge(one, action);
        one.open = null;
    }

    private void acknowledge(Case one, String action) {
        one.done.add(action);
        acts.add(action);
    }

    private void file(Case one) throws Exception {
        String sheet = """
                {"body": "%s", "channel": "%s"%s,
                 "applicant": {"kind": "NATURAL_PERSON", "name": "测试人%d", "identity": "测试证件%d", "phone": "13800000000"},
                 "wanted": {"description": "第 %s 件要的材料", "form": "ELECTRONIC", "route": "ONLINE"}}
                """.formatted(
                        body,
                        one.online ? "ONLINE" : "COUNTER",
                        one.online ? "" : ", \"arrivedOn\": \"" + one.arrivedOn + "\"",
                        number,
                        number,
                        one.once);
        JsonNode filed = take(
                gongkai.send(gongkai.request("/api/v1/requests")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", one.once)
                        .POST(HttpRequest.BodyPublishers.ofString(sheet))
                        .build()),
                one.once);
        one.id = filed.path("id").asLong();
        one.code = filed.path("lookupCode").asString("");
        if (!one.online) {
            acknowledge(one, "CONFIRM");
        }
        one.acknowledged = true;
        if (one.online && one.code.isEmpty()) {
            // its receipt was lost with the kill: nobody can act for this applicant any more
            lost(one);
        }
    }

    /** 换一张表重新提出。 */
    private void lost(Case one) {
        cases.add(new Case(one.once + "-again", new Script(true, "", one.script)));
    }

    private HttpResponse<String> send(Step step, Case one, String what) throws IOException, InterruptedException {
        if (step.who() == Who.APPLICANT) {
            return post(
                    "/api/v1/requests/lookup/" + step.action(), "", "{\"code\": \"" + one.code + "\", " + what + "}");
        }
        return post(
                "/api/v1/requests/" + one.id + "/" + step.action(),
                step.who() == Who.REVIEWER ? REVIEWER_TOKEN : RunningGongkai.TOKEN,
                what);
    }

    private HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gongkai.url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return gongkai.send(request.build());
    }

    private JsonNode take(HttpResponse<String> answer, String what) throws IOException {
        if (answer.statusCode() >= 300) {
            if (answer.statusCode() < 500) {
                refused.add(what + " " + answer.statusCode() + " " + answer.body());
            }
            throw new IOException(what + " " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
