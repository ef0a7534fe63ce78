package org.gongkai.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** 由当前请求得出的 {@link Page}。 */
final class RequestPage implements Page {

    private final HttpServletRequest request;
    private final Actor actor;
    private final Surroundings surroundings;
    private final Display display;

    /** What is the same for all pages. */
    record Surroundings(Texts texts, Assets assets, Site site, List<DeskEntry> entries, FictionalData fiction) {}

    RequestPage(HttpServletRequest request, Actor actor, Surroundings surroundings) {
        this.request = request;
        this.actor = actor;
        this.surroundings = surroundings;
        this.display = Display.of(request);
    }

    @Override
    public String t(String key, Object... args) {
        return surroundings.texts().get(locale(), key, args);
    }

    @Override
    public Locale locale() {
        return display.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
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
        return display.modes();
    }

    @Override
    public boolean traditional() {
        return display.traditional();
    }

    @Override
    public Site site() {
        return surroundings.site();
    }

    @Override
    public boolean fictional() {
        return surroundings.fiction().present();
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
}
