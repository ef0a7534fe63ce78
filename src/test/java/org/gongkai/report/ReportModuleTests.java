package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.report.spi.ApplicantColumn;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.report.spi.RemedyFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GongkaiTest
@DisplayName("年度报告：由台账算出，编、核、发、看、导入往年")
class ReportModuleTests {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String upper = "RPT" + NEXT.incrementAndGet();
    private final String body = upper + "-ZJ";
    private final String other = upper + "-JJ";
    private final Actor liaison = person("li", body, Duty.LIAISON);
    private final Actor signer = person("qian", body, Duty.SIGNER);
    private final Actor stranger = person("wai", other, Duty.LIAISON, Duty.SIGNER);
    private final Actor office = new Actor("rpt-office", "政务公开科", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final MockMvcTester mvc;
    private final CurrentActor current;
    private final PlantedLedger ledger;
    private final Importer importer;
    private final OwedReports owed;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final JsonMapper json;

    ReportModuleTests(
            MockMvc mvc,
            CurrentActor current,
            PlantedLedger ledger,
            PastReportsImporter importer,
            OwedReports owed,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            TestClock clock,
            JsonMapper json) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
        this.ledger = ledger;
        this.importer = importer;
        this.owed = owed;
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    add(upper, "年报测试区", null);
                    add(body, "年报测试镇", upper);
                    add(other, "年报测试街道", upper);
                    events.publishEvent(new BodiesChanged(List.of(upper, body, other), List.of()));
                }));
    }

    private void add(String code, String name, @Nullable String parent) {
        jdbc.sql("insert into organisation.body (code, name, short_name, parent, level, kind)"
                        + " values (?, ?, ?, ?, 'COUNTY', 'DEPARTMENT')")
                .params(code, name + code, name, parent)
                .update();
    }

    private static Actor person(String login, String body, Duty... duties) {
        return new Actor(body + login, login, body, Set.of(duties), Set.of(body), false);
    }

    @BeforeEach
    void in_january() {
        clock.set(LocalDate.of(2026, 1, 20));
    }

    private ApplicationFact fact(int number, String received, @Nullable String replied, @Nullable String row) {
        return new ApplicationFact(
                body + "-" + received.substring(0, 4) + "-" + number,
                body,
                number % 3 == 0 ? ApplicantColumn.LEGAL_SERVICE : ApplicantColumn.NATURAL_PERSON,
                LocalDate.parse(received),
                replied == null ? null : LocalDate.parse(replied),
                row,
                "/desk/requests/" + number);
    }

    /** 上年结转一件，新收四件，办结四件，结转一件。 */
    private List<ApplicationFact> year2025() {
        return List.of(
                fact(1, "2024-12-20", "2025-01-10", "C1"),
                fact(2, "2025-03-01", "2025-03-20", "C2"),
                fact(3, "2025-04-01", "2025-04-20", "C4.1"),
                fact(4, "2025-05-01", "2025-05-20", "C6.3"),
                fact(5, "2025-12-25", null, null));
    }

    private void plant(List<ApplicationFact> facts) {
        ledger.plant(
                body,
                facts,
                List.of(new RemedyFact(
                        "复1",
                        body,
                        RemedyFact.Route.RECONSIDERATION,
                        RemedyFact.Outcome.CORRECTED,
                        "/desk/requests/2")),
                List.of(new FeeFact("x", body, LocalDate.of(2025, 6, 1), 380, LocalDate.of(2025, 6, 9))));
    }

    private MvcTestResult get(Actor actor, String address) {
        return current.callAs(actor, () -> mvc.get().uri(address).exchange());
    }

    private MvcTestResult post(Actor actor, String address) {
        return current.callAs(actor, () -> mvc.post().uri(address).with(csrf()).exchange());
    }

    private JsonNode read(MvcTestResult result) {
        assertThat(result).hasStatus2xxSuccessful();
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private String detail(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        return json.readTree(result.getResponse().getContentAsByteArray())
                .path("detail")
                .asString("");
    }

    private String api(int year) {
        return "/api/v1/reports/annual/" + body + "/" + year;
    }

    private void draft(Actor actor, int year, int version, String explanation) {
        Map<String, Object> figures = new LinkedHashMap<>();
        List.of("T2.3.a4", "T2.4.a4", "T2.5.a4").forEach(cell -> figures.put(cell, 12));
        figures.put("T2.6.a5", new BigDecimal("3.25"));
        var payload = Map.of(
                "figures", figures,
                "narrative", Map.of("1", "全年新收四件。", "5", "答复不够快，已增加人手。", "6", "没有其他事项。"),
                "explanation", explanation,
                "version", version);
        assertThat(current.callAs(
                        actor,
                        () -> mvc.put()
                                .uri(api(year) + "/draft")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsBytes(payload))
                                .exchange()))
                .hasStatusOk();
    }

    @Test
    @DisplayName("编、核、发：发布前只有本机构看得到，每格点开就是那些案件；发布后有页面、文档、JSON，留痕写明按时")
    void from_the_ledger_to_the_public() throws IOException {
        plant(year2025());

        assertThat(detail(get(Actor.ANONYMOUS, api(2025)), 404)).contains("还没有发布");
        assertThat(detail(get(stranger, api(2025)), 404)).contains("还没有发布");
        JsonNode working = read(get(liaison, api(2025)));
        assertThat(working.path("state").asString("")).isEqualTo("WORKING");
        assertThat(working.path("dueOn").asString("")).isEqualTo("2026-01-31");
        assertThat(working.at("/cells/A/c7").asInt()).isEqualTo(4);
        assertThat(working.at("/cells/B/c1").asInt()).isEqualTo(1);
        assertThat(working.at("/cells/C4.1/c5").asInt()).isEqualTo(1);
        assertThat(working.at("/cells/C7/c7").asInt()).isEqualTo(4);
        assertThat(working.at("/cells/D/c7").asInt()).isEqualTo(1);
        assertThat(working.at("/cells/T4.1/d2").asInt()).isEqualTo(1);
        assertThat(working.at("/cells/T2.3/a4").isNull()).isTrue();
        assertThat(working.at("/cells/T2.1/a1").asInt()).isZero();
        assertThat(working.path("prompts").path("6").asString("")).contains("1 件", "380 元");
        assertThat(read(get(liaison, api(2025) + "?form=2019"))
                        .at("/cells/C6/c7")
                        .asInt())
                .isEqualTo(1);

        for (var link : working.path("links").properties()) {
            CellAddress cell = CellAddress.parse(link.getKey());
            assertThat(read(get(liaison, link.getValue().asString("")))
                            .path("count")
                            .asInt())
                    .as(link.getKey())
                    .isEqualTo(working.path("cells")
                            .path(cell.row())
                            .path(cell.column())
                            .asInt());
        }
        assertThat(get(liaison, "/desk/reports/" + body + "/2025/cells?cell=C2.c7"))
                .hasStatusOk()
                .bodyText()
                .contains(body + "-2025-2", "/desk/requests/2");

        assertThat(post(liaison, api(2025) + "/issue")).hasStatus(401);
        assertThat(detail(post(signer, api(2025) + "/issue"), 422)).contains("T2.3.a4", "一、总体情况");
        draft(liaison, 2025, 0, "");
        assertThat(read(get(liaison, api(2025))).path("ready").asBoolean()).isTrue();
        assertThat(get(liaison, "/desk/reports/" + body + "/2025"))
                .hasStatusOk()
                .bodyText()
                .contains("可以发布");
        assertThat(read(post(signer, api(2025) + "/issue")).path("edition").asInt())
                .isEqualTo(1);

        JsonNode issued = read(get(Actor.ANONYMOUS, api(2025)));
        assertThat(issued.path("state").asString("")).isEqualTo("ISSUED");
        assertThat(issued.path("issuedOn").asString("")).isEqualTo("2026-01-20");
        assertThat(issued.path("late").asBoolean()).isFalse();
        assertThat(issued.path("links").isEmpty()).isTrue();
        assertThat(issued.at("/cells/A/c7").asInt()).isEqualTo(4);
        assertThat(issued.at("/cells/T2.6/a5").decimalValue()).isEqualByComparingTo("3.25");
        String address = "/xxgk/" + body + "/nb/2025";
        assertThat(get(Actor.ANONYMOUS, address)).hasStatusOk().bodyText().contains("全年新收四件。", "行政规范性文件");
        assertThat(get(Actor.ANONYMOUS, "/xxgk/" + body + "/nb"))
                .hasStatusOk()
                .bodyText()
                .contains(address);
        assertThat(get(Actor.ANONYMOUS, "/jz/nb?year=2025"))
                .hasStatusOk()
                .bodyText()
                .contains(address);
        byte[] docx = get(Actor.ANONYMOUS, address + ".docx").getResponse().getContentAsByteArray();
        try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            assertThat(extractor.getText())
                    .contains("2025年政府信息公开工作年度报告", "六、其他需要报告的事项", "本年新收政府信息公开申请数量\t3\t0\t0\t0\t1\t0\t4");
        }
        MvcTestResult pdf = get(Actor.ANONYMOUS, address + ".pdf");
        if (pdf.getResponse().getStatus() == 200) {
            assertThat(pdf.getResponse().getContentType()).isEqualTo("application/pdf");
            assertThat(get(Actor.ANONYMOUS, address)).bodyText().contains(address + ".pdf", "下载 PDF（", " KB）");
        } else {
            assertThat(get(Actor.ANONYMOUS, address)).bodyText().contains("这份报告没有 PDF");
        }
        assertThat(journal()).containsSubsequence("report.saved false", "report.issued false");
    }

    private List<String> journal() {
        return current.callAs(
                office,
                () -> jdbc.sql("""
                        select act || ' ' || coalesce(details ->> 'late', 'false') from journal.line where subject_id like ? order by id
                        """).param(body + "-%").query(String.class).list());
    }

    @Test
    @DisplayName("一件办结了没有结果：不能发布，说出编号；这一年没过完也不能")
    void a_case_that_does_not_count_stops_the_report() {
        List<ApplicationFact> facts = new ArrayList<>(year2025());
        facts.add(fact(9, "2025-07-01", "2025-07-20", null));
        plant(facts);
        draft(liaison, 2025, 0, "");

        assertThat(detail(post(signer, api(2025) + "/issue"), 422))
                .contains(body + "-2025-9 已经办结，却没有写明是哪一种结果", "R-ANN-23-5", "“总计”列不平：各办理结果之和是 4，总计填的是 5");
        assertThat(read(get(liaison, api(2025))).at("/defects/0/path").asString(""))
                .isEqualTo("/desk/requests/9");
        assertThat(detail(post(signer, api(2026) + "/issue"), 422)).contains("2026 年还没有过完");
    }

    @Test
    @DisplayName("结转与上一年度的报告对不上：要书面说明；在这里发布过的还说出是哪一件")
    void what_was_carried_on_has_to_arrive_or_be_explained() {
        plant(year2025());
        draft(liaison, 2025, 0, "");
        read(post(signer, api(2025) + "/issue"));
        List<ApplicationFact> later = new ArrayList<>(year2025());
        later.add(fact(7, "2025-12-30", "2026-01-15", "C1"));
        plant(later);
        clock.set(LocalDate.of(2027, 2, 3));
        draft(liaison, 2026, 0, "");

        assertThat(detail(post(signer, api(2026) + "/issue"), 422))
                .contains(body + "-2025-7 计入了上年结转", "R-ANN-23-4", "“总计”列：本年“上年结转”是 2，上一年度报告“结转下年度继续办理”是 1");
        draft(liaison, 2026, 1, "窗口补录一件。");
        read(post(signer, api(2026) + "/issue"));
        assertThat(read(get(Actor.ANONYMOUS, api(2026))).path("explanation").asString(""))
                .isEqualTo("窗口补录一件。");
        assertThat(read(get(Actor.ANONYMOUS, api(2026))).path("late").asBoolean())
                .isTrue();
        assertThat(journal()).contains("report.issued true");
    }

    @Test
    @DisplayName("汇总等于各机关之和：某机关发布之后台账变了，汇总就不能发布，说出是哪个机关")
    void the_gathered_report_is_the_sum() {
        plant(year2025());
        ledger.plant(
                other,
                List.of(new ApplicationFact(
                        other + "-1",
                        other,
                        ApplicantColumn.OTHER,
                        LocalDate.of(2025, 2, 1),
                        LocalDate.of(2025, 2, 9),
                        "C1",
                        "")),
                List.of(),
                List.of());
        String gathered = "/api/v1/reports/annual/" + upper + "/2025?scope=gathered";
        JsonNode whole = read(get(office, gathered));

        assertThat(whole.path("dueOn").asString("")).isEqualTo("2026-03-31");
        assertThat(whole.at("/cells/A/c7").asInt()).isEqualTo(5);
        assertThat(whole.at("/cells/A/c6").asInt()).isEqualTo(1);
        assertThat(whole.path("broken").isEmpty()).isTrue();

        draft(liaison, 2025, 0, "");
        read(post(signer, api(2025) + "/issue"));
        assertThat(read(get(office, gathered)).path("broken").isEmpty()).isTrue();
        assertThat(read(get(office, gathered)).at("/cells/T2.3/a4").asInt()).isEqualTo(12);
        List<ApplicationFact> more = new ArrayList<>(year2025());
        more.add(fact(8, "2025-08-01", "2025-08-09", "C1"));
        plant(more);
        JsonNode broken = read(get(office, gathered));
        assertThat(broken.at("/defects/0/sentence").asString("")).contains("年报测试镇" + body, "R-ANN-11");
        assertThat(broken.path("broken").toString()).contains("汇总填的是 5，各机关之和是 4");
    }

    @Test
    @DisplayName("工作台：清单、填写、别人先改过、填了字不是数、签发人发布")
    void on_the_desk() {
        plant(year2025());
        String address = "/desk/reports/" + body + "/2025";

        assertThat(get(liaison, "/desk/reports")).hasStatusOk().bodyText().contains("年报测试镇" + body, "还没有编");
        assertThat(form(liaison, address, "T2.3.a4", "见附件"))
                .hasStatus(422)
                .bodyText()
                .contains("T2.3.a4 填的“见附件”不是数");
        assertThat(form(liaison, address, "T2.3.a4", "１２")).hasStatus3xxRedirection();
        assertThat(form(liaison, address, "T2.3.a4", "13"))
                .hasStatus(422)
                .bodyText()
                .contains("别人刚刚改过");
        assertThat(get(liaison, address)).hasStatusOk().bodyText().contains("value=\"12\"", "还有 3 格没有填");
        assertThat(get(stranger, address)).hasStatus(404);
        assertThat(form(stranger, address, "T2.3.a4", "1")).hasStatus(404);
        assertThat(post(signer, address + "/issue")).hasStatus(422).bodyText().contains("没有发布");
        assertThat(get(liaison, "/desk/reports?year=2025"))
                .hasStatusOk()
                .bodyText()
                .contains("正在编");
    }

    private MvcTestResult form(Actor actor, String address, String cell, String figure) {
        return current.callAs(
                actor,
                () -> mvc.post()
                        .uri(address)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("version", "0")
                        .param("overview", "总体")
                        .param(cell, figure)
                        .exchange());
    }

    @Test
    @DisplayName("导入往年：不平的逐条说，照样导入；再来一次不变；先预览不写")
    void past_years_are_imported_with_their_faults() throws IOException {
        String csv = SampleReport.asExportedFromPage(SampleReport.CONSISTENT)
                .replace("（七）总计\",,58,7,0,0,1,0,66", "（七）总计\",,58,7,0,0,1,0,67");
        assertThat(csv).contains("0,67");

        Told preview = load(csv, Map.of("body", body, "year", "2024"), true);
        assertThat(preview.counts).isEqualTo("1 0 0 0");
        assertThat(detail(get(Actor.ANONYMOUS, api(2024)), 404)).isNotEmpty();
        Told first = load(csv, Map.of("body", body, "year", "2024"), false);
        assertThat(first.counts).isEqualTo("1 0 0 0");
        assertThat(first.problems)
                .anySatisfy(problem -> assertThat(problem).contains("“办理结果总计”这一行不平", "是 66，总计列填的是 67"))
                .anySatisfy(problem -> assertThat(problem).contains("R-ANN-23-1"))
                .anySatisfy(problem -> assertThat(problem).contains("R-ANN-23-2"))
                .hasSize(3);
        assertThat(load(csv, Map.of("body", body, "year", "2024"), false).counts)
                .isEqualTo("0 0 1 0");
        assertThat(load(csv.replace("0,67", "0,66"), Map.of("body", body, "year", "2024"), false).counts)
                .isEqualTo("0 1 0 0");
        assertThat(load(csv, Map.of(), false).counts).isEqualTo("0 0 0 1");
        JsonNode imported = read(get(Actor.ANONYMOUS, api(2024)));
        assertThat(imported.path("state").asString("")).isEqualTo("IMPORTED");
        assertThat(imported.at("/cells/C4.1/c7").asInt()).isEqualTo(12);

        plant(year2025());
        assertThat(read(get(liaison, api(2025))).path("carriedOver").toString())
                .contains("本年“上年结转”是 1，上一年度报告“结转下年度继续办理”是 2");
    }

    @Test
    @DisplayName("待办：日子没有过时提醒，说出之前最后一个工作日（2026-01-31 是星期六）；过了的由逾期来说；迟了发布的说迟")
    void the_worklist_reminds_while_there_is_time() {
        LocalDate starts = LocalDate.of(2026, 1, 1);
        assertThat(owed.reminder(body, starts, LocalDate.of(2026, 1, 31)))
                .contains("最迟 2026年1月31日", "最后一个工作日是 2026年1月30日");
        assertThat(owed.reminder(body, starts, LocalDate.of(2026, 2, 1))).isEmpty();
        assertThat(owed.url(body, starts)).isEqualTo("/desk/reports/" + body + "/2025");

        plant(year2025());
        clock.set(LocalDate.of(2026, 2, 1));
        draft(liaison, 2025, 0, "");
        read(post(signer, api(2025) + "/issue"));
        assertThat(read(get(Actor.ANONYMOUS, api(2025))).path("late").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("留痕里迟不迟看第一版发布之日：按时发布，以后更正不算迟；导入的不说迟不迟")
    void a_correction_does_not_make_a_report_late() {
        plant(year2025());
        draft(liaison, 2025, 0, "");
        read(post(signer, api(2025) + "/issue"));
        clock.set(LocalDate.of(2026, 6, 1));
        read(post(signer, api(2025) + "/issue"));
        assertThat(journalled("report.issued"))
                .hasSize(2)
                .allSatisfy(details ->
                        assertThat(details.path("late").asBoolean(true)).isFalse())
                .extracting(details -> details.path("firstIssuedOn").asString(""))
                .containsOnly("2026-01-20");

        var imported = new ReportIssued(
                body, 2020, ReportScope.OWN, 1, "IMPORTED", LocalDate.of(2026, 6, 1), null, LocalDate.of(2021, 1, 31));
        assertThat(imported.details()).doesNotContainKeys("late", "firstIssuedOn");
    }

    private List<JsonNode> journalled(String act) {
        return current.callAs(
                office,
                () -> jdbc.sql("select details from journal.line where act = ? and subject_id = ? order by id")
                        .params(act, body + "-2025-OWN")
                        .query((row, n) -> json.readTree(row.getString("details")))
                        .list());
    }

    @Test
    @DisplayName("同时发布两次：一次成，另一次 409，说出别人刚发布了第几版；看过第一版再发的是更正")
    void two_at_once_make_one_edition() throws Exception {
        plant(year2025());
        draft(liaison, 2025, 0, "");
        List<Integer> statuses = new ArrayList<>();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MvcTestResult>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> {
                    start.await();
                    return post(signer, api(2025) + "/issue?edition=0");
                }));
            }
            start.countDown();
            for (var each : both) {
                MvcTestResult result = each.get();
                statuses.add(result.getResponse().getStatus());
                if (result.getResponse().getStatus() == 409) {
                    assertThat(detail(result, 409)).contains("第 1 版", "没有再发一版");
                }
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(post(signer, "/desk/reports/" + body + "/2025/issue?edition=0"))
                .hasStatus(409)
                .bodyText()
                .contains("没有再发一版");
        assertThat(read(post(signer, api(2025) + "/issue?edition=1"))
                        .path("edition")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("R-ANN-10：只改了数字的照抄、抄别的机构的，编报页说像谁、像百分之几；自己写的不说；不挡发布")
    void copied_prose_is_said() {
        String text = "本机关坚持以公开为常态、不公开为例外，全年主动公开信息一批，受理申请 12 件，均在法定期限内答复，"
                + "没有被纠正的复议和诉讼，门户栏目改版后检索更快，群众留言件件有回音，培训覆盖全部科室和直属单位。";
        String own = "我们镇今年把低保、危房改造、征地补偿三类信息搬到村口公开栏，请村民代表当面核对名单，改正三十一处，"
                + "又给每个村配了一名会用手机的年轻人帮老人查询，年底回访时有九成老人说看得懂、找得到，余下的由驻村干部上门念。";
        plant(year2025());
        prose(liaison, body, text);
        assertThat(post(signer, api(2025) + "/issue")).hasStatus(201);
        String copied = text.replace("12 件", "345件").replace("，", "、");
        prose(stranger, other, copied);
        String address = "/desk/reports/" + other + "/2025";
        assertThat(get(stranger, address)).bodyText().contains("内容雷同", "100%", "年报测试镇" + body, "一、总体情况");
        assertThat(post(stranger, "/api/v1/reports/annual/" + other + "/2025/issue"))
                .hasStatus(201);
        prose(stranger, other, own, 1);
        assertThat(get(stranger, address)).bodyText().doesNotContain("内容雷同");

        clock.set(LocalDate.of(2027, 1, 12));
        assertThat(Likeness.of(text).percentIn(Likeness.of(copied))).isEqualTo(100);
        assertThat(Likeness.of(own).percentIn(Likeness.of(text))).isZero();
        assertThat(Likeness.of("没有其他事项。").percentIn(Likeness.of("没有其他事项。"))).isZero();
        prose(liaison, body, text.replace("12", "19"), 0, 2026);
        assertThat(get(liaison, "/desk/reports/" + body + "/2026")).bodyText().contains("内容雷同", "2025 年度报告");
    }

    @Test
    @DisplayName("R-ANN-06、R-ANN-08：总体情况写了而没写到的方面，编报时提醒；政府的还有考核、评议、责任追究；写到了不提；不挡发布")
    void unsaid_topics_are_prompted() {
        plant(year2025());
        prose(liaison, body, "主动公开信息一批，收到申请四件，网站改版。");
        assertThat(read(get(liaison, api(2025))).at("/prompts/1").asString(""))
                .contains("还没有写到：政府信息管理、监督保障。")
                .doesNotContain("责任追究");
        assertThat(read(get(liaison, api(2025))).path("ready").asBoolean()).isTrue();
        String whole = "主动公开信息一批，收到申请四件，目录动态调整，网站改版，开展培训。";
        assertThat(Topics.unsaid(new Narrative(whole, "", ""), ReportScope.OWN)).isEmpty();
        assertThat(Topics.unsaid(new Narrative(whole, "", ""), ReportScope.GATHERED))
                .containsExactly(Topics.ASSESSMENT, Topics.APPRAISAL, Topics.ACCOUNTABILITY);
        assertThat(Topics.unsaid(new Narrative(whole, "", "考核占四分，社会评议良好，没有责任追究。"), ReportScope.GATHERED))
                .isEmpty();
    }

    @Test
    @DisplayName("R-ANN-07：公开的报告六个部分一个不少，次序不变")
    void six_sections_in_order() {
        plant(year2025());
        prose(liaison, body, "全年平稳。");
        assertThat(post(signer, api(2025) + "/issue")).hasStatus(201);
        assertThat(get(Actor.ANONYMOUS, "/xxgk/" + body + "/nb/2025"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "一、总体情况",
                        "二、主动公开政府信息情况",
                        "三、收到和处理政府信息公开申请情况",
                        "四、政府信息公开行政复议、行政诉讼情况",
                        "五、存在的主要问题及改进情况",
                        "六、其他需要报告的事项");
    }

    private void prose(Actor actor, String of, String overview) {
        prose(actor, of, overview, 0);
    }

    private void prose(Actor actor, String of, String overview, int version) {
        prose(actor, of, overview, version, 2025);
    }

    private void prose(Actor actor, String of, String overview, int version, int year) {
        var payload = Map.of(
                "figures", Map.of("T2.3.a4", 0, "T2.4.a4", 0, "T2.5.a4", 0, "T2.6.a5", 0),
                "narrative", Map.of("1", overview, "5", "不够快。", "6", "没有其他事项。"),
                "version", version);
        assertThat(current.callAs(
                        actor,
                        () -> mvc.put()
                                .uri("/api/v1/reports/annual/" + of + "/" + year + "/draft")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsBytes(payload))
                                .exchange()))
                .hasStatusOk();
    }

    @Test
    @DisplayName("填不得的格、大得离谱的数、空值：一句话拒绝或者当作没填")
    void odd_drafts_are_refused() {
        for (String figures : List.of("{\"A.c1\":1}", "{\"T2.3.a4\":-1}", "{\"T2.3.a4\":1e999999999}")) {
            assertThat(put("{\"figures\":" + figures + "}")).as(figures).hasStatus(422);
        }
        assertThat(put("{\"figures\":{\"Z9.c1\":1}}")).hasStatus(404);
        assertThat(put("{\"figures\":{\"T2.3.a4\":null},\"narrative\":{\"1\":null},\"explanation\":null}"))
                .hasStatusOk();
        assertThat(put("null")).hasStatus(400);
    }

    private MvcTestResult put(String payload) {
        return current.callAs(
                liaison,
                () -> mvc.put()
                        .uri(api(2025) + "/draft")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(payload)
                        .exchange());
    }

    private static final class Told implements Importer.Report {

        private final List<String> problems = new ArrayList<>();
        private String counts = "";

        @Override
        public void progress(long done, long total) {}

        @Override
        public void counted(long added, long changed, long unchanged, long rejected) {
            counts = added + " " + changed + " " + unchanged + " " + rejected;
        }

        @Override
        public void problem(
                String sheet,
                long row,
                String column,
                String value,
                Importer.Level level,
                String messageKey,
                Object... args) {
            problems.add(column + " " + messageKey + " " + List.of(args));
        }

        @Override
        public void row(Map<String, Object> content) {}
    }

    private Told load(String csv, Map<String, String> parameters, boolean dryRun) throws IOException {
        Path file = Files.createTempFile("report", ".csv");
        Files.write(file, csv.getBytes(StandardCharsets.UTF_8));
        Told told = new Told();
        current.runAs(liaison, () -> importer.run(new Importer.Upload(file, "年报.csv", parameters, dryRun, "x"), told));
        return told;
    }
}
