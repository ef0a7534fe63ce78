package org.gongkai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.gongkai.organisation.OrganisationDesk;
import org.gongkai.workflow.Refused;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("登录")
class SigningInModuleTests {

    private static final Pattern RECOVERY = Pattern.compile("<li><code>([^<]+)</code>");
    private static final String WRONG = "登录名或口令不对";

    private final Staff staff;
    private final TestClock clock;
    private final Accounts accounts;
    private final Journal journal;

    private final FirstAdministrator first;
    private final Tokens tokens;
    private final OrganisationDesk organisation;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    SigningInModuleTests(
            ApplicationContext context,
            TestClock clock,
            Accounts accounts,
            Journal journal,
            FirstAdministrator first,
            Tokens tokens,
            OrganisationDesk organisation,
            CurrentActor current,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.first = first;
        this.tokens = tokens;
        this.organisation = organisation;
        this.current = current;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.staff = new Staff(context);
        this.clock = clock;
        this.accounts = accounts;
        this.journal = journal;
    }

    private long id(String login) {
        return accounts.find(login).orElseThrow().id();
    }

    private Browser atSignIn() {
        var browser = staff.browser();
        browser.get("/sign-in");
        return browser;
    }

    @Test
    @DisplayName("首次登录：口令、绑定、恢复码显示一次、进入原来要去的页面，会话换新")
    void the_first_sign_in_sets_up_the_second_factor() {
        String login = staff.add(null, Duty.OFFICE);
        var browser = staff.browser();
        var refused = browser.get("/desk/me?x=1");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(Browser.location(refused)).isEqualTo("/sign-in?next=%2Fdesk%2Fme%3Fx%3D1");
        assertThat(browser.get("/sign-in?next=%2Fdesk%2Fme%3Fx%3D1").body()).contains("value=\"/desk/me?x=1\"");
        String planted = browser.session();
        var first = browser.post("/sign-in", "login", login, "password", Staff.PASSWORD, "next", "/desk/me?x=1");
        assertThat(Browser.location(first)).isEqualTo("/sign-in/enrol");
        String between = browser.session();
        assertThat(between).isNotEmpty().isNotEqualTo(planted);
        var page = browser.get("/sign-in/enrol").body();
        assertThat(page).contains("<svg", "<path d=\"M");
        assertThat(browser.get("/desk/me").statusCode())
                .as("half signed in is not in")
                .isEqualTo(302);
        String secret = Staff.secret(page);
        assertThat(browser.post("/sign-in/enrol", "code", "000000").statusCode())
                .isEqualTo(422);
        assertThat(Staff.secret(browser.get("/sign-in/enrol").body())).isEqualTo(secret);
        var done = browser.post("/sign-in/enrol", "code", staff.code(secret));
        assertThat(codes(done.body())).hasSize(8);
        assertThat(done.body()).contains("href=\"/desk/me?x=1\"");
        assertThat(browser.session()).isNotEqualTo(between);
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(200);
        assertThat(browser.get("/desk/me").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(browser.get("/sign-in/enrol").statusCode()).as("shown once").isEqualTo(302);
        assertThat(acts(login)).containsExactly("account.signedIn", "account.secondFactor", "account.added");
        browser.post("/sign-out");
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
        assertThat(acts(login)).startsWith("account.signedOut");
    }

    @Test
    @DisplayName("恢复码能登录一次，动态口令不能重放")
    void recovery_codes_work_once() {
        String login = staff.add(null, Duty.LEADER);
        var browser = atSignIn();
        browser.post("/sign-in", "login", login, "password", Staff.PASSWORD);
        String secret = Staff.secret(browser.get("/sign-in/enrol").body());
        var codes =
                codes(browser.post("/sign-in/enrol", "code", staff.code(secret)).body());

        assertThat(secondStep(login, codes.getFirst())).isEqualTo(302);
        assertThat(secondStep(login, codes.getFirst())).as("used").isEqualTo(422);
        assertThat(secondStep(login, staff.code(secret))).as("replayed").isEqualTo(422);
        clock.advance(Duration.ofSeconds(30));
        assertThat(secondStep(login, staff.code(secret))).isEqualTo(302);
        assertThat(accounts.find(login).orElseThrow().recoveryCodes()).isEqualTo(7);
    }

    private int secondStep(String login, String code) {
        var browser = atSignIn();
        browser.post("/sign-in", "login", login, "password", Staff.PASSWORD);
        browser.get("/sign-in/code");
        return browser.post("/sign-in/code", "code", code).statusCode();
    }

    @Test
    @DisplayName("账号不存在、口令不对、已停用：同一句话，登录名还在框里，口令不回显")
    void all_wrong_sign_ins_look_the_same() {
        String login = staff.add(null, Duty.LEADER);
        String disabled = staff.add(null, Duty.LEADER);
        accounts.enable(id(disabled), false);
        var browser = atSignIn();
        for (var attempt : List.of(login, "nobody-here", disabled)) {
            String password = attempt.equals(disabled) ? Staff.PASSWORD : "错误的口令在这里";
            var answer = browser.post("/sign-in", "login", attempt, "password", password);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(WRONG, "value=\"" + attempt + "\"")
                    .doesNotContain(password);
        }
        assertThat(acts(login)).startsWith("account.signInRefused");
    }

    @Test
    @DisplayName("连错五次后要等，错一次等的时间加倍，口令对了也要等；等过了就能进，别人不受影响")
    void each_further_mistake_doubles_the_wait() {
        String login = staff.add(null, Duty.LEADER);
        var browser = atSignIn();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/sign-in", "login", login, "password", "猜一个口令" + i)
                            .body())
                    .contains(WRONG);
        }
        for (int wait = 2; wait <= 16; wait *= 2) {
            assertThat(browser.post("/sign-in", "login", login, "password", "再猜一个口令")
                            .body())
                    .contains("请等 " + wait + " 秒再试");
            clock.advance(Duration.ofSeconds(wait));
            assertThat(browser.post("/sign-in", "login", login, "password", "再猜一个口令")
                            .body())
                    .contains(WRONG);
        }
        var locked = browser.post("/sign-in", "login", login, "password", Staff.PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(locked.body()).containsPattern("请等 \\d+ 秒再试");
        assertThat(staff.signedIn(null, Duty.LEADER).get("/desk/me").statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(32));
        assertThat(Browser.location(browser.post("/sign-in", "login", login, "password", Staff.PASSWORD)))
                .isEqualTo("/sign-in/enrol");
    }

    @Test
    @DisplayName("猜不存在的账号，等法和说法与真的一样")
    void guessing_nobody_feels_like_guessing_somebody() {
        String login = staff.add(null, Duty.LEADER);
        var real = answers(login);
        var nobody = answers("nobody-at-all");
        assertThat(nobody).isEqualTo(real).hasSize(7);
    }

    private List<String> answers(String login) {
        var browser = atSignIn();
        return java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> browser.post("/sign-in", "login", login, "password", "猜" + i))
                .map(answer -> answer.statusCode()
                        + Jsoup.parse(answer.body()).select("main").text())
                .toList();
    }

    @Test
    @DisplayName("退出其他地方的登录：本处留下，别处立即退出，留痕一行")
    void one_can_sign_out_everywhere_else() {
        String login = staff.add(null, Duty.LEADER);
        var here = staff.signIn(login);
        var browser = atSignIn();
        browser.post("/sign-in", "login", login, "password", Staff.PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        var second = accounts.secrets(id(login)).orElseThrow().totpSecret();
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", "code", staff.code(String.valueOf(second)));
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(200);
        here.get("/desk/me");
        assertThat(Browser.location(here.post("/desk/me/sessions/end"))).isEqualTo("/desk/me");
        assertThat(here.get("/desk/me").statusCode()).isEqualTo(200);
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
        assertThat(acts(login)).startsWith("account.sessionsEnded");
    }

    @Test
    @DisplayName("首位管理员的设置码：二十四小时过期，用一次就没有了，每次启动换一个")
    void the_setup_code_works_once_and_for_a_day() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from account.token").update();
            jdbc.sql("delete from account.account_duty").update();
            jdbc.sql("delete from account.account").update();
            accounts.add(AccountDesk.INVENTED + "x", "示范联络员", null, false, "-", Set.of(Duty.LIAISON));
            assertThat(first.wanted()).as("示范区里编出来的人不算").isTrue();
            String old = first.newCode();
            String late = first.newCode();
            assertThat(old).isNotEqualTo(late).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
            clock.advance(Duration.ofHours(24));
            assertThatThrownBy(() -> first.setUp(late, "shouwei", "首位", Staff.PASSWORD, true))
                    .isInstanceOf(Refused.class);
            String code = first.newCode();
            assertThatThrownBy(() -> first.setUp(old, "shouwei", "首位", Staff.PASSWORD, true))
                    .as("replaced")
                    .isInstanceOf(Refused.class);
            first.setUp(
                    code.toUpperCase(java.util.Locale.ROOT).replace("-", " "), "shouwei", "首位", Staff.PASSWORD, true);
            assertThat(accounts.find("shouwei").orElseThrow().duties())
                    .containsExactlyInAnyOrder(Duty.SECURITY_ADMINISTRATOR, Duty.OFFICE);
            assertThatThrownBy(() -> first.setUp(code, "dierge", "第二", Staff.PASSWORD, true))
                    .as("used")
                    .isInstanceOf(Refused.class);
        });
    }

    @Test
    @DisplayName("令牌自带范围：只选联络员岗位就没有全区范围；限定了机构就只有那个机构；过期、停用即失效")
    void a_token_reaches_no_further_than_it_says() {
        String body = "TOKEN-1";
        String other = "TOKEN-2";
        new CurrentActorTask(current)
                .run(() -> organisation.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of(body, "令牌甲局", "", "", "县级"),
                                List.of(other, "令牌乙局", "", "", "县级")),
                        false));
        String login = staff.add(body, Duty.OFFICE, Duty.LIAISON);
        var until = java.time.LocalDate.now(clock).plusDays(10);
        var both = tokens.issue(id(login), "全部", Set.of(Duty.OFFICE, Duty.LIAISON), null, until);
        var liaison = tokens.issue(id(login), "联络", Set.of(Duty.LIAISON), null, until);
        var narrowed = tokens.issue(id(login), "限定", Set.of(Duty.OFFICE), other, until);
        assertThat(actor(both).district()).isTrue();
        assertThat(actor(liaison))
                .returns(false, Actor::district)
                .returns(true, actor -> actor.reaches(body))
                .returns(false, actor -> actor.reaches(other));
        assertThat(actor(narrowed))
                .returns(false, Actor::district)
                .returns(true, actor -> actor.reaches(other))
                .returns(false, actor -> actor.reaches(body));
        String narrow = staff.add(body, Duty.LIAISON);
        assertThatThrownBy(() -> tokens.issue(id(narrow), "越界", Set.of(Duty.LIAISON), other, until))
                .isInstanceOf(Refused.class);
        accounts.change(id(login), "改岗", body, false, Set.of(Duty.LIAISON));
        assertThat(actor(both).district()).as("the duty was withdrawn").isFalse();
        assertThat(actor(narrowed).bodies()).as("no longer reached").isEmpty();
        clock.advance(Duration.ofDays(11));
        assertThat(tokens.signedIn(both)).as("expired").isEmpty();
        assertThat(tokens.signedIn("gk_" + "x".repeat(40))).isEmpty();
    }

    private Actor actor(String token) {
        return tokens.signedIn(token).orElseThrow().actor();
    }

    /** As the system. */
    private record CurrentActorTask(CurrentActor current) {

        void run(Runnable task) {
            current.runAs(Actor.SYSTEM, task);
        }
    }

    @Test
    @DisplayName("没有防伪字段的提交不受理")
    void forged_posts_are_refused() {
        var browser = atSignIn();
        assertThat(browser.postWith("", "/sign-in", "login", "a", "password", "b")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.postWith("forged", "/sign-out").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("半小时没有人动就退出：页面自己刷新数字不算；从一个片段转去登录，回来还在原来那一页")
    void an_idle_desk_does_not_live_on() {
        var browser = staff.signedIn(null, Duty.LEADER);
        clock.advance(Duration.ofMinutes(20));
        assertThat(browser.get("/desk/counts").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(browser.get("/desk/me").statusCode()).as("a person acts").isEqualTo(200);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/desk/counts").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));

        var request = browser.to("/desk/counts").header("HX-Request", "true");
        String shown = request.build().uri().resolve("/desk/me?x=1").toString();
        var part = browser.send(request.header("HX-Current-URL", shown).GET());
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/sign-in?next=%2Fdesk%2Fme%3Fx%3D1");
    }

    @Test
    @DisplayName("会话最长十二小时")
    void a_session_ends_after_twelve_hours() {
        var browser = staff.signedIn(null, Duty.LEADER);
        for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(20).minusSeconds(1));
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("停用、换岗立即生效；改口令后其他地方退出，本处留下")
    void changes_reach_running_sessions() {
        var keeper = staff.signedIn(null, Duty.SECURITY_ADMINISTRATOR);
        String login = staff.add(null, Duty.SECURITY_ADMINISTRATOR);
        var here = staff.signIn(login);
        String path = "/desk/accounts/" + id(login);
        assertThat(here.get("/desk/accounts").statusCode()).isEqualTo(200);
        var saved = keeper.post(path, "name", "改名", "body", "", "duty", "LEADER");
        assertThat(Browser.location(saved)).isEqualTo(path);
        assertThat(here.get("/desk/accounts").statusCode()).isEqualTo(403);
        here.get("/desk/me");
        String fresh = "另一句更长的口令话2026";
        here.post("/desk/me/password", "old", Staff.PASSWORD, "password", fresh);
        assertThat(here.get("/desk/me").body()).contains("口令已修改");
        keeper.get(path);
        assertThat(keeper.post(path + "/enabled", "enabled", "false").statusCode())
                .isEqualTo(302);
        assertThat(here.get("/desk/me").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("安全管理员四次点击之内新增一个人；写错时已填的都在；不能改自己")
    void people_are_added_and_nobody_promotes_himself() {
        String own = staff.add(null, Duty.SECURITY_ADMINISTRATOR);
        var keeper = staff.signIn(own);
        keeper.get("/desk/accounts/new");
        var wrong = keeper.post(
                "/desk/accounts",
                "login",
                "li.si",
                "name",
                "李四",
                "duty",
                "AUDITOR",
                "duty",
                "SYSTEM_ADMINISTRATOR",
                "body",
                "",
                "password",
                Staff.PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("必须是三个人", "value=\"li.si\"", "value=\"李四\"")
                .containsPattern("value=\"AUDITOR\" checked");
        var right = keeper.post(
                "/desk/accounts", "login", "li.si", "name", "李四", "duty", "AUDITOR", "password", Staff.PASSWORD);
        assertThat(Browser.location(right)).isEqualTo("/desk/accounts");
        assertThat(keeper.get("/desk/accounts").body()).contains("li.si", "已新增账号");
        var self = keeper.post("/desk/accounts/" + id(own), "name", "我", "duty", "OFFICE");
        assertThat(self.statusCode()).isEqualTo(422);
        assertThat(self.body()).contains("不能改自己的岗位");
    }

    @Test
    @DisplayName("接口令牌只显示一次，只有自己的岗位，吊销即失效")
    void tokens_are_shown_once_and_revoked() {
        String login = staff.add(null, Duty.OFFICE);
        var browser = staff.signIn(login);
        assertThat(browser.post("/desk/me/tokens", "purpose", "越权", "expires", "2026-12-31", "duty", "AUDITOR")
                        .statusCode())
                .isEqualTo(422);
        var issued = browser.post("/desk/me/tokens", "purpose", "办公系统", "expires", "2026-12-31", "duty", "OFFICE");
        String token = Staff.secret(issued.body());
        assertThat(token).startsWith("gk_").hasSize(43);
        assertThat(browser.get("/desk/me").body()).contains("办公系统").doesNotContain(token);
        var revoke = Pattern.compile("/desk/me/tokens/\\d+/revoke").matcher(issued.body());
        assertThat(revoke.find()).isTrue();
        assertThat(browser.post(revoke.group()).statusCode()).isEqualTo(302);
        assertThat(browser.post(revoke.group()).statusCode())
                .as("no longer there")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("有了账号之后，设置页只说已经设置过")
    void set_up_happens_once() {
        staff.add(null, Duty.LEADER);
        var browser = staff.browser();
        assertThat(browser.get("/setup").body()).contains("首位管理员已经设置过").doesNotContain("<input id=\"f-code\"");
        browser.get("/sign-in");
        assertThat(browser.post("/setup", "code", "x", "login", "eve", "name", "夏娃", "password", Staff.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(accounts.find("eve")).isEmpty();
    }

    @Test
    @DisplayName("页面和接口都带安全头，会话 cookie 脚本读不到")
    void headers_and_cookies_are_strict() {
        staff.add(null, Duty.LEADER);
        var browser = staff.browser();
        var page = browser.get("/sign-in");
        var headers = page.headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue(SecurityChains.CONTENT_SECURITY_POLICY)
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("SESSION=", "HttpOnly", "SameSite=Lax"));
        assertThat(page.body())
                .doesNotContain("<style", " style=\"", "onclick=")
                .doesNotContainPattern("<script>");
        assertThat(browser.get("/api/v1/nothing-here").headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    private List<String> acts(String login) {
        return journal.of("account", login).stream().map(JournalLine::act).toList();
    }

    private static List<String> codes(String page) {
        return RECOVERY.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
