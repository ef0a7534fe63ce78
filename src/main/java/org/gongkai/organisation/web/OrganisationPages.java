package org.gongkai.organisation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.Guides;
import org.gongkai.organisation.OrganisationDesk;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 工作台：机构名录和公开指南。 */
@Controller
class OrganisationPages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry organisationEntry() {
            return new DeskEntry(
                    "ui.section.system",
                    "organisation.menu",
                    "/desk/organisation",
                    Set.of(Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR, Duty.LIAISON),
                    900);
        }
    }

    private final OrganisationDesk desk;
    private final PublicBodies bodies;
    private final Guides guides;
    private final CurrentActor current;
    private final Texts texts;
    private final Sentences sentences;
    private final Clock clock;

    OrganisationPages(
            OrganisationDesk desk,
            PublicBodies bodies,
            Guides guides,
            CurrentActor current,
            Texts texts,
            Sentences sentences,
            Clock clock) {
        this.desk = desk;
        this.bodies = bodies;
        this.guides = guides;
        this.current = current;
        this.texts = texts;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/desk/organisation")
    @Requires(
            value = {Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR, Duty.LIAISON},
            scope = Scope.SUBTREE)
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        var actor = current.get();
        String word = q.strip();
        var found = bodies.all().stream()
                .filter(body -> actor.has(Duty.SYSTEM_ADMINISTRATOR) || actor.reaches(body.code()))
                .filter(body -> word.isEmpty()
                        || body.code().equals(word)
                        || body.name().contains(word)
                        || body.aliases().stream().anyMatch(alias -> alias.contains(word)))
                .toList();
        return new ModelAndView(
                        "organisation/bodies", Map.of("bodies", found, "names", names(), "guides", guides.updates()))
                .addObject("q", word)
                .addObject("mayEdit", actor.has(Duty.OFFICE) || actor.has(Duty.SYSTEM_ADMINISTRATOR));
    }

    @GetMapping("/desk/organisation/new")
    @Requires(
            value = {Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR},
            scope = Scope.DISTRICT)
    ModelAndView addForm() {
        return form("", BodyForm.BLANK);
    }

    @PostMapping("/desk/organisation")
    @Requires(
            value = {Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR},
            scope = Scope.DISTRICT)
    ModelAndView add(BodyForm form, RedirectAttributes flash) {
        return save("", form.codeText(), form, flash);
    }

    @GetMapping("/desk/organisation/{code}")
    @Requires(
            value = {Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR},
            scope = Scope.DISTRICT)
    ModelAndView editForm(@PathVariable String code) {
        return form(code, BodyForm.of(require(code)));
    }

    @PostMapping("/desk/organisation/{code}")
    @Requires(
            value = {Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR},
            scope = Scope.DISTRICT)
    ModelAndView edit(@PathVariable String code, BodyForm form, RedirectAttributes flash) {
        return save(require(code).code(), code, form, flash);
    }

    @GetMapping("/desk/organisation/{code}/guide")
    @Requires(
            value = {Duty.OFFICE, Duty.LIAISON},
            scope = Scope.SUBTREE)
    ModelAndView guideForm(@PathVariable String code) {
        var body = requireOwn(code);
        return guide(body, guides.find(code).map(GuideForm::of).orElse(GuideForm.BLANK));
    }

    @PostMapping("/desk/organisation/{code}/guide")
    @Requires(
            value = {Duty.OFFICE, Duty.LIAISON},
            scope = Scope.SUBTREE)
    ModelAndView saveGuide(@PathVariable String code, GuideForm form, RedirectAttributes flash) {
        var body = requireOwn(code);
        try {
            desk.save(form.guide(code, LocalDate.now(clock)));
            return done("/desk/organisation/" + code + "/guide", flash);
        } catch (Refused refused) {
            return again(guide(body, form), form.firstBlank(), refused);
        }
    }

    private ModelAndView save(String known, String code, BodyForm form, RedirectAttributes flash) {
        try {
            desk.save(form.body(code));
            return done("/desk/organisation", flash);
        } catch (Refused refused) {
            return again(form(known, form), field(refused.refusal().messageKey()), refused);
        }
    }

    private ModelAndView form(String known, BodyForm form) {
        var parents = new LinkedHashMap<String, String>();
        parents.put("", texts.get("organisation.parent.none"));
        parents.putAll(names());
        parents.remove(known);
        var levels = new LinkedHashMap<String, String>();
        List.of(BodyLevel.values())
                .forEach(level -> levels.put(level.name(), texts.get("organisation.level." + level.name())));
        var kinds = new LinkedHashMap<String, String>();
        List.of(BodyKind.values())
                .forEach(kind -> kinds.put(kind.name(), texts.get("organisation.kind." + kind.name())));
        return new ModelAndView("organisation/body", Map.of("known", known, "parents", parents, "levels", levels))
                .addObject("kinds", kinds)
                .addObject("form", form.values())
                .addObject("errors", Map.of());
    }

    private static ModelAndView guide(PublicBody body, GuideForm form) {
        return new ModelAndView("organisation/guide", Map.of("body", body, "form", form.values(), "errors", Map.of()));
    }

    private ModelAndView again(ModelAndView view, String field, Refused refused) {
        view.addObject("errors", Map.of(field, sentences.sentence(refused.refusal())));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView done(String path, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", texts.get("organisation.saved"));
        return new ModelAndView("redirect:" + path);
    }

    /** 别的机构的，也说没有。 */
    private PublicBody requireOwn(String code) {
        return bodies.find(code)
                .filter(body -> current.get().reaches(body.code()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PublicBody require(String code) {
        return bodies.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        bodies.all().forEach(body -> names.put(body.code(), body.name()));
        return names;
    }

    private static String field(String key) {
        return switch (key) {
            case "organisation.nameForm", "organisation.nameTwice" -> "name";
            case "organisation.parentUnknown", "organisation.circle" -> "parent";
            default -> "code";
        };
    }
}
