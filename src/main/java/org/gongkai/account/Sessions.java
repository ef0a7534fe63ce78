package org.gongkai.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * 登录会话：登录时换新，最长十二小时；停用、改口令、清除动态口令时退出其他地方的登录。
 *
 * <p>A session begins with a fresh id at sign-in, lasts twelve hours at most and half an hour idle. What its holder may do is read
 * anew at each request, so that a withdrawn duty is withdrawn at once.
 */
@Component
public class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);
    /** 半小时没有人动过就退出；页面自己刷新数字不算有人动。 */
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Set<String> BY_ITSELF = Set.of("/desk/counts");
    private static final String SIGNED_IN_AT = "gongkai.signedInAt";
    private static final String ACTED_AT = "gongkai.actedAt";
    private static final Set<String> ENDING = Set.of(
            "account.disabled",
            "account.passwordChanged",
            "account.passwordReset",
            "account.secondFactorCleared",
            "account.sessionsEnded");

    private final Accounts accounts;
    private final Actors actors;
    private final SecurityContextRepository contexts;
    private final FindByIndexNameSessionRepository<? extends Session> stored;
    private final Clock clock;

    Sessions(
            Accounts accounts,
            Actors actors,
            SecurityContextRepository contexts,
            FindByIndexNameSessionRepository<? extends Session> stored,
            Clock clock) {
        this.accounts = accounts;
        this.actors = actors;
        this.contexts = contexts;
        this.stored = stored;
        this.clock = clock;
    }

    /** 登录：旧会话作废，换一个新的（防会话固定）。 */
    public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        request.getSession(true).setAttribute(SIGNED_IN_AT, clock.millis());
        var context = new SecurityContextImpl(TokenFilter.authentication(actors.signedIn(account)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** 退出。 */
    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** 现在的身份；会话太久、久没有人动过或账号已停用时为空。 */
    Optional<SignedIn> refreshed(SignedIn held, HttpSession session, String address) {
        boolean lasts = session.getAttribute(SIGNED_IN_AT) instanceof Long since
                && clock.millis() - since < LONGEST.toMillis()
                && isAwake(session, since, address);
        return lasts ? accounts.find(held.account()).filter(Account::enabled).map(actors::signedIn) : Optional.empty();
    }

    private boolean isAwake(HttpSession session, long since, String address) {
        long acted = session.getAttribute(ACTED_AT) instanceof Long at ? at : since;
        long idle = clock.millis() - acted;
        if (!BY_ITSELF.contains(address) && idle >= NOTED_EVERY.toMillis() && idle < IDLE.toMillis()) {
            session.setAttribute(ACTED_AT, clock.millis());
        }
        return idle < IDLE.toMillis();
    }

    @EventListener
    void endOthers(AccountChanged change) {
        if (ENDING.contains(change.act())) {
            var request = RequestContextHolder.getRequestAttributes();
            String own = request == null || !isOwn(request, change.login()) ? "" : request.getSessionId();
            stored.findByPrincipalName(change.login()).keySet().stream()
                    .filter(id -> !id.equals(own))
                    .forEach(stored::deleteById);
        }
    }

    private static boolean isOwn(RequestAttributes request, String login) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getName().equals(login);
    }
}
