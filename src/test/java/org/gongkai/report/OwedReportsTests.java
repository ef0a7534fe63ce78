package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.Excuse;
import org.gongkai.obligation.Obligation;
import org.gongkai.obligation.ObligationDesk;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.ObligationKind;
import org.gongkai.obligation.ObligationState;
import org.gongkai.obligation.Obligations;
import org.gongkai.obligation.Outcome;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.workflow.Refused;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@GongkaiTest
@DisplayName("每年的年度报告是一条法定义务：在待办、红榜、覆盖率里，日子不顺延")
class OwedReportsTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

    private final String body = "OWED" + NEXT.incrementAndGet();
    private final Actor liaison = person("li", Duty.LIAISON);
    private final Actor signer = person("qian", Duty.SIGNER);
    private final Actor office = new Actor("owed-office", "政务公开科", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final MockMvcTester mvc;
    private final CurrentActor current;
    private final PlantedLedger ledger;
    private final OwedReports owed;
    private final InternalDays internal;
    private final Obligations obligations;
    private final ObligationDesk obligationDesk;
    private final ObligationFigures figures;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final TestClock clock;
    private final JsonMapper json;

    OwedReportsTests(
            MockMvc mvc,
            CurrentActor current,
            PlantedLedger ledger,
            OwedReports owed,
            InternalDays internal,
            Obligations obligations,
            ObligationDesk obligationDesk,
            ObligationFigures figures,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            TestClock clock,
            JsonMapper json) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
        this.ledger = ledger;
        this.owed = owed;
        this.internal = internal;
        this.obligations = obligations;
        this.obligationDesk = obligationDesk;
        this.figures = figures;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.json = json;
    }

    private Actor person(String login, Duty duty) {
        return new Actor(body + login, login, body, Set.of(duty), Set.of(body), false);
    }

    /** 机构在这一天上名录。 */
    private void registered(LocalDate day) {
        clock.set(day);
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    add("OWEDUP", null);
                    add(body, "OWEDUP");
                    events.publishEvent(new BodiesChanged(List.of(body), List.of()));
                }));
    }

    private void add(String code, @Nullable String parent) {
        jdbc.sql("insert into organisation.body (code, name, short_name, parent, level, kind)"
                        + " values (?, ?, ?, ?, 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                .params(code, "法定义务测试局" + code, "法定义务测试局", parent)
                .update();
    }

    private List<Obligation> ledger() {
        return current.callAs(
                office,
                () -> obligations
                        .list(ObligationFilter.of(ObligationFilter.View.DATED).body(body), null, 100)
                        .items());
    }

    private Obligation entry() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ledger()).hasSize(1));
        return ledger().getFirst();
    }

    private void issue() {
        ledger.plant(body, List.of(), List.of(), List.of());
        var payload = Map.of(
                "figures",
                Map.of("T2.3.a4", 0, "T2.4.a4", 0, "T2.5.a4", 0, "T2.6.a5", BigDecimal.ZERO),
                "narrative",
                Map.of("1", "全年没有收到申请。", "5", "人手不足，已增加。", "6", "没有其他事项。"));
        assertThat(current.callAs(
                        liaison,
                        () -> mvc.put()
                                .uri("/api/v1/reports/annual/" + body + "/2025/draft")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsBytes(payload))
                                .exchange()))
                .hasStatusOk();
        assertThat(current.callAs(
                        signer,
                        () -> mvc.post()
                                .uri("/api/v1/reports/annual/" + body + "/2025/issue")
                                .with(csrf())
                                .exchange()))
                .hasStatus(201);
    }

    private MvcTestResult get(Actor actor, String address) {
        return current.callAs(actor, () -> mvc.get().uri(address).exchange());
    }

    private Coverage coverage(LocalDate asOf) {
        return figures.coverage(asOf, true, false).stream()
                .filter(each -> body.equals(each.body()))
                .findFirst()
                .orElse(new Coverage(body, null, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("一月上账：待办上有，去编的地址、为什么是这一天都有；在这里发布就按时办了，覆盖率今天的、重推的都对")
    void met_on_time() throws UnsupportedEncodingException {
        registered(LocalDate.of(2026, 1, 5));
        Obligation open = entry();
        assertThat(open.kind()).isEqualTo(ObligationKind.STATUTORY);
        assertThat(open.dueOn()).isEqualTo(DUE);
        assertThat(open.item()).isEqualTo("OGI-49");
        assertThat(open.heading()).isEqualTo("2025 年政府信息公开工作年度报告");
        assertThat(get(liaison, "/desk"))
                .hasStatusOk()
                .bodyText()
                .contains("2025 年政府信息公开工作年度报告", "/desk/reports/" + body + "/2025", "法定期日");
        saidOnce();
        assertThat(get(liaison, "/desk/obligations/" + open.id()))
                .hasStatusOk()
                .bodyText()
                .contains("不是期限", "星期六，也不顺延", "最后一个工作日是 2026年1月30日", "第四十九条")
                .doesNotContain("本期无新增");
        assertThat(coverage(LocalDate.of(2026, 1, 5)).overdue()).isZero();

        clock.set(LocalDate.of(2026, 1, 20));
        issue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ledger().getFirst().outcome()).isEqualTo(Outcome.MET_ON_TIME));
        assertThat(coverage(LocalDate.of(2026, 1, 20)).metOnTime()).isOne();
        assertThat(coverage(LocalDate.of(2026, 1, 19)).metOnTime()).isZero();
        clock.set(LocalDate.of(2026, 2, 3));
        assertThat(coverage(LocalDate.of(2026, 1, 25)).metOnTime()).isOne();
        assertThat(coverage(LocalDate.of(2026, 2, 3)).overdue()).isZero();
    }

    /** 待办上一件事一行：提醒跟在名称后面，上方不再说一遍。 */
    private void saidOnce() throws UnsupportedEncodingException {
        var desk = Jsoup.parse(get(liaison, "/desk").getResponse().getContentAsString());
        assertThat(desk.select(".advice")).isEmpty();
        assertThat(desk.select("main a[href='/desk/reports/" + body + "/2025']"))
                .hasSize(1);
        assertThat(desk.select("tr:contains(年度报告)").text()).contains("最迟 2026年1月31日", "最后一个工作日是 2026年1月30日");
    }

    @Test
    @DisplayName("过了一月三十一日：红榜上有，逾期抹不掉，只能写明理由；迟了发布是迟延，不抹掉")
    void overdue_then_met_late() {
        registered(LocalDate.of(2026, 1, 5));
        entry();
        clock.set(DUE);
        assertThat(entry().overdue(clock.today())).isFalse();
        clock.set(LocalDate.of(2026, 2, 2));
        assertThat(entry().overdue(clock.today())).isTrue();
        assertThat(coverage(LocalDate.of(2026, 2, 2)).overdue()).isOne();
        assertThat(get(office, "/desk/supervision")).hasStatusOk().bodyText().contains("2025 年政府信息公开工作年度报告");
        assertThat(get(office, "/desk/supervision/cell?body=" + body + "&area=99"))
                .hasStatusOk()
                .bodyText()
                .contains("2025 年政府信息公开工作年度报告");
        assertThat(refusal(Excuse.NOTHING_NEW)).isEqualTo("obligation.excuseDoesNotFit");
        assertThat(refusal(Excuse.LAWFULLY_WITHHELD)).isEqualTo("obligation.excuseDoesNotFit");

        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("delete from organisation.body where code = ?")
                            .param(body)
                            .update();
                    events.publishEvent(new BodiesChanged(List.of(), List.of(body)));
                }));
        registered(LocalDate.of(2026, 2, 2));
        assertThat(entry().state()).isEqualTo(ObligationState.OPEN);

        issue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ledger().getFirst().outcome()).isEqualTo(Outcome.MET_LATE));
        assertThat(coverage(LocalDate.of(2026, 2, 2)).metLate()).isOne();
        assertThat(coverage(LocalDate.of(2026, 2, 1)).overdue()).isOne();
    }

    private String refusal(Excuse excuse) {
        try {
            current.runAs(liaison, () -> obligationDesk.excuse(entry().id(), excuse, "没有新情况"));
            return "";
        } catch (Refused refused) {
            return refused.refusal().messageKey();
        }
    }

    @Test
    @DisplayName("说明了理由的不再红；理由要写")
    void excused_only_with_a_reason() {
        registered(LocalDate.of(2026, 1, 5));
        long id = entry().id();
        clock.set(LocalDate.of(2026, 2, 2));
        assertThat(current.callAs(
                        liaison,
                        () -> mvc.post()
                                .uri("/desk/obligations/" + id + "/excuse")
                                .param("excuse", "OTHER")
                                .with(csrf())
                                .exchange()))
                .hasStatus(422);
        current.runAs(liaison, () -> obligationDesk.excuse(id, Excuse.OTHER, "机构改革，由新局合并报告"));
        assertThat(entry().outcome()).isEqualTo(Outcome.EXCUSED);
        assertThat(coverage(LocalDate.of(2026, 2, 2)).excused()).isOne();
    }

    @Test
    @DisplayName("二月才上名录的，不追去年的；上了账的，以后一年也不漏；重算一次什么也不变")
    void nothing_before_and_everything_after() {
        registered(LocalDate.of(2026, 2, 10));
        var late = current.callAs(Actor.SYSTEM, () -> owed.owed(Map.of(), clock.today()));
        assertThat(late).noneMatch(each -> each.body().equals(body));

        var since = Map.of(body, LocalDate.of(2026, 1, 1));
        var three = new ArrayList<LocalDate>();
        current.runAs(
                Actor.SYSTEM,
                () -> owed.owed(since, LocalDate.of(2028, 9, 1)).stream()
                        .filter(each -> each.body().equals(body))
                        .forEach(each -> three.add(each.dueOn())));
        assertThat(three).containsExactly(DUE, LocalDate.of(2027, 1, 31), LocalDate.of(2028, 1, 31));

        registered(LocalDate.of(2027, 1, 4));
        Obligation first = entry();
        assertThat(first.dueOn()).isEqualTo(LocalDate.of(2027, 1, 31));
        long lines = entered();
        registered(LocalDate.of(2027, 1, 5));
        assertThat(entry()).isEqualTo(first);
        assertThat(entered()).isEqualTo(lines);
    }

    @Test
    @DisplayName("R-ANN-01：过了日子平台才知道的机构，在这里补发的不算它迟")
    void issuing_late_is_not_held_against_a_body_that_came_late() {
        registered(LocalDate.of(2026, 2, 10));
        assertThat(get(liaison, "/desk/reports?year=2025"))
                .hasStatusOk()
                .bodyText()
                .contains("年度报告")
                .doesNotContain("迟于法定日期");
        issue();
        assertThat(current.callAs(Actor.SYSTEM, () -> owed.owed(Map.of(), clock.today())))
                .noneMatch(each -> each.body().equals(body));
        assertThat(entered()).isZero();
    }

    @Test
    @DisplayName("按时在这里发布过、还没有上账的，补记为按时")
    void issued_in_time_is_entered_as_met() {
        registered(LocalDate.of(2026, 1, 5));
        entry();
        clock.set(LocalDate.of(2026, 1, 20));
        issue();
        assertThat(current.callAs(Actor.SYSTEM, () -> owed.owed(Map.of(), LocalDate.of(2026, 2, 10))))
                .filteredOn(each -> each.body().equals(body))
                .singleElement()
                .satisfies(each -> assertThat(each.metOn()).isEqualTo(LocalDate.of(2026, 1, 20)));
    }

    private long entered() {
        return current.callAs(
                office,
                () -> jdbc.sql("select count(*) from obligation.obligation where body = ?")
                        .param(body)
                        .query(Long.class)
                        .single());
    }

    @Test
    @DisplayName("R-ANN-02：政府自己的报告三月三十一日，星期三也好星期六也好，都说不顺延")
    void the_reason_for_the_day() {
        assertThat(ReportScope.GATHERED.dueOn(2025)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(owed.why(LocalDate.of(2026, 3, 31))).contains("2026年3月31日", "星期二", "也不顺延");
        assertThat(owed.why(LocalDate.of(2027, 1, 31))).contains("星期日", "2027年1月29日", "暂定");
        assertThat(owed.why(LocalDate.of(2028, 1, 31))).contains("星期一", "暂定");
    }

    @Test
    @DisplayName("R-ANN-04：本级要求可以早，不能晚；待办、清单、编报页都说；迟于它不是迟于法定；只有政务公开科能定，都留痕")
    void earlier_days_inside() {
        registered(LocalDate.of(2026, 1, 5));
        String api = "/api/v1/reports/internal-days/2025";
        assertThat(put(liaison, api, "{\"own\":\"2026-01-26\"}")).hasStatus(401);
        assertThat(put(office, api, "{\"own\":\"2026-02-01\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("不能作报送日", "没有保存");
        assertThat(put(office, api, "{\"own\":\"2026-01-26\",\"gathered\":\"2026-04-01\"}"))
                .hasStatus(422);
        assertThat(current.callAs(office, () -> internal.of(2025))).isEmpty();
        assertThat(put(office, api, "{\"own\":\"2026-01-26\",\"gathered\":\"2026-02-20\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-01-26", "2026-02-20", "2026-01-31", "2026-03-31");
        entry();
        assertThat(get(liaison, "/desk")).bodyText().contains("最迟 2026年1月31日", "本级要求 2026年1月26日 前报送");
        assertThat(get(liaison, "/desk/reports/" + body + "/2025")).bodyText().contains("本级要求 2026年1月26日 前报送");
        clock.set(LocalDate.of(2026, 1, 28));
        assertThat(get(liaison, "/desk/reports?year=2025"))
                .bodyText()
                .contains("迟于本级要求")
                .doesNotContain("迟于法定日期");
        assertThat(current.callAs(
                        office,
                        () -> mvc.post()
                                .uri("/desk/reports/internal-days")
                                .param("year", "2025")
                                .param("own", "")
                                .param("gathered", "2026-02-20")
                                .with(csrf())
                                .exchange()))
                .hasStatus3xxRedirection();
        assertThat(current.callAs(office, () -> internal.of(2025)))
                .containsExactly(Map.entry(ReportScope.GATHERED, LocalDate.of(2026, 2, 20)));
        assertThat(current.callAs(
                        office,
                        () -> jdbc.sql("select count(*) from journal.line where act = 'report.internalDaySet'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("报送日填得不行：说出为什么，两个日子都还在表单里，没有保存")
    void a_refused_day_keeps_what_was_typed() throws UnsupportedEncodingException {
        clock.set(LocalDate.of(2026, 1, 5));
        for (var typed : Map.of("2026-02-01", 422, "2026-01-32", 400).entrySet()) {
            var result = current.callAs(
                    office,
                    () -> mvc.post()
                            .uri("/desk/reports/internal-days")
                            .param("year", "2025")
                            .param("own", typed.getKey())
                            .param("gathered", "2026-03-20")
                            .with(csrf())
                            .exchange());
            assertThat(result).hasStatus(typed.getValue());
            var page = Jsoup.parse(result.getResponse().getContentAsString());
            assertThat(page.select(".trouble").text()).contains(typed.getKey());
            assertThat(page.select("input[name=own]").val()).isEqualTo(typed.getKey());
            assertThat(page.select("input[name=gathered]").val()).isEqualTo("2026-03-20");
        }
    }

    private MvcTestResult put(Actor actor, String address, String payload) {
        return current.callAs(
                actor,
                () -> mvc.put()
                        .uri(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(payload)
                        .exchange());
    }
}
