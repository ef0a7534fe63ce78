package org.gongkai.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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

    /** @param beginning what its addresses begin with, up to the first variable */
    private record Candidate(String beginning, RequestMappingInfo info, HandlerMethod handler) {}

    private static final class Mapping extends RequestMappingHandlerMapping {

        private static final String FOUND = HandlerLookup.class.getName();

        private List<Candidate> candidates = List.of();

        @Override
        protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
            super.handlerMethodsInitialized(methods);
            candidates = methods.entrySet().stream()
                    .map(each -> new Candidate(beginning(each.getKey()), each.getKey(), each.getValue()))
                    .toList();
        }

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

        /** One that fits alone is the one; whatever needs weighing, or explaining to the reader, is left to the framework. */
        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            boolean plain = path.indexOf('%') < 0; // otherwise the first letters may be written in another way
            Candidate only = null;
            RequestMappingInfo match = null;
            for (Candidate candidate : candidates) {
                if (plain && path.startsWith(candidate.beginning())) {
                    var info = getMatchingMapping(candidate.info(), request);
                    if (info != null && only != null) {
                        return super.lookupHandlerMethod(path, request);
                    }
                    only = info == null ? only : candidate;
                    match = info == null ? match : info;
                }
            }
            if (only == null || match == null) {
                return super.lookupHandlerMethod(path, request);
            }
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.handler());
            handleMatch(match, path, request);
            return only.handler();
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
