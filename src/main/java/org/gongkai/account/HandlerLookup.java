package org.gongkai.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 一次请求只找一次入口：门找到的，分派时直接用；开头就不同的，不再细比。
 *
 * <p>The handler of a request is looked for once: the dispatcher takes what {@link Entrance} found. Among some hundred addresses with
 * variables, those that begin otherwise are passed over before their conditions are compared.
 */
@Component
class HandlerLookup implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    /** 找到的入口，只对同一地址、同一方法算数。 */
    private record Found(String path, String method, HandlerMethod handler) {

        boolean isFor(HttpServletRequest request) {
            return path.equals(request.getRequestURI()) && method.equals(request.getMethod());
        }
    }

    private static final class Mapping extends RequestMappingHandlerMapping {

        private static final String FOUND = HandlerLookup.class.getName();

        private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

        @Override
        protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
            if (request.getAttribute(FOUND) instanceof Found found && found.isFor(request)) {
                return found.handler();
            }
            var handler = super.getHandlerInternal(request);
            if (handler != null) {
                request.setAttribute(FOUND, new Found(request.getRequestURI(), request.getMethod(), handler));
            }
            return handler;
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            String path = request.getRequestURI();
            // with an escape the first letters may be written in another way, with a context path something stands
            // before them
            boolean plain = path.indexOf('%') < 0 && request.getContextPath().isEmpty();
            return plain && !path.startsWith(beginnings.computeIfAbsent(info, Mapping::beginning))
                    ? null
                    : super.getMatchingMapping(info, request);
        }

        /** What every address of the mapping begins with: the letters before the first variable. */
        private static String beginning(RequestMappingInfo info) {
            return info.getPatternValues().stream()
                    .map(pattern -> pattern.split("[{*?]", 2)[0])
                    .reduce(Mapping::common)
                    .orElse("");
        }

        private static String common(String one, String other) {
            int same = 0;
            while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
                same++;
            }
            return one.substring(0, same);
        }
    }
}
