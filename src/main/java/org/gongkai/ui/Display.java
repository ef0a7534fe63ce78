package org.gongkai.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 读者选的显示方式：记在 cookie 里，也可以写在地址里，地址优先；认不出的等于没有选。
 *
 * <p>How a reader wants pages: from the address, else from a cookie; anything unknown counts as not chosen, so that two readers with
 * an equal {@code Display} get the same page.
 *
 * @param modes 长者版、大字号、特大字号、高对比，按字母排，空格隔开
 * @param traditional 繁体
 * @param english 英文界面
 */
public record Display(String modes, boolean traditional, boolean english) {

    public static final Display PLAIN = new Display("", false, false);

    private static final Set<String> MODES = Set.of("elder", "large", "huge", "contrast");

    public static Display of(HttpServletRequest request) {
        if (request.getHeader("Cookie") == null && request.getQueryString() == null) {
            return PLAIN;
        }
        return new Display(
                modes(preference(request, "mode")),
                "hant".equals(preference(request, "script")),
                "en".equals(preference(request, "lang")));
    }

    private static String modes(@Nullable String wanted) {
        return wanted == null
                ? ""
                : Stream.of(wanted.split("[ ,+]"))
                        .filter(MODES::contains)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static @Nullable String preference(HttpServletRequest request, String name) {
        String asked = request.getQueryString() == null ? null : request.getParameter(name);
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
