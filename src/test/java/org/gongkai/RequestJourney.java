package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.gongkai.Applying.Receipt;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 一件申请走完全程：网上提出、补正、征求第三方、延期、部分公开、交邮、归档、转主动公开，再从年报的数字点回这一件。
 *
 * <p>The whole life of one application in the browser, each act by the duty that may do it, until the figure of the annual report
 * leads back to the case. And the office's, the handler's, the reviewer's and the signer's daily clicks.
 */
@DisplayName("依申请公开一条龙：从提出到年报里的一格；各岗位的点击预算")
@InDistrict
class RequestJourney {

    private static final String BODY = "DA105";
    private static final String TITLE = "东环路道路改造工程施工合同";
    private static final String REPORT = "/desk/reports/" + BODY + "/"
            + LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    @Test
    @DisplayName("网上提出 → 补正 → 征求第三方 → 延期 → 部分公开 → 交邮 → 归档 → 转主动公开 → 年报的一格 → 点回这一件")
    void from_the_form_to_the_cell_of_the_report() {
        int[] before = figures();
        Receipt receipt;
        try (Visitor applicant = Visitor.at(SharedDistrict.url())) {
            receipt = Applying.online(applicant, Applying.sheet(BODY, "COMPANY", TITLE, ""));
            corrected(applicant, receipt);
        }
        handled(receipt);
        reviewed(receipt);
        delivered(receipt);
        answered(receipt);
        counted(receipt, before);
    }

    private static Visitor liaison() {
        return SharedDistrict.as(BODY, Duty.LIAISON);
    }

    private static void corrected(Visitor applicant, Receipt receipt) {
        try (Visitor liaison = liaison()) {
            Applying.act(Applying.open(liaison, receipt), "confirm");
            Applying.act(liaison, "ask-correction", Map.of("words", "请写明是哪一年、哪一个标段的合同"));
        }
        Applying.look(applicant, receipt)
                .type("#words-CORRECT", "二〇二五年，第一标段")
                .click("form:has([value=CORRECT]) button");
        assertThat(Applying.text(applicant)).contains("已经收到，谢谢");
    }

    private static void handled(Receipt receipt) {
        try (Visitor liaison = liaison();
                Visitor head = SharedDistrict.as(BODY, Duty.SECTION_HEAD)) {
            Applying.act(Applying.open(liaison, receipt), "assign");
            Applying.act(liaison, "record-search", Map.of("words", "档案室，“东环路 施工合同”，林联络，找到一份"));
            Applying.act(
                    liaison, "consult", Map.of("consulted", "THIRD_PARTY", "party", "测试路桥公司", "words", "合同报价是否可以公开"));
            assertThat(Applying.text(liaison)).contains("征求意见书", "等待答复");
            Screens.both(liaison, "request-case");
            assertThat(liaison.barriers()).isEmpty();
            assertThat(liaison.overflow()).isZero();
            Applying.act(liaison, "record-opinion", Map.of("opinion", "REFUSED_REASONABLY", "words", "报价明细是商业秘密"));
            Applying.act(Applying.open(head, receipt), "extend", Map.of("days", "10", "words", "需要逐页区分处理"));
            supply(Applying.open(liaison, receipt));
            Applying.act(
                    liaison,
                    "draft-reply",
                    Map.of(
                            "reply", "PARTIAL",
                            "ground", "THIRD_PARTY",
                            "words", "公开合同文本；报价明细是第三方的商业秘密，不予公开。"));
        }
    }

    /** 附上要提供的文件。 */
    private static void supply(Visitor liaison) {
        liaison.click("summary:has-text('附上要提供的文件')");
        liaison.page()
                .setInputFiles(
                        "#supplied-files",
                        new FilePayload("合同文本.txt", "text/plain", "合同正文".getBytes(StandardCharsets.UTF_8)));
        liaison.click("form:has(#supplied-files) button");
        assertThat(Applying.text(liaison)).contains("已附上", "合同文本.txt", "随答复提供");
        assertThat(liaison.barriers()).isEmpty();
    }

    private static void reviewed(Receipt receipt) {
        step(Duty.SECTION_HEAD, receipt, "approve");
        step(Duty.SECRECY_REVIEWER, receipt, "clear");
        step(Duty.SIGNER, receipt, "sign");
    }

    private static void step(Duty duty, Receipt receipt, String act) {
        try (Visitor colleague = SharedDistrict.as(BODY, duty)) {
            Applying.act(Applying.open(colleague, receipt), act);
        }
    }

    private static void delivered(Receipt receipt) {
        try (Visitor window = SharedDistrict.as(BODY, Duty.WINDOW);
                Visitor liaison = liaison()) {
            Applying.act(
                    Applying.open(window, receipt), "dispatch", Map.of("manner", "POST", "reference", "1100000000017"));
            Applying.act(window, "record-service");
            Applying.act(Applying.open(liaison, receipt), "propose-disclosure");
            Applying.act(liaison, "archive");
            assertThat(Applying.text(liaison)).contains("已归档", "部分公开", "政府信息部分公开答复书.docx");
            Screens.both(liaison, "request-case-archived");
            assertThat(liaison.barriers()).isEmpty();
            liaison.click("dt:has-text('转为主动公开') + dd a");
            assertThat(Applying.text(liaison)).contains(TITLE);
            assertThat(liaison.barriers()).isEmpty();
        }
    }

    private static void answered(Receipt receipt) {
        try (Visitor applicant = Visitor.onPhone(SharedDistrict.url())) {
            Applying.look(applicant, receipt);
            assertThat(Applying.text(applicant)).contains("已归档", "部分公开", "应当先自收到之日起六十日内申请行政复议", "合同文本.txt", "随答复提供");
            assertThat(applicant.overflow()).isZero();
            assertThat(applicant.barriers()).isEmpty();
        }
    }

    /** 新收、部分公开、总计，各多一件；点开部分公开的数字，就是这一件。 */
    private static void counted(Receipt receipt, int[] before) {
        int[] after = figures();
        for (int i = 0; i < after.length; i++) {
            assertThat(after[i] - before[i]).as("cell %d", i).isEqualTo(1);
        }
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            office.open(REPORT).click(cell("C2", "c2"));
            Screens.both(office, "report-cell");
            assertThat(office.barriers()).isEmpty();
            office.click("main a:has-text('" + receipt.reference() + "')");
            assertThat(office.page().locator("h1").innerText()).contains(receipt.reference());
        }
    }

    private static String cell(String row, String column) {
        return "[id='" + org.gongkai.report.CellAddress.of(row, column) + "'] a";
    }

    private static int[] figures() {
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            office.open(REPORT);
            return java.util.stream.Stream.of("A", "C2", "C7")
                    .mapToInt(row -> Integer.parseInt(
                            office.page().locator(cell(row, "c2")).innerText().strip()))
                    .toArray();
        }
    }

    @Test
    @DisplayName("clicks_office_2、liaison_5：分办不超过 3 次；为分到手的申请拟答复不超过 4 次")
    void clicks_office_2_and_liaison_5() {
        Receipt receipt = enter("停车场收费标准");
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            office.countFromHere();
            Applying.act(Applying.open(office, receipt), "assign");
            assertThat(office.clicks()).isLessThanOrEqualTo(3);
        }
        draft(receipt);
    }

    private static void draft(Receipt receipt) {
        try (Visitor liaison = liaison()) {
            liaison.countFromHere();
            Applying.act(Applying.open(liaison, receipt), "draft-reply", Map.of("reply", "GRANTED", "words", "每小时五元。"));
            assertThat(liaison.clicks()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    @DisplayName("审核、签发：从首屏两次点击就能通过；退回写明理由，回到承办人手里")
    void the_reviewer_and_the_signer() {
        Receipt receipt = enter("社区养老服务中心运营合同");
        try (Visitor liaison = liaison()) {
            Applying.act(Applying.open(liaison, receipt), "assign");
        }
        draft(receipt);
        try (Visitor head = SharedDistrict.as(BODY, Duty.SECTION_HEAD)) {
            Applying.act(Applying.open(head, receipt), "return", Map.of("words", "请写明依据"));
            assertThat(Applying.text(head)).contains("承办");
        }
        draft(receipt);
        for (var step : java.util.List.of(
                Map.entry(Duty.SECTION_HEAD, "approve"),
                Map.entry(Duty.SECRECY_REVIEWER, "clear"),
                Map.entry(Duty.SIGNER, "sign"))) {
            try (Visitor colleague = SharedDistrict.as(BODY, step.getKey())) {
                colleague.open("/desk").countFromHere();
                colleague.click("main a:has-text('" + receipt.reference() + "')");
                Applying.act(colleague, step.getValue());
                assertThat(colleague.clicks()).as("从首屏数：%s", step.getValue()).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    @DisplayName("示范区：申请写着承办人的姓名，没有“没有承办人”的预警；网站以外的渠道也公开了一些")
    void the_demonstration_looks_alive() {
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            office.open("/desk/requests?view=ALL");
            assertThat(Applying.text(office)).contains("示范联络员").doesNotContain("demonstration-");
            office.click("main tr:has-text('示范联络员') a");
            assertThat(Applying.text(office)).contains("示范联络员").doesNotContain("没有承办人", "demonstration-");
            office.open("/api/v1/coverage?by=channel");
            assertThat(office.page().content())
                    .containsPattern("\"channel\":\"(?!WEBSITE)[A-Z_]+\"[^}]*\"itemsCovered\":[1-9]");
        }
    }

    /** 窗口登记一件当面提交的，当场收到。 */
    private static Receipt enter(String title) {
        try (Visitor window = SharedDistrict.as(BODY, Duty.WINDOW)) {
            window.open("/desk/requests/new");
            Applying.fill(window, Applying.sheet(BODY, "NATURAL_PERSON", title, ""));
            window.click("main form[enctype] button");
            return Applying.receipt(window);
        }
    }
}
