package org.gongkai.report.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.report.AnnualReportDesk;
import org.gongkai.report.AnnualReports;
import org.gongkai.report.BrokenSentences;
import org.gongkai.report.CellAddress;
import org.gongkai.report.InternalDays;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.Narrative;
import org.gongkai.report.ReportDraft;
import org.gongkai.report.ReportKey;
import org.gongkai.report.Resemblances;
import org.gongkai.report.WorkingReport;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 工作台：各机构的年报编到哪里、表格、核对结果、三段文字、发布。 */
@Controller
class ReportPages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry reportEntry() {
            return new DeskEntry(
                    "ui.section.supervision",
                    "report.menu",
                    "/desk/reports",
                    Set.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR),
                    450);
        }
    }

    private final AnnualReports reports;
    private final ReportList list;
    private final AnnualReportDesk desk;
    private final InternalDays internal;
    private final Resemblances resemblances;
    private final BrokenSentences words;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final Sentences sentences;
    private final Clock clock;

    ReportPages(
            AnnualReports reports,
            ReportList list,
            AnnualReportDesk desk,
            InternalDays internal,
            Resemblances resemblances,
            BrokenSentences words,
            PublicBodies bodies,
            CurrentActor actors,
            Sentences sentences,
            Clock clock) {
        this.reports = reports;
        this.list = list;
        this.desk = desk;
        this.internal = internal;
        this.resemblances = resemblances;
        this.words = words;
        this.bodies = bodies;
        this.actors = actors;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/desk/reports")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.SUBTREE)
    String list(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("done", done);
        int lastYear = LocalDate.now(clock).getYear() - 1;
        return list.show(AskedReport.year(year, lastYear), Map.of(), "", model);
    }

    @GetMapping("/desk/reports/{body}/{year:\\d{1,9}}")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.SUBTREE)
    ModelAndView report(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(defaultValue = "") String done) {
        return page(AskedReport.key(reports, body, year, scope), null, "").addObject("done", done);
    }

    private ModelAndView page(ReportKey key, @Nullable ReportDraft typed, String refusal) {
        WorkingReport report = reports.working(key, null);
        IssuedReport issued = reports.issued(key).orElse(null);
        return new ModelAndView("report/desk")
                .addObject("report", report)
                .addObject("draft", typed == null ? report.draft() : typed)
                .addObject("bodyName", name(key.body()))
                .addObject("issued", issued)
                .addObject("obstacles", desk.obstacles(report))
                .addObject("suspect", suspect(report))
                .addObject("alike", resemblances.of(key, (typed == null ? report.draft() : typed).narrative()))
                .addObject(
                        "carried",
                        report.carriedOver().stream().map(words::sentence).toList())
                .addObject("dueOn", key.scope().dueOn(key.year()))
                .addObject("internalDueOn", internal.of(key.year()).get(key.scope()))
                .addObject("today", LocalDate.now(clock))
                .addObject(
                        "mayIssue",
                        actors.get().has(Duty.SIGNER) || actors.get().has(Duty.OFFICE))
                .addObject("scopeName", ReportView.scope(key))
                .addObject("done", "")
                .addObject("refusal", refusal);
    }

    private static String suspect(WorkingReport report) {
        return org.gongkai.report.CrossFooting.suspect(report.tables(), report.broken())
                .map(CellAddress::toString)
                .orElse("");
    }

    @PostMapping("/desk/reports/{body}/{year:\\d{1,9}}")
    @Requires(
            value = {Duty.LIAISON, Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ModelAndView save(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam Map<String, String> typed) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        reports.working(key, null); // another body's is not found, whatever was typed
        ReportDraft draft = new ReportDraft(
                key,
                Map.of(),
                new Narrative(
                        typed.getOrDefault("overview", ""),
                        typed.getOrDefault("problems", ""),
                        typed.getOrDefault("others", "")),
                typed.getOrDefault("explanation", ""),
                version(typed.getOrDefault("version", "0")));
        try {
            Map<String, String> cells = new LinkedHashMap<>();
            typed.forEach((name, text) -> {
                if (name.startsWith("T2.")) {
                    cells.put(AskedReport.cell(name).toString(), text);
                }
            });
            desk.save(new ReportDraft(
                    key, AnnualReportDesk.figures(cells), draft.narrative(), draft.explanation(), draft.version()));
            return new ModelAndView("redirect:" + address(key) + "&done=saved");
        } catch (Refused refused) {
            return refused(page(key, draft, sentences.sentence(refused.refusal())), refused);
        }
    }

    private static int version(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    @PostMapping("/desk/reports/{body}/{year:\\d{1,9}}/issue")
    @Requires(
            value = {Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ModelAndView issue(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String edition) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        reports.working(key, null);
        try {
            desk.issue(key, AskedReport.edition(edition));
            return new ModelAndView("redirect:" + address(key) + "&done=issued");
        } catch (Refused refused) {
            return refused(page(key, null, sentences.sentence(refused.refusal())), refused);
        }
    }

    private static ModelAndView refused(ModelAndView page, Refused why) {
        page.setStatus(why.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static String address(ReportKey key) {
        return "/desk/reports/"
                + org.springframework.web.util.UriUtils.encodePathSegment(key.body(), StandardCharsets.UTF_8) + "/"
                + key.year() + "?scope=" + ReportView.scope(key);
    }

    @GetMapping("/desk/reports/{body}/{year:\\d{1,9}}/cells")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.SUBTREE)
    ModelAndView cell(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String cell,
            @RequestParam(required = false) @Nullable String scope) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        CellAddress address = AskedReport.cell(Asked.needed("cell", cell));
        return new ModelAndView("report/cell")
                .addObject("key", key)
                .addObject("cell", address)
                .addObject("bodyName", name(body))
                .addObject("back", address(key))
                .addObject("applications", reports.applications(key, address))
                .addObject("remedies", reports.remedies(key, address));
    }

    private String name(String body) {
        return bodies.find(body).map(PublicBody::name).orElse(body);
    }
}
