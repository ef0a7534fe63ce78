package org.gongkai.report.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.report.AnnualReports;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.ReportKey;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 发布的年报：网页、文档，和全区的年报汇编。 Issued reports: page, document, and the district's gathering of them. */
@Controller
@Requires(scope = Scope.PUBLIC)
class PublishedPages {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final AnnualReports reports;
    private final PublicBodies bodies;
    private final ReportDocument document;

    PublishedPages(AnnualReports reports, PublicBodies bodies, ReportDocument document) {
        this.reports = reports;
        this.bodies = bodies;
        this.document = document;
    }

    @GetMapping("/xxgk/{body}/nb/{year:\\d{4}}")
    @Basis("OGI-50")
    String report(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            Model model) {
        model.addAttribute("body", body(body));
        model.addAttribute("report", require(body, year, scope));
        return "report/published";
    }

    /** 同一份报告的文档。 */
    @GetMapping("/xxgk/{body}/nb/{year:\\d{4}}.docx")
    ResponseEntity<byte[]> document(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope) {
        PublicBody owner = body(body);
        IssuedReport report = require(body, year, scope);
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.title(owner.name(), report) + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.of(owner.name(), report));
    }

    /** 年报汇编：一年里全区各机构的。 */
    @GetMapping("/jz/nb")
    @Basis("OGI-49")
    String gathering(@RequestParam(required = false) @Nullable String year, Model model) {
        List<Integer> years = reports.years();
        int asked = year == null || year.isBlank() ? years.stream().findFirst().orElse(0) : AskedReport.year(year);
        model.addAttribute("years", years);
        model.addAttribute("year", asked);
        model.addAttribute("reports", reports.issuedIn(asked, null));
        model.addAttribute("bodies", bodies);
        return "report/gathering";
    }

    private PublicBody body(String code) {
        return bodies.find(code).orElseThrow(() -> Refused.missing("report.missing"));
    }

    private IssuedReport require(String body, String year, @Nullable String scope) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        return reports.issued(key).orElseThrow(() -> Refused.missing("report.missing"));
    }
}
