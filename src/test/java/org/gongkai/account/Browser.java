package org.gongkai.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 一个不带界面的浏览器：记 cookie，从看过的页面取防伪字段，不自动跟随跳转。
 *
 * <p>Keeps cookies and the CSRF field of the last page; does not follow redirects.
 */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String site;
    private volatile String csrf = "";

    public Browser(int port) {
        this(port, "127.0.0.1");
    }

    /** @param from the loopback address it comes from: sign-in attempts are counted per address */
    public Browser(int port, String from) {
        this.site = "http://127.0.0.1:" + port;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .localAddress(InetAddress.ofLiteral(from))
                .build();
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** 提交表单，带上最近一页的防伪字段。 */
    public HttpResponse<String> post(String path, String... form) {
        return postWith(csrf, path, form);
    }

    HttpResponse<String> postWith(String token, String path, String... form) {
        var body = new StringBuilder("_csrf=").append(encode(token));
        for (int i = 0; i < form.length; i += 2) {
            body.append('&').append(encode(form[i])).append('=').append(encode(form[i + 1]));
        }
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var found = CSRF.matcher(answer.body());
            if (found.find()) {
                csrf = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** 最近一页的防伪字段。 */
    public String csrf() {
        return csrf;
    }

    public String session() {
        return sessionCookies().stream().map(HttpCookie::getValue).findFirst().orElse("");
    }

    private List<HttpCookie> sessionCookies() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .toList();
    }

    static String location(HttpResponse<?> answer) {
        var location = URI.create(answer.headers().firstValue("Location").orElse(""));
        return location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
