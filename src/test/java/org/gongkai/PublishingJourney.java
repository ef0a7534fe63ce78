package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.publication.DisclosureDraft;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.PublicationDesk;
import org.gongkai.publication.ReviewConclusion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 联络员和审核人在浏览器里办事，数点击。 Click budgets of the liaison and the reviewer. */
@GongkaiTest
@EnabledIf(value = "org.gongkai.Visitor#present", disabledReason = "没有 Chromium，浏览器测试跳过 (no Chromium)")
@DisplayName("点击预算：联络员、审核人")
class PublishingJourney {

    private static final String BODY = "JOURNEY-CIVIL";
    private static final Actor AUTHOR =
            new Actor("journey-author", "拟稿人", BODY, java.util.Set.of(Duty.LIAISON), java.util.Set.of(BODY), false);
    private static final Actor HEAD =
            new Actor("journey-head", "科长", BODY, java.util.Set.of(Duty.SECTION_HEAD), java.util.Set.of(BODY), false);

    private final ApplicationContext context;
    private final Staff staff;
    private final PublicationDesk desk;
    private final CurrentActor current;
    private final TestClock clock;

    PublishingJourney(ApplicationContext context, PublicationDesk desk, CurrentActor current, TestClock clock) {
        this.context = context;
        this.staff = new Staff(context);
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    @BeforeEach
    void a_body() {
        var jdbc = context.getBean(JdbcClient.class);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into organisation.body (code, name, short_name, level, kind)
                            values (?, '旅程区民政局', '民政局', 'COUNTY', 'DEPARTMENT') on conflict do nothing
                            """).param(BODY).update();
            context.publishEvent(new BodiesChanged(List.of(BODY), List.of()));
        });
    }

    @Test
    @DisplayName("clicks_liaison_2：改好退回的再提交，不超过 3 次")
    void clicks_liaison_2() {
        long id = waiting("<p>被退回的内容</p>");
        long other = waiting("<p>别人提交、等审的</p>");
        current.callAs(HEAD, () -> desk.returnToAuthor(id, version(id), "成文日期请核对。"));
        try (var visitor = signedIn(Duty.LIAISON)) {
            visitor.open("/desk/publication?tab=RETURNED").countFromHere();
            visitor.click("a[href='/desk/publication/" + id + "/edit']");
            assertThat(visitor.page().content()).contains("成文日期请核对");
            visitor.type("#f-formedOn", "2026-09-02");
            visitor.click("button[value=submit]");
            assertThat(visitor.page().content()).contains("已提交审核");
            assertThat(visitor.clicks()).isLessThanOrEqualTo(3);
            visitor.open("/desk/publication/" + other);
            assertThat(visitor.page().locator("a[href*='/review?case=']").count())
                    .as("联络员不审核，别人提交的也没有这个按钮")
                    .isZero();
        }
        try (var visitor = signedIn(Duty.SECTION_HEAD)) {
            visitor.open("/desk/publication/" + other);
            assertThat(visitor.page()
                            .locator("a[href='/desk/publication/review?case=" + other + "']")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("clicks_reviewer_1、2：通过 1 次，选好理由退回 2 次")
    void clicks_reviewer_1_and_2() {
        waiting("<p>等审的一</p>");
        waiting("<p>等审的二</p>");
        try (var visitor = signedIn(Duty.SECTION_HEAD)) {
            visitor.open("/desk/publication/review").countFromHere();
            assertThat(visitor.barriers()).isEmpty();
            visitor.click("form[action$='/approve'] button:first-child");
            assertThat(visitor.page().content()).contains("已通过");
            assertThat(visitor.clicks()).isEqualTo(1);
            visitor.countFromHere();
            visitor.click("details:has(form[action$='/return']) summary");
            visitor.page().locator("input[name=ready]").first().check();
            visitor.click("form[action$='/return'] button");
            assertThat(visitor.page().content()).contains("已退回");
            assertThat(visitor.clicks()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("clicks_reviewer_3、4：没有自查发现的批量通过不超过 3 次；有发现的写明理由 1 次")
    void clicks_reviewer_3_and_4() {
        for (int i = 0; i < 3; i++) {
            waiting("<p>批量的 " + i + "</p>");
        }
        try (var visitor = signedIn(Duty.SECTION_HEAD)) {
            visitor.open("/desk/publication/review").countFromHere();
            for (var box : visitor.page().locator("input[name=pick]").all()) {
                box.check();
            }
            visitor.click("form[action$='/batch'] button");
            assertThat(visitor.page().content()).contains("已通过");
            assertThat(visitor.clicks()).isLessThanOrEqualTo(3);
        }
        long id = waiting("<p>车辆沪A12345 领取补贴</p>");
        current.callAs(HEAD, () -> desk.approve(id, version(id), ReviewConclusion.MAY_DISCLOSE, List.of()));
        try (var visitor = signedIn(Duty.SECRECY_REVIEWER)) {
            visitor.open("/desk/publication/review?case=" + id).countFromHere();
            visitor.type("#f-keep", "依法公示");
            visitor.click("form[action$='/approve'] button:first-child");
            assertThat(visitor.page().content()).contains("已通过");
            assertThat(visitor.clicks()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    @DisplayName("clicks_reviewer_4：遮盖个人信息 1 次，遮盖后没有待说明的")
    void clicks_reviewer_4_masks() {
        long id = waiting("<p>联系人手机 13800138000，到窗口领取。</p>");
        current.callAs(HEAD, () -> desk.approve(id, version(id), ReviewConclusion.MAY_DISCLOSE, List.of()));
        try (var visitor = signedIn(Duty.SECRECY_REVIEWER)) {
            visitor.open("/desk/publication/review?case=" + id).countFromHere();
            assertThat(visitor.page().locator(".panes").innerText()).contains("13800138000");
            visitor.click("form[action$='/mask'] button");
            assertThat(visitor.clicks()).isLessThanOrEqualTo(2);
            visitor.open("/desk/publication/review?case=" + id);
            assertThat(visitor.page().locator(".panes").innerText()).doesNotContain("13800138000");
            assertThat(visitor.page().locator("form[action$='/mask']").count()).isZero();
        }
    }

    @Test
    @DisplayName("clicks_reviewer_5：与上一版比较 1 次，删的、加的都看得见")
    void clicks_reviewer_5() {
        long id = waiting("<p>每人每月 1500 元</p>");
        current.callAs(HEAD, () -> desk.approve(id, version(id), ReviewConclusion.MAY_DISCLOSE, List.of()));
        current.callAs(
                with(Duty.SECRECY_REVIEWER),
                () -> desk.approve(id, version(id), ReviewConclusion.MAY_DISCLOSE, List.of()));
        current.callAs(with(Duty.SIGNER), () -> desk.sign(id, version(id), null));
        var correction = current.callAs(AUTHOR, () -> desk.correct(id, version(id), "金额有误"));
        var edited = current.callAs(
                AUTHOR, () -> desk.edit(correction.id(), correction.version(), draft("<p>每人每月 1600 元</p>")));
        current.callAs(AUTHOR, () -> desk.submit(edited.id(), edited.version(), ""));
        try (var visitor = signedIn(Duty.SECTION_HEAD)) {
            visitor.open("/desk/publication/review?case=" + edited.id()).countFromHere();
            visitor.click("a[href='#changes']");
            assertThat(visitor.clicks()).isEqualTo(1);
            assertThat(visitor.page().locator("#changes + div del").first().innerText())
                    .contains("1500");
            assertThat(visitor.page().locator("#changes + div ins").first().innerText())
                    .contains("1600");
        }
    }

    @Test
    @DisplayName("不用脚本、三百二十像素也能办")
    void without_script_and_on_a_phone() {
        String session = session(Duty.LIAISON);
        try (var visitor = with(Visitor.withoutScript(site()), session)) {
            visitor.open("/desk/publication/new");
            visitor.type("#f-title", "不用脚本的通知");
            visitor.type("#f-formedOn", "2026-09-01");
            visitor.type("#f-html", "第一段\n第二段");
            visitor.click("button[value=submit]");
            assertThat(visitor.page().content()).contains("不用脚本的通知", "科室审核");
        }
        try (var visitor = with(Visitor.onPhone(site()), session)) {
            visitor.open("/desk/publication");
            assertThat(visitor.overflow()).isZero();
            assertThat(visitor.barriers()).isEmpty();
            visitor.open("/desk/publication/new");
            assertThat(visitor.overflow()).isZero();
        }
    }

    @Test
    @DisplayName("自动保存还没有回来就点了提交：等它回来再提交，不会被当成与同事冲突")
    void a_submission_waits_for_an_autosave_under_way() {
        long id = waiting("<p>自动保存的内容</p>");
        current.callAs(HEAD, () -> desk.returnToAuthor(id, version(id), "请补一句。"));
        try (var visitor = signedIn(Duty.LIAISON)) {
            visitor.open("/desk/publication/" + id + "/edit");
            assertThat(visitor.page().locator(".editor-bar").innerText()).contains("小标题", "编号");
            var held = new AtomicReference<Runnable>();
            visitor.page().route("**/desk/publication/" + id, route -> {
                String sent = route.request().postData();
                if (held.get() == null && sent != null && sent.contains("autosave")) {
                    var stored = route.fetch(); // saved, and the answer still on its way
                    held.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(stored)));
                } else {
                    route.fallback();
                }
            });
            visitor.type("#f-title", "等审的通知（补一句）");
            visitor.page().waitForCondition(() -> held.get() != null);
            visitor.page().locator("button[value=submit]").click();
            assertThat(visitor.page().url()).endsWith("/desk/publication/" + id + "/edit");
            held.get().run();
            visitor.page().waitForURL("**/desk/publication?tab=MINE**");
            assertThat(visitor.page().content()).contains("已提交审核", "等审的通知（补一句）");
        }
    }

    private static Actor with(Duty duty) {
        return new Actor("journey-" + duty.name(), "审核人", BODY, java.util.Set.of(duty), java.util.Set.of(BODY), false);
    }

    private static DisclosureDraft draft(String html) {
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(BODY, "SA-01", "SA"),
                DisclosureDraft.Facts.of("等审的通知", LocalDate.of(2026, 9, 1), DisclosureType.ANNOUNCEMENT),
                html,
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    private long waiting(String html) {
        clock.advance(java.time.Duration.ofSeconds(1));
        var receipt = current.callAs(AUTHOR, () -> desk.draft(draft(html)));
        current.callAs(AUTHOR, () -> desk.submit(receipt.id(), receipt.version(), ""));
        return receipt.id();
    }

    private int version(long id) {
        return current.callAs(
                AUTHOR,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                        .<Integer>execute(status -> context.getBean(JdbcClient.class)
                                .sql("select version from publication.disclosure where id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single()));
    }

    private Visitor signedIn(Duty duty) {
        return with(Visitor.at(site()), session(duty));
    }

    private String session(Duty duty) {
        return staff.signedIn(BODY, duty).session();
    }

    private Visitor with(Visitor visitor, String session) {
        visitor.page().context().addCookies(List.of(new Cookie("SESSION", session).setUrl(site())));
        return visitor;
    }

    private String site() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }
}
