package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.deadline.HolidayNotice;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.identity.Actor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("一件也不丢：确认、预警、逾期、无人承办、假期变动")
class RequestWatchModuleTests {

    private final TestCases cases;
    private final RequestWatch watch;
    private final RequestReckoning reckoning;

    RequestWatchModuleTests(ApplicationContext context, RequestWatch watch, RequestReckoning reckoning) {
        this.cases = new TestCases(context);
        this.watch = watch;
        this.reckoning = reckoning;
    }

    private void look(String on) {
        cases.clock.set(LocalDate.parse(on));
        cases.as(Actor.SYSTEM, () -> {
            watch.look();
            watch.look();
            return null;
        });
    }

    private List<Alert> alerts(TestCases.Office office, long id) {
        return cases.as(office.liaison(), () -> cases.transaction.execute(status -> cases.requests.alerts(id)));
    }

    @Test
    @DisplayName("R-REQ-08g：网上提交的，机关不确认也拖不过次一工作日")
    void the_system_confirms_what_nobody_confirmed() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 10, 3));
        var filed = cases.applicants.file(
                TestCases.application(office, FilingChannel.ONLINE, null, TestCases.person("甲某", "测试证件"), "补贴标准"));

        look("2026-10-08");
        assertThat(cases.applicants.look(filed.code()).state()).isEqualTo(RequestState.FILED);
        look("2026-10-09");

        var seen = cases.applicants.look(filed.code());
        assertThat(seen.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(seen.receivedOn()).isEqualTo("2026-10-08");
        assertThat(seen.dueOn()).isEqualTo("2026-11-04");
        assertThat(alerts(office, filed.id()))
                .extracting(Alert::kind)
                .as("没有承办人的找了出来")
                .contains(AlertKind.NOT_CONFIRMED);
        look("2026-10-10");
        assertThat(alerts(office, filed.id())).extracting(Alert::kind).contains(AlertKind.ORPHAN);
    }

    @Test
    @DisplayName("剩五日、剩两日、逾期各记一次；看几遍都不多记；漏看的补得上")
    void warnings_are_raised_once() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");

        look("2026-03-20");
        assertThat(kinds(office, id)).doesNotContain(AlertKind.FIVE_LEFT);
        look("2026-03-23");
        look("2026-03-26");
        look("2026-03-31");
        look("2026-04-10");

        assertThat(kinds(office, id))
                .filteredOn(kind -> kind != AlertKind.ORPHAN)
                .containsExactly(AlertKind.FIVE_LEFT, AlertKind.TWO_LEFT, AlertKind.OVERDUE);
        cases.reply(office, id, Told.of("予以公开").reply(ReplyKind.GRANTED));
        assertThat(kinds(office, id)).as("答复了，逾期的记录也还在").contains(AlertKind.OVERDUE);
        assertThat(cases.as(office.liaison(), () -> cases.requests.find(id)).late())
                .isTrue();
    }

    @Test
    @DisplayName("R-REQ-17：告知补正快到期的提醒，分办之后也提醒；已经告知的、期限由决定书定的不提醒")
    void the_correction_period_is_watched_while_one_may_still_ask() {
        var office = cases.office();
        long handled = cases.inHand(office, "2026-03-02", "一");
        long asked = cases.inHand(office, "2026-03-02", "二");
        cases.act(
                office.liaison(),
                asked,
                RequestAction.ASK_CORRECTION,
                Told.of("请写明").until(LocalDate.parse("2026-03-05")));
        cases.clock.set(LocalDate.of(2026, 3, 4));
        cases.act(office.liaison(), asked, RequestAction.RECORD_CORRECTION, Told.of("测试一村"));
        look("2026-03-09");
        assertThat(kinds(office, handled)).contains(AlertKind.CORRECTION_TWO_LEFT);
        look("2026-03-11");
        assertThat(alerts(office, handled))
                .filteredOn(alert -> alert.kind() == AlertKind.CORRECTION_TODAY)
                .singleElement()
                .satisfies(alert -> assertThat(alert.dueOn()).isEqualTo("2026-03-11"));
        assertThat(kinds(office, asked)).doesNotContain(AlertKind.CORRECTION_TWO_LEFT, AlertKind.CORRECTION_TODAY);
    }

    @Test
    @DisplayName("没有人看的时候逾期办结，也留下逾期的记录")
    void a_late_reply_is_noted_at_once() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.clock.set(LocalDate.of(2026, 3, 31));
        cases.reply(office, id, Told.of("予以公开").reply(ReplyKind.GRANTED));

        assertThat(alerts(office, id)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.OVERDUE);
            assertThat(alert.dueOn()).isEqualTo("2026-03-30");
        });
    }

    @Test
    @DisplayName("R-REQ-07：录入超过两个工作日记下来，期限不等录入")
    void entering_late_is_noted() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 9, 30));
        var filed = cases.as(
                office.window(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.SIGNED_POST, "2026-09-24", "一")));

        assertThat(kinds(office, filed.id())).containsExactly(AlertKind.ENTERED_LATE);
        assertThat(cases.as(office.liaison(), () -> cases.requests.find(filed.id()))
                        .dueOn())
                .isEqualTo("2026-10-29");
    }

    @Test
    @DisplayName("放假通知变了，在办的重算并逐件记下，办结的不动；重复不重算")
    void a_late_notice_moves_the_running_cases() {
        var office = cases.office();
        long running = cases.inHand(office, "2026-12-10", "一");
        long finished = cases.inHand(office, "2026-12-10", "二");
        cases.reply(office, finished, Told.of("予以公开").reply(ReplyKind.GRANTED));
        var before = cases.as(office.liaison(), () -> cases.requests.find(running));
        assertThat(before.provisional()).isTrue();
        var former = WorkingCalendar.builtIn();
        var notices = new ArrayList<>(former.notices());
        notices.add(new HolidayNotice(
                "test-2027",
                2027,
                null,
                "关于2027年部分节假日安排的通知（测试）",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                List.of(
                        new HolidayNotice.Day(LocalDate.of(2027, 1, 1), "元旦", false),
                        new HolidayNotice.Day(LocalDate.of(2027, 1, 4), "元旦", false))));
        var later = WorkingCalendar.of(1_000_000, notices, List.of());

        cases.as(
                Actor.SYSTEM,
                () -> cases.transaction.execute(status -> {
                    status.setRollbackOnly();
                    var told = reckoning.recompute(later, "测试").orElseThrow();
                    assertThat(told.changed()).isPositive();
                    assertThat(before.dueOn()).isEqualTo("2027-01-08");
                    assertThat(due(running)).isEqualTo("2027-01-11");
                    assertThat(due(finished)).isNotEqualTo(due(running));
                    assertThat(cases.jdbc
                                    .sql("select former_on from request.due_change where request = ?")
                                    .param(running)
                                    .query(LocalDate.class)
                                    .single())
                            .isEqualTo(before.dueOn());
                    assertThat(reckoning.recompute(later, "测试")).isEmpty();
                    return null;
                }));
    }

    private LocalDate due(long id) {
        return cases.jdbc
                .sql("select due_on from request.request where id = ?")
                .param(id)
                .query(LocalDate.class)
                .single();
    }

    private List<AlertKind> kinds(TestCases.Office office, long id) {
        return alerts(office, id).stream().map(Alert::kind).toList();
    }
}
