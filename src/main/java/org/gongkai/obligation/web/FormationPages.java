package org.gongkai.obligation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.Formation;
import org.gongkai.obligation.ObligationDesk;
import org.gongkai.obligation.Obligations;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 登记信息形成。 */
@Controller
@Requires(
        value = {Duty.LIAISON, Duty.OFFICE},
        scope = Scope.SUBTREE)
class FormationPages {

    private final ObligationDesk desk;
    private final Obligations obligations;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final Sentences sentences;

    FormationPages(
            ObligationDesk desk,
            Obligations obligations,
            PublicBodies bodies,
            CurrentActor actors,
            Sentences sentences) {
        this.desk = desk;
        this.obligations = obligations;
        this.bodies = bodies;
        this.actors = actors;
        this.sentences = sentences;
    }

    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    /** 表单的原样填写。 */
    record FormationForm(
            @Nullable String body,
            @Nullable String item,
            @Nullable String formedOn,
            @Nullable String title,
            String once) {

        Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("body", body == null ? "" : body);
            values.put("item", item == null ? "" : item);
            values.put("formedOn", formedOn == null ? "" : formedOn);
            values.put("title", title == null ? "" : title);
            values.put("once", once);
            return values;
        }

        Formation formation() {
            return new Formation(
                    key(),
                    Asked.needed("body", body),
                    Asked.needed("item", item),
                    Asked.neededDay("formedOn", formedOn),
                    Asked.needed("title", title));
        }

        /** 同一张表、同样的内容提交两次是一条；退回去改了再提交的是另一条。 The same sheet with the same words is one formation. */
        private @Nullable String key() {
            String words = String.join("\n", values().values());
            return ONCE.matcher(once).matches()
                    ? "desk-" + UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                    : null;
        }
    }

    @GetMapping("/desk/formations/new")
    String blank(@RequestParam(required = false) @Nullable String body, Model model) {
        return form(new FormationForm(body, null, null, null, UUID.randomUUID().toString()), "", model);
    }

    @PostMapping("/desk/formations")
    String register(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String formedOn,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(defaultValue = "") String once,
            HttpServletResponse response,
            Model model) {
        var form = new FormationForm(body, item, formedOn, title, once);
        try {
            desk.registerFormation(form.formation(), ObligationDesk.Source.DESK);
            return "redirect:/desk?done=formed";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, sentences.sentence(refused.refusal()), model);
        }
    }

    private String form(FormationForm form, String refusal, Model model) {
        Map<String, String> mine = mine(actors.get());
        Map<String, String> values = form.values();
        if (!mine.containsKey(values.get("body"))) {
            values.put("body", first(mine));
        }
        Map<String, String> items = new LinkedHashMap<>();
        obligations
                .itemsOf(values.getOrDefault("body", ""))
                .forEach(each -> items.put(each.item(), each.name() + " " + each.item()));
        model.addAttribute("bodies", mine);
        model.addAttribute("items", items);
        model.addAttribute("values", values);
        model.addAttribute("refusal", refusal);
        return "obligation/formation";
    }

    private static String first(Map<String, String> mine) {
        return mine.isEmpty() ? "" : mine.keySet().iterator().next();
    }

    private Map<String, String> mine(Actor actor) {
        Map<String, String> mine = new LinkedHashMap<>();
        if (actor.body() != null) {
            put(mine, actor.body());
        }
        Set<String> reached = actor.district()
                ? new TreeSet<>(bodies.all().stream().map(PublicBody::code).toList())
                : new TreeSet<>(actor.bodies());
        reached.forEach(code -> put(mine, code));
        return mine;
    }

    private void put(Map<String, String> mine, String code) {
        mine.putIfAbsent(code, bodies.find(code).map(PublicBody::name).orElse(code));
    }
}
