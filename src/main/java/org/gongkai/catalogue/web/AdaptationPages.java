package org.gongkai.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Adaptation;
import org.gongkai.catalogue.AdaptationDesk;
import org.gongkai.catalogue.Adaptations;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 因地制宜的调整：单位提出，政务公开科审核，随时可以撤回。 */
@Controller
@RequestMapping("/desk/catalogue/adaptations")
@Requires(
        value = {Duty.OFFICE, Duty.LIAISON, Duty.SECTION_HEAD},
        scope = Scope.OWN_BODY)
class AdaptationPages {

    private static final String LIST = "redirect:/desk/catalogue/adaptations";

    private final AdaptationDesk desk;
    private final Adaptations adaptations;
    private final Catalogues catalogues;
    private final PublicBodies bodies;

    AdaptationPages(AdaptationDesk desk, Adaptations adaptations, Catalogues catalogues, PublicBodies bodies) {
        this.desk = desk;
        this.adaptations = adaptations;
        this.catalogues = catalogues;
        this.bodies = bodies;
    }

    @GetMapping
    String list(Model model) {
        List<Adaptation> visible = adaptations.visible();
        model.addAttribute("adaptations", visible);
        model.addAttribute(
                "items", catalogues.items(visible.stream().map(Adaptation::item).toList()));
        model.addAttribute("names", bodies);
        return "catalogue/adaptations";
    }

    @GetMapping("/new")
    String form(@RequestParam String item, Model model) {
        var row = catalogues.named(item).orElseThrow(() -> Refused.missing("catalogue.adaptation.noItem", item));
        Map<String, String> choices = new LinkedHashMap<>();
        desk.bodiesFor(row)
                .forEach(code -> choices.put(
                        code, bodies.find(code).map(PublicBody::name).orElse(code)));
        model.addAttribute("item", row);
        model.addAttribute("bodies", choices);
        return "catalogue/adapt";
    }

    @PostMapping
    String propose(
            @RequestParam String item,
            @RequestParam String body,
            @RequestParam(defaultValue = "false") boolean notApplicable,
            @RequestParam(defaultValue = "") String limitText,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String reason) {
        desk.propose(item, body, !notApplicable, limitText, content, reason);
        return LIST;
    }

    @PostMapping("/{id:\\d+}/approve")
    @Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
    String approve(@PathVariable long id) {
        desk.approve(id);
        return LIST;
    }

    @PostMapping("/{id:\\d+}/reject")
    @Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
    String reject(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        desk.reject(id, reason);
        return LIST;
    }

    @PostMapping("/{id:\\d+}/revoke")
    String revoke(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        desk.revoke(id, reason);
        return LIST;
    }
}
