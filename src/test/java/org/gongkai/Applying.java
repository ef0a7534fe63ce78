package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 在浏览器里提出、登记、办理一件申请；姓名和号码都是造出来的。
 *
 * <p>The hands of the journeys about applications: they fill in and click what a person would, nothing else.
 */
final class Applying {

    /** 回执：受理号和只显示一次的查询码。 */
    record Receipt(String reference, String code) {}

    private static final List<String> CHOICES = List.of("body", "form", "route", "kind");
    private static int people;

    private Applying() {}

    /** 谁、要什么：申请表的各项。 */
    static Map<String, String> sheet(String body, String kind, String title, String description) {
        int number = ++people;
        Map<String, String> sheet = new LinkedHashMap<>();
        sheet.put("body", body);
        sheet.put("title", title);
        sheet.put("description", description);
        sheet.put("form", "ELECTRONIC");
        sheet.put("route", "ONLINE");
        sheet.put("kind", kind);
        sheet.put("name", (kind.equals("NATURAL_PERSON") ? "测试人" : "测试单位") + number);
        sheet.put("identity", "测试证件-" + number);
        sheet.put("contact", kind.equals("NATURAL_PERSON") ? "" : "经办人甲");
        sheet.put("phone", "1380000" + (1000 + number));
        return sheet;
    }

    /** 填这一页上有的。 */
    static void fill(Visitor visitor, Map<String, String> sheet) {
        sheet.forEach((name, value) -> {
            String field = "main [name=" + name + "]:not([type=hidden])";
            if (visitor.page().locator(field).count() == 1) {
                if (CHOICES.contains(name)) {
                    visitor.page().locator(field).selectOption(value);
                } else {
                    visitor.type(field, value);
                }
            }
        });
    }

    /** 一页一问，答到核对。 */
    static void answer(Visitor visitor, Map<String, String> sheet) {
        for (int question = 0; question < 6 && !isAtCheck(visitor); question++) {
            fill(visitor, sheet);
            next(visitor);
        }
        assertThat(isAtCheck(visitor))
                .as(visitor.page().locator("main").innerText())
                .isTrue();
    }

    static void next(Visitor visitor) {
        visitor.click("main form[action='/ysq/apply'] button:not([name])");
    }

    static boolean isAtCheck(Visitor visitor) {
        return visitor.page().locator("form[action='/ysq/submit']").count() == 1;
    }

    static Receipt submit(Visitor visitor) {
        visitor.click("form[action='/ysq/submit'] button");
        return receipt(visitor);
    }

    static Receipt receipt(Visitor visitor) {
        Locator main = visitor.page().locator("main");
        assertThat(main.locator("#code").count()).as(main.innerText()).isEqualTo(1);
        return new Receipt(
                main.locator("#reference").innerText(), main.locator("#code").innerText());
    }

    /** 从首页开始，在网上提出一件。 */
    static Receipt online(Visitor visitor, Map<String, String> sheet) {
        visitor.open("/").click(".site-nav a[href='/ysq']").click("a[href='/ysq/apply']");
        answer(visitor, sheet);
        return submit(visitor);
    }

    /** 申请人凭查询码看进度；从任一页页脚过去。 */
    static Visitor look(Visitor visitor, Receipt receipt) {
        visitor.open("/").click(".site-footer a[href='/ysq/look']");
        visitor.type("main [name=code]", receipt.code()).click("main form[action='/ysq/look'] button");
        assertThat(visitor.page().locator("h1").innerText()).contains(receipt.reference());
        return visitor;
    }

    /** 从首屏经菜单打开一件：两次点击。 */
    static Visitor open(Visitor staff, Receipt receipt) {
        staff.open("/desk").click(".desk-menu a[href='/desk/requests']");
        Locator line = staff.page().locator("main a:has-text('" + receipt.reference() + "')");
        if (line.count() == 0) {
            staff.page().locator("main [name=view]").selectOption("ALL");
            staff.type("main [name=q]", receipt.reference()).click("main .filters button");
        }
        return staff.click(line.first());
    }

    /** 在一件的页面上做一件事：表单收着的先展开，填好，按下去。 */
    static void act(Visitor staff, String action, Map<String, String> what) {
        Locator form = staff.page().locator("form[action$='/" + action + "']");
        assertThat(form.count())
                .as(action + " on\n" + staff.page().locator("main").innerText())
                .isEqualTo(1);
        if (!form.isVisible()) {
            staff.click(staff.page().locator("details.card:has(form[action$='/" + action + "']) > summary"));
        }
        what.forEach((name, value) -> {
            Locator field = form.locator("[name=" + name + "]");
            if (field.evaluate("f => f.tagName").equals("SELECT")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
        staff.click(form.locator("button"));
        assertThat(staff.page().locator("main .notice[role=status]").count())
                .as(action + "\n" + staff.page().locator("main").innerText())
                .isEqualTo(1);
    }

    static void act(Visitor staff, String action) {
        act(staff, action, Map.of());
    }

    static String text(Visitor visitor) {
        return visitor.page().locator("main").innerText();
    }
}
