package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.journal.Journal;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

@GongkaiTest
@DisplayName("依申请公开：登记、办理、规则")
class RequestDeskModuleTests {

    private final TestCases cases;
    private final RequestLedger ledger;
    private final Journal journal;

    RequestDeskModuleTests(ApplicationContext context, RequestLedger ledger, Journal journal) {
        this.cases = new TestCases(context);
        this.ledger = ledger;
        this.journal = journal;
    }

    @Test
    @DisplayName("当面提交的当场就收到；平常信函等确认；受理号每个机关每年连续")
    void receipt_follows_the_channel() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 3));
        var counter = cases.as(
                office.window(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.COUNTER, "2026-03-02", "一")));
        var letter = cases.as(
                office.window(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.ORDINARY_POST, "2026-03-02", "二")));

        assertThat(counter.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(letter.state()).isEqualTo(RequestState.FILED);
        assertThat(List.of(counter.reference(), letter.reference()))
                .containsExactly(office.body() + "-2026-00001", office.body() + "-2026-00002");
        assertThat(view(office, counter.id()).dueOn()).isEqualTo("2026-03-30");
        assertThat(view(office, letter.id()).dueOn()).isNull();
        assertThat(cases.act(office.liaison(), letter.id(), RequestAction.CONFIRM, Told.nothing())
                        .dueOn())
                .isEqualTo("2026-03-31");
    }

    @Test
    @DisplayName("补正：一次、七个工作日之内、写明期限；之后重新起算（R-REQ-16、R-REQ-17）")
    void correction_is_asked_once_and_in_time() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.refused(
                "request.correctionPeriod",
                () -> cases.act(office.liaison(), id, RequestAction.ASK_CORRECTION, Told.of("请写明是哪个小区")));
        cases.clock.set(LocalDate.of(2026, 3, 12));
        cases.refused(
                "request.correctionTooLate",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.ASK_CORRECTION,
                        Told.of("请写明是哪个小区").until(LocalDate.parse("2026-04-01"))));
        cases.clock.set(LocalDate.of(2026, 3, 11));
        var asked = cases.act(
                office.liaison(),
                id,
                RequestAction.ASK_CORRECTION,
                Told.of("请写明是哪个小区").until(LocalDate.parse("2026-04-01")));
        assertThat(asked.standing()).isEqualTo(RequestClock.Standing.AWAITING_CORRECTION);
        assertThat(asked.dueOn()).isNull();
        cases.refused(
                "request.notAbandonedYet",
                () -> cases.act(office.liaison(), id, RequestAction.ABANDON, Told.nothing()));

        cases.clock.set(LocalDate.of(2026, 3, 18));
        var corrected = cases.act(office.window(), id, RequestAction.RECORD_CORRECTION, Told.of("测试一村"));
        assertThat(corrected.dueOn()).isEqualTo("2026-04-16");
        cases.refused(
                "request.correctionOnce",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.ASK_CORRECTION,
                        Told.of("再补").until(LocalDate.parse("2026-05-01"))));
    }

    private List<String> lastBasis(long id) {
        return cases.sql(() -> journal.of("request", String.valueOf(id)))
                .getFirst()
                .basis();
    }

    @Test
    @DisplayName("逾期以后不能再延迟答复：迟了就是迟了（R-REQ-20）")
    void what_is_late_cannot_be_deferred() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02", "反复申请的同一事项");
        cases.act(office.liaison(), id, RequestAction.ASK_REASONS, Told.of("请说明理由"));
        cases.act(
                office.liaison(),
                id,
                RequestAction.RECORD_REASONS,
                Told.of("理由成立").sound(true));
        cases.clock.set(LocalDate.of(2026, 5, 20));
        cases.refused(
                "request.deferTooLate",
                () -> cases.act(
                        office.head(), id, RequestAction.DEFER, Told.of("查找量大").until(LocalDate.parse("2026-06-30"))));
    }

    @Test
    @DisplayName("逾期不补正、不缴费，期满之后才能终止，计入其他处理的两行（R-REP-16、R-REP-17）")
    void an_abandoned_case_lands_in_its_row() {
        var office = cases.office();
        long unclear = cases.inHand(office, "2026-03-02", "一");
        long unpaid = cases.inHand(office, "2026-03-02", "二");
        cases.act(
                office.liaison(),
                unclear,
                RequestAction.ASK_CORRECTION,
                Told.of("请写明").until(LocalDate.parse("2026-03-20")));
        cases.refused(
                "request.feeFree",
                () -> cases.act(
                        office.head(),
                        unpaid,
                        RequestAction.NOTICE_FEE,
                        Told.nothing().fee(FeeBasis.PAGES, 30)));
        cases.act(
                office.head(), unpaid, RequestAction.NOTICE_FEE, Told.nothing().fee(FeeBasis.PAGES, 68));

        cases.clock.set(LocalDate.of(2026, 4, 2));
        cases.refused(
                "request.notAbandonedYet",
                () -> cases.act(office.liaison(), unclear, RequestAction.ABANDON, "2026-03-20", Told.nothing()));
        assertThat(cases.act(office.liaison(), unclear, RequestAction.ABANDON, Told.nothing())
                        .reply())
                .isEqualTo(ReplyKind.NOT_CORRECTED);
        assertThat(cases.act(office.liaison(), unpaid, RequestAction.ABANDON, Told.nothing())
                        .reply())
                .isEqualTo(ReplyKind.NOT_PAID);
        assertThat(lastBasis(unclear)).containsExactly("OGI-30");
        assertThat(lastBasis(unpaid)).containsExactly("FEE109-6");
        assertThat(counted(office, 2026)).extracting(CountedRequest::row).containsExactly("C6.1", "C6.2");
        assertThat(cases.sql(() -> ledger.fees(List.of(office.body()), 2026)))
                .singleElement()
                .satisfies(fee -> {
                    assertThat(fee.yuan()).isEqualTo(380);
                    assertThat(fee.paidOn()).isNull();
                });
    }

    @Test
    @DisplayName("征求意见没有到期不能答复；第三方合理拒绝的，先告知再公开（R-REQ-13）")
    void a_reply_waits_for_the_third_party() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.clock.set(LocalDate.of(2026, 3, 10));
        cases.act(
                office.liaison(),
                id,
                RequestAction.CONSULT,
                Told.of("是否同意公开").party("乙公司").consulted(ConsultedParty.THIRD_PARTY));
        var granted = Told.of("予以公开").reply(ReplyKind.GRANTED);
        cases.refused(
                "request.stillConsulting", () -> cases.act(office.liaison(), id, RequestAction.DRAFT_REPLY, granted));
        cases.clock.set(LocalDate.of(2026, 3, 26));
        var answered = cases.act(
                office.liaison(),
                id,
                RequestAction.RECORD_OPINION,
                Told.nothing().letter(3).opinion(Opinion.REFUSED_REASONABLY));
        assertThat(answered.dueOn()).isEqualTo("2026-04-16");
        cases.refused(
                "request.thirdPartyRefused", () -> cases.act(office.liaison(), id, RequestAction.DRAFT_REPLY, granted));
        cases.act(
                office.liaison(),
                id,
                RequestAction.INFORM_THIRD_PARTY,
                Told.of("公共利益重大").letter(3));

        assertThat(cases.act(office.liaison(), id, RequestAction.DRAFT_REPLY, granted)
                        .state())
                .isEqualTo(RequestState.REVIEW);
    }

    @Test
    @DisplayName("延期：一次、一到二十个工作日、第一个期限届满之前、负责人同意（R-REQ-11）")
    void one_extension_before_the_first_period_ends() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-09-24");
        cases.refused(
                "workflow.notYourDuty",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.EXTEND,
                        Told.of("情况复杂").days(20)));
        cases.refused(
                "request.extensionDays",
                () -> cases.act(
                        office.head(), id, RequestAction.EXTEND, Told.of("情况复杂").days(21)));
        cases.clock.set(LocalDate.of(2026, 10, 30));
        cases.refused(
                "request.extensionTooLate",
                () -> cases.act(
                        office.head(), id, RequestAction.EXTEND, Told.of("情况复杂").days(20)));
        cases.clock.set(LocalDate.of(2026, 10, 29));
        assertThat(cases.act(
                                office.head(),
                                id,
                                RequestAction.EXTEND,
                                Told.of("情况复杂").days(20))
                        .dueOn())
                .isEqualTo("2026-11-26");
        cases.refused(
                "request.extensionOnce",
                () -> cases.act(
                        office.head(), id, RequestAction.EXTEND, Told.of("再延").days(1)));
    }

    @Test
    @DisplayName("答复各有前提：不存在要检索过，仍不明确要补正过，不予处理要认定过理由，第三方要征求过")
    void each_reply_has_its_presuppositions() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        refusedReply(office, id, "request.searchMissing", Told.of("没有").reply(ReplyKind.NOT_FOUND));
        refusedReply(office, id, "request.neverCorrected", Told.of("不明").reply(ReplyKind.STILL_UNCLEAR));
        refusedReply(office, id, "request.reasonsNotJudged", Told.of("过多").reply(ReplyKind.EXCESSIVE));
        refusedReply(office, id, "request.groundMissing", Told.of("不公开").reply(ReplyKind.WITHHELD));
        refusedReply(
                office,
                id,
                "request.thirdPartyNotAsked",
                Told.of("不公开").reply(ReplyKind.WITHHELD).ground(NonDisclosureGround.THIRD_PARTY));
        refusedReply(
                office,
                id,
                "request.queryMatterIsNoRefusal",
                Told.of("不公开").reply(ReplyKind.WITHHELD).ground(NonDisclosureGround.QUERY_MATTER));
        refusedReply(office, id, "request.relatedMissing", Told.of("重复").reply(ReplyKind.REPEATED));
        refusedReply(office, id, "request.replyMissing", Told.of("终止").reply(ReplyKind.NOT_PAID));
        refusedReply(office, id, "request.wordsMissing", Told.nothing().reply(ReplyKind.GRANTED));
    }

    private void refusedReply(TestCases.Office office, long id, String key, Told reply) {
        cases.refused(key, () -> cases.act(office.liaison(), id, RequestAction.DRAFT_REPLY, reply));
    }

    @Test
    @DisplayName("T-REQ-14 交邮之日判断是否按期，签收再晚也按期；邮寄要有邮件号（R-REQ-21）")
    void posting_decides() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-09-24");
        cases.clock.set(LocalDate.of(2026, 10, 29));
        cases.sign(office, id, Told.of("予以公开").reply(ReplyKind.GRANTED));
        cases.refused(
                "request.postNumberMissing",
                () -> cases.act(
                        office.liaison(),
                        id,
                        RequestAction.DISPATCH,
                        Told.nothing().manner(ServiceManner.POST, "")));
        cases.act(office.liaison(), id, RequestAction.DISPATCH, Told.nothing().manner(ServiceManner.POST, "1100"));
        cases.clock.set(LocalDate.of(2026, 11, 2));
        var served = cases.act(office.liaison(), id, RequestAction.RECORD_SERVICE, Told.nothing());

        assertThat(served.late()).isFalse();
        assertThat(served.endedOn()).isEqualTo("2026-10-29");
        assertThat(counted(office, 2026)).extracting(CountedRequest::row).containsExactly("C1");
    }

    @Test
    @DisplayName("一事一申请：各项另立一件，收到之日不变，原件不计；凭原来的查询码看得到各件")
    void each_matter_is_a_case_of_its_own() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 2));
        var filed = cases.as(
                office.liaison(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.COUNTER, "2026-03-02", "两件事")));
        cases.clock.set(LocalDate.of(2026, 3, 4));
        cases.refused(
                "request.splitParts",
                () -> cases.act(office.liaison(), filed.id(), RequestAction.SPLIT, Told.of("只有一项")));
        cases.act(office.liaison(), filed.id(), RequestAction.SPLIT, Told.of("补贴标准\n补贴名单"));

        var counted = counted(office, 2026);
        assertThat(counted)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.receivedOn()).isEqualTo("2026-03-02"));
        var seen = cases.applicants.look(filed.code());
        assertThat(seen.state()).isEqualTo(RequestState.DIVIDED);
        assertThat(seen.parts()).extracting(ApplicantView.Part::reference).hasSize(2);
        var withdrawn = cases.applicants.perform(
                filed.code(), seen.parts().getFirst().reference(), RequestAction.WITHDRAW, Particulars.NONE);
        assertThat(withdrawn.state()).isEqualTo(RequestState.CLOSED);
        assertThat(counted(office, 2026)).extracting(CountedRequest::row).containsExactly("C6.3", null);
    }

    @Test
    @DisplayName("M13：同一申请人、同样的内容，空格、标点、全半角、繁简不同也认得出；别人的不认")
    void the_same_words_are_recognised() {
        var office = cases.office();
        long first = cases.inHand(office, "2026-03-02", "关于2025年度老旧小区，加装电梯补贴");
        long again = cases.inHand(office, "2026-03-03", "關於２０２５年度 老舊小區加裝電梯補貼。");
        long other = cases.as(
                        office.liaison(),
                        () -> cases.desk.file(TestCases.application(
                                office,
                                FilingChannel.COUNTER,
                                "2026-03-03",
                                TestCases.person("丙某", "另一证件"),
                                "关于2025年度老旧小区加装电梯补贴")))
                .id();

        cases.as(office.liaison(), () -> {
            assertThat(cases.requests.repeats(again).orElseThrow().id()).isEqualTo(first);
            assertThat(cases.requests.repeats(other)).isEmpty();
            assertThat(cases.requests.monthlyCount(again)).isEqualTo(2);
            return null;
        });
        cases.refused(
                "request.relatedNotAnswered",
                () -> cases.act(
                        office.liaison(),
                        again,
                        RequestAction.DRAFT_REPLY,
                        Told.of("已经答复过").reply(ReplyKind.REPEATED).related(first)));
        cases.reply(office, first, Told.of("予以公开").reply(ReplyKind.GRANTED));
        cases.refused(
                "request.relatedOfAnother",
                () -> cases.act(
                        office.liaison(),
                        again,
                        RequestAction.DRAFT_REPLY,
                        Told.of("已经答复过").reply(ReplyKind.REPEATED).related(other)));
        cases.reply(office, again, Told.of("已经答复过").reply(ReplyKind.REPEATED).related(first));
        assertThat(counted(office, 2026)).extracting(CountedRequest::row).containsExactly("C1", "C5.2", null);
    }

    @Test
    @DisplayName("拟稿人不能审核、签发自己的答复；后做的人得到提示，不重复")
    void four_eyes_and_one_winner() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var both = new Actor(
                "both",
                "身兼两职",
                office.body(),
                java.util.Set.of(org.gongkai.identity.Duty.LIAISON, org.gongkai.identity.Duty.SECTION_HEAD),
                java.util.Set.of(office.body()),
                false);
        var view = view(office, id);
        cases.as(
                both,
                () -> cases.desk.perform(
                        id,
                        view.version(),
                        RequestAction.DRAFT_REPLY,
                        null,
                        Told.of("予以公开").reply(ReplyKind.GRANTED).done()));
        cases.refused("request.fourEyes", () -> cases.act(both, id, RequestAction.APPROVE, Told.nothing()));
        cases.refused(
                "request.changedMeanwhile",
                () -> cases.as(
                        office.head(),
                        () -> cases.desk.perform(id, view.version(), RequestAction.APPROVE, null, Particulars.NONE)));
    }

    @Test
    @DisplayName("别的机关看不到、办不了；经过和预警改不了、删不掉")
    void other_bodies_see_nothing_and_history_stays() {
        var office = cases.office();
        var other = cases.office();
        long id = cases.inHand(office, "2026-03-02");

        assertThatThrownBy(() -> cases.as(other.liaison(), () -> cases.requests.find(id)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.isMissing()).isTrue());
        assertThatThrownBy(() -> cases.act(other.liaison(), id, RequestAction.CONTACT, Told.of("？")))
                .isInstanceOf(Refused.class);
        Long seen = cases.as(
                other.liaison(),
                () -> cases.transaction.execute(status -> cases.jdbc
                        .sql("select count(*) from request.act where request = ?")
                        .param(id)
                        .query(Long.class)
                        .single()));
        assertThat(seen).isZero();
        for (var statement : List.of(
                "delete from request.act where request = " + id,
                "update request.act set on_day = '2026-01-01' where request = " + id,
                "delete from request.alert",
                "delete from request.paper")) {
            assertThatThrownBy(() -> cases.sql(() -> cases.jdbc.sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    @DisplayName("同一张表连交两次是一件")
    void the_same_sheet_is_one_case() {
        var office = cases.office();
        var sheet = new Application(
                office.body(),
                FilingChannel.ONLINE,
                null,
                null,
                TestCases.person("甲某", "测试证件"),
                TestCases.wanted("补贴标准"),
                List.of(),
                "sheet-" + office.body());

        var first = cases.applicants.file(sheet);
        var second = cases.applicants.file(sheet);
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.code()).isEmpty();
    }

    @Test
    @DisplayName("同一张表在同一刻交了几次，也是一件，谁也不被拒绝")
    void the_same_sheet_at_the_same_moment_is_one_case() throws Exception {
        var office = cases.office();
        var sheet = new Application(
                office.body(),
                FilingChannel.ONLINE,
                null,
                null,
                TestCases.person("甲某", "测试证件"),
                TestCases.wanted("补贴标准"),
                List.of(),
                "at-once-" + office.body());
        try (var clicks = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            var filed = clicks.invokeAll(java.util.Collections.nCopies(
                    6, (java.util.concurrent.Callable<Filed>) () -> cases.applicants.file(sheet)));
            var references = new java.util.HashSet<String>();
            for (var each : filed) {
                references.add(each.get().reference());
            }
            assertThat(references).hasSize(1);
        }
    }

    @Test
    @DisplayName("台账：年初没有办结的结转进来，年末没有办结的结转出去，复议取最近的结果")
    void the_ledger_carries_over() {
        var office = cases.office();
        long old = cases.inHand(office, "2025-12-25", "一");
        long now = cases.inHand(office, "2026-03-02", "二");
        cases.reply(office, now, Told.of("予以公开").reply(ReplyKind.GRANTED));
        var pending = Told.nothing().remedy(RemedyKind.RECONSIDERATION, RemedyResult.PENDING, "测复〔2026〕1号");
        cases.act(office.liaison(), now, RequestAction.RECORD_REMEDY, pending);
        cases.clock.set(LocalDate.of(2026, 5, 6));
        cases.act(
                office.liaison(),
                now,
                RequestAction.RECORD_REMEDY,
                Told.nothing().remedy(RemedyKind.RECONSIDERATION, RemedyResult.UPHELD, "测复〔2026〕1号"));

        assertThat(counted(office, 2025)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(old);
            assertThat(new InYear(one, 2025).isNew() && new InYear(one, 2025).isCarriedOut())
                    .isTrue();
        });
        assertThat(counted(office, 2026))
                .filteredOn(one -> new InYear(one, 2026).isCarriedIn())
                .extracting(CountedRequest::id)
                .containsExactly(old);
        assertThat(cases.sql(() -> ledger.remedies(List.of(office.body()), 2026)))
                .singleElement()
                .satisfies(one -> assertThat(one.result()).isEqualTo(RemedyResult.UPHELD));
    }

    private List<CountedRequest> counted(TestCases.Office office, int year) {
        return cases.sql(() -> ledger.cases(List.of(office.body()), year));
    }

    private RequestView view(TestCases.Office office, long id) {
        return cases.as(office.liaison(), () -> cases.requests.find(id));
    }
}
