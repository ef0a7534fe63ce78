package org.gongkai.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.function.Supplier;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 唯一的门：按入口的 {@link Requires} 放行，其余一律不放。
 *
 * <p>Lets a request in by the requirement of its handler; what no handler answers is open only as far as a "not found" page.
 */
@Component
class Entrance implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final RequestMappingHandlerMapping mappings;
    private final Endpoints endpoints;
    private final CurrentActor current;

    Entrance(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Endpoints endpoints,
            CurrentActor current) {
        this.mappings = mappings;
        this.endpoints = endpoints;
        this.current = current;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var handler = handler(context.getRequest());
        if (handler == null) {
            String path = context.getRequest().getRequestURI();
            return path.startsWith("/desk") ? decide(!current.get().isAnonymous()) : YES;
        }
        var requires = endpoints.requirement(handler);
        return decide(requires != null && allows(requires, current.get()));
    }

    static boolean allows(Requires requires, Actor actor) {
        if (requires.scope() == Scope.PUBLIC) {
            return true;
        }
        if (actor.isAnonymous()) {
            return false;
        }
        return requires.value().length == 0 || Arrays.stream(requires.value()).anyMatch(actor::has);
    }

    private static AuthorizationDecision decide(boolean yes) {
        return yes ? YES : NO;
    }

    private @Nullable HandlerMethod handler(HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mappings.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception e) {
            return null; // a wrong method or media type: the dispatcher answers it without touching anything
        }
    }
}
