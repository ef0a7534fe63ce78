package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 一条龙：示范区里导入真实目录和官方模板，认定公开主体，审核审定，登记形成，发布，门户，热力图；沿路截图。
 *
 * <p>From a real catalogue to a published record and the heat map, in a browser, with the pictures the README shows.
 */
@DisplayName("目录就是程序：导入、义务、发布、门户、热力图，在浏览器里走一遍")
@InDistrict
class DistrictJourney {

    private static final String REAL = "catalogue/raw/haitan_2020_merged_cells.xlsx";
    private static final Path PART = Path.of("src/test/resources/catalogue/haitan-2020/haitan_2020_part.csv");
    private static final Path TEMPLATE =
            Path.of("src/test/resources/catalogue/qingyunpu-2020/qingyunpu_2020_template.xlsx");
    private static final String GOVERNMENT = "DA000";
    private static final String TITLE = "澄湖区部分村庄编制完成的村庄规划（2026 年第一批）";

    @Test
    @DisplayName("从真实目录到公开、到热力图")
    void from_a_real_catalogue_to_the_heat_map() {
        LocalDate formed = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            Path real = SharedData.find(REAL).orElse(PART);
            bringInCatalogue(office, real, "", () -> Screens.both(office, "import-preview"));
            bringInCatalogue(office, TEMPLATE, "社会救助");
            nameTheBodies(office);
        }
        try (Visitor colleague = SharedDistrict.as("", Duty.OFFICE, Duty.LEADER)) {
            colleague.open("/desk");
            reviewAndAdopt(colleague);
            Screens.both(colleague, "catalogue-version");
        }
        String record = publish(formed);
        look(record);
    }

    /** 上传、预览、写入。 Uploads a catalogue, looks at the preview and applies it. */
    static void bringInCatalogue(Visitor office, Path file, String area) {
        bringInCatalogue(office, file, area, () -> {});
    }

    private static void bringInCatalogue(Visitor office, Path file, String area, Runnable seen) {
        office.open("/desk/imports?kind=catalogue");
        office.page().locator("[name=file]").setInputFiles(file);
        office.type("[name=area]", area);
        office.click("main form button[type=submit]");
        office.page().locator("main .figures").waitFor();
        assertThat(office.barriers()).isEmpty();
        seen.run();
        var apply = office.page().locator("form[action$='/apply'] button");
        if (apply.count() > 0) {
            office.click(apply);
            office.page().locator("main .notice, main .trouble").first().waitFor();
        }
        assertThat(office.page().locator("main .trouble").count())
                .as(office.page().locator("main").innerText())
                .isZero();
    }

    private static void nameTheBodies(Visitor office) {
        office.open("/desk/catalogue/bodies");
        Screens.documented(office, "catalogue-bodies");
        var asked = office.page().locator("select[name^='body.']");
        for (var select : asked.all()) {
            select.selectOption(GOVERNMENT);
        }
        if (asked.count() > 0) {
            office.click("form[action='/desk/catalogue/bodies'] button[type=submit]");
        }
        assertThat(asked.count()).isZero();
    }

    /** 打开菜单里的草案，审核、审定，今天起生效。 */
    static void reviewAndAdopt(Visitor office) {
        office.click(".desk-menu a[href='/desk/catalogue']");
        office.click("tr:has(.status.waiting) a[href*='/desk/catalogue/versions/']");
        office.click("form[action$='/review'] button");
        office.type(
                "form[action$='/adopt'] [name=effectiveFrom]",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        office.click("form[action$='/adopt'] button");
        assertThat(office.page().locator("main").innerText()).contains("现行");
    }

    private static String publish(LocalDate formed) {
        String item;
        try (Visitor liaison = SharedDistrict.as(GOVERNMENT, Duty.LIAISON)) {
            item = formItem(liaison, formed);
            liaison.open("/desk");
            Screens.both(liaison, "worklist");
            liaison.click("tr:has-text('部分村庄编制完成的村庄规划') a[href^='/desk/publication/new']");
            liaison.page().locator(".editor-area").fill("现将柳桥片区村庄规划予以公布，规划文本见附件。公布期间欢迎提出意见。");
            liaison.page()
                    .locator("[name=files]")
                    .setInputFiles(WorkbenchJourney.file("规划文本.txt", "text/plain", "规划文本"));
            liaison.page().locator("#check .rich:has-text('柳桥片区')").waitFor();
            Screens.both(liaison, "publication-editor");
            assertThat(liaison.barriers()).isEmpty();
            liaison.click("button[value=submit]");
            assertThat(liaison.page().locator("main").innerText()).contains("已提交审核");
        }
        decide(Duty.SECTION_HEAD, "approve", "已通过");
        decide(Duty.SECRECY_REVIEWER, "approve", "已通过");
        decide(Duty.SIGNER, "sign", "已签发");
        return item;
    }

    /** 队列里也有别的单位的稿子，办自己这一件。 */
    private static void decide(Duty duty, String verb, String done) {
        try (Visitor reviewer = SharedDistrict.as(GOVERNMENT, duty)) {
            reviewer.open("/desk/publication/review").click(".review-queue a:has-text('" + TITLE + "')");
            if (duty == Duty.SECTION_HEAD) {
                Screens.both(reviewer, "publication-review");
            }
            reviewer.click("form[action$='/" + verb + "'] button:first-child");
            assertThat(reviewer.page().locator("main .notice[role=status]").innerText())
                    .contains(done);
        }
    }

    /** 目录刚审定，义务在后台编好之后，选项里才有；等它，再登记。 */
    private static String formItem(Visitor liaison, LocalDate formed) {
        Page page = liaison.page();
        page.waitForCondition(
                () -> {
                    liaison.open("/desk/formations/new?body=" + GOVERNMENT);
                    return page.locator("[name=item] option:has-text('村庄规划')").count() > 0;
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
        String item =
                page.locator("[name=item] option:has-text('村庄规划')").first().getAttribute("value");
        page.locator("[name=item]").selectOption(item);
        liaison.type("[name=formedOn]", formed.toString());
        liaison.type("[name=title]", TITLE);
        Screens.documented(liaison, "formation");
        liaison.click("form[action='/desk/formations'] button");
        // the obligations of the adopted catalogue may still be compiling; registering waits for them
        page.locator("main .notice, main .trouble")
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(90_000));
        assertThat(page.locator("main").innerText()).contains("已登记");
        return item;
    }

    private static void look(String item) {
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            resident.open("/");
            Screens.both(resident, "portal-home");
            resident.open("/xxgk/" + GOVERNMENT + "/nr");
            resident.click("main a:has-text('部分村庄编制完成的村庄规划')");
            assertThat(resident.page().locator("main").innerText()).contains("柳桥片区村庄规划");
            Screens.both(resident, "portal-record");
            resident.open("/bzml");
            Screens.documented(resident, "portal-catalogue");
            resident.open("/search?q=村庄规划");
            Screens.documented(resident, "portal-search");
            assertThat(resident.elsewhere()).isEmpty();
        }
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            office.open("/desk");
            Screens.both(office, "heat-map");
            assertThat(office.page().locator("table.heat td a").count()).isGreaterThan(50);
            assertThat(office.barriers()).isEmpty();
            office.click("td.late a");
            Screens.documented(office, "heat-map-cell");
            office.open("/desk/obligations?view=ON_TIME&body=" + GOVERNMENT + "&item=" + item);
            assertThat(office.page().locator("main table").innerText()).contains("村庄规划");
        }
    }
}
