package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.publication.NonDisclosureGround;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** 一件申请的一生：网上提出、确认、补正、征求第三方意见、延期、部分公开、交邮、归档、转主动公开、复议维持，最后在年报里数到它。 */
@GongkaiTest
class RequestStory {

    private final TestCases cases;
    private final RequestLedger ledger;

    RequestStory(ApplicationContext context, RequestLedger ledger) {
        this.cases = new TestCases(context);
        this.ledger = ledger;
    }

    private void on(String day) {
        cases.clock.set(LocalDate.parse(day));
    }

    @Test
    @DisplayName("F-REQ：从提出到归档，申请人和经办人看的是同一本账，每一步都有人负责，年报里数到一次")
    void an_application_lives_its_life() {
        var office = cases.office();

        on("2026-02-28"); // 调休上班的星期六
        var filed = cases.applicants.file(
                TestCases.application(office, FilingChannel.ONLINE, null, TestCases.person("甲某", "测试证件一"), "加装电梯的材料"));
        assertThat(cases.applicants.look(filed.code()).state()).isEqualTo(RequestState.FILED);

        on("2026-03-02");
        var confirmed = cases.act(office.liaison(), filed.id(), RequestAction.CONFIRM, Told.nothing());
        assertThat(confirmed.dueOn()).isEqualTo("2026-03-30");
        assertThat(confirmed.owner()).isEqualTo(office.liaison().account());

        on("2026-03-11");
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASK_CORRECTION,
                Told.of("请写明小区和年份").until(LocalDate.parse("2026-04-01")));
        var asked = cases.applicants.look(filed.code());
        assertThat(asked.asked()).isEqualTo("请写明小区和年份");
        assertThat(asked.possible()).contains(RequestAction.CORRECT, RequestAction.WITHDRAW);

        on("2026-03-18");
        var corrected =
                cases.applicants.perform(filed.code(), null, RequestAction.CORRECT, Particulars.words("测试一村，2025 年"));
        assertThat(corrected.dueOn()).as("T-REQ-13").isEqualTo("2026-04-16");

        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.act(office.liaison(), filed.id(), RequestAction.RECORD_SEARCH, Told.of("档案室，“加装电梯”，李联络"));
        on("2026-03-20");
        var consulted = cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.CONSULT,
                Told.of("施工合同是否可以公开").party("乙公司").consulted(ConsultedParty.THIRD_PARTY));
        int letter = consulted.acts().getLast().number();
        on("2026-04-02");
        var answered = cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.RECORD_OPINION,
                Told.of("报价是商业秘密").letter(letter).opinion(Opinion.REFUSED_REASONABLY));
        assertThat(answered.dueOn()).as("三月二十三日至四月二日九个工作日不计").isEqualTo("2026-04-29");

        on("2026-04-28");
        var extended = cases.act(
                office.head(),
                filed.id(),
                RequestAction.EXTEND,
                Told.of("需要区分处理").days(10));
        assertThat(extended.dueOn()).isEqualTo("2026-05-15");

        on("2026-05-14");
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.DRAFT_REPLY,
                Told.of("公开合同，遮盖报价。").reply(ReplyKind.PARTIAL).ground(NonDisclosureGround.THIRD_PARTY));
        cases.act(office.head(), filed.id(), RequestAction.RETURN, Told.of("写明理由"));
        cases.sign(
                office,
                filed.id(),
                Told.of("公开合同；报价是第三方的商业秘密，不予公开。").reply(ReplyKind.PARTIAL).ground(NonDisclosureGround.THIRD_PARTY));
        on("2026-05-15");
        cases.act(
                office.window(),
                filed.id(),
                RequestAction.DISPATCH,
                Told.nothing().manner(ServiceManner.POST, "1100000000000"));
        on("2026-05-20");
        var served = cases.act(office.window(), filed.id(), RequestAction.RECORD_SERVICE, Told.nothing());
        assertThat(served.late()).as("R-REQ-21 交邮之日按期").isFalse();

        cases.act(office.liaison(), filed.id(), RequestAction.PROPOSE_DISCLOSURE, Told.nothing());
        cases.act(office.liaison(), filed.id(), RequestAction.ARCHIVE, Told.nothing());
        on("2026-07-01");
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.RECORD_REMEDY,
                Told.nothing().remedy(RemedyKind.RECONSIDERATION, RemedyResult.UPHELD, "测复〔2026〕7号"));

        var seen = cases.applicants.look(filed.code());
        assertThat(seen.state()).isEqualTo(RequestState.ARCHIVED);
        assertThat(seen.reply()).isEqualTo(ReplyKind.PARTIAL);
        assertThat(seen.papers()).extracting(Paper::name).last().isEqualTo("政府信息部分公开答复书.docx");
        assertThat(seen.days())
                .as("申请人和经办人看的是同一本账")
                .isEqualTo(cases.as(office.liaison(), () -> cases.requests.clock(cases.requests.find(filed.id())))
                        .days());
        assertThat(seen.days()).filteredOn(ClockDay::counted).hasSize(30);

        var counted = cases.sql(() -> ledger.cases(List.of(office.body()), 2026));
        assertThat(counted).singleElement().satisfies(one -> {
            assertThat(one.row()).isEqualTo("C2");
            assertThat(one.applicant().column()).isEqualTo("c1");
            assertThat(new InYear(one, 2026).isNew() && new InYear(one, 2026).isFinished())
                    .isTrue();
        });
        assertThat(cases.sql(() -> ledger.remedies(List.of(office.body()), 2026)))
                .hasSize(1);
    }
}
