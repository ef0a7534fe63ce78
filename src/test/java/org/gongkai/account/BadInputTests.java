package org.gongkai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Endpoints.Endpoint;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.OrganisationDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * F12、F28：每个入口的每个参数填上各种坏值，没有一个 5xx，每个拒绝都是中文的一句话加编号。
 *
 * <p>Reads the parameters of every handler and sends each of them every kind of nonsense.
 */
@GongkaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("坏输入：每个入口 × 每个参数 × 每种坏值（F12、F28）")
class BadInputTests {

    private static final String BODY = "FUZZ-1";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*(?:\\{[^{}]*}[^/{}]*)*}");
    private static final Pattern CHINESE = Pattern.compile("[一-鿿]");
    private static final Pattern LEAK = Pattern.compile(
            "(?i)\\bat (?:org|java|jakarta)\\.|Exception|Caused by|SQLSTATE|select .* from|Apache Tomcat|Whitelabel");

    /** Already as they stand in an address. */
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "a%00b",
            "%ED%A0%80",
            "%FF%FE",
            "%C3%28",
            "abc",
            "-1",
            "0",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "1e400",
            "NaN",
            "2026-02-30",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "0000-00-00",
            "true",
            "OPEN%27%20or%201%3D1--",
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "..%2F..%2Fetc%2Fpasswd",
            "%5B1%2C2%5D",
            "%7B%22a%22%3A1%7D",
            "%E2%80%AE%EF%BF%BF",
            "%F0%9F%98%80",
            "*%3A*%20AND%20(((",
            "%5C%5C%25_%25",
            "x".repeat(3000));

    private final Endpoints endpoints;
    private final RequestMappingHandlerMapping mappings;
    private final Staff staff;
    private final Tokens tokens;
    private final Accounts accounts;
    private final OrganisationDesk organisation;
    private final CurrentActor current;
    private final Clock clock;
    private final int port;
    private Browser browser;
    private String token = "";
    private ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private int sent;

    BadInputTests(
            Endpoints endpoints,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ApplicationContext context,
            Tokens tokens,
            Accounts accounts,
            OrganisationDesk organisation,
            CurrentActor current,
            Clock clock) {
        this.endpoints = endpoints;
        this.mappings = mappings;
        this.staff = new Staff(context);
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
        this.tokens = tokens;
        this.accounts = accounts;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
        this.browser = staff.browser();
    }

    @BeforeAll
    void comeIn() {
        current.runAs(
                Actor.SYSTEM,
                () -> organisation.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of(BODY, "坏输入区民政局", "", "", "县级")),
                        false));
        var duties = EnumSet.complementOf(EnumSet.of(Duty.SYSTEM_ADMINISTRATOR, Duty.AUDITOR));
        String login = staff.add(BODY, duties.toArray(Duty[]::new));
        browser = staff.signIn(login);
        token = tokens.issue(
                accounts.find(login).orElseThrow().id(),
                "fuzz",
                duties,
                null,
                LocalDate.now(clock).plusDays(30));
    }

    @Test
    @DisplayName("网页和接口的每个参数")
    void every_parameter_takes_every_nonsense() {
        var wrong = new ConcurrentSkipListSet<String>();
        together(() -> everyParameter(wrong));
        assertThat(wrong).isEmpty();
        assertThat(sent).isGreaterThan(5_000);
    }

    private void everyParameter(Set<String> wrong) {
        for (var endpoint : endpoints.all()) {
            if (endpoint.path().equals("/sign-out") || endpoint.path().equals("/error")) {
                continue;
            }
            var names = parameters(endpoint);
            for (String value : VALUES) {
                path(endpoint, value, wrong);
                for (String name : names) {
                    String pair = URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + value;
                    send(endpoint, "1", pair, wrong);
                }
            }
            for (String name : names) {
                send(endpoint, "1", name + "=1&" + name + "=x&" + name + "[]=2&" + name + ".a=3", wrong);
            }
            send(endpoint, "1", "unknown=1&%ff=%ff&=&&a", wrong);
        }
    }

    private void path(Endpoint endpoint, String value, Set<String> wrong) {
        if (endpoint.path().contains("{") && !value.isEmpty() && !value.contains("%2F") && !value.contains("%5C")) {
            send(endpoint, value, "", wrong);
        }
    }

    private void send(Endpoint endpoint, String variable, String query, Set<String> wrong) {
        String path = VARIABLE.matcher(endpoint.path().replace("/**", "/x"))
                .replaceAll(java.util.regex.Matcher.quoteReplacement(variable));
        boolean reads = Set.of("GET", "*").contains(endpoint.method());
        String address = reads && !query.isEmpty() ? path + "?" + query : path;
        var request = from(address);
        if (reads) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + URLEncoder.encode(browser.csrf(), StandardCharsets.UTF_8) + "&" + query));
        }
        judge(
                endpoint.method() + " " + endpoint.path() + " " + variable + " ? " + shorten(query),
                path,
                request,
                wrong);
    }

    /** Each from another address, so that the limit for guessing passwords does not answer instead. */
    private HttpRequest.Builder from(String address) {
        sent++;
        var request = browser.to(address).header("X-Forwarded-For", "198.51.100." + sent % 250);
        return address.startsWith("/api/") ? request.header("Authorization", "Bearer " + token) : request;
    }

    /** 四个人一起问；等全部答完。 Four askers, so that neither side waits for the other; ends when all is answered. */
    private void together(Runnable questions) {
        try (var four = Executors.newFixedThreadPool(4)) {
            askers = four;
            questions.run();
        }
    }

    private void judge(String what, String path, HttpRequest.Builder request, Set<String> wrong) {
        askers.execute(() -> answerTo(what, path, request, wrong));
    }

    private void answerTo(String what, String path, HttpRequest.Builder request, Set<String> wrong) {
        HttpResponse<String> answer;
        try {
            answer = browser.send(request);
        } catch (IllegalStateException e) {
            wrong.add(what + ": " + e.getCause());
            return;
        }
        String fault = fault(answer, path.startsWith("/api/"));
        if (!fault.isEmpty()) {
            wrong.add(what + ": " + fault);
        }
    }

    private static String fault(HttpResponse<String> answer, boolean api) {
        int status = answer.statusCode();
        if (status >= 500) {
            return String.valueOf(status);
        }
        if (status < 400) {
            return "";
        }
        String body = answer.body();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (LEAK.matcher(body).find()) {
            return status + " leaks " + shorten(body);
        }
        if (!CHINESE.matcher(body).find()) {
            return status + " says nothing in Chinese: " + type + " " + shorten(body);
        }
        if (api && !(type.startsWith("application/problem+json") && body.contains("\"reference\""))) {
            return status + " is no problem+json: " + type;
        }
        return "";
    }

    private static String shorten(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }

    private Set<String> parameters(Endpoint endpoint) {
        var names = new LinkedHashSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            boolean method = info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().stream()
                            .anyMatch(each -> each.name().equals(endpoint.method()));
            if (method && info.getPatternValues().contains(endpoint.path())) {
                collect(handler, names);
            }
        });
        return names;
    }

    private static void collect(HandlerMethod handler, Set<String> names) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                String given = asked.name();
                String name = handler.getMethod()
                        .getParameters()[parameter.getParameterIndex()]
                        .getName();
                names.add(given.isEmpty() ? name : given);
            } else if (parameter.getParameterType().isRecord()
                    && parameter.getParameterType().getName().startsWith("org.gongkai")
                    && !parameter.hasParameterAnnotation(PathVariable.class)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(component -> names.add(component.getName()));
            }
        }
    }

    @Test
    @DisplayName("接口的 JSON：缺、空、超长、NUL、孤立代理、错类型、超大数、坏日期、未知字段、坏语法、太深、重复")
    void json_bodies_take_every_nonsense() {
        var wrong = new ConcurrentSkipListSet<String>();
        var base = new LinkedHashMap<String, String>();
        for (String name : List.of(
                "title",
                "documentNumber",
                "item",
                "area",
                "statutoryItem",
                "type",
                "summary",
                "source",
                "html",
                "text",
                "externalId",
                "reason")) {
            base.put(name, "\"x\"");
        }
        base.put("body", "\"" + BODY + "\"");
        for (String name : List.of("formedOn", "effectiveOn", "validUntil")) {
            base.put(name, "\"2026-09-01\"");
        }
        for (String name : List.of("issuers", "keywords", "attachments", "parts")) {
            base.put(name, "[]");
        }
        base.put("signOff", "null");
        base.put("classification", "\"PROACTIVE\"");
        base.put("ground", "null");
        var values = List.of(
                "null",
                "\"\"",
                "\"" + "长".repeat(50_000) + "\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "1",
                "-1",
                "1e999",
                "99999999999999999999999",
                "true",
                "[]",
                "[[]]",
                "[null]",
                "[\"a\\u0000\"]",
                "[9223372036854775807]",
                "{}",
                "{\"a\":1}",
                "\"2026-02-30\"",
                "\"+999999999-12-31\"",
                "\"-4713-01-01\"",
                "\"NOT_A_VALUE\"");
        together(() -> List.of("/api/v1/disclosures", "/api/v1/formations")
                .forEach(path -> everyBody(path, base, values, wrong)));
        assertThat(wrong).isEmpty();
    }

    private void everyBody(String path, Map<String, String> base, List<String> values, Set<String> wrong) {
        for (String name : base.keySet()) {
            for (String value : values) {
                var mutated = new LinkedHashMap<>(base);
                mutated.put(name, value);
                json(path, name + "=" + shorten(value), text(mutated), wrong);
            }
            var without = new LinkedHashMap<>(base);
            without.remove(name);
            json(path, "without " + name, text(without), wrong);
        }
        for (String whole : List.of(
                "",
                "{",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{\"title\":1,\"title\":2}",
                "{\"unknown\":{\"deep\":[1]}}",
                "{\"parts\":".repeat(2_000) + "1" + "}".repeat(2_000),
                "[".repeat(20_000),
                "{\"a\":" + "9".repeat(5_000) + "}",
                "\uFEFF{}",
                "{'title':'x'}",
                "<xml/>")) {
            json(path, "whole " + shorten(whole), whole, wrong);
        }
    }

    private static String text(Map<String, String> fields) {
        var parts = new ArrayList<String>();
        fields.forEach((name, value) -> parts.add("\"" + name + "\":" + value));
        return "{" + String.join(",", parts) + "}";
    }

    private void json(String path, String what, String body, Set<String> wrong) {
        judge(
                "POST " + path + " " + what,
                path,
                from(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)),
                wrong);
    }

    @Test
    @DisplayName("方法不对、格式不对、内容类型不对、空的多部分、没有的地址：4xx，中文，有编号")
    void methods_and_types_are_answered_decently() {
        var wrong = new ConcurrentSkipListSet<String>();
        together(() -> everyMethodAndType(wrong));
        assertThat(wrong).isEmpty();
    }

    private void everyMethodAndType(Set<String> wrong) {
        for (var endpoint : endpoints.all()) {
            String path = VARIABLE.matcher(endpoint.path().replace("/**", "/x")).replaceAll("1");
            if (path.equals("/error") || path.equals("/sign-out")) {
                continue;
            }
            for (String method : List.of("PUT", "PATCH", "DELETE", "PROPFIND")) {
                judge(method + " " + path, path, from(path).method(method, HttpRequest.BodyPublishers.noBody()), wrong);
            }
            judge(
                    "accept " + path,
                    path,
                    from(path).header("Accept", "application/x-nothing").GET(),
                    wrong);
            for (String type : List.of(
                    "application/x-nothing",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/json",
                    "not a type")) {
                judge(
                        type + " " + path,
                        path,
                        from(path)
                                .header("Content-Type", type)
                                .header("X-CSRF-TOKEN", browser.csrf())
                                .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n")),
                        wrong);
            }
        }
        for (String path : List.of(
                "/api/v1/nothing",
                "/api/nothing",
                "/api/v1/disclosures/x/y",
                "/nothing",
                "/desk/nothing",
                "/xxgk/无/2026-1",
                "/assets/zzz",
                "/.env",
                "/WEB-INF/web.xml",
                "/actuator/env",
                "/index.jsp",
                "/xxgk//x",
                "/a;b=c/d",
                "/%2e%2e/x")) {
            judge("GET " + path, path, from(path.replace("无", "%E6%97%A0")).GET(), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b<>\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "GET /desk/%2e%2e/%2e%2e/etc HTTP/1.1\r\nHost: x\r\n\r\n",
                "LONG-HEADER",
                "LONG-LINE"
            })
    @DisplayName("容器自己拒绝的请求，也是中文的一页，不露版本")
    void what_the_container_refuses_gets_a_decent_page(String raw) throws IOException {
        String request =
                switch (raw) {
                    case "LONG-HEADER" -> "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n";
                    case "LONG-LINE" -> "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
                    default -> raw;
                };
        String answer;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505|501) .*");
        assertThat(answer).containsPattern(CHINESE).doesNotContainPattern(LEAK);
    }
}
