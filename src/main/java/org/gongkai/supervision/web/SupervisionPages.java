package org.gongkai.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.ChannelFigures;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.Obligations;
import org.gongkai.obligation.Worklist;
import org.gongkai.supervision.SupervisionDesk;
import org.gongkai.supervision.SupervisionFigures;
import org.gongkai.ui.Asked;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 督查：热力图、一格的清单和催办；公开的那一份。 */
@Controller
class SupervisionPages {

    private static final int MOST = 200;

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry supervisionEntry() {
            return new DeskEntry(
                    "ui.section.supervision",
                    "supervision.menu",
                    "/desk/supervision",
                    Set.of(Duty.OFFICE, Duty.LEADER, Duty.AUDITOR),
                    400);
        }
    }

    private final SupervisionFigures figures;
    private final ChannelFigures channels;
    private final SupervisionDesk desk;
    private final Obligations obligations;
    private final Worklist worklist;
    private final Sentences sentences;

    SupervisionPages(
            SupervisionFigures figures,
            ChannelFigures channels,
            SupervisionDesk desk,
            Obligations obligations,
            Worklist worklist,
            Sentences sentences) {
        this.figures = figures;
        this.channels = channels;
        this.desk = desk;
        this.obligations = obligations;
        this.worklist = worklist;
        this.sentences = sentences;
    }

    @GetMapping("/desk/supervision")
    @Requires(
            value = {Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.DISTRICT)
    String map(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("map", figures.heatMap(Asked.day("asOf", asOf)));
        model.addAttribute("channels", channels.within(Asked.day("asOf", asOf), null, null));
        model.addAttribute("asOf", asOf == null ? "" : asOf);
        model.addAttribute("done", done);
        model.addAttribute(
                "red",
                worklist.byDay(obligations
                        .list(ObligationFilter.of(ObligationFilter.View.OVERDUE), null, MOST)
                        .items()));
        return "supervision/map";
    }

    /** 一格：为什么红，直接催办。 */
    @GetMapping("/desk/supervision/cell")
    @Requires(
            value = {Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.DISTRICT)
    String cell(@RequestParam String body, @RequestParam(defaultValue = "") String area, Model model) {
        return cell(body, area, "", "", model);
    }

    private String cell(String body, String area, String text, String refusal, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("bodyName", figures.bodyName(body));
        model.addAttribute("area", area);
        model.addAttribute("areaName", figures.areaNames().getOrDefault(area, area));
        model.addAttribute("overdue", lines(ObligationFilter.View.OVERDUE, body, area));
        model.addAttribute("missing", lines(ObligationFilter.View.MISSING, body, area));
        model.addAttribute("channels", channels.within(null, body, area.isEmpty() ? null : area));
        model.addAttribute("reminders", desk.reminders(body));
        model.addAttribute("text", text);
        model.addAttribute("refusal", refusal);
        return "supervision/cell";
    }

    private List<Worklist.Line> lines(ObligationFilter.View view, String body, String area) {
        var filter = ObligationFilter.of(view).body(body).area(area.isEmpty() ? null : area);
        return obligations.list(filter, null, MOST).items().stream()
                .map(worklist::line)
                .toList();
    }

    @PostMapping("/desk/supervision/remind")
    @Requires(
            value = {Duty.OFFICE, Duty.LEADER},
            scope = Scope.DISTRICT)
    String remind(
            @RequestParam String body,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        try {
            desk.remind(body, area, text);
            return "redirect:/desk/supervision?done=reminded";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return cell(body, area, text, sentences.sentence(refused.refusal()), model);
        }
    }
}
