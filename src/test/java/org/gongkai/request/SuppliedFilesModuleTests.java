package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.GongkaiTest;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("随答复提供的文件：拟答复之前附上，送达之后申请人才拿得到")
class SuppliedFilesModuleTests {

    private static final byte[] TABLE = "年度,金额（元）\n2025,820\n".getBytes(StandardCharsets.UTF_8);

    private final TestCases cases;
    private final SuppliedFiles supplied;
    private final Journal journal;

    SuppliedFilesModuleTests(ApplicationContext context, SuppliedFiles supplied, Journal journal) {
        this.cases = new TestCases(context);
        this.supplied = supplied;
        this.journal = journal;
    }

    private boolean add(TestCases.Office office, long id, String name, byte[] content) {
        return cases.as(office.liaison(), () -> {
            supplied.add(id, List.of(new Application.Enclosure(name, content)));
            return true;
        });
    }

    private List<Paper> files(TestCases.Office office, long id) {
        return cases.as(office.signer(), () -> cases.requests.papers(id)).stream()
                .filter(Paper::isSupplied)
                .toList();
    }

    @Test
    @DisplayName("附两份、取下一份：审核的人看得到留下的，答复书写明，送达之前申请人看不到，送达之后下载的与附上的一字不差")
    void what_was_reviewed_is_what_the_applicant_gets() throws IOException {
        var office = cases.office();
        cases.clock.set(java.time.LocalDate.of(2026, 3, 2));
        var filed = cases.as(
                office.liaison(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.COUNTER, "2026-03-02", "高龄补贴的发放金额")));
        long id = filed.id();
        cases.act(
                office.liaison(),
                id,
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        add(office, id, "发放金额.csv", TABLE);
        add(office, id, "旧表.csv", TABLE);
        long old = files(office, id).getLast().id();
        cases.as(office.liaison(), () -> {
            supplied.strike(id, old);
            return true;
        });

        cases.sign(office, id, Told.of("提供如下。").reply(ReplyKind.GRANTED));
        assertThat(files(office, id)).extracting(Paper::name).containsExactly("发放金额.csv");
        assertThat(cases.applicants.look(filed.code()).papers()).noneMatch(Paper::isSupplied);
        cases.act(
                office.liaison(),
                id,
                RequestAction.DISPATCH,
                Told.nothing().manner(ServiceManner.POST, "1100000000000"));

        var papers = cases.applicants.look(filed.code()).papers();
        var file = papers.stream().filter(Paper::isSupplied).findFirst().orElseThrow();
        assertThat(cases.applicants.paper(filed.code(), null, file.id(), false).bytes())
                .isEqualTo(TABLE);
        cases.refused("request.paperNotFound", () -> cases.applicants.paper(filed.code(), null, old, false));
        var reply = papers.stream()
                .filter(paper -> paper.isLetter() && paper.name().contains("答复"))
                .findFirst()
                .orElseThrow();
        assertThat(String.join(
                        "\n",
                        WordLetter.lines(cases.applicants
                                .paper(filed.code(), null, reply.id(), false)
                                .bytes())))
                .contains("附件：《发放金额.csv》")
                .doesNotContain("旧表");
        assertThat(cases.as(office.liaison(), () -> journal.of("request", String.valueOf(id))))
                .extracting(JournalLine::act)
                .contains("request.supply", "request.strike-supplied");
    }

    @Test
    @DisplayName("拟了答复就不能再附、再取下；不是承办的岗位、别的机关都不能")
    void nothing_changes_under_the_eyes_of_the_reviewer() {
        var office = cases.office();
        var other = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.refused("request.notFound", () -> add(other, id, "甲.csv", TABLE));
        cases.refused(
                "workflow.notYourDuty",
                () -> cases.as(office.head(), () -> {
                    supplied.add(id, List.of(new Application.Enclosure("甲.csv", TABLE)));
                    return true;
                }));
        add(office, id, "甲.csv", TABLE);
        long file = files(office, id).getFirst().id();
        cases.act(
                office.liaison(),
                id,
                RequestAction.DRAFT_REPLY,
                Told.of("提供如下。").reply(ReplyKind.GRANTED));
        cases.refused("workflow.notInThisState", () -> add(office, id, "乙.csv", TABLE));
        cases.refused(
                "workflow.notInThisState",
                () -> cases.as(office.liaison(), () -> {
                    supplied.strike(id, file);
                    return true;
                }));
        assertThat(files(office, id)).hasSize(1);
    }

    @Test
    @DisplayName("撤回、终止的，附上的文件不给")
    void a_case_that_ends_otherwise_gives_nothing() {
        var office = cases.office();
        cases.clock.set(java.time.LocalDate.of(2026, 3, 2));
        var filed = cases.as(
                office.liaison(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.COUNTER, "2026-03-02", "目录")));
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        add(office, filed.id(), "目录.csv", TABLE);
        cases.act(office.liaison(), filed.id(), RequestAction.RECORD_WITHDRAWAL, Told.of("申请人来电撤回"));
        assertThat(cases.applicants.look(filed.code()).papers()).noneMatch(Paper::isSupplied);
    }

    @Test
    @DisplayName("隐藏的工作表、不收的类型、一份也没有：说明原因，什么也没有附上")
    void what_nobody_saw_is_not_given_away() throws IOException {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet("公开").createRow(0).createCell(0).setCellValue("合计");
            book.createSheet("底稿").createRow(0).createCell(0).setCellValue("甲某");
            book.setSheetHidden(1, true);
            book.write(bytes);
        }
        cases.refused("request.supplied.hidden", () -> add(office, id, "名册.xlsx", bytes.toByteArray()));
        cases.refused("attachment.typeNotAllowed", () -> add(office, id, "程序.exe", TABLE));
        assertThat(cases.as(office.liaison(), () -> journal.of("body", office.body())))
                .as("拒收也留痕")
                .extracting(JournalLine::act)
                .contains("attachment.refused");
        cases.refused(
                "request.supplied.none",
                () -> cases.as(office.liaison(), () -> {
                    supplied.add(id, List.of());
                    return true;
                }));
        assertThat(files(office, id)).isEmpty();
    }
}
