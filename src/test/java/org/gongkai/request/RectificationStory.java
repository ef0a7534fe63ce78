package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.gongkai.GongkaiTest;
import org.gongkai.journal.Journal;
import org.gongkai.law.Statutes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;

/** 一件更正申请的一生（R-REQ-22、条例第四十一条）：带着证据提出、补正、核查、予以更正、归档；年报表三里没有它。 */
@GongkaiTest
class RectificationStory {

    private static final Applicant PERSON = TestCases.person("丁某", "测试更正证件一");
    private static final Wanted RECORD = TestCases.record("低保人员名册", "姓名写成了“丁木”", "姓名是“丁某”");
    private static final Application.Enclosure EVIDENCE =
            new Application.Enclosure("户口簿.pdf", "%PDF-1.4 测试".getBytes(StandardCharsets.UTF_8));

    private final TestCases cases;
    private final RequestLedger ledger;
    private final RequestFlow flow;
    private final CaseFolder folder;
    private final Journal journal;

    RectificationStory(
            ApplicationContext context, RequestLedger ledger, RequestFlow flow, CaseFolder folder, Journal journal) {
        this.cases = new TestCases(context);
        this.ledger = ledger;
        this.flow = flow;
        this.folder = folder;
        this.journal = journal;
    }

    private void on(String day) {
        cases.clock.set(LocalDate.parse(day));
    }

    @Test
    @DisplayName("R-REQ-22：从提出到归档；期限是本平台的默认，不是法律；证据齐了重新起算；予以更正")
    void a_rectification_lives_its_life() {
        var office = cases.office();
        on("2026-03-02");
        cases.refused(
                "request.evidenceMissing",
                () -> cases.applicants.file(TestCases.application(office, FilingChannel.ONLINE, PERSON, RECORD)));
        var filed =
                cases.applicants.file(TestCases.application(office, FilingChannel.ONLINE, PERSON, RECORD, EVIDENCE));
        var confirmed = cases.act(office.liaison(), filed.id(), RequestAction.CONFIRM, Told.nothing());
        assertThat(confirmed.caseKind()).isEqualTo(CaseKind.RECTIFICATION);
        assertThat(confirmed.wanted()).isEqualTo(RECORD);
        assertThat(confirmed.dueOn()).as("二十个工作日").isEqualTo("2026-03-30");
        assertThat(confirmed.caseKind().isStatutory()).as("不是法定期限").isFalse();

        on("2026-03-17");
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASK_CORRECTION,
                Told.of("户口簿看不清，请补一份").until(LocalDate.parse("2026-04-10")));
        assertThat(cases.applicants.look(filed.code()).possible())
                .containsExactly(RequestAction.CORRECT, RequestAction.WITHDRAW);
        on("2026-03-18");
        var corrected = cases.as(
                office.window(),
                () -> cases.desk.perform(
                        filed.id(),
                        null,
                        RequestAction.RECORD_CORRECTION,
                        null,
                        Particulars.words("已经当面交来"),
                        List.of(EVIDENCE)));
        assertThat(cases.as(office.liaison(), () -> cases.requests.papers(filed.id())))
                .as("后补的证据和先交的一样入卷")
                .extracting(Paper::name)
                .filteredOn(EVIDENCE.name()::equals)
                .hasSize(2);
        cases.refused(
                "request.papersOnCorrectionOnly",
                () -> cases.as(
                        office.liaison(),
                        () -> cases.desk.perform(
                                filed.id(),
                                null,
                                RequestAction.ASSIGN,
                                null,
                                Told.nothing().party(office.liaison().account()).done(),
                                List.of(EVIDENCE))));
        assertThat(corrected.dueOn()).isEqualTo("2026-04-16");
        cases.refused(
                "request.correctionOnce",
                () -> cases.act(
                        office.liaison(),
                        filed.id(),
                        RequestAction.ASK_CORRECTION,
                        Told.of("再补").until(LocalDate.parse("2026-04-30"))));

        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.act(office.liaison(), filed.id(), RequestAction.RECORD_SEARCH, Told.of("核对名册和户籍底册，属实"));
        cases.refused(
                "request.replyOfAnotherKind",
                () -> cases.act(
                        office.liaison(),
                        filed.id(),
                        RequestAction.DRAFT_REPLY,
                        Told.of("附后").reply(ReplyKind.GRANTED)));
        var replied = cases.reply(office, filed.id(), Told.of("名册已经改为“丁某”。").reply(ReplyKind.RECTIFIED));
        assertThat(replied.annualRow()).as("年报没有这一行").isNull();
        assertThat(replied.late()).isFalse();
        cases.act(office.liaison(), filed.id(), RequestAction.ARCHIVE, Told.nothing());

        var seen = cases.applicants.look(filed.code());
        assertThat(seen.reply()).isEqualTo(ReplyKind.RECTIFIED);
        assertThat(seen.papers())
                .extracting(Paper::name)
                .containsExactly("政府信息更正申请登记回执.docx", "政府信息更正申请补正告知书.docx", "政府信息予以更正告知书.docx");
        assertThat(letter(office, filed.id(), "政府信息予以更正告知书.docx"))
                .contains("丁某", "低保人员名册", "名册已经改为“丁某”。", "第四十一条", "行政复议", "直接提起行政诉讼")
                .doesNotContain("{{", "公开申请", "第三十六条");
        assertThat(letter(office, filed.id(), "政府信息更正申请登记回执.docx")).contains("法律没有规定更正申请的办理期限");
        assertThat(cases.sql(() -> journal.of("request", String.valueOf(filed.id()))).stream()
                        .flatMap(line -> line.basis().stream())
                        .distinct())
                .as("每一步依据的都是第四十一条")
                .containsExactly("OGI-41");
        assertThat(folder(office, filed.id())).contains("种类：申请更正", "不是法定期限", "应当更正为：姓名是“丁某”");
    }

    /** 卷宗里的目录和申请。 */
    private String folder(TestCases.Office office, long id) {
        var mark = new Watermark("甲", "a", "乙", OffsetDateTime.now(cases.clock), "测试");
        var bytes = cases.as(office.head(), () -> folder.of(id, mark));
        var text = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (int i = 0; i < 2 && zip.getNextEntry() != null; i++) {
                zip.transferTo(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private String letter(TestCases.Office office, long id, String name) {
        return cases.as(office.liaison(), () -> {
            var paper = cases.requests.papers(id).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return String.join(
                    "\n", WordLetter.lines(cases.requests.paper(id, paper.id()).bytes()));
        });
    }

    /** 窗口登记的一件，交给联络员。 */
    private long inHand(TestCases.Office office, Wanted wanted) {
        var filed = cases.as(
                office.window(),
                () -> cases.desk.file(TestCases.application(office, FilingChannel.COUNTER, PERSON, wanted)));
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        return filed.id();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TRANSFERRED, 政府信息更正申请转送告知书.docx, true",
        "REFERRED, 非本机关负责更正告知书.docx, true",
        "NOT_RECTIFIED, 政府信息不予更正告知书.docx, false"
    })
    @DisplayName("窗口登记；转送、告知另找的要写明哪个机关，转送的还有一份函；不予更正的写明理由；都有救济告知")
    void other_results(ReplyKind result, String title, boolean another) {
        var office = cases.office();
        on("2026-03-02");
        long id = inHand(office, RECORD);
        if (another) {
            cases.refused(
                    "request.otherBodyMissing",
                    () -> cases.act(
                            office.liaison(),
                            id,
                            RequestAction.DRAFT_REPLY,
                            Told.of("不归本机关").reply(result)));
        }
        var told = Told.of("测试理由").reply(result);
        cases.reply(office, id, another ? told.party("测试镇人民政府") : told);

        assertThat(letter(office, id, title)).contains("测试理由", "六十日内申请行政复议", another ? "测试镇人民政府" : "不予更正");
        assertThat(cases.as(office.liaison(), () -> cases.requests.papers(id)))
                .extracting(Paper::name)
                .filteredOn(name -> name.equals("政府信息更正申请转送函.docx"))
                .hasSize(result == ReplyKind.TRANSFERRED ? 1 : 0);
    }

    @Test
    @DisplayName("当面、邮寄来的缺了证据也先登记，再补正；逾期不补正视为放弃，撤回终止，文书说的是更正申请")
    void withdrawn_or_abandoned() {
        var office = cases.office();
        on("2026-03-02");
        cases.refused("request.recordMissing", () -> inHand(office, TestCases.record("", "写错了", "")));
        long silent = inHand(office, TestCases.record("名册一", "", ""));
        cases.act(
                office.liaison(),
                silent,
                RequestAction.ASK_CORRECTION,
                Told.of("请写明哪里不准确，附上证据").until(LocalDate.parse("2026-03-20")));
        on("2026-03-23");
        var abandoned = cases.act(office.liaison(), silent, RequestAction.ABANDON, Told.nothing());
        assertThat(abandoned.reply()).isEqualTo(ReplyKind.NOT_CORRECTED);
        assertThat(abandoned.annualRow()).isNull();
        assertThat(letter(office, silent, "政府信息更正申请终止处理告知书.docx"))
                .contains("更正政府信息的申请", "逾期不补正")
                .doesNotContain("第三十条");

        long withdrawn = inHand(office, TestCases.record("名册二", "错", "对"));
        assertThat(cases.act(office.liaison(), withdrawn, RequestAction.RECORD_WITHDRAWAL, Told.of("来电撤回"))
                        .state())
                .isEqualTo(RequestState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestAction.class,
            names = {"NOTICE_FEE", "CONSULT", "ASK_REASONS", "EXTEND", "DEFER", "SPLIT"})
    @DisplayName("不收费、不征求意见、不延期、不拆分：流程表里没有，按钮上也没有")
    void what_only_disclosure_has_is_refused(RequestAction action) {
        var office = cases.office();
        on("2026-03-02");
        long id = inHand(office, RECORD);
        for (var actor : List.of(office.liaison(), office.head())) {
            cases.refused("workflow.notInThisState", () -> cases.act(actor, id, action, Told.of("测试")));
            assertThat(cases.as(actor, () -> cases.requests.possible(cases.requests.find(id))))
                    .isNotEmpty()
                    .doesNotContain(action);
        }
    }

    @Test
    @DisplayName("年报表三、申请人当月件数、重复、合并、停留天数都不把更正申请与公开申请混在一起；就它提起的复议仍是表四的")
    void it_is_never_mixed_up_with_disclosure() {
        var office = cases.office();
        on("2026-03-02");
        var before = flow.medians();
        var words = "与更正的记录同名的材料";
        long disclosure = cases.as(
                        office.window(),
                        () -> cases.desk.file(
                                TestCases.application(office, FilingChannel.COUNTER, PERSON, TestCases.wanted(words))))
                .id();
        long first = inHand(office, TestCases.record(words, "", ""));
        long second = inHand(office, TestCases.record(words, "", ""));
        for (int i = 0; i < 5; i++) {
            long more = inHand(office, TestCases.record("名册" + i, "", ""));
            cases.act(office.liaison(), more, RequestAction.RECORD_WITHDRAWAL, Told.of("撤回"));
        }

        assertThat(cases.as(office.liaison(), () -> cases.requests.monthlyCount(disclosure)))
                .isEqualTo(1);
        assertThat(cases.as(office.liaison(), () -> cases.requests.monthlyCount(second)))
                .isZero();
        assertThat(cases.as(office.liaison(), () -> cases.requests.repeats(first)))
                .as("与公开申请内容相同的不是重复")
                .isEmpty();
        assertThat(cases.as(office.liaison(), () -> cases.requests.repeats(second)))
                .hasValueSatisfying(line -> assertThat(line.id()).isEqualTo(first));
        cases.act(office.liaison(), second, RequestAction.RECORD_WITHDRAWAL, Told.of("重复"));
        long third = cases.as(
                        office.window(),
                        () -> cases.desk.file(TestCases.application(office, FilingChannel.COUNTER, PERSON, RECORD)))
                .id();
        cases.refused(
                "request.relatedOfAnother",
                () -> cases.act(
                        office.liaison(),
                        third,
                        RequestAction.MERGE,
                        Told.nothing().related(disclosure)));
        assertThat(cases.act(
                                office.liaison(),
                                third,
                                RequestAction.MERGE,
                                Told.nothing().related(first))
                        .state())
                .isEqualTo(RequestState.CLOSED);

        cases.reply(office, first, Told.of("没有错误").reply(ReplyKind.NOT_RECTIFIED));
        cases.act(
                office.liaison(),
                first,
                RequestAction.RECORD_REMEDY,
                Told.nothing().remedy(RemedyKind.RECONSIDERATION, RemedyResult.PENDING, "测复〔2026〕9号"));

        assertThat(cases.sql(() -> ledger.cases(List.of(office.body()), 2026)))
                .extracting(CountedRequest::id)
                .containsExactly(disclosure);
        assertThat(cases.sql(() -> ledger.remedies(List.of(office.body()), 2026)))
                .extracting(CountedRemedy::request)
                .containsExactly(first);
        assertThat(flow.medians()).isEqualTo(before);

        var kinds = new RequestFilter(RequestFilter.View.ALL, CaseKind.RECTIFICATION, office.body(), null, null);
        var all = new RequestFilter(RequestFilter.View.ALL, null, office.body(), null, null);
        assertThat(cases.as(office.liaison(), () -> cases.requests.list(kinds, null, 50))
                        .items())
                .hasSize(8)
                .allMatch(line -> line.caseKind() == CaseKind.RECTIFICATION);
        assertThat(cases.as(office.liaison(), () -> cases.requests.list(all, null, 50))
                        .items())
                .hasSize(9);
    }

    @Test
    @DisplayName("更正申请的每种结果都有规则、条款，没有年报的行，也不把信息公开出去")
    void results_have_their_rule() {
        var statutes = new Statutes();
        assertThat(ReplyKind.of(CaseKind.RECTIFICATION).stream().filter(ReplyKind::isReply))
                .containsExactly(
                        ReplyKind.RECTIFIED, ReplyKind.TRANSFERRED, ReplyKind.REFERRED, ReplyKind.NOT_RECTIFIED)
                .allSatisfy(kind -> {
                    assertThat(kind.rule()).isEqualTo("R-REQ-22");
                    assertThat(statutes.find(kind.basis())).isPresent();
                    assertThat(kind.annualRow(null)).isNull();
                    assertThat(kind.givesInformation()).isFalse();
                });
    }
}
