package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.deadline.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 规则文件 §4.2、§4.3 的全部算例。 */
@DisplayName("办理期限")
class RequestClockTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    private static RequestClock clock(CaseFile file) {
        return RequestClock.of(file.history(), CALENDAR);
    }

    private static LocalDate due(CaseFile file) {
        return clock(file).due().orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest(name = "{0}：{1} {2} 到，{3} 确认，{4} 收到，{5} 到期")
    @CsvSource({
        "T-REQ-01, SIGNED_POST, 2026-09-24, , 2026-09-24, 2026-10-29",
        "T-REQ-05, COUNTER, 2026-02-13, , 2026-02-13, 2026-03-19",
        "T-REQ-06, ORDINARY_POST, 2026-02-13, 2026-02-14, 2026-02-14, 2026-03-20",
        "T-REQ-07, ONLINE, 2026-10-03, 2026-10-09, 2026-10-09, 2026-11-05",
        "T-REQ-08, COUNTER, 2026-03-02, , 2026-03-02, 2026-03-30",
        "R-REQ-03 口头, ORAL, 2026-03-02, , 2026-03-02, 2026-03-30",
        "R-REQ-08e 传真, FAX, 2026-03-02, 2026-03-03, 2026-03-03, 2026-03-31",
        "R-REQ-08f 寄错部门, MISADDRESSED_POST, 2026-02-26, 2026-03-02, 2026-03-02, 2026-03-30",
        "R-REQ-08g 邮箱, EMAIL, 2026-02-28, 2026-03-02, 2026-03-02, 2026-03-30",
    })
    @DisplayName("收到申请之日随提出方式而定（R-REQ-08a…g）")
    void the_day_of_receipt_depends_on_the_channel(
            String id, FilingChannel channel, String arrived, LocalDate confirmed, LocalDate received, LocalDate due) {
        var file = CaseFile.arrived(channel, arrived);
        if (confirmed != null) {
            file.did(RequestAction.CONFIRM, confirmed, Particulars.NONE);
        }

        assertThat(clock(file).receivedOn()).as(id).contains(received);
        assertThat(due(file)).as(id).isEqualTo(due);
    }

    @Test
    @DisplayName("R-REQ-22：更正申请没有法定期限，按本平台默认的二十个工作日；补正之后重新起算，告知补正没有法定最后一日")
    void rectification_has_the_default_of_the_house() {
        var file = CaseFile.rectificationReceivedOn("2026-03-02");

        assertThat(due(file)).isEqualTo("2026-03-30");
        assertThat(CaseKind.RECTIFICATION.isStatutory()).isFalse();
        assertThat(CaseKind.DISCLOSURE.isStatutory()).isTrue();
        assertThat(clock(file).askCorrectionBy()).isEmpty();
        file.askedCorrection("2026-03-20", "2026-04-10").did(RequestAction.CORRECT, "2026-03-23");
        assertThat(due(file)).isEqualTo("2026-04-21");
    }

    @Test
    @DisplayName("签收的邮件，录入和确认再晚也不推迟收到之日（R-REQ-07、R-REQ-08b）")
    void entering_late_moves_nothing() {
        var file = CaseFile.arrived(FilingChannel.SIGNED_POST, "2026-09-24").did(RequestAction.CONFIRM, "2026-09-29");

        assertThat(due(file)).isEqualTo("2026-10-29");
        assertThat(clock(file).enterBy()).as("T-REQ-04").isEqualTo("2026-09-29");
    }

    @Test
    @DisplayName("没有确认的还没有收到，期限不走；网上提交的最迟次一工作日确认（R-REQ-08g）")
    void nothing_runs_before_receipt() {
        var file = CaseFile.arrived(FilingChannel.ONLINE, "2026-10-03");

        assertThat(clock(file).standing()).isEqualTo(RequestClock.Standing.NOT_RECEIVED);
        assertThat(clock(file).due()).isEmpty();
        assertThat(FilingChannel.ONLINE.confirmBy(day("2026-10-03"), CALENDAR)).isEqualTo("2026-10-08");
        assertThat(FilingChannel.ORDINARY_POST.confirmBy(day("2026-02-13"), CALENDAR))
                .isEqualTo("2026-02-13");
    }

    @Test
    @DisplayName("T-REQ-02 延期二十个工作日；T-REQ-03 最迟告知补正之日")
    void extension_counts_on() {
        var file = CaseFile.arrived(FilingChannel.SIGNED_POST, "2026-09-24").extended(20, "2026-10-28");

        assertThat(due(file)).isEqualTo("2026-11-26");
        assertThat(clock(file).dueWithoutExtension()).contains(day("2026-10-29"));
        assertThat(clock(file).askCorrectionBy()).contains(day("2026-10-12"));
    }

    @Test
    @DisplayName("T-REQ-09、10 征求第三方意见：发函次日至收到答复当日不计，之后还可以延期")
    void consultation_suspends_and_resumes() {
        var file = CaseFile.receivedOn("2026-03-02")
                .consulted(ConsultedParty.THIRD_PARTY, "2026-03-10")
                .answered(1, Opinion.CONSENT, "2026-03-26");

        assertThat(due(file)).isEqualTo("2026-04-16");
        assertThat(due(file.extended(20, "2026-04-10"))).isEqualTo("2026-05-18");
    }

    @Test
    @DisplayName("T-REQ-11、12 第三方和共同制作机关各十五个工作日，不答复的后果相反（R-REQ-13、R-REQ-14）")
    void silence_means_opposite_things() {
        var third = CaseFile.receivedOn("2026-03-02")
                .consulted(ConsultedParty.THIRD_PARTY, "2026-03-10")
                .delivered(1, "2026-03-11");
        var maker = CaseFile.receivedOn("2026-03-02")
                .consulted(ConsultedParty.CO_MAKER, "2026-03-09")
                .delivered(1, "2026-03-10");

        var one = third.history().consultations().getFirst();
        var other = maker.history().consultations().getFirst();
        assertThat(one.answerBy(CALENDAR)).as("T-REQ-11").isEqualTo("2026-04-01");
        assertThat(other.answerBy(CALENDAR)).as("T-REQ-12").isEqualTo("2026-03-31");
        assertThat(one.outcome(CALENDAR, day("2026-04-01"))).isEqualTo(Consultation.Outcome.PENDING);
        assertThat(one.outcome(CALENDAR, day("2026-04-02"))).isEqualTo(Consultation.Outcome.SILENT_BODY_DECIDES);
        assertThat(other.outcome(CALENDAR, day("2026-04-01"))).isEqualTo(Consultation.Outcome.SILENT_DEEMED_CONSENT);
        assertThat(due(maker)).as("扣到第十五个工作日为止：还剩 15 个工作日，从 4 月 1 日起数").isEqualTo("2026-04-22");
    }

    @Test
    @DisplayName("几家同时征求取并集；期满之后才来的答复不再扣除（R-REQ-15）")
    void parallel_letters_are_a_union_and_a_late_answer_gains_no_time() {
        var several = CaseFile.receivedOn("2026-03-02")
                .consulted(ConsultedParty.THIRD_PARTY, "2026-03-10")
                .consulted(ConsultedParty.THIRD_PARTY, "2026-03-12")
                .consulted(ConsultedParty.CO_MAKER, "2026-03-16")
                .answered(1, Opinion.CONSENT, "2026-03-18")
                .answered(2, Opinion.REFUSED_REASONABLY, "2026-03-20")
                .answered(3, Opinion.CONSENT, "2026-03-26");
        var tooLate = CaseFile.receivedOn("2026-03-02")
                .consulted(ConsultedParty.THIRD_PARTY, "2026-03-10")
                .answered(1, Opinion.CONSENT, "2026-05-20");

        assertThat(due(several)).isEqualTo("2026-04-16");
        assertThat(tooLate.history().consultations().getFirst().endsOn(CALENDAR))
                .isEqualTo("2026-03-31");
    }

    @Test
    @DisplayName("T-REQ-13 补正：期限重新起算二十个工作日，不是剩下的（R-REQ-16）")
    void a_correction_restarts_the_whole_period() {
        var file = CaseFile.receivedOn("2026-03-02").askedCorrection("2026-03-11", "2026-04-01");

        assertThat(clock(file).askCorrectionBy()).contains(day("2026-03-11"));
        assertThat(clock(file).standing()).isEqualTo(RequestClock.Standing.AWAITING_CORRECTION);
        assertThat(clock(file).due()).isEmpty();
        assertThat(clock(file).applicantDue()).contains(day("2026-04-01"));
        assertThat(due(file.did(RequestAction.CORRECT, "2026-03-18"))).isEqualTo("2026-04-16");
    }

    @Test
    @DisplayName("补正之前已经征求的意见，只扣重新起算之后的部分")
    void a_pause_before_the_restart_counts_only_after_it() {
        var file = CaseFile.receivedOn("2026-03-02")
                .consulted(ConsultedParty.CO_MAKER, "2026-03-04")
                .askedCorrection("2026-03-11", "2026-04-01")
                .did(RequestAction.CORRECT, "2026-03-18")
                .answered(1, Opinion.CONSENT, "2026-03-20");

        assertThat(due(file)).as("03-19、03-20 两个工作日不计").isEqualTo("2026-04-20");
    }

    @Test
    @DisplayName("R-FEE-07、08 收到收费通知次日起三十日内缴费，遇节假日顺延；缴费之后重新计算二十个工作日")
    void a_fee_stops_the_clock_until_it_is_paid() {
        var file = CaseFile.receivedOn("2026-03-23")
                .did(RequestAction.NOTICE_FEE, "2026-03-31")
                .delivered(1, "2026-04-01");

        assertThat(clock(file).standing()).isEqualTo(RequestClock.Standing.AWAITING_PAYMENT);
        assertThat(clock(file).applicantDue()).contains(day("2026-05-06"));
        assertThat(due(file.did(RequestAction.RECORD_PAYMENT, "2026-04-10"))).isEqualTo("2026-05-12");
    }

    @Test
    @DisplayName("重新起算之前的延期不带到之后；延迟答复以告知的期限为准（R-REQ-11、R-REQ-20）")
    void an_extension_belongs_to_its_period() {
        var file = CaseFile.receivedOn("2026-03-02")
                .extended(20, "2026-03-12")
                .did(RequestAction.NOTICE_FEE, "2026-03-30")
                .did(RequestAction.RECORD_PAYMENT, "2026-04-10");

        assertThat(due(file)).isEqualTo("2026-05-12");
        assertThat(due(file.did(RequestAction.DEFER, day("2026-04-20"), CaseFile.until(day("2026-07-31")))))
                .isEqualTo("2026-07-31");
    }

    @Test
    @DisplayName("T-REQ-14 以交邮之日判断是否按期，签收再晚也按期（R-REQ-21）")
    void the_day_of_posting_decides() {
        var file = CaseFile.arrived(FilingChannel.SIGNED_POST, "2026-09-24")
                .did(RequestAction.DISPATCH, "2026-10-29")
                .did(RequestAction.RECORD_SERVICE, "2026-11-02");
        var late = CaseFile.arrived(FilingChannel.SIGNED_POST, "2026-09-24").did(RequestAction.DISPATCH, "2026-10-30");

        assertThat(clock(file).isLate(day("2026-12-01"))).isFalse();
        assertThat(clock(file).remaining(day("2026-12-01"))).contains(0);
        assertThat(clock(late).isLate(day("2026-10-30"))).isTrue();
        assertThat(clock(late).remaining(day("2026-12-01"))).contains(-1);
    }

    @Test
    @DisplayName("逐日账：每天计入与否都有理由，日子不重不漏，计入的正好二十个")
    void the_ledger_accounts_for_every_day() {
        var file = CaseFile.arrived(FilingChannel.ORDINARY_POST, "2026-02-13")
                .did(RequestAction.CONFIRM, "2026-02-14")
                .askedCorrection("2026-02-26", "2026-03-19")
                .did(RequestAction.RECORD_CORRECTION, "2026-03-02")
                .consulted(ConsultedParty.THIRD_PARTY, "2026-03-10")
                .answered(4, Opinion.CONSENT, "2026-03-26")
                .extended(5, "2026-04-10");
        var days = clock(file).days();

        assertThat(days).extracting(ClockDay::date).isEqualTo(all(day("2026-02-13"), due(file)));
        assertThat(days).filteredOn(ClockDay::counted).hasSize(25);
        assertThat(days)
                .filteredOn(ClockDay::extension)
                .filteredOn(ClockDay::counted)
                .hasSize(5);
        assertThat(why(days, "2026-02-13")).isEqualTo(ClockDay.Why.AWAITING_CONFIRMATION);
        assertThat(why(days, "2026-02-14")).isEqualTo(ClockDay.Why.START);
        assertThat(why(days, "2026-02-26")).isEqualTo(ClockDay.Why.SET_ASIDE);
        assertThat(why(days, "2026-02-27")).isEqualTo(ClockDay.Why.AWAITING_CORRECTION);
        assertThat(why(days, "2026-03-02")).isEqualTo(ClockDay.Why.START);
        assertThat(why(days, "2026-03-10")).isEqualTo(ClockDay.Why.WORKING_DAY);
        assertThat(why(days, "2026-03-26")).isEqualTo(ClockDay.Why.CONSULTING);
        assertThat(why(days, "2026-04-06")).isEqualTo(ClockDay.Why.HOLIDAY);
        assertThat(days)
                .filteredOn(each -> each.why() == ClockDay.Why.CONSULTING)
                .allSatisfy(each -> assertThat(each.letters()).containsExactly(4));
    }

    @Test
    @DisplayName("用到没有放假通知的年份就是暂定（R-DAY-11）")
    void a_year_without_notice_is_provisional() {
        assertThat(clock(CaseFile.receivedOn("2026-12-03")).isProvisional()).isFalse();
        assertThat(clock(CaseFile.receivedOn("2026-12-04")).isProvisional()).isTrue();
    }

    private static ClockDay.Why why(List<ClockDay> days, String on) {
        return days.stream()
                .filter(each -> each.date().equals(day(on)))
                .findFirst()
                .orElseThrow()
                .why();
    }

    private static List<LocalDate> all(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
