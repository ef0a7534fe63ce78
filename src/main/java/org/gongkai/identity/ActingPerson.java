package org.gongkai.identity;

import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.database.RowScope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** 当前操作人：被指定的身份优先，其次是登录或令牌；行级权限随之而定。 Explicit identity first, then the signed-in one. */
@Component
class ActingPerson implements CurrentActor, RowScope.Source {

    private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

    @Override
    public Actor get() {
        if (ACTING.isBound()) {
            return ACTING.get();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.actor()
                : Actor.ANONYMOUS;
    }

    @Override
    public <T> T callAs(Actor actor, Callable<T> task) {
        try {
            return ScopedValue.where(ACTING, actor).call(task::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RowScope current() {
        Actor actor = get();
        if (actor.district()) {
            return RowScope.ALL;
        }
        return actor.bodies().isEmpty() ? RowScope.NOTHING : RowScope.of(List.copyOf(actor.bodies()));
    }
}
