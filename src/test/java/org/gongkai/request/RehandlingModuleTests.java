package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.law.LegalBasis;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("责令重新答复：另起一轮")
class RehandlingModuleTests {

    private static final String CASE = "测复〔2026〕7号";

    private final TestCases cases;
    private final RequestLedger ledger;
    private final Journal journal;
    private final Staff staff;

    RehandlingModuleTests(ApplicationContext context, RequestLedger ledger, Journal journal) {
        this.cases = new TestCases(context);
        this.ledger = ledger;
        this.journal = journal;
        this.staff = new Staff(context);
    }

    /** Refused too late, then quashed. */
    private long quashed(TestCases.Office office) {
        long id = cases.inHand(office, "2026-03-02");
        cases.clock.set(LocalDate.of(2026, 4, 10));
        cases.reply(office, id, Told.of("内部事务").reply(ReplyKind.NOT_RESPONSIBLE));
        cases.clock.set(LocalDate.of(2026, 6, 8));
        remedy(office, id, RemedyResult.CORRECTED);
        return id;
    }

    private void remedy(TestCases.Office office, long id, RemedyResult result) {
        cases.act(
                office.liaison(),
                id,
                RequestAction.RECORD_REMEDY,
                Told.nothing().remedy(RemedyKind.RECONSIDERATION, result, CASE));
    }

    private RequestLine second(TestCases.Office office, long id) {
        return cases.as(office.liaison(), () -> cases.requests.rounds(cases.requests.find(id)))
                .getLast();
    }

    private RequestView view(TestCases.Office office, long id) {
        return cases.as(office.liaison(), () -> cases.requests.find(id));
    }

    @Test
    @DisplayName("没有定期限的，自收到决定之日起二十个工作日；前一轮原样不动，逾期还在；年报是一件一个答复")
    void a_round_of_its_own() {
        var office = cases.office();
        long id = quashed(office);
        var before = view(office, id);
        assertThat(before.late()).isTrue();
        cases.act(office.liaison(), id, RequestAction.REHANDLE, Told.nothing().reference(CASE));

        var former = view(office, id);
        assertThat(List.of(former.state(), former.endedOn(), former.receivedOn(), former.late(), former.reply()))
                .isEqualTo(List.of(before.state(), before.endedOn(), before.receivedOn(), true, before.reply()));
        assertThat(cases.as(office.liaison(), () -> cases.requests.alerts(id)))
                .extracting(Alert::kind)
                .contains(AlertKind.OVERDUE);
        var round = view(office, second(office, id).id());
        assertThat(round.reference()).isEqualTo(before.reference() + "-R2");
        assertThat(round.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(round.receivedOn()).isEqualTo("2026-06-08");
        assertThat(round.dueOn()).as("端午节放假一天").isEqualTo("2026-07-07");
        assertThat(round.owner()).isEqualTo(before.owner());
        assertThat(round.late()).isFalse();

        cases.act(
                office.liaison(),
                round.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.clock.set(LocalDate.of(2027, 1, 5));
        var again = cases.reply(office, round.id(), Told.of("予以公开").reply(ReplyKind.GRANTED));
        assertThat(again.late()).as("新一轮也会逾期").isTrue();
        for (int year : new int[] {2026, 2027}) {
            assertThat(cases.sql(() -> ledger.cases(List.of(office.body()), year)))
                    .as("%d 年", year)
                    .extracting(CountedRequest::reference)
                    .isEqualTo(year == 2026 ? List.of(before.reference()) : List.of());
        }
        assertThat(cases.sql(() -> ledger.cases(List.of(office.body()), 2026)))
                .singleElement()
                .satisfies(one -> assertThat(one.row()).isEqualTo("C4.1"));
        assertThat(cases.sql(() -> ledger.remedies(List.of(office.body()), 2026)))
                .singleElement()
                .satisfies(one -> assertThat(one.result()).isEqualTo(RemedyResult.CORRECTED));
    }

    @Test
    @DisplayName("决定书定了期限的以它为准：到哪一天、几个工作日都行；机关不能自己延长、停下")
    void the_period_of_the_decision_rules() {
        var office = cases.office();
        long until = quashed(office);
        cases.act(
                office.liaison(),
                until,
                RequestAction.REHANDLE,
                Told.nothing().reference(CASE).until(LocalDate.parse("2026-06-28")));
        long one = second(office, until).id();
        assertThat(view(office, one).dueOn()).as("星期日也是最后一日，决定书怎样写就怎样算").isEqualTo("2026-06-28");
        assertThat(cases.as(office.liaison(), () -> cases.requests.clock(cases.requests.find(one)))
                        .days())
                .hasSize(21)
                .extracting(ClockDay::why)
                .containsOnlyOnce(ClockDay.Why.START)
                .contains(ClockDay.Why.ORDERED);
        cases.act(
                office.liaison(),
                one,
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.refused(
                "request.orderedPeriod",
                () -> cases.act(
                        office.head(), one, RequestAction.EXTEND, Told.of("来不及").days(10)));
        cases.refused(
                "request.orderedPeriod",
                () -> cases.act(
                        office.liaison(),
                        one,
                        RequestAction.ASK_CORRECTION,
                        Told.of("请写明").until(LocalDate.parse("2026-07-01"))));

        long days = quashed(office);
        cases.act(
                office.liaison(),
                days,
                RequestAction.REHANDLE,
                Told.nothing().reference(CASE).days(10));
        assertThat(view(office, second(office, days).id()).dueOn())
                .as("六月十九日端午节放假")
                .isEqualTo("2026-06-23");
    }

    @Test
    @DisplayName("没有登记结果纠正的不能另起；一份决定只起一轮；之后的又一轮在最近一轮上起")
    void only_what_was_ordered() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.reply(office, id, Told.of("内部事务").reply(ReplyKind.NOT_RESPONSIBLE));
        var order = Told.nothing().reference(CASE);
        cases.refused(
                "request.remedyNotCorrected", () -> cases.act(office.liaison(), id, RequestAction.REHANDLE, order));
        remedy(office, id, RemedyResult.UPHELD);
        cases.refused(
                "request.remedyNotCorrected", () -> cases.act(office.liaison(), id, RequestAction.REHANDLE, order));
        remedy(office, id, RemedyResult.CORRECTED);
        cases.refused(
                "request.orderPeriod",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.REHANDLE,
                        Told.nothing().reference(CASE).until(LocalDate.parse("2026-03-01"))));
        cases.act(office.liaison(), id, RequestAction.REHANDLE, order);
        cases.refused("request.rehandledAlready", () -> cases.act(office.liaison(), id, RequestAction.REHANDLE, order));
        cases.act(
                office.liaison(),
                id,
                RequestAction.RECORD_REMEDY,
                Told.nothing().remedy(RemedyKind.DIRECT_LITIGATION, RemedyResult.CORRECTED, "另一案"));
        cases.refused(
                "request.rehandleLatest",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.REHANDLE,
                        Told.nothing().reference("另一案")));
        cases.refused(
                "workflow.notYourDuty",
                () -> cases.act(
                        office.signer(),
                        id,
                        RequestAction.REHANDLE,
                        Told.nothing().reference("再一案")));
        assertThat(cases.as(office.liaison(), () -> cases.requests.rounds(cases.requests.find(id))))
                .hasSize(2);
    }

    @Test
    @DisplayName("申请人凭原来的查询码看得到新的一轮；经办人在页面上另起、从一轮点到另一轮")
    void both_sides_see_the_round() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 2));
        var filed = cases.applicants.file(
                TestCases.application(office, FilingChannel.ONLINE, null, TestCases.person("甲某", "测试证件二"), "补贴标准"));
        cases.act(office.liaison(), filed.id(), RequestAction.CONFIRM, Told.nothing());
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.reply(office, filed.id(), Told.of("不掌握").reply(ReplyKind.NOT_RESPONSIBLE));
        remedy(office, filed.id(), RemedyResult.CORRECTED);
        var liaison = staff.signedIn(office.body(), Duty.LIAISON);
        var path = "/desk/requests/" + filed.id();
        assertThat(liaison.get(path).body()).contains("责令重新答复，另起一轮", "收到决定、判决之日", "value=\"" + CASE + "\"");
        assertThat(liaison.post(path + "/rehandle", "reference", CASE, "until", "", "days", "", "on", "2026-03-02")
                        .statusCode())
                .isEqualTo(302);
        var round = second(office, filed.id());
        assertThat(liaison.get(path).body()).contains("各轮分别计期", "/desk/requests/" + round.id() + "\"");

        var seen = cases.applicants.look(filed.code());
        assertThat(seen.state()).isEqualTo(RequestState.REPLIED);
        assertThat(seen.parts()).extracting(ApplicantView.Part::reference).containsExactly(round.reference());
        var opened = cases.applicants.look(filed.code(), round.reference());
        assertThat(opened.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(opened.possible()).isEqualTo(List.copyOf(Set.of(RequestAction.WITHDRAW)));
    }

    @Test
    @DisplayName("各轮是同一件：不能说是前一轮的重复、并到前一轮；也不列为同一申请人的另一件")
    void the_rounds_are_one_application() {
        var office = cases.office();
        long id = quashed(office);
        cases.act(office.liaison(), id, RequestAction.REHANDLE, Told.nothing().reference(CASE));
        long round = second(office, id).id();
        assertThat(cases.as(office.liaison(), () -> cases.requests.ofSameApplicant(round)))
                .isEmpty();
        cases.refused(
                "request.relatedOfAnother",
                () -> cases.act(
                        office.liaison(),
                        round,
                        RequestAction.MERGE,
                        Told.nothing().related(id)));
        handOver(office, round);
        cases.refused(
                "request.relatedOfAnother",
                () -> cases.act(
                        office.liaison(),
                        round,
                        RequestAction.DRAFT_REPLY,
                        Told.of("与前一件重复").reply(ReplyKind.REPEATED).related(id)));
        var page = staff.signedIn(office.body(), Duty.LIAISON)
                .get("/desk/requests/" + round)
                .body();
        assertThat(page).contains("/draft-reply\"").doesNotContain("<option value=\"" + id + "\"");
    }

    private void handOver(TestCases.Office office, long round) {
        cases.act(
                office.liaison(),
                round,
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
    }

    @Test
    @DisplayName("重新办理的一轮不拆分、不并到别件里，按钮也没有")
    void a_round_stays_whole() {
        var office = cases.office();
        long other = cases.inHand(office, "2026-03-02", "另一份材料");
        long id = quashed(office);
        cases.act(office.liaison(), id, RequestAction.REHANDLE, Told.nothing().reference(CASE));
        long round = second(office, id).id();
        cases.refused(
                "request.roundStaysWhole",
                () -> cases.act(office.liaison(), round, RequestAction.SPLIT, Told.of("标准\n名册")));
        cases.refused(
                "request.roundStaysWhole",
                () -> cases.act(
                        office.liaison(),
                        round,
                        RequestAction.MERGE,
                        Told.nothing().related(other)));
        var page = staff.signedIn(office.body(), Duty.LIAISON)
                .get("/desk/requests/" + round)
                .body();
        assertThat(page).contains("/assign\"").doesNotContain("/split\"", "/merge\"");
    }

    @Test
    @DisplayName("没有要执行的决定，页面上不摆“另起一轮”；摆出来也不自己打开")
    void a_new_round_is_offered_only_when_ordered() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.act(office.liaison(), id, RequestAction.RECORD_WITHDRAWAL, Told.of("来电撤回"));
        var liaison = staff.signedIn(office.body(), Duty.LIAISON);
        var path = "/desk/requests/" + id;
        assertThat(liaison.get(path).body()).contains("/archive\"").doesNotContain("/rehandle\"");
        remedy(office, id, RemedyResult.PENDING);
        assertThat(liaison.get(path).body()).doesNotContain("/rehandle\"");
        remedy(office, id, RemedyResult.CORRECTED);
        assertThat(opened(liaison.get(path).body())).isEqualTo("归档");
        assertThat(liaison.get(path).body()).contains("/rehandle\"");
        cases.act(office.liaison(), id, RequestAction.REHANDLE, Told.nothing().reference(CASE));
        assertThat(liaison.get(path).body()).doesNotContain("/rehandle\"");
    }

    private static String opened(String page) {
        var found = Pattern.compile("<details class=\"card\" open[^>]*>\\s*<summary>([^<]+)<")
                .matcher(page);
        return found.find() ? found.group(1) : "";
    }

    @Test
    @DisplayName("奉判决重新办理的，依据是行政诉讼法第七十条，不是行政复议法")
    void a_judgment_is_not_a_reconsideration() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.reply(office, id, Told.of("内部事务").reply(ReplyKind.NOT_RESPONSIBLE));
        cases.act(
                office.liaison(),
                id,
                RequestAction.RECORD_REMEDY,
                Told.nothing().remedy(RemedyKind.DIRECT_LITIGATION, RemedyResult.CORRECTED, "测行初 3 号"));
        cases.act(
                office.liaison(),
                id,
                RequestAction.REHANDLE,
                Told.nothing().reference("测行初 3 号").days(10));
        long round = second(office, id).id();
        assertThat(basis(id, "request.rehandle")).containsExactly("LIT-70");
        assertThat(basis(round, "request.receive-order")).containsExactly("LIT-70");
        handOver(office, round);
        assertThatThrownBy(() -> cases.act(
                        office.head(),
                        round,
                        RequestAction.EXTEND,
                        Told.of("来不及").days(10)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().basis()).isEqualTo(LegalBasis.of("LIT-70")));
        assertThat(cases.sql(() -> ledger.remedies(List.of(office.body()), 2026)))
                .as("另起一轮不多算一次诉讼")
                .hasSize(1);
    }

    private List<String> basis(long id, String act) {
        return cases.sql(() -> journal.of("request", String.valueOf(id))).stream()
                .filter(line -> line.act().equals(act))
                .flatMap(line -> line.basis().stream())
                .toList();
    }

    @Test
    @DisplayName("不得以同一的事实和理由作出与被撤销的相同的答复；空格、标点不同的也算相同；写明理由的可以")
    void the_annulled_reply_is_not_given_again() {
        var office = cases.office();
        long id = quashed(office);
        cases.act(office.liaison(), id, RequestAction.REHANDLE, Told.nothing().reference(CASE));
        long round = second(office, id).id();
        handOver(office, round);
        cases.refused(
                "request.sameAsAnnulled",
                () -> cases.act(
                        office.liaison(),
                        round,
                        RequestAction.DRAFT_REPLY,
                        Told.of("内部事务。").reply(ReplyKind.NOT_RESPONSIBLE)));
        assertThat(cases.act(
                                office.liaison(),
                                round,
                                RequestAction.DRAFT_REPLY,
                                Told.of("原答复因违反法定程序被撤销，程序已经补正；内部事务。").reply(ReplyKind.NOT_RESPONSIBLE))
                        .state())
                .isEqualTo(RequestState.REVIEW);
    }
}
