package org.gongkai.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gongkai.account.FirstAdministrator;
import org.gongkai.account.SigningIn;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 首位管理员，只有一次。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class SetupPages {

    private final FirstAdministrator first;
    private final SigningIn signingIn;
    private final FormFaults faults;

    SetupPages(FirstAdministrator first, SigningIn signingIn, FormFaults faults) {
        this.first = first;
        this.signingIn = signingIn;
        this.faults = faults;
    }

    @GetMapping("/setup")
    ModelAndView form() {
        return form(Map.of("code", "", "login", "", "name", "", "office", "true"));
    }

    @PostMapping("/setup")
    ModelAndView setUp(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean office,
            HttpServletRequest request) {
        try {
            signingIn.limit(request.getRemoteAddr());
            first.setUp(code, login.strip(), name, password, office);
            return new ModelAndView("redirect:/sign-in");
        } catch (Refused refused) {
            var typed = Map.of("code", code, "login", login, "name", name, "office", String.valueOf(office));
            return faults.again(form(typed), refused);
        }
    }

    private ModelAndView form(Map<String, String> typed) {
        return new ModelAndView("account/setup", Map.of("wanted", first.wanted(), "form", typed, "errors", Map.of()));
    }
}
