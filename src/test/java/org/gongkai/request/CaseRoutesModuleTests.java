package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("办理路径：由谁办是数据，一个环节也不能省")
class CaseRoutesModuleTests {

    private static final Actor OFFICE = new Actor("route-office", "科员", null, Set.of(Duty.OFFICE), Set.of(), true);

    private static final CaseRoutes.Who LIAISONS = new CaseRoutes.Who(Set.of(Duty.LIAISON), List.of());

    private final TestCases cases;
    private final CaseRoutes routes;
    private final Journal journal;
    private final Staff staff;

    CaseRoutesModuleTests(ApplicationContext context, CaseRoutes routes, Journal journal) {
        this.cases = new TestCases(context);
        this.routes = routes;
        this.journal = journal;
        this.staff = new Staff(context);
    }

    private Object choose(String body, CaseStep step, Set<Duty> duties, String... accounts) {
        return cases.as(OFFICE, () -> {
            routes.choose(body, Map.of(step, new CaseRoutes.Who(duties, List.of(accounts))));
            return true;
        });
    }

    private static Actor person(String login, String body, Duty duty) {
        return new Actor(login, "测试员", body, Set.of(duty), Set.of(body), false);
    }

    @Test
    @DisplayName("窗口不在受理的路径上：流程表准他，路径不准他，说明由谁办；按钮也没有；别的机关照旧")
    void a_duty_off_the_route_is_told_who_acts() {
        var office = cases.office();
        var other = cases.office();
        cases.clock.set(java.time.LocalDate.of(2026, 3, 2));
        choose(office.body(), CaseStep.ACCEPT, Set.of(Duty.LIAISON));
        for (var each : List.of(office, other)) {
            long id = cases.as(
                            each.window(),
                            () -> cases.desk.file(
                                    TestCases.paper(each, FilingChannel.ORDINARY_POST, "2026-03-02", "预算")))
                    .id();
            var view = cases.as(each.window(), () -> cases.requests.find(id));
            if (each == office) {
                cases.refused(
                        "request.route.notOn",
                        () -> cases.act(each.window(), id, RequestAction.CONFIRM, Told.nothing()));
                assertThat(cases.as(each.window(), () -> cases.requests.possible(view)))
                        .doesNotContain(RequestAction.CONFIRM);
                cases.act(each.liaison(), id, RequestAction.CONFIRM, Told.nothing());
            } else {
                assertThat(cases.as(each.window(), () -> cases.requests.possible(view)))
                        .contains(RequestAction.CONFIRM);
                cases.act(each.window(), id, RequestAction.CONFIRM, Told.nothing());
            }
        }
        cases.as(OFFICE, () -> {
            routes.restore(office.body());
            return true;
        });
        assertThat(cases.as(OFFICE, () -> routes.of(office.body()))
                        .get(CaseStep.ACCEPT)
                        .duties())
                .contains(Duty.WINDOW);
    }

    @Test
    @DisplayName("指定了人的，只由这些人办，分办也只能分给他们；他们都不在岗了，有岗位的都可以办")
    void named_people_only_as_long_as_they_are_there() {
        var office = cases.office();
        var named = staff.add(office.body(), Duty.LIAISON);
        var another = staff.add(office.body(), Duty.LIAISON);
        long id = cases.inHand(office, "2026-03-02");
        choose(
                office.body(),
                CaseStep.HANDLE,
                Set.of(Duty.LIAISON, Duty.OFFICE, Duty.WINDOW, Duty.SECTION_HEAD),
                named);
        var search = Told.of("档案室");
        cases.refused(
                "request.route.notOn", () -> cases.act(office.liaison(), id, RequestAction.RECORD_SEARCH, search));
        cases.refused(
                "request.route.notHandler",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.ASSIGN,
                        Told.nothing().party(another)));
        cases.act(person(named, office.body(), Duty.LIAISON), id, RequestAction.RECORD_SEARCH, search);
        cases.sql(() -> cases.jdbc
                .sql("update account.account set enabled = false where login = ?")
                .param(named)
                .update());
        cases.act(office.liaison(), id, RequestAction.RECORD_SEARCH, search);
    }

    @Test
    @DisplayName("指定的人调走了、没有这个岗位了，就是不在岗：账号还在用也不挡别人")
    void presence_is_the_duty_for_this_body_and_not_the_account() {
        var office = cases.office();
        var named = staff.add(office.body(), Duty.LIAISON);
        long id = cases.inHand(office, "2026-03-02");
        choose(office.body(), CaseStep.HANDLE, Set.of(Duty.LIAISON), named);
        var search = Told.of("档案室");
        cases.refused(
                "request.route.notOn", () -> cases.act(office.liaison(), id, RequestAction.RECORD_SEARCH, search));
        become(named, office.body(), Duty.WINDOW);
        cases.act(office.liaison(), id, RequestAction.RECORD_SEARCH, search);
        become(named, cases.office().body(), Duty.LIAISON);
        cases.act(office.liaison(), id, RequestAction.RECORD_SEARCH, search);
        become(named, office.body(), Duty.LIAISON);
        cases.refused(
                "request.route.notOn", () -> cases.act(office.liaison(), id, RequestAction.RECORD_SEARCH, search));
    }

    private void become(String login, String body, Duty duty) {
        cases.sql(() -> {
            cases.jdbc
                    .sql("update account.account set body = ? where login = ?")
                    .params(body, login)
                    .update();
            return cases.jdbc
                    .sql(
                            "update account.account_duty set duty = ? where account = (select id from account.account where login = ?)")
                    .params(duty.name(), login)
                    .update();
        });
    }

    @Test
    @DisplayName("上级机构的联络员、全区的政务公开科，碰得到这个机关，可以指定、可以分办给他；别的机关的不行")
    void colleagues_from_above_can_be_named() {
        var office = cases.office();
        var above = cases.office();
        cases.sql(() -> cases.jdbc
                .sql("update organisation.body set parent = ? where code = ?")
                .params(above.body(), office.body())
                .update());
        cases.changed(office.body());
        var superior = staff.add(above.body(), Duty.LIAISON);
        var district = staff.add(null, Duty.OFFICE);
        var stranger = staff.add(cases.office().body(), Duty.LIAISON);
        choose(office.body(), CaseStep.ASSIGN, Set.of(Duty.LIAISON, Duty.OFFICE), superior, district);
        cases.refused(
                "request.route.unknownPerson",
                () -> choose(office.body(), CaseStep.ASSIGN, Set.of(Duty.LIAISON), superior, stranger));
        cases.as(OFFICE, () -> {
            routes.restore(office.body());
            return true;
        });
        long id = cases.inHand(office, "2026-03-02");
        var given = Told.nothing().party(superior);
        assertThat(cases.act(office.liaison(), id, RequestAction.ASSIGN, given).owner())
                .isEqualTo(superior);
        assertThat(staff.signedIn(office.body(), Duty.LIAISON)
                        .get("/desk/requests/" + id)
                        .body())
                .contains("value=\"" + superior + "\"", "<dd>测试员" + superior + "</dd>")
                .doesNotContain("value=\"" + stranger + "\"");
        cases.refused(
                "request.ownerUnknown",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.ASSIGN,
                        Told.nothing().party(stranger)));
    }

    @Test
    @DisplayName("自己分给自己，也要在承办的路径上")
    void nobody_takes_a_case_off_the_route_for_himself() {
        var office = cases.office();
        var named = staff.add(office.body(), Duty.LIAISON);
        long id = cases.inHand(office, "2026-03-02");
        choose(office.body(), CaseStep.HANDLE, Set.of(Duty.LIAISON), named);
        cases.refused(
                "request.route.notHandler",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.ASSIGN,
                        Told.nothing().party(office.liaison().account())));
    }

    @Test
    @DisplayName("指定的人合起来办不了这个环节的每一件事，拒绝：勾了的岗位不算，看他们真有的")
    void the_people_named_must_be_able_to_do_it_all() {
        var office = cases.office();
        var window = staff.add(office.body(), Duty.WINDOW);
        var handling = Set.of(Duty.LIAISON, Duty.WINDOW, Duty.SECTION_HEAD, Duty.OFFICE);
        cases.refused("request.route.unmannedByThese", () -> choose(office.body(), CaseStep.HANDLE, handling, window));
        choose(office.body(), CaseStep.HANDLE, handling, window, staff.add(office.body(), Duty.LIAISON));
    }

    @Test
    @DisplayName("两个人同时改一个机关的路径：后来的 409，填的还在；留痕写明改前改后；名录里没有的机构 404")
    void one_at_a_time_and_traced() throws Exception {
        var office = cases.office();
        choose(office.body(), CaseStep.ACCEPT, Set.of(Duty.LIAISON));
        try (var other = Executors.newSingleThreadExecutor()) {
            cases.as(
                    OFFICE,
                    () -> cases.transaction.execute(status -> {
                        routes.choose(office.body(), Map.of(CaseStep.ACCEPT, LIAISONS));
                        assertThatThrownBy(() -> other.submit(
                                                () -> choose(office.body(), CaseStep.ACCEPT, Set.of(Duty.LIAISON)))
                                        .get())
                                .cause()
                                .isInstanceOfSatisfying(
                                        Refused.class,
                                        refused ->
                                                assertThat(refused.isConflict()).isTrue());
                        return true;
                    }));
        }
        assertThat(cases.sql(() -> journal.of("caseRoute", office.body())))
                .first()
                .satisfies(line -> assertThat(line.details()).contains("before", "after", "LIAISON"));

        var browser = staff.signedIn(null, Duty.OFFICE);
        var stale =
                browser.post("/desk/requests/routes", "body", office.body(), "seen", "0", "duties-ACCEPT", "LIAISON");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("刚刚有人改过");
        cases.as(OFFICE, () -> cases.refused("request.route.unknownBody", () -> routes.show("NOBODY")));
    }

    @Test
    @DisplayName("没有人办得了的、表里不准的、不认识的人、不认识的机构、不是政务公开科的，都拒绝")
    void what_is_no_route() {
        var office = cases.office();
        cases.refused("request.route.unmanned", () -> choose(office.body(), CaseStep.HANDLE, Set.of(Duty.WINDOW)));
        cases.refused("request.route.unmanned", () -> choose(office.body(), CaseStep.SIGN, Set.of(Duty.LIAISON)));
        cases.refused("request.route.unmanned", () -> choose(office.body(), CaseStep.SECRECY, Set.of()));
        cases.refused(
                "request.route.unknownPerson",
                () -> choose(office.body(), CaseStep.SIGN, Set.of(Duty.SIGNER), "nobody-at-all"));
        cases.refused("request.route.unknownBody", () -> choose("NOBODY", CaseStep.SIGN, Set.of(Duty.SIGNER)));
        cases.refused(
                "request.route.notYourDuty",
                () -> cases.as(office.head(), () -> {
                    routes.restore(office.body());
                    return true;
                }));
    }

    @Test
    @DisplayName("页面：打开一个机关，勾岗位、写账号、保存；没有勾的说明原因，填的还在；联络员打不开")
    void on_the_page() {
        var body = cases.office().body();
        var signer = staff.add(body, Duty.SIGNER);
        var browser = staff.signedIn(null, Duty.OFFICE);
        assertThat(browser.get("/desk/requests/routes?body=" + body).body()).contains("保密审查", "只由这些人办");
        var refused =
                browser.post("/desk/requests/routes", "body", body, "duties-SIGN", "SIGNER", "accounts-SIGN", signer);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("有的事没有岗位能办", "value=\"" + signer + "\"");
        var saved = browser.post(
                "/desk/requests/routes",
                "body",
                body,
                "duties-ACCEPT",
                "LIAISON",
                "duties-ASSIGN",
                "OFFICE",
                "duties-HANDLE",
                "LIAISON",
                "duties-REVIEW",
                "SECTION_HEAD",
                "duties-SECRECY",
                "SECRECY_REVIEWER",
                "duties-SIGN",
                "SIGNER",
                "accounts-SIGN",
                signer,
                "duties-DELIVER",
                "WINDOW",
                "duties-ARCHIVE",
                "LIAISON");
        assertThat(saved.statusCode()).isEqualTo(302);
        var route = cases.as(OFFICE, () -> routes.of(body));
        assertThat(route.get(CaseStep.SIGN).accounts()).containsExactly(signer);
        assertThat(route.get(CaseStep.DELIVER).duties()).containsExactly(Duty.WINDOW);
        assertThat(browser.get("/desk/requests/routes").body()).contains("自己定了路径的", body + "局");
        browser.post("/desk/requests/routes/restore", "body", body);
        assertThat(cases.as(OFFICE, routes::bodiesWithOwn)).doesNotContain(body);
        assertThat(staff.signedIn(body, Duty.LIAISON)
                        .get("/desk/requests/routes")
                        .statusCode())
                .isEqualTo(403);
    }
}
