package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.SharedDistrict.Owed;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 在示范区里办事，从各岗位的首屏数起。 Click budgets counted from the first screen of each role, in the demonstration district. */
@DisplayName("点击预算：从首屏数起的联络员、政务公开科")
@InDistrict
class WorkbenchJourney {

    @Test
    @DisplayName("clicks_liaison_1：从待办发布，预填、附件、自查、提交，不超过 5 次")
    void clicks_liaison_1() {
        String body = SharedDistrict.busiestBody();
        try (Visitor liaison = SharedDistrict.as(body, Duty.LIAISON)) {
            liaison.open("/desk").countFromHere();
            assertThat(liaison.page().locator("main table .due strong").first().innerText())
                    .matches(".*\\d+.*");
            liaison.click("main table a[href^='/desk/publication/new']");
            assertThat(liaison.page().locator("[name=item]").inputValue()).isNotEmpty();
            assertThat(liaison.page().locator("[name=formedOn]").inputValue()).isNotEmpty();
            liaison.page().locator(".item-card").waitFor();
            if (liaison.page().locator("[name=title]").inputValue().isEmpty()) {
                liaison.type("[name=title]", "旅程里发布的一条公告");
            }
            liaison.page().locator(".editor-area").fill("按照规定，现予公告。联系电话见附件。");
            liaison.page().locator("[name=files]").setInputFiles(file("附件.txt", "text/plain", "附件内容"));
            liaison.page()
                    .locator("#check .rich, #check .list, #check .notice")
                    .first()
                    .waitFor();
            liaison.click("button[value=submit]");
            assertThat(liaison.page().locator("main").innerText()).contains("已提交审核");
            assertThat(liaison.clicks()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    @DisplayName("clicks_liaison_3：导入一张表，不超过 4 次，再传一次什么也不变")
    void clicks_liaison_3() {
        Owed known = SharedDistrict.open("&body=" + SharedDistrict.busiestBody()).stream()
                .filter(one -> one.kind().equals("FORMED") && !one.formedOn().isEmpty())
                .findFirst()
                .orElseThrow();
        String table = "externalId,body,item,formedOn,title\njourney-1,%s,%s,%s,旅程里登记的信息\njourney-2,%s,没有这一项,%s,写错的一行\n"
                .formatted(known.body(), known.item(), known.formedOn(), known.body(), known.formedOn());
        try (Visitor liaison = SharedDistrict.as(known.body(), Duty.LIAISON)) {
            liaison.open("/desk").countFromHere();
            upload(liaison, "formations", table);
            assertThat(liaison.page().locator("main").innerText()).contains("没有这一项");
            liaison.click("form[action$='/apply'] button");
            liaison.page().locator("main .notice").waitFor();
            assertThat(liaison.clicks()).isLessThanOrEqualTo(4);
            liaison.open("/desk");
            upload(liaison, "formations", table);
            assertThat(liaison.page().locator("form[action$='/apply']").count()).isZero();
        }
    }

    /** 官方模板的各列，多一项。 */
    private static Path newVersion() {
        try {
            return Files.writeString(Path.of("target", "journey-catalogue.csv"), """
                    序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,全社会,特定群体,主动,依申请
                    1,综合业务,旅程里新增的事项,"办理条件、标准、流程",《政府信息公开条例》,信息形成之日起20个工作日内,县级民政部门,■政府网站,√,,√,
                    """);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void upload(Visitor who, String kind, String table) {
        who.click(".desk-menu a[href='/desk/imports']");
        who.page().locator("[name=kind]").selectOption(kind);
        who.page().locator("[name=file]").setInputFiles(file("登记.csv", "text/csv", table));
        who.click("main form button[type=submit]");
        who.page().locator("main .figures").waitFor();
    }

    @Test
    @DisplayName("clicks_liaison_4：本期无新增，写明理由，不超过 3 次")
    void clicks_liaison_4() {
        Owed periodic = SharedDistrict.open("").stream()
                .filter(one -> one.kind().equals("PERIODIC") && !one.dueOn().isEmpty())
                .findFirst()
                .orElseThrow();
        try (Visitor liaison = SharedDistrict.as(periodic.body(), Duty.LIAISON)) {
            liaison.open("/desk").countFromHere();
            liaison.click("a[href='/desk/obligations/" + periodic.id() + "#excuse']");
            assertThat(liaison.page().locator("[name=excuse]").inputValue()).isEqualTo("NOTHING_NEW");
            liaison.type("[name=reason]", "本期没有发生，已核对台账。");
            liaison.click("form[action$='/excuse'] button");
            assertThat(liaison.page().locator("main .notice").innerText()).contains("已说明理由");
            assertThat(liaison.clicks()).isLessThanOrEqualTo(3);
            liaison.open("/desk/obligations/" + periodic.id());
            assertThat(liaison.page().locator("main").innerText()).contains("本期无新增", "本期没有发生");
        }
    }

    @Test
    @DisplayName("clicks_office_1：从红格到发出催办不超过 3 次，被催的单位看得见")
    void clicks_office_1() {
        String body;
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE)) {
            office.open("/desk").countFromHere();
            Locator red = office.page().locator("td.late a").first();
            body = red.getAttribute("href").replaceFirst(".*body=", "").replaceFirst("&.*", "");
            office.click(red);
            office.click("form[action='/desk/supervision/remind'] button");
            assertThat(office.page().locator("main .notice").innerText()).contains("已催办");
            assertThat(office.clicks()).isLessThanOrEqualTo(3);
        }
        try (Visitor liaison = SharedDistrict.as(body, Duty.LIAISON)) {
            liaison.open("/desk");
            assertThat(liaison.page().locator("main .advice").first().innerText())
                    .contains("催办");
        }
    }

    @Test
    @DisplayName("clicks_office_3：新的一版目录审核、审定、到各单位，不超过 5 次")
    void clicks_office_3() {
        try (Visitor colleague = SharedDistrict.as("", Duty.OFFICE)) {
            DistrictJourney.bringInCatalogue(colleague, newVersion(), "社会救助");
        }
        try (Visitor office = SharedDistrict.as("", Duty.OFFICE, Duty.LEADER)) {
            office.open("/desk").countFromHere();
            DistrictJourney.reviewAndAdopt(office);
            assertThat(office.clicks()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    @DisplayName("写错了再交，填的都还在；会话到期，登录回来也还在；连点两次只成一条")
    void nothing_typed_is_ever_lost() {
        String body = SharedDistrict.busiestBody();
        try (Visitor liaison = SharedDistrict.as(body, Duty.LIAISON)) {
            liaison.open("/desk/publication/new");
            liaison.type("[name=title]", "写了一半的稿子");
            liaison.page().locator(".editor-area").fill("辛苦写的正文。");
            liaison.page().evaluate("document.querySelector('[name=formedOn]').type = 'text'");
            liaison.type("[name=formedOn]", "去年冬天");
            liaison.click("button[value=save]");
            assertThat(liaison.page().locator("#errors").innerText()).contains("去年冬天");
            assertThat(liaison.page().locator("[name=title]").inputValue()).isEqualTo("写了一半的稿子");
            assertThat(liaison.page().locator(".editor-area").innerText()).contains("辛苦写的正文");
            // 没写日期的稿子会自己存下，地址变成它的
            liaison.open("/desk/publication/new");
            liaison.type("[name=title]", "自己存下的稿子");
            liaison.page().locator("#autosaved:not(:empty)").waitFor();
            assertThat(liaison.page().url()).matches(".*/desk/publication/\\d+/edit");
            liaison.page().reload();
            assertThat(liaison.page().locator("[name=title]").inputValue()).isEqualTo("自己存下的稿子");
            liaison.type("[name=formedOn]", "2026-01-15");
            liaison.page().context().clearCookies();
            liaison.type("[name=title]", "会话到期时写的");
            liaison.click("button[value=save]");
            assertThat(liaison.page().url()).contains("/sign-in", "next=");
            String next = liaison.page().locator("[name=next]").inputValue();
            SharedDistrict.sitting(body, liaison, Duty.LIAISON).open(next);
            assertThat(liaison.page().locator("[name=title]").inputValue()).isEqualTo("会话到期时写的");
        }
    }

    @Test
    @DisplayName("只用键盘：跳到正文、看得见焦点、按次序走到提交")
    void with_the_keyboard_alone() {
        try (Visitor liaison = SharedDistrict.as(SharedDistrict.busiestBody(), Duty.LIAISON)) {
            liaison.open("/desk");
            liaison.page().keyboard().press("Tab");
            assertThat(liaison.page().evaluate("document.activeElement.className"))
                    .isEqualTo("skip");
            liaison.page().keyboard().press("Enter");
            assertThat(liaison.page().evaluate("document.activeElement.id")).isEqualTo("main");
            for (int i = 0; i < 40 && !focused(liaison).startsWith("/desk/publication/new?"); i++) {
                liaison.page().keyboard().press("Tab");
                assertThat(outline(liaison)).as(focused(liaison)).isNotEqualTo("none");
            }
            liaison.page().keyboard().press("Enter");
            liaison.page().waitForURL("**/desk/publication/new**");
            for (int i = 0; i < 80 && !"submit".equals(value(liaison)); i++) {
                liaison.page().keyboard().press("Tab");
                assertThat(outline(liaison)).as(element(liaison)).isNotEqualTo("none");
            }
            assertThat(value(liaison)).isEqualTo("submit");
        }
    }

    private static String focused(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("document.activeElement.getAttribute('href') || ''"));
    }

    private static String element(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("document.activeElement.outerHTML.slice(0, 200)"));
    }

    private static String value(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("document.activeElement.value || ''"));
    }

    private static String outline(Visitor visitor) {
        return String.valueOf(
                visitor.page()
                        .evaluate(
                                "document.activeElement === document.body ? 'body' : getComputedStyle(document.activeElement).outlineStyle"));
    }

    static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }
}
