package org.gongkai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.GeneratedDocs;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Endpoints.Endpoint;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.OrganisationDesk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** F13：每个入口 × 匿名和每个岗位，真的发一次请求。 Every endpoint, called as nobody and with each duty. */
@GongkaiTest
@DisplayName("入口与岗位（F13）")
class EndpointMatrixTests {

    private static final String BODY = "MATRIX-1";
    /** Also with a pattern that has braces of its own. */
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*(?:\\{[^{}]*}[^/{}]*)*}");

    private static final String LATER = "/sign-out";

    private final Endpoints endpoints;
    private final Tokens tokens;
    private final Accounts accounts;
    private final RequestMappingHandlerMapping mappings;
    private final Staff staff;
    private final OrganisationDesk organisation;
    private final CurrentActor current;
    private final Clock clock;

    EndpointMatrixTests(
            Endpoints endpoints,
            Tokens tokens,
            Accounts accounts,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ApplicationContext context,
            OrganisationDesk organisation,
            CurrentActor current,
            Clock clock) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.accounts = accounts;
        this.mappings = mappings;
        this.staff = new Staff(context);
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
    }

    /** 一个人：会话和接口令牌。 */
    private record Caller(@Nullable Duty duty, Browser browser, String token) {}

    @Test
    @DisplayName("入口清单与代码一致")
    void the_list_of_endpoints_is_true() {
        var text = new StringBuilder("method,path,duties,scope\n");
        endpoints
                .all()
                .forEach(each -> text.append("%s,%s,%s,%s\n"
                        .formatted(
                                each.method(),
                                each.path(),
                                each.duties().stream().map(Enum::name).collect(Collectors.joining(" ")),
                                each.scope())));
        GeneratedDocs.architecture("endpoints.csv", text.toString());
    }

    @Test
    @DisplayName("不该进的一律进不去，该进的不被拦，谁也看不到 5xx")
    void each_endpoint_lets_in_exactly_whom_it_names() {
        var wrong = new TreeSet<String>();
        var later = new ArrayList<Endpoint>();
        for (var caller : callers()) {
            for (var endpoint : endpoints.all()) {
                if (endpoint.path().equals(LATER)) {
                    later.add(endpoint);
                } else {
                    check(endpoint, caller, wrong);
                }
            }
            later.forEach(endpoint -> check(endpoint, caller, wrong));
            later.clear();
        }
        assertThat(wrong).isEmpty();
    }

    private void check(Endpoint endpoint, Caller caller, Set<String> wrong) {
        var answer = call(endpoint, caller);
        int status = answer.statusCode();
        boolean toSignIn = status == 302
                && Browser.location(answer).startsWith("/sign-in")
                && !endpoint.path().startsWith("/sign-in")
                && !endpoint.path().equals("/setup");
        boolean refused = status == 401 || status == 403 || toSignIn;
        boolean allowed = endpoint.scope().equals("PUBLIC")
                || caller.duty() != null
                        && (endpoint.duties().isEmpty() || endpoint.duties().contains(caller.duty()));
        if (refused == allowed || status >= 500) {
            wrong.add("%s %s as %s: %d".formatted(endpoint.method(), endpoint.path(), caller.duty(), status));
        }
    }

    private HttpResponse<String> call(Endpoint endpoint, Caller caller) {
        String path = VARIABLE.matcher(endpoint.path().replace("/**", "/no-such-file"))
                .replaceAll(variable -> value(variable.group()));
        String method = endpoint.method().equals("*") ? "GET" : endpoint.method();
        boolean multipart = isMultipart(endpoint);
        var body = method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : body(caller, multipart);
        var request = caller.browser().to(path).method(method, body);
        if (!method.equals("GET")) {
            request.header("Content-Type", contentType(endpoint, multipart));
            request.header("X-CSRF-TOKEN", caller.browser().csrf());
        }
        if (path.startsWith("/api/") && !caller.token().isEmpty()) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        return caller.browser().send(request);
    }

    private static String value(String variable) {
        if (variable.contains("xlsx")) {
            return "xlsx";
        }
        if (variable.contains("[A-Z_]")) {
            return "NOTHING";
        }
        return variable.contains("[a-z") ? "nothing" : "987654321";
    }

    private static HttpRequest.BodyPublisher body(Caller caller, boolean multipart) {
        return HttpRequest.BodyPublishers.ofString(
                multipart
                        ? "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--b--\r\n"
                                .formatted(caller.browser().csrf())
                        : "");
    }

    private static String contentType(Endpoint endpoint, boolean multipart) {
        if (multipart) {
            return "multipart/form-data; boundary=b";
        }
        return endpoint.path().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private boolean isMultipart(Endpoint endpoint) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPatternValues().contains(endpoint.path()))
                .flatMap(info -> info.getConsumesCondition().getConsumableMediaTypes().stream())
                .anyMatch(type -> type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA));
    }

    /** Kept by hand: what must never be loosened by editing an annotation. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET,  /desk/accounts, SECURITY_ADMINISTRATOR",
        "POST, /desk/accounts, SECURITY_ADMINISTRATOR",
        "POST, /desk/accounts/{id}, SECURITY_ADMINISTRATOR",
        "POST, /desk/accounts/{id}/enabled, SECURITY_ADMINISTRATOR",
        "POST, /desk/accounts/{id}/password, SECURITY_ADMINISTRATOR",
        "POST, /desk/accounts/{id}/second-factor/clear, SECURITY_ADMINISTRATOR",
        "POST, /desk/organisation, OFFICE SYSTEM_ADMINISTRATOR",
        "POST, /desk/organisation/{code}, OFFICE SYSTEM_ADMINISTRATOR",
        "POST, /desk/organisation/{code}/guide, LIAISON OFFICE",
        "POST, /desk/me/tokens, ''",
        "POST, /desk/me/password, ''"
    })
    @DisplayName("最要紧的入口只对这些岗位开放")
    void the_most_sensitive_endpoints_stay_closed(String method, String path, String duties) {
        assertThat(endpoints.all())
                .filteredOn(each -> each.method().equals(method) && each.path().equals(path))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.scope()).isNotEqualTo("PUBLIC");
                    assertThat(each.duties().stream().map(Enum::name).collect(Collectors.joining(" ")))
                            .isEqualTo(duties);
                });
    }

    /** Nothing that writes is open to strangers, except what strangers are meant to send. */
    @Test
    @DisplayName("对所有人开放的写入口只有这些")
    void strangers_may_send_only_this() {
        assertThat(endpoints.all().stream()
                        .filter(each -> each.scope().equals("PUBLIC"))
                        .filter(each -> !Set.of("GET", "HEAD", "*").contains(each.method()))
                        .map(each -> each.method() + " " + each.path()))
                .containsExactlyInAnyOrder(
                        "POST /api/v1/fees/calculate",
                        "POST /api/v1/reports/annual/check",
                        "POST /api/v1/reports/annual/check",
                        "POST /api/v1/requests",
                        "POST /api/v1/requests",
                        "POST /api/v1/requests/lookup",
                        "POST /api/v1/requests/lookup/papers/{paper:[0-9]{1,18}}",
                        "POST /api/v1/requests/lookup/{action:correct|explain|withdraw}",
                        "POST /setup",
                        "POST /ysq/answered",
                        "POST /ysq/apply",
                        "POST /ysq/look",
                        "POST /ysq/look/act",
                        "POST /ysq/look/papers/{paper:[0-9]{1,18}}",
                        "POST /ysq/return",
                        "POST /ysq/submit",
                        "POST /ysq/suggest",
                        "POST /sign-in",
                        "POST /sign-in/code",
                        "POST /sign-in/enrol",
                        "POST /sign-out");
    }

    private List<Caller> callers() {
        current.runAs(
                Actor.SYSTEM,
                () -> organisation.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of(BODY, "矩阵区民政局", "", "", "县级")),
                        false));
        var callers = new ArrayList<Caller>();
        var stranger = staff.browser();
        staff.add(null, Duty.OFFICE);
        stranger.get("/sign-in");
        callers.add(new Caller(null, stranger, ""));
        for (Duty duty : Duty.values()) {
            String login = staff.add(BODY, duty);
            long id = accounts.find(login).orElseThrow().id();
            String token = tokens.issue(
                    id, "matrix", EnumSet.of(duty), null, LocalDate.now(clock).plusDays(30));
            callers.add(new Caller(duty, staff.signIn(login), token));
        }
        return callers;
    }
}
