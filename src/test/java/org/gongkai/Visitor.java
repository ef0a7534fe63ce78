package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 一个坐在浏览器前的人：数他的点击，记下一切站外请求，能截图，能查无障碍。
 *
 * <p>A person at a browser. Clicks are counted as the budgets count them: a pointer or key activation that changes view or submits.
 * Requests to anywhere but the application are refused and remembered.
 */
final class Visitor implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--font-render-hinting=none");

    /** 一个浏览器给所有旅程用。 Started once per JVM. */
    private static final class Shared {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(FLAGS));
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> elsewhere = new ArrayList<>();
    private final String site;
    private int clicks;

    private Visitor(String site, int width, int height, boolean script) {
        this.site = site;
        context = Shared.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(script));
        context.setDefaultTimeout(30_000);
        context.route("**/*", route -> {
            String url = route.request().url();
            if (url.startsWith(site) || url.startsWith("data:")) {
                route.resume();
            } else {
                elsewhere.add(url);
                route.abort();
            }
        });
        page = context.newPage();
    }

    /** 系统里的 Chromium；没有就跳过浏览器测试。 */
    static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean present() {
        return executable().isPresent();
    }

    /** @param site address without a slash at the end */
    static Visitor at(String site) {
        return new Visitor(site, 1366, 768, true);
    }

    /** 不用脚本。 */
    static Visitor withoutScript(String site) {
        return new Visitor(site, 1366, 768, false);
    }

    /** 三百二十像素宽的手机。 */
    static Visitor onPhone(String site) {
        return new Visitor(site, 320, 640, true);
    }

    /** 任意宽高。 */
    static Visitor sized(String site, int width, int height) {
        return new Visitor(site, width, height, true);
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        var answer = page.navigate(site + path);
        assertThat(answer.status()).as(path).isLessThan(400);
        return this;
    }

    /** 一次点击。 */
    Visitor click(String selector) {
        return click(page.locator(selector).first());
    }

    Visitor click(Locator what) {
        clicks++;
        what.click();
        page.waitForLoadState();
        return this;
    }

    /** 按一次键，例如在输入框里回车。 */
    Visitor press(String selector, String key) {
        clicks++;
        page.locator(selector).first().press(key);
        page.waitForLoadState();
        return this;
    }

    Visitor type(String selector, String text) {
        page.locator(selector).first().fill(text);
        return this;
    }

    int clicks() {
        return clicks;
    }

    /** 从头数。 */
    Visitor countFromHere() {
        clicks = 0;
        return this;
    }

    List<String> elsewhere() {
        return elsewhere;
    }

    /** 严重以上的无障碍问题，没有就是空。 Violations of level serious or critical. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> page.url() + " " + rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
    }

    /** 页面比窗口宽多少像素；零就是不用左右滚动。 */
    int overflow() {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) wider).intValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
