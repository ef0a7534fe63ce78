package org.gongkai.account.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.account.Account;
import org.gongkai.account.AccountDesk;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.journal.Journal;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账号管理，安全管理员专用。 */
@Controller
@Requires(value = Duty.SECURITY_ADMINISTRATOR, scope = Scope.DISTRICT)
class AccountPages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry accountsEntry() {
            return new DeskEntry(
                    "ui.section.system", "account.menu", "/desk/accounts", Set.of(Duty.SECURITY_ADMINISTRATOR), 910);
        }
    }

    private final AccountDesk desk;
    private final PublicBodies bodies;
    private final Journal journal;
    private final Texts texts;
    private final FormFaults faults;

    AccountPages(AccountDesk desk, PublicBodies bodies, Journal journal, Texts texts, FormFaults faults) {
        this.desk = desk;
        this.bodies = bodies;
        this.journal = journal;
        this.texts = texts;
        this.faults = faults;
    }

    @GetMapping("/desk/accounts")
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        var names = bodyNames();
        var found = desk.all().stream()
                .filter(account -> matches(account, q.strip(), names))
                .toList();
        return new ModelAndView("account/accounts", Map.of("accounts", found, "names", names, "q", q));
    }

    @GetMapping("/desk/accounts/new")
    ModelAndView addForm() {
        return addForm(AccountForm.BLANK);
    }

    @PostMapping("/desk/accounts")
    ModelAndView add(AccountForm form, @RequestParam(defaultValue = "") String password, RedirectAttributes flash) {
        try {
            desk.add(form.loginText(), form.nameText(), form.bodyCode(), form.duties(), password);
            return done("/desk/accounts", texts.get("account.add.done", form.loginText()), flash);
        } catch (Refused refused) {
            return faults.again(addForm(form), refused);
        }
    }

    @GetMapping("/desk/accounts/{id}")
    ModelAndView account(@PathVariable long id) {
        var account = desk.require(id);
        return page(account, AccountForm.of(account));
    }

    @PostMapping("/desk/accounts/{id}")
    ModelAndView change(@PathVariable long id, AccountForm form, RedirectAttributes flash) {
        var account = desk.require(id);
        return attempt(account, form, flash, () -> desk.change(id, form.nameText(), form.bodyCode(), form.duties()));
    }

    @PostMapping("/desk/accounts/{id}/enabled")
    ModelAndView enable(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean enabled, RedirectAttributes flash) {
        var account = desk.require(id);
        return attempt(account, AccountForm.of(account), flash, () -> desk.enable(id, enabled));
    }

    @PostMapping("/desk/accounts/{id}/password")
    ModelAndView password(
            @PathVariable long id, @RequestParam(defaultValue = "") String password, RedirectAttributes flash) {
        var account = desk.require(id);
        return attempt(account, AccountForm.of(account), flash, () -> desk.resetPassword(id, password));
    }

    @PostMapping("/desk/accounts/{id}/second-factor/clear")
    ModelAndView clear(@PathVariable long id, RedirectAttributes flash) {
        var account = desk.require(id);
        return attempt(account, AccountForm.of(account), flash, () -> desk.clearSecondFactor(id));
    }

    private ModelAndView attempt(Account account, AccountForm form, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            return done("/desk/accounts/" + account.id(), texts.get("account.edit.done"), flash);
        } catch (Refused refused) {
            return faults.again(page(account, form), refused);
        }
    }

    private static ModelAndView done(String path, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:" + path);
    }

    private ModelAndView addForm(AccountForm form) {
        return new ModelAndView("account/add", fields(form));
    }

    private ModelAndView page(Account account, AccountForm form) {
        return new ModelAndView("account/account", fields(form))
                .addObject("account", account)
                .addObject("journal", journal.of("account", account.login()));
    }

    private Map<String, Object> fields(AccountForm form) {
        var options = new LinkedHashMap<String, String>();
        options.put("", texts.get("account.add.body.none"));
        options.putAll(bodyNames());
        return Map.of(
                "login", form.loginText(),
                "name", form.nameText(),
                "body", form.bodyText(),
                "chosen", List.copyOf(form.duties()),
                "bodies", options,
                "errors", Map.of());
    }

    private Map<String, String> bodyNames() {
        var names = new LinkedHashMap<String, String>();
        bodies.all().forEach(body -> names.put(body.code(), body.name()));
        return names;
    }

    private static boolean matches(Account account, String q, Map<String, String> names) {
        String body = account.body();
        return q.isEmpty()
                || account.login().contains(q)
                || account.name().contains(q)
                || body != null
                        && (body.equals(q) || names.getOrDefault(body, "").contains(q));
    }
}
