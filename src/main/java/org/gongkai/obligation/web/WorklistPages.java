package org.gongkai.obligation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.Obligation;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.ObligationState;
import org.gongkai.obligation.Obligations;
import org.gongkai.obligation.Worklist;
import org.gongkai.obligation.spi.WorklistNotes;
import org.gongkai.publication.Slice;
import org.gongkai.ui.DeskCounts;
import org.gongkai.ui.DeskEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作台首屏：待办，按法律日；和义务清单。 The first screen of the desk, and the list behind every number. */
@Controller
class WorklistPages {

    private static final int PAGE = 100;

    /** 有公开义务要管的岗位；系统、安全、审计三员没有待办，首屏是自己的事。 */
    private static final Set<Duty> OWING =
            Set.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE, Duty.LEADER);

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry worklistEntry() {
            return new DeskEntry("ui.section.work", "obligation.menu", "/desk", OWING, 100);
        }

        @Bean
        DeskEntry obligationsEntry() {
            return new DeskEntry(
                    "ui.section.work", "obligation.list", "/desk/obligations", SeesObligations.DUTIES, 120);
        }

        @Bean
        DeskEntry formationEntry() {
            return new DeskEntry(
                    "ui.section.work",
                    "obligation.formation.menu",
                    "/desk/formations/new",
                    Set.of(Duty.LIAISON, Duty.OFFICE),
                    150);
        }
    }

    private final Obligations obligations;
    private final Worklist worklist;
    private final AskedObligations asked;
    private final DeskCounts counts;
    private final ObligationFigures figures;
    private final ObjectProvider<WorklistNotes> notes;
    private final CurrentActor actors;
    private final Clock clock;

    WorklistPages(
            Obligations obligations,
            Worklist worklist,
            AskedObligations asked,
            DeskCounts counts,
            ObligationFigures figures,
            ObjectProvider<WorklistNotes> notes,
            CurrentActor actors,
            Clock clock) {
        this.obligations = obligations;
        this.worklist = worklist;
        this.asked = asked;
        this.counts = counts;
        this.figures = figures;
        this.notes = notes;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/desk")
    @Requires(scope = Scope.SELF)
    String worklist(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Actor actor = actors.get();
        if (cursor == null
                && done.isEmpty()
                && actor.district()
                && !actor.has(Duty.LIAISON)
                && (actor.has(Duty.OFFICE) || actor.has(Duty.LEADER))) {
            return "redirect:/desk/supervision";
        }
        if (cursor == null && done.isEmpty() && !actor.has(Duty.LIAISON) && reviews(actor)) {
            return "redirect:/desk/publication/review";
        }
        if (OWING.stream().noneMatch(actor::has)) {
            return "redirect:" + administration(actor);
        }
        LocalDate today = LocalDate.now(clock);
        var filter = ObligationFilter.of(ObligationFilter.View.DATED).state(ObligationState.OPEN);
        Slice<Obligation> open = obligations.list(filter, cursor, PAGE);
        model.addAttribute("days", worklist.byDay(open.items()));
        model.addAttribute("next", open.next() == null ? null : "/desk?cursor=" + open.next());
        model.addAttribute("first", cursor == null ? null : "/desk");
        model.addAttribute(
                "nearest",
                open.items().stream()
                        .findFirst()
                        .filter(one -> one.dueOn() != null && one.dueOn().isAfter(today))
                        .map(worklist::line)
                        .orElse(null));
        model.addAttribute("nothing", open.items().isEmpty() && cursor == null);
        model.addAttribute(
                "notes", notes.stream().flatMap(each -> each.of(actor).stream()).toList());
        model.addAttribute("counts", counts.of(actor));
        model.addAttribute("covered", covered(actor));
        model.addAttribute("done", done);
        return "obligation/desk";
    }

    private static String administration(Actor actor) {
        if (actor.has(Duty.AUDITOR) || actor.has(Duty.SECURITY_ADMINISTRATOR)) {
            return "/desk/journal";
        }
        return actor.has(Duty.SYSTEM_ADMINISTRATOR) ? "/desk/organisation" : "/desk/me";
    }

    private static boolean reviews(Actor actor) {
        return actor.has(Duty.SECTION_HEAD) || actor.has(Duty.SECRECY_REVIEWER) || actor.has(Duty.SIGNER);
    }

    /** 自己的机构应公开的事项公开了几项；没有要求的为空。 */
    private @Nullable Coverage covered(Actor actor) {
        return figures.coverage(null, true, false).stream()
                .filter(each -> each.body() != null && each.body().equals(actor.body()) && each.itemsOwed() > 0)
                .findFirst()
                .orElse(null);
    }

    /** 顶栏的三个数。 */
    @GetMapping("/desk/counts")
    @Requires(scope = Scope.SELF)
    String counts(Model model) {
        model.addAttribute("counts", counts.of(actors.get()));
        return "obligation/counts";
    }

    /** 每个数字背后的清单。 */
    @GetMapping("/desk/obligations")
    @SeesObligations
    String list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        ObligationFilter filter = asked.filter(view, null, body, area, item, null);
        Slice<Obligation> found = obligations.list(filter, cursor, PAGE);
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("view", filter.view().name());
        kept.put("body", body == null ? "" : body);
        kept.put("area", area == null ? "" : area);
        kept.put("item", item == null ? "" : item);
        model.addAttribute("filter", kept);
        model.addAttribute("lines", found.items().stream().map(worklist::line).toList());
        String address = address(kept);
        model.addAttribute("next", found.next() == null ? null : address + "&cursor=" + found.next());
        model.addAttribute("first", cursor == null ? null : address);
        model.addAttribute("unread", obligations.unread());
        model.addAttribute("views", List.of(ObligationFilter.View.values()));
        model.addAttribute("bodies", worklist.bodies(actors.get()));
        model.addAttribute("areas", worklist.areas());
        return "obligation/list";
    }

    private static String address(Map<String, String> filter) {
        var address = org.springframework.web.util.UriComponentsBuilder.fromPath("/desk/obligations");
        filter.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(filter).toUriString();
    }
}
