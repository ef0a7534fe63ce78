package org.gongkai.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.gongkai.account.Account;
import org.gongkai.account.AccountDesk;
import org.gongkai.account.FirstAdministrator;
import org.gongkai.account.Sessions;
import org.gongkai.account.SigningIn;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.identity.SignedIn;
import org.gongkai.ui.Pages;
import org.gongkai.ui.QrCode;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 登录两步、首次绑定、退出。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class SignInPages {

    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(10);
    private static final String DESK = "/desk";

    private final SigningIn signingIn;
    private final AccountDesk desk;
    private final FirstAdministrator first;
    private final Sessions sessions;
    private final CurrentActor current;
    private final FormFaults faults;
    private final Pages pages;
    private final Clock clock;

    SignInPages(
            SigningIn signingIn,
            AccountDesk desk,
            FirstAdministrator first,
            Sessions sessions,
            CurrentActor current,
            FormFaults faults,
            Pages pages,
            Clock clock) {
        this.signingIn = signingIn;
        this.desk = desk;
        this.first = first;
        this.sessions = sessions;
        this.current = current;
        this.faults = faults;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "") String next) {
        if (!current.get().isAnonymous()) {
            return to(local(next));
        }
        return first.wanted() ? to("/setup") : form("", next);
    }

    @PostMapping("/sign-in")
    ModelAndView password(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        try {
            var account = signingIn.password(login, password, request.getRemoteAddr());
            String secret = account.secondFactor() ? "" : AccountDesk.newSecret();
            var pending = new Pending(account.id(), secret, local(next), clock.millis() + BETWEEN_STEPS.toMillis());
            fresh(request).setAttribute(Pending.NAME, pending);
            return to(pending.enrols() ? "/sign-in/enrol" : "/sign-in/code");
        } catch (Refused refused) {
            return faults.again(form(login, next), refused);
        }
    }

    @GetMapping("/sign-in/code")
    ModelAndView codeForm(HttpServletRequest request) {
        var pending = pending(request);
        return pending == null || pending.enrols() ? to("/sign-in") : codeForm();
    }

    @PostMapping("/sign-in/code")
    ModelAndView code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var pending = pending(request);
        if (pending == null || pending.enrols()) {
            return to("/sign-in");
        }
        try {
            var account = desk.require(pending.account());
            signingIn.secondFactor(account, code, request.getRemoteAddr());
            enter(account, request, response);
            return to(pending.next());
        } catch (Refused refused) {
            return faults.again(codeForm(), refused);
        }
    }

    @GetMapping("/sign-in/enrol")
    ModelAndView enrolForm(HttpServletRequest request) {
        var pending = pending(request);
        return pending == null || !pending.enrols() ? to("/sign-in") : enrolForm(pending, request);
    }

    @PostMapping("/sign-in/enrol")
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var pending = pending(request);
        if (pending == null || !pending.enrols()) {
            return to("/sign-in");
        }
        try {
            var codes = signingIn.enrol(pending.account(), pending.secret(), code, request.getRemoteAddr());
            enter(desk.require(pending.account()), request, response);
            return new ModelAndView("account/recovery", Map.of("codes", codes, "next", pending.next()));
        } catch (Refused refused) {
            return faults.again(enrolForm(pending, request), refused);
        }
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication held
                && held.getPrincipal() instanceof SignedIn signedIn) {
            signingIn.record(desk.require(signedIn.account()), false);
        }
        sessions.end(request);
        return to("/");
    }

    private void enter(Account account, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(account, request, response);
        signingIn.record(account, true);
    }

    private static ModelAndView form(String login, String next) {
        return new ModelAndView("account/signIn", Map.of("login", login, "next", local(next), "errors", Map.of()));
    }

    private static ModelAndView codeForm() {
        return new ModelAndView("account/code", Map.of("errors", Map.of()));
    }

    private ModelAndView enrolForm(Pending pending, HttpServletRequest request) {
        String issuer = pages.of(request).site().name();
        String login = desk.require(pending.account()).login();
        String uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s&digits=6&period=30"
                .formatted(encode(issuer), encode(login), pending.secret(), encode(issuer));
        var qr = QrCode.of(uri);
        var view = new ModelAndView("account/enrol", Map.of("size", qr.size(), "path", qr.path(), "errors", Map.of()));
        return view.addObject("secret", pending.secret().replaceAll("(.{4})(?=.)", "$1 "));
    }

    /** A new session id between the steps: a planted one learns nothing. */
    private static HttpSession fresh(HttpServletRequest request) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        return request.getSession(true);
    }

    private @Nullable Pending pending(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(Pending.NAME) instanceof Pending pending
                        && clock.millis() < pending.until()
                ? pending
                : null;
    }

    /** Only a path of this site: {@code //host}, {@code /\host} and whole addresses lead to the workbench. */
    static String local(String next) {
        return next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") && !next.startsWith("/sign-") ? next : DESK;
    }

    private static ModelAndView to(String path) {
        var view = new RedirectView(path, false, true, false);
        return new ModelAndView(view);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
