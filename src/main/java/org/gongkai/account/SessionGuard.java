package org.gongkai.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.gongkai.identity.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** 每次请求重读账号：停用、换岗立即生效，十二小时必须重新登录；工作台的页面不留在缓存里。 */
final class SessionGuard extends OncePerRequestFilter {

    private static final List<String> PRIVATE = List.of("/desk", "/sign-in", "/setup");

    private final Sessions sessions;

    SessionGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PRIVATE.stream().anyMatch(request.getRequestURI()::startsWith)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var session = request.getSession(false);
        if (session != null && authentication != null && authentication.getPrincipal() instanceof SignedIn held) {
            sessions.refreshed(held, session, request.getRequestURI())
                    .ifPresentOrElse(
                            fresh -> SecurityContextHolder.setContext(
                                    new SecurityContextImpl(TokenFilter.authentication(fresh))),
                            () -> sessions.end(request));
        }
        chain.doFilter(request, response);
    }
}
