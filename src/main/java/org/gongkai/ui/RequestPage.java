package org.gongkai.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** 由当前请求得出的 {@link Page}。 */
final class RequestPage implements Page {

    /** 长者版、大字号、特大字号、高对比：写在 cookie 里，也可以写在地址里。 */
    private static final Set<String> MODES = Set.of("elder", "large", "huge", "contrast");

    private final HttpServletRequest request;
    private final Actor actor;
    private final Surroundings surroundings;

    /** What is the same for all pages. */
    record Surroundings(Texts texts, Assets assets, Site site, List<DeskEntry> entries) {}

    RequestPage(HttpServletRequest request, Actor actor, Surroundings surroundings) {
        this.request = request;
        this.actor = actor;
        this.surroundings = surroundings;
    }

    @Override
    public String t(String key, Object... args) {
        return surroundings.texts().get(locale(), key, args);
    }

    @Override
    public Locale locale() {
        return "en".equals(preference("lang")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public @Nullable String csrfName() {
        var token = token();
        return token == null ? null : token.getParameterName();
    }

    @Override
    public @Nullable String csrfValue() {
        var token = token();
        return token == null ? null : token.getToken();
    }

    @Override
    public String asset(String name) {
        return surroundings.assets().address(name);
    }

    @Override
    public String modes() {
        String wanted = preference("mode");
        return wanted == null
                ? ""
                : Stream.of(wanted.split("[ ,+]"))
                        .filter(MODES::contains)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    @Override
    public boolean traditional() {
        return "hant".equals(preference("script"));
    }

    @Override
    public Site site() {
        return surroundings.site();
    }

    @Override
    public List<DeskEntry> entries() {
        return surroundings.entries().stream()
                .filter(entry -> entry.visibleTo(actor))
                .toList();
    }

    private @Nullable CsrfToken token() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    private @Nullable String preference(String name) {
        String asked = request.getParameter(name);
        if (asked != null) {
            return asked;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
