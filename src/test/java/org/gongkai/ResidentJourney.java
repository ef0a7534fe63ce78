package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InDistrict
@DisplayName("居民：只用键盘、窄屏、流量、大字、繁体、打印、IPv6")
class ResidentJourney {

    private static final long MOST_BYTES = 200 * 1024;
    private static final long MOST_SCRIPT = 40 * 1024;
    private static final int MOST_REQUESTS = 20;

    @Test
    @DisplayName("只用键盘：跳过导航到正文，输入、回车，走到第一条结果打开，每一步都看得见焦点")
    void with_the_keyboard_alone() {
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            resident.open("/");
            press(resident, "Tab");
            assertThat(active(resident, "className")).isEqualTo("skip");
            press(resident, "Enter");
            assertThat(active(resident, "id")).isEqualTo("main");
            walk(resident, "name", "q");
            resident.page().keyboard().type("低保");
            press(resident, "Enter");
            resident.page().waitForURL("**/search?q=**");
            String first = resident.page().locator(".hits a").first().getAttribute("href");
            walk(resident, "pathname", first);
            press(resident, "Enter");
            resident.page().waitForURL("**" + first);
            assertThat(resident.page().locator("article h1").count()).isEqualTo(1);
        }
    }

    /** 按 Tab 走到，每一步焦点都看得见，次序自上而下。 */
    private static void walk(Visitor visitor, String property, String wanted) {
        for (int i = 0; i < 60 && !active(visitor, property).equals(wanted); i++) {
            press(visitor, "Tab");
            assertThat(visitor.page().evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as(active(visitor, "outerHTML"))
                    .isNotEqualTo("none");
        }
        assertThat(active(visitor, property)).isEqualTo(wanted);
    }

    private static void press(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }

    private static String active(Visitor visitor, String property) {
        return String.valueOf(visitor.page().evaluate("document.activeElement['" + property + "'] || ''"));
    }

    @Test
    @DisplayName("窄屏上的宽表格：自己左右滚动，页面不动，键盘够得着，字不挤成竖条")
    void a_wide_table_scrolls_by_itself() {
        try (Visitor resident = Visitor.sized(SharedDistrict.url(), 320, 740)) {
            openOneWithTable(resident);
            assertThat(resident.overflow()).isZero();
            var text = resident.page().locator(".rich");
            assertThat(number(resident, "document.querySelector('.rich').scrollWidth"))
                    .isGreaterThan(number(resident, "document.querySelector('.rich').clientWidth"));
            assertThat(text.getAttribute("tabindex")).isEqualTo("0");
            assertThat(number(resident, "document.querySelector('.rich td:nth-child(2)').clientWidth"))
                    .isGreaterThan(80);
            assertThat(resident.barriers()).isEmpty();
        }
    }

    private static void openOneWithTable(Visitor resident) {
        resident.open("/");
        @SuppressWarnings("unchecked")
        var links = (List<String>) resident.page()
                .locator(".list a[href^='/xxgk/']")
                .evaluateAll("links => links.map(a => a.getAttribute('href'))");
        for (String link : links) {
            if (resident.open(link)
                            .page()
                            .locator(".rich tr:first-child > *:nth-child(4)")
                            .count()
                    > 0) {
                return;
            }
        }
        throw new AssertionError("none of the latest records has a table of four columns: " + links);
    }

    private static double number(Visitor visitor, String script) {
        return ((Number) visitor.page().evaluate(script)).doubleValue();
    }

    @Test
    @DisplayName("找不到的页面：说明白，就在那里可以检索，窄屏不溢出")
    void a_missing_page_helps_on() {
        try (Visitor resident = Visitor.sized(SharedDistrict.url(), 360, 740)) {
            Response answer = resident.page().navigate(SharedDistrict.url() + "/xxgk/NOBODY/2020-99999");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(resident.overflow()).isZero();
            assertThat(resident.page().locator("h1").innerText()).isEqualTo("没有这个页面");
            assertThat(resident.barriers()).isEmpty();
            resident.type("main [name=q]", "低保").press("main [name=q]", "Enter");
            resident.page().waitForURL("**/search?q=**");
            assertThat(resident.page().locator(".hits > li").count()).isPositive();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/", "/bzml", "/bzml/05", "/xxgk", "/jz", "/ysq", "/search?q=低保"})
    @DisplayName("第一次打开：压缩后不超过 200 kB、20 个请求、40 kB 脚本")
    void a_first_view_is_light(String place) {
        List<Response> answers = new CopyOnWriteArrayList<>(); // the icon may come while they are added up
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            resident.page().onResponse(answers::add);
            resident.open(place);
            resident.page().waitForLoadState();
            assertThat(answers).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(bytes(answers)).as("bytes").isPositive().isLessThanOrEqualTo(MOST_BYTES);
            assertThat(bytes(answers.stream()
                            .filter(each -> each.url().endsWith(".js"))
                            .toList()))
                    .as("bytes of scripts")
                    .isPositive()
                    .isLessThanOrEqualTo(MOST_SCRIPT);
        }
    }

    private static long bytes(List<Response> answers) {
        return answers.stream()
                .mapToLong(each ->
                        each.request().sizes().responseBodySize + each.request().sizes().responseHeadersSize)
                .sum();
    }

    @Test
    @DisplayName("大字真的大；繁体换了字形、语言也写明；回到标准字")
    void letters_grow_and_the_script_changes() {
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            openOneWithTable(resident);
            String place = resident.page().url();
            String size = "parseFloat(getComputedStyle(document.querySelector('.rich p')).fontSize)";
            double normal = number(resident, size);
            resident.click("a[href='/preferences?mode=huge']");
            resident.page().navigate(place);
            assertThat(number(resident, size)).isGreaterThan(normal * 1.3);
            assertThat(resident.overflow()).isZero();
            resident.click("a[href='/preferences?mode=off']");
            resident.page().navigate(place);
            assertThat(number(resident, size)).isEqualTo(normal);
            resident.click("a[href='/preferences?script=hant']");
            resident.page().navigate(place);
            assertThat(resident.page().locator("html").getAttribute("lang")).isEqualTo("zh-Hant");
            assertThat(resident.page().locator(".site-nav").innerText()).contains("政府信息公開", "標準目錄");
        }
    }

    @Test
    @DisplayName("打印：只有文件本身，没有导航、检索和按钮，表格完整")
    void print_is_the_document_alone() {
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            openOneWithTable(resident);
            resident.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            for (String gone : List.of(".site-header", ".site-nav", ".site-footer", ".crumbs", ".noprint")) {
                assertThat(resident.page().locator(gone).first().isVisible())
                        .as(gone)
                        .isFalse();
            }
            assertThat(resident.page().locator("article h1").isVisible()).isTrue();
            assertThat(resident.page().locator(".rich table").first().isVisible())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("从进展图的一格，到这个领域里这个机构应公开的事项；再筛选，机构还在")
    void a_cell_of_the_heat_map_opens_the_area_narrowed_to_the_body() {
        try (Visitor resident = Visitor.at(SharedDistrict.url())) {
            resident.open("/jz");
            resident.click(".heat td a[href*='?body=']");
            assertThat(resident.page().url()).matches(".*/bzml/[^/?]+\\?body=[^&]+");
            String place = resident.page().url().substring(SharedDistrict.url().length());
            String body = place.replaceFirst(".*body=", "");
            resident.open(place + "&audience=PUBLIC").click("main .filters button");
            assertThat(resident.page().url()).contains("body=" + body, "audience=PUBLIC");
        }
    }

    @Test
    @DisplayName("IPv6：本机的 ::1 也回答，给出的网址写对方括号")
    void ipv6_is_answered() throws IOException, InterruptedException {
        boolean present = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
        assumeTrue(present, "这台机器没有 IPv6，跳过 (no IPv6 on this machine)");
        String site = SharedDistrict.url().replace("127.0.0.1", "[::1]");
        try (var http = HttpClient.newHttpClient()) {
            for (var expected :
                    Map.of("/", "最新公开", "/robots.txt", site + "/sitemap.xml").entrySet()) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(site + expected.getKey()))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains(expected.getValue());
            }
        }
    }
}
