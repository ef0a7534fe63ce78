package org.gongkai.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.law.Basis;
import org.gongkai.organisation.Guides;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.Disclosures;
import org.gongkai.report.AnnualReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 政府信息公开专栏：每个机构都是指南、制度、法定主动公开内容、年报四栏，旁边是依申请公开（R-PLT-02）。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class ColumnPages {

    private static final int PAGE = 20;

    private final Disclosures disclosures;
    private final PublicBodies bodies;
    private final Guides guides;
    private final AnnualReports annualReports;
    private final Clock clock;

    ColumnPages(Disclosures disclosures, PublicBodies bodies, Guides guides, AnnualReports annualReports, Clock clock) {
        this.annualReports = annualReports;
        this.guides = guides;
        this.disclosures = disclosures;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GetMapping("/xxgk")
    @Basis("OGI-12")
    String register(Model model) {
        model.addAttribute("bodies", bodies.all());
        return "portal/bodies";
    }

    @GetMapping("/xxgk/{body}")
    String column(@PathVariable String body) {
        require(body);
        return "redirect:/xxgk/" + body + "/nr";
    }

    /** 指南的法定各项一项不少；没有写的照实说没有（R-GUIDE-01）。 */
    @GetMapping("/xxgk/{body}/zn")
    @Basis("OGI-12")
    String guide(@PathVariable String body, Model model) {
        model.addAttribute("body", require(body));
        model.addAttribute("guide", guides.find(body).orElse(null));
        return "portal/guide";
    }

    @GetMapping("/xxgk/{body}/zd")
    String rules(@PathVariable String body, @RequestParam(required = false) @Nullable String cursor, Model model) {
        return list(body, "zd", DisclosureFilter.ALL.body(body).type(DisclosureType.RULE), cursor, model);
    }

    @GetMapping("/xxgk/{body}/nb")
    String annualReports(
            @PathVariable String body, @RequestParam(required = false) @Nullable String cursor, Model model) {
        if (cursor == null) {
            model.addAttribute("annualReports", annualReports.issuedOf(body));
        }
        return list(body, "nb", DisclosureFilter.ALL.body(body).type(DisclosureType.ANNUAL_REPORT), cursor, model);
    }

    @GetMapping("/xxgk/{body}/nr")
    @Basis("OGI-20")
    String statutory(
            @PathVariable String body,
            @RequestParam(required = false) @Nullable String heading,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("heading", heading == null ? "" : heading);
        return list(body, "nr", DisclosureFilter.ALL.body(body).statutoryItem(heading), cursor, model);
    }

    private String list(String body, String column, DisclosureFilter filter, @Nullable String cursor, Model model) {
        model.addAttribute("body", require(body));
        model.addAttribute("column", column);
        model.addAttribute("slice", disclosures.list(filter, cursor, PAGE));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("first", cursor != null);
        if (!model.containsAttribute("heading")) {
            model.addAttribute("heading", "");
        }
        return "portal/column";
    }

    private PublicBody require(String body) {
        return bodies.find(body).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
