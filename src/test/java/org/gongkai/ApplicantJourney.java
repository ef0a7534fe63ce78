package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.Applying.Receipt;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 申请人这一边，和各种提出方式。 Every way of filing, and what an applicant does afterwards. */
@DisplayName("依申请公开：每种提出方式；申请人补正、缴费、撤回、下载答复")
@InDistrict
class ApplicantJourney {

    private static final String BODY = "DA103";

    @Test
    @DisplayName("clicks_resident_3、4：不用账号提出申请不超过 9 次；凭查询码查进度不超过 2 次")
    void clicks_resident_3_and_4() {
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            resident.countFromHere();
            Receipt receipt = Applying.online(resident, Applying.sheet(BODY, "NATURAL_PERSON", "夜间施工许可清单", "二〇二五年"));
            assertThat(resident.clicks()).isLessThanOrEqualTo(9);
            assertThat(scanned(resident)).endsWith("/ysq/look#" + receipt.code());
            Screens.both(resident, "request-receipt");
            assertThat(resident.barriers()).isEmpty();
            assertThat(resident.page().url()).doesNotContain(receipt.code());
            resident.countFromHere();
            Applying.look(resident, receipt);
            assertThat(resident.clicks()).isLessThanOrEqualTo(2);
            assertThat(Applying.text(resident)).contains("还没有确认收到");
            assertThat(resident.page().url()).doesNotContain(receipt.code());
            assertThat(resident.elsewhere()).isEmpty();
        }
    }

    /** 像手机那样，从屏幕上读出二维码。 */
    private static String scanned(Visitor visitor) {
        try {
            var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(
                    visitor.page().locator(".qr svg").screenshot()));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new com.google.zxing.RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new com.google.zxing.qrcode.QRCodeReader()
                    .decode(new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(source)))
                    .getText();
        } catch (java.io.IOException | com.google.zxing.ReaderException e) {
            throw new AssertionError("the code on the receipt cannot be read", e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPANY", "OTHER_ORGANISATION"})
    @DisplayName("法人、其他组织在网上提出，不用脚本")
    void an_organisation_applies_without_script(String kind) {
        try (Visitor visitor = Visitor.withoutScript(SharedDistrict.url())) {
            Receipt receipt = Applying.online(visitor, Applying.sheet(BODY, kind, "", "工业园区污水处理厂的环评批复"));
            Applying.look(visitor, receipt);
            assertThat(Applying.text(visitor)).contains("污水处理厂");
        }
    }

    @Test
    @DisplayName("一页一问，三百二十像素也好填；先存起来，凭编码回来；核对时改一项；二维码打开就是查询")
    void save_return_check_and_scan() {
        var sheet = Applying.sheet(BODY, "NATURAL_PERSON", "", "老旧小区改造的资金安排");
        String kept;
        try (Visitor phone = Visitor.onPhone(SharedDistrict.url())) {
            phone.open("/ysq/apply");
            for (int question = 0; question < 3; question++) {
                assertThat(phone.page().locator("h1").count()).isEqualTo(1);
                assertThat(phone.overflow()).as(Applying.text(phone)).isZero();
                assertThat(phone.barriers()).isEmpty();
                Applying.fill(phone, sheet);
                Applying.next(phone);
            }
            phone.click("button[value=SAVE]");
            kept = phone.page().locator("#code").innerText();
            assertThat(phone.barriers()).isEmpty();
        }
        Receipt receipt;
        try (Visitor desktop = Visitor.at(SharedDistrict.url())) {
            desktop.open("/ysq").click("main a[href='/ysq/return']");
            desktop.type("main [name=code]", kept).click("main form button");
            assertThat(Applying.text(desktop)).contains("第 4 步");
            Applying.answer(desktop, sheet);
            desktop.click("button[value=WANTED]");
            assertThat(desktop.page().locator("[name=description]").inputValue())
                    .isEqualTo("老旧小区改造的资金安排");
            desktop.type("[name=description]", "老旧小区改造二〇二五年的资金安排");
            Applying.next(desktop);
            Applying.answer(desktop, sheetWithout(sheet, "description"));
            assertThat(Applying.text(desktop)).contains("老旧小区改造二〇二五年的资金安排");
            Screens.both(desktop, "request-check");
            assertThat(desktop.barriers()).isEmpty();
            receipt = Applying.submit(desktop);
        }
        try (Visitor scanned = Visitor.onPhone(SharedDistrict.url())) {
            scanned.open("/ysq/look#" + receipt.code());
            assertThat(scanned.page().url()).doesNotContain("#");
            scanned.click("main form button");
            assertThat(scanned.page().locator("h1").innerText()).contains(receipt.reference());
            assertThat(scanned.overflow()).isZero();
            assertThat(scanned.barriers()).isEmpty();
        }
    }

    private static Map<String, String> sheetWithout(Map<String, String> sheet, String field) {
        var rest = new java.util.LinkedHashMap<>(sheet);
        rest.remove(field);
        return rest;
    }

    @Test
    @DisplayName("R-REQ-22：申请更正与本人有关的记录，带着证据；凭查询码看到期限不是法定的")
    void rectification_with_evidence() {
        var sheet = Applying.sheet(BODY, "NATURAL_PERSON", "测试名册", "名字写成了别人的");
        sheet.put("shouldBe", "名字是我的");
        try (Visitor resident = Visitor.onPhone(SharedDistrict.url())) {
            resident.open("/ysq").click("main a[href*='caseKind=RECTIFICATION']");
            Applying.fill(resident, sheet);
            Applying.next(resident);
            assertThat(resident.page().locator("h1").innerText()).isEqualTo("哪条记录不准确？");
            assertThat(resident.overflow()).isZero();
            assertThat(resident.barriers()).isEmpty();
            Applying.answer(resident, sheet);
            resident.page()
                    .locator("#f-attachments")
                    .setInputFiles(
                            new FilePayload("证据.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
            assertThat(resident.barriers()).isEmpty();
            Receipt receipt = Applying.submit(resident);
            Applying.look(resident, receipt);
            assertThat(Applying.text(resident)).contains("申请更正与本人有关的政府信息", "测试名册", "不是法定期限");
            assertThat(resident.barriers()).isEmpty();
        }
    }

    @Test
    @DisplayName("N8：边填边提示已经公开的；仍然一下就能接着申请；找到了的，次数公开地数")
    void suggestions_while_typing() {
        String title;
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            resident.open("/xxgk/" + BODY + "/nr");
            title = resident.page()
                    .locator("main a[href*='/xxgk/" + BODY + "/2']")
                    .first()
                    .innerText();
            int before = followed(resident);
            resident.open("/ysq/apply?body=" + BODY);
            Applying.next(resident);
            resident.page().locator("[name=title]").pressSequentially(title);
            resident.page()
                    .locator("#suggested a:has-text('" + title + "')")
                    .first()
                    .waitFor();
            Screens.both(resident, "request-suggestions");
            assertThat(resident.barriers()).isEmpty();
            Applying.next(resident);
            assertThat(Applying.text(resident)).contains("也许不用申请", "第 3 步");
            resident.click("form[action='/ysq/answered'] button");
            assertThat(followed(resident)).isEqualTo(before + 1);
        }
    }

    private static int followed(Visitor visitor) {
        var other = visitor.page().context().newPage();
        try {
            other.navigate(SharedDistrict.url() + "/ysq/flow");
            return Integer.parseInt(other.locator("main").innerText().replaceFirst("(?s).*没有继续申请的 ([0-9]+) 次.*", "$1"));
        } finally {
            other.close();
        }
    }

    @Test
    @DisplayName("没有填的：就在那一问说明，已经填的都在")
    void what_is_missing_is_said_where_it_is() {
        try (Visitor visitor = Visitor.sized(SharedDistrict.url(), 360, 740)) {
            visitor.open("/ysq/apply?body=" + BODY);
            Applying.next(visitor);
            Applying.next(visitor);
            assertThat(Applying.text(visitor)).contains("有一样就行");
            Screens.documented(visitor, "request-missing-360");
            assertThat(visitor.barriers()).isEmpty();
            assertThat(visitor.overflow()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "COUNTER, true",
        "ORAL, true",
        "SIGNED_POST, true",
        "ORDINARY_POST, false",
        "FAX, false",
        "EMAIL, false",
        "MISADDRESSED_POST, false"
    })
    @DisplayName("clicks_window_2：窗口登记别人的申请不超过 6 次；当面、口头、签收的当场收到，其余等双方确认")
    void clicks_window_2(String channel, boolean received) {
        try (Visitor window = SharedDistrict.as(BODY, Duty.WINDOW)) {
            var sheet = Applying.sheet(BODY, "NATURAL_PERSON", "", "从" + channel + "来的申请");
            window.open("/desk").countFromHere();
            window.click(".desk-menu a[href='/desk/requests']").click("main a[href='/desk/requests/new']");
            window.page().locator("[name=channel]").selectOption(channel);
            Applying.fill(window, sheet);
            window.click("main form[enctype] button");
            Receipt receipt = Applying.receipt(window);
            assertThat(window.clicks()).isLessThanOrEqualTo(6);
            window.click("main a.button");
            assertThat(Applying.text(window)).contains(received ? "已收到，待分办" : "待确认收到");
            if (!received) {
                Applying.act(window, "confirm", Map.of("words", "已电话与申请人确认"));
                assertThat(Applying.text(window)).contains("已收到，待分办");
            } else if (channel.equals("ORAL")) {
                Screens.both(window, "request-case-new");
                assertThat(window.barriers()).isEmpty();
            }
            try (Visitor applicant = Visitor.at(SharedDistrict.url())) {
                assertThat(Applying.text(Applying.look(applicant, receipt))).contains("答复的最后一日");
            }
        }
    }

    @Test
    @DisplayName("补正：一次说清要补什么，最后一日写明；补上之后期限重新起算；缴费通知写明件数、金额、期限")
    void correction_and_fee() {
        try (Visitor applicant = Visitor.at(SharedDistrict.url());
                Visitor liaison = SharedDistrict.as(BODY, Duty.LIAISON);
                Visitor head = SharedDistrict.as(BODY, Duty.SECTION_HEAD)) {
            Receipt receipt = Applying.online(applicant, Applying.sheet(BODY, "NATURAL_PERSON", "", "全部道路养护合同的每一页"));
            Applying.act(Applying.open(liaison, receipt), "confirm");
            Applying.act(liaison, "ask-correction", Map.of("words", "请写明道路名称和年份"));
            assertThat(Applying.text(Applying.look(applicant, receipt)))
                    .contains("请您办理", "请写明道路名称和年份", "逾期没有正当理由的，视为放弃申请");
            Screens.both(applicant, "request-status-correction");
            assertThat(applicant.barriers()).isEmpty();
            applicant.type("#words-CORRECT", "东环路，二〇二五年").click("form:has([value=CORRECT]) button");
            assertThat(Applying.text(applicant)).contains("已经收到，谢谢", "已收到，待分办");
            Applying.act(Applying.open(liaison, receipt), "assign");
            Applying.act(Applying.open(head, receipt), "notice-fee", Map.of("fee", "PAGES", "count", "150"));
            assertThat(Applying.text(Applying.look(applicant, receipt)))
                    .contains("请您办理", "信息处理费：150 件（页），1700 元", "等待申请人缴费");
            Screens.both(applicant, "request-status-fee");
            Applying.act(Applying.open(liaison, receipt), "record-payment");
            assertThat(Applying.text(Applying.look(applicant, receipt)))
                    .contains("承办")
                    .doesNotContain("请您办理");
        }
    }

    @Test
    @DisplayName("撤回：收在后面，说明不能恢复；撤回之后办结，不再要申请人做什么")
    void withdrawal() {
        try (Visitor applicant = Visitor.at(SharedDistrict.url())) {
            Receipt receipt = Applying.online(applicant, Applying.sheet(BODY, "NATURAL_PERSON", "", "想要又不要的材料"));
            Applying.look(applicant, receipt)
                    .click("details:has([value=WITHDRAW]) summary")
                    .click("form:has([value=WITHDRAW]) button");
            assertThat(Applying.text(applicant)).contains("终止处理", "申请已经撤回或者合并，没有作出答复");
            assertThat(applicant.page().locator("form[action='/ysq/look/act']").count())
                    .isZero();
            assertThat(applicant.barriers()).isEmpty();
        }
    }

    @Test
    @DisplayName("答复：申请人下载 .docx 和 PDF，看到救济途径，逐日账和经办人看的一模一样")
    void the_reply_and_the_same_clock() {
        try (Visitor applicant = Visitor.at(SharedDistrict.url());
                Visitor liaison = SharedDistrict.as(BODY, Duty.LIAISON)) {
            Receipt receipt = Applying.online(applicant, Applying.sheet(BODY, "NATURAL_PERSON", "停车场收费标准", ""));
            Applying.act(Applying.open(liaison, receipt), "confirm");
            Applying.act(liaison, "assign");
            Applying.act(liaison, "draft-reply", Map.of("reply", "GRANTED", "words", "每小时五元，见附件。"));
            for (var step : List.of(
                    Map.entry(Duty.SECTION_HEAD, "approve"),
                    Map.entry(Duty.SECRECY_REVIEWER, "clear"),
                    Map.entry(Duty.SIGNER, "sign"))) {
                try (Visitor colleague = SharedDistrict.as(BODY, step.getKey())) {
                    Applying.act(Applying.open(colleague, receipt), step.getValue());
                }
            }
            Applying.act(Applying.open(liaison, receipt), "dispatch", Map.of("manner", "ELECTRONIC"));
            Applying.look(applicant, receipt);
            assertThat(Applying.text(applicant)).contains("予以公开", "救济途径", "六十日内申请行政复议");
            Screens.both(applicant, "request-status-replied");
            assertThat(applicant.barriers()).isEmpty();
            assertThat(days(applicant)).isNotEmpty().isEqualTo(days(liaison));
            assertThat(download(applicant, "li:last-child button:not([name])")).startsWith("PK");
            assertThat(download(applicant, "li:last-child button[value=pdf]")).startsWith("%PDF");
        }
    }

    private static List<String> days(Visitor visitor) {
        return visitor.page().locator("details table tbody tr").allTextContents().stream()
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
    }

    private static String download(Visitor applicant, String button) {
        var file = applicant
                .page()
                .waitForDownload(() -> applicant
                        .page()
                        .locator("main form[action^='/ysq/look/papers/'] >> xpath=ancestor::ul")
                        .last()
                        .locator(button)
                        .click());
        try (var bytes = file.createReadStream()) {
            return new String(bytes.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
