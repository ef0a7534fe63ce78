package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@GongkaiTest
@DisplayName("签发设置（R-SEC-01）：一个机构一条路径，保密审查省不掉；同一张空白稿只成一条")
class SignOffRoutesTests {

    private static final String BODY = "ROUTE-BODY";
    private static final Actor OFFICE = new Actor("route-office", "科员", null, Set.of(Duty.OFFICE), Set.of(), true);
    private static final Actor AUTHOR =
            new Actor("route-author", "拟稿人", BODY, Set.of(Duty.LIAISON), Set.of(BODY), false);

    private final SignOffRoutes routes;
    private final PublicationDesk desk;
    private final CurrentActor current;
    private final Staff staff;

    SignOffRoutesTests(
            SignOffRoutes routes,
            PublicationDesk desk,
            CurrentActor current,
            ApplicationContext context,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY);
        this.routes = routes;
        this.desk = desk;
        this.current = current;
        this.staff = new Staff(context);
    }

    @Test
    @DisplayName("给一个机构不设科室审核，提交后直接到保密审查；改回默认又要过科室")
    void a_body_with_a_route_of_its_own() {
        current.runAs(OFFICE, () -> routes.choose(BODY, SignOffRoutes.Route.WITHOUT_SECTION));
        assertThat(submitted()).isEqualTo(EditionState.SECRECY_REVIEW);
        current.runAs(OFFICE, () -> routes.choose(BODY, null));
        assertThat(submitted()).isEqualTo(EditionState.SECTION_REVIEW);
    }

    @Test
    @DisplayName("默认路径不能去掉，名录外的机构不能设，联络员不能设")
    void refusals() {
        current.runAs(OFFICE, () -> {
            assertThatThrownBy(() -> routes.choose(SignOffRoutes.EVERYBODY, null))
                    .isInstanceOfSatisfying(Refused.class, no -> assertKey(no, "publication.route.defaultNeeded"));
            assertThatThrownBy(() -> routes.choose("NOBODY-AT-ALL", SignOffRoutes.Route.WITH_SECTION))
                    .isInstanceOfSatisfying(Refused.class, no -> assertKey(no, "publication.route.unknownBody"));
            assertThatThrownBy(() -> routes.replaceReasons(List.of("  ", "")))
                    .isInstanceOfSatisfying(Refused.class, no -> assertKey(no, "publication.reasons.form"));
        });
        current.runAs(
                AUTHOR,
                () -> assertThatThrownBy(() -> routes.choose(BODY, null))
                        .isInstanceOfSatisfying(Refused.class, no -> assertKey(no, "publication.route.notYourDuty")));
    }

    @Test
    @DisplayName("送来一个不认识的路径：400，已有的那一条不动")
    void an_unknown_route_deletes_nothing() {
        current.runAs(OFFICE, () -> routes.choose(BODY, SignOffRoutes.Route.WITHOUT_SECTION));
        var office = staff.signedIn(null, Duty.OFFICE);
        office.get("/desk/routes");
        assertThat(office.post("/desk/routes", "body", BODY, "route", "SIGN_ONLY")
                        .statusCode())
                .isEqualTo(400);
        assertThat(current.callAs(OFFICE, routes::all)).containsEntry(BODY, SignOffRoutes.Route.WITHOUT_SECTION);
        assertThat(office.post("/desk/routes", "body", BODY, "route", "").statusCode())
                .isEqualTo(302);
        assertThat(current.callAs(OFFICE, routes::all)).doesNotContainKey(BODY);
    }

    @Test
    @DisplayName("退回理由换一遍，次序照旧，空行和重复的不要")
    void reasons_are_replaced() {
        List<String> before = current.callAs(OFFICE, routes::reasons);
        try {
            current.runAs(OFFICE, () -> routes.replaceReasons(List.of("落款日期不对。", "", "附件打不开。", "落款日期不对。")));
            assertThat(current.callAs(OFFICE, routes::reasons)).containsExactly("落款日期不对。", "附件打不开。");
        } finally {
            current.runAs(OFFICE, () -> routes.replaceReasons(before));
        }
    }

    @Test
    @DisplayName("同一张空白稿送来两次是同一条，第二次的内容算数；提交以后再来就谢绝")
    void one_sheet_is_one_draft() {
        String once = "desk-00000000-0000-4000-8000-0000000000aa";
        var first = current.callAs(AUTHOR, () -> desk.draftOnce(draft("第一次"), once));
        var second = current.callAs(AUTHOR, () -> desk.draftOnce(draft("第二次"), once));
        assertThat(second.id()).isEqualTo(first.id());
        current.callAs(AUTHOR, () -> desk.submit(second.id(), second.version(), ""));
        current.runAs(
                AUTHOR,
                () -> assertThatThrownBy(() -> desk.draftOnce(draft("第三次"), once))
                        .isInstanceOfSatisfying(Refused.class, no -> assertKey(no, "publication.draftedAlready")));
    }

    private EditionState submitted() {
        return current.callAs(AUTHOR, () -> {
            var receipt = desk.draft(draft("路径上的一条"));
            return desk.submit(receipt.id(), receipt.version(), "").state();
        });
    }

    private static DisclosureDraft draft(String title) {
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(BODY, "SA-01", "SA"),
                DisclosureDraft.Facts.of(title, LocalDate.of(2026, 9, 1), DisclosureType.ANNOUNCEMENT),
                "<p>正文</p>",
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    private static void assertKey(Refused no, String key) {
        assertThat(no.refusal().messageKey()).isEqualTo(key);
    }
}
