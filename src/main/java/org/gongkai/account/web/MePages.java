package org.gongkai.account.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.account.AccountDesk;
import org.gongkai.account.Tokens;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.identity.SignedIn;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的账号：岗位、口令、接口令牌。 */
@Controller
@Requires(scope = Scope.SELF)
class MePages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry meEntry() {
            return new DeskEntry("ui.section.system", "account.menu.me", "/desk/me", Set.of(), 990);
        }
    }

    private final AccountDesk desk;
    private final Tokens tokens;
    private final PublicBodies bodies;
    private final Texts texts;
    private final FormFaults faults;
    private final Clock clock;

    MePages(AccountDesk desk, Tokens tokens, PublicBodies bodies, Texts texts, FormFaults faults, Clock clock) {
        this.desk = desk;
        this.tokens = tokens;
        this.bodies = bodies;
        this.texts = texts;
        this.faults = faults;
        this.clock = clock;
    }

    @GetMapping("/desk/me")
    ModelAndView me(@AuthenticationPrincipal SignedIn me) {
        return page(me, blank(), List.of());
    }

    @PostMapping("/desk/me/password")
    ModelAndView password(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        try {
            desk.changePassword(me.account(), old, password);
            flash.addFlashAttribute("notice", texts.get("account.me.password.done"));
            return new ModelAndView("redirect:/desk/me");
        } catch (Refused refused) {
            return faults.again(page(me, blank(), List.of()), refused);
        }
    }

    @PostMapping("/desk/me/tokens")
    ModelAndView issue(
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String expires,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) @Nullable Set<Duty> duty,
            @AuthenticationPrincipal SignedIn me) {
        Set<Duty> duties = duty == null
                ? Set.of()
                : duty.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        try {
            String token = tokens.issue(me.account(), purpose, duties, body.isEmpty() ? null : body, day(expires));
            return page(me, blank(), List.of()).addObject("token", token);
        } catch (Refused refused) {
            var typed = Map.of("purpose", purpose, "expires", expires, "body", body);
            return faults.again(page(me, typed, List.copyOf(duties)), refused);
        }
    }

    @PostMapping("/desk/me/tokens/{id}/revoke")
    ModelAndView revoke(@PathVariable long id, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        tokens.revoke(me.account(), id);
        flash.addFlashAttribute("notice", texts.get("account.me.token.revoked"));
        return new ModelAndView("redirect:/desk/me");
    }

    @PostMapping("/desk/me/sessions/end")
    ModelAndView endOtherSessions(@AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        desk.endOtherSessions(me.account());
        flash.addFlashAttribute("notice", texts.get("account.me.sessions.ended"));
        return new ModelAndView("redirect:/desk/me");
    }

    private ModelAndView page(SignedIn me, Map<String, String> typed, List<Duty> chosen) {
        var account = desk.require(me.account());
        String body = account.body() == null
                ? ""
                : bodies.find(account.body()).map(PublicBody::name).orElse(account.body());
        return new ModelAndView("account/me", Map.of("account", account, "body", body, "form", typed))
                .addObject("chosen", chosen)
                .addObject("tokens", tokens.of(me.account()))
                .addObject("bodies", reached(me))
                .addObject("errors", Map.of());
    }

    /** The bodies a token can be narrowed to. */
    private Map<String, String> reached(SignedIn me) {
        var reached = new LinkedHashMap<String, String>();
        reached.put("", texts.get("account.me.token.body.all"));
        bodies.all().stream()
                .filter(each -> me.actor().reaches(each.code()))
                .forEach(each -> reached.put(each.code(), each.name()));
        return reached;
    }

    private Map<String, String> blank() {
        return Map.of(
                "purpose",
                "",
                "body",
                "",
                "expires",
                LocalDate.now(clock).plusMonths(6).toString());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (java.time.DateTimeException e) {
            throw new Refused(Refusal.of("account.tokenExpiry"));
        }
    }
}
