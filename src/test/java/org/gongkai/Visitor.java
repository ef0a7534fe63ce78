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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * 一个坐在浏览器前的人：数他的点击，记下一切站外请求，能截图，能查无障碍。
 *
 * <p>A person at a browser. Clicks are counted as the budgets count them: a pointer or key activation that changes view or submits.
 * Requests to anywhere but the application are remembered, and go nowhere: no other name is resolved. (A route that refused them would
 * switch off the cache, so that every page fetched its styles and scripts anew.)
 */
final class Visitor implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--font-render-hinting=none");

    private static final String AXE = AxeBuilder.getAxeScript();

    /** The violations alone: the thousands of passes would be carried over for nothing. */
    private static final String EXAMINE = """
            async tags => {
              const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
              return found.violations
                .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                .map(rule => rule.id + ': ' + JSON.stringify(rule.nodes.slice(0, 3).map(node => node.target)));
            }""";

    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** 一个网站一个浏览器，开着不关。 A browser is for one thread at a time, as a site under test is. */
    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

    private final BrowserContext context;
    private final Page page;
    private final List<String> elsewhere = new ArrayList<>();
    private final String site;
    private int clicks;

    private Visitor(String site, int width, int height, boolean script) {
        this.site = site;
        context = BROWSERS.computeIfAbsent(site, _ -> launch())
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(30_000);
        context.onRequest(request -> {
            if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        page = context.newPage();
    }

    private static Browser launch() {
        var environment = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(environment)
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(FLAGS));
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
    @SuppressWarnings("unchecked")
    List<String> barriers() {
        page.evaluate(AXE);
        return ((List<String>) page.evaluate(EXAMINE, LEVELS))
                .stream().map(found -> page.url() + " " + found).toList();
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
