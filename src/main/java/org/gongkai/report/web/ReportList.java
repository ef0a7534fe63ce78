package org.gongkai.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.Obligations;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.report.AnnualReports;
import org.gongkai.report.InternalDays;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.ReportDraft;
import org.gongkai.report.ReportKey;
import org.gongkai.report.ReportLine;
import org.gongkai.report.ReportScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 各机构这一年的年报编到哪里；定报送日的表单也在这一页。 How far each body's report is, with the form for the days asked ahead. */
@Component
class ReportList {

    private final AnnualReports reports;
    private final InternalDays internal;
    private final PublicBodies bodies;
    private final Obligations obligations;
    private final CurrentActor actors;
    private final Clock clock;

    ReportList(
            AnnualReports reports,
            InternalDays internal,
            PublicBodies bodies,
            Obligations obligations,
            CurrentActor actors,
            Clock clock) {
        this.reports = reports;
        this.internal = internal;
        this.bodies = bodies;
        this.obligations = obligations;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * 这一页。
     *
     * @param typed 报送日表单里填了而没有存的，按栏目；没有的为空
     * @param refusal a sentence, or blank
     */
    String show(int year, Map<String, String> typed, String refusal, Model model) {
        Actor actor = actors.get();
        LocalDate today = LocalDate.now(clock);
        Map<ReportScope, LocalDate> days = internal.of(year);
        model.addAttribute("lines", lines(year, days, actor, today));
        model.addAttribute("internal", days);
        model.addAttribute("maySet", actor.has(Duty.OFFICE));
        model.addAttribute("typed", typed);
        model.addAttribute("refusal", refusal);
        model.addAttribute("year", year);
        model.addAttribute("today", today);
        return "report/list";
    }

    private List<ReportLine> lines(int year, Map<ReportScope, LocalDate> days, Actor actor, LocalDate today) {
        Map<ReportKey, IssuedReport> issued = new LinkedHashMap<>();
        reports.issuedIn(year, null).forEach(one -> issued.put(one.key(), one));
        Map<ReportKey, LocalDate> first = reports.firstIssued();
        Set<ReportKey> drafts = new HashSet<>();
        reports.drafts(year).stream().map(ReportDraft::key).forEach(drafts::add);
        Set<String> owing = obligations.bodiesOwing(AnnualReports.ITEM, LocalDate.of(year + 1, 1, 1));
        List<ReportLine> lines = new ArrayList<>();
        for (PublicBody body : bodies.all()) {
            if (reports.isReporting(body.code()) && actor.reaches(body.code())) {
                ReportKey key = new ReportKey(body.code(), year, reports.usualScope(body.code()));
                String state = state(issued.get(key), drafts.contains(key));
                LocalDate due = key.scope().dueOn(year);
                lines.add(new ReportLine(
                        body, state, due, days.get(key.scope()), first.get(key), owing.contains(body.code()), today));
            }
        }
        return lines;
    }

    private static String state(@Nullable IssuedReport issued, boolean drafted) {
        if (issued != null) {
            return issued.origin().name();
        }
        return drafted ? "WORKING" : "NONE";
    }
}
