package org.gongkai.account;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** 测试里的工作人员：建账号、走完两步登录，得到一个已登录的浏览器。 People for tests, signed in over HTTP like anybody. */
public final class Staff {

    static final String PASSWORD = "秋天的第一场大雨2026";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");

    private final ApplicationContext context;

    public Staff(ApplicationContext context) {
        this.context = context;
    }

    public Browser browser() {
        return new Browser(port());
    }

    private int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** 新账号的登录名。 */
    public String add(@Nullable String body, Duty... duties) {
        String login = "person" + NUMBER.incrementAndGet();
        context.getBean(CurrentActor.class)
                .runAs(
                        Actor.SYSTEM,
                        () -> context.getBean(AccountDesk.class)
                                .add(login, "测试员" + login, body, EnumSet.copyOf(Arrays.asList(duties)), PASSWORD));
        return login;
    }

    /** 已登录的浏览器。 */
    public Browser signedIn(@Nullable String body, Duty... duties) {
        return signIn(add(body, duties));
    }

    Browser signIn(String login) {
        var browser = new Browser(port(), "127.0.1." + (1 + NUMBER.get() % 250));
        browser.get("/sign-in");
        browser.post("/sign-in", "login", login, "password", PASSWORD);
        String secret = secret(browser.get("/sign-in/enrol").body());
        browser.post("/sign-in/enrol", "code", code(secret));
        browser.get("/desk/me");
        return browser;
    }

    static String secret(String page) {
        var found = SECRET.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no secret on: " + page);
        }
        return found.group(1).replace(" ", "");
    }

    String code(String secret) {
        return TimedCode.at(secret, TimedCode.step(context.getBean(Clock.class).instant()));
    }
}
