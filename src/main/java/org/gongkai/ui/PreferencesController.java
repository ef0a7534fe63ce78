package org.gongkai.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 显示方式：长者版、高对比、繁简、语言。记在读者自己的浏览器里，不记是谁。 Display preferences, kept in the reader's own browser. */
@Controller
class PreferencesController {

    private static final Set<String> KNOWN =
            Set.of("elder", "large", "huge", "contrast", "off", "hant", "hans", "zh", "en");

    @GetMapping("/preferences")
    @Requires(scope = Scope.PUBLIC)
    String choose(
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String script,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        remember(response, "mode", mode);
        remember(response, "script", script);
        remember(response, "lang", lang);
        return "redirect:" + back(request.getHeader(HttpHeaders.REFERER));
    }

    private static void remember(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null && KNOWN.contains(value)) {
            var cookie = ResponseCookie.from(name, value)
                    .path("/")
                    .httpOnly(true)
                    .sameSite("Lax")
                    .maxAge(Duration.ofDays(365));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
        }
    }

    /** Only the path of the page one came from: never to another site. */
    private static String back(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        try {
            var from = URI.create(referer);
            String path = from.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.startsWith("/preferences")) {
                return "/";
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
