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
import org.gongkai.ui.Sentences;
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
    private final ReportPdf pdf;
    private final FileSizes sizes;
    private final Sentences sentences;

    PublishedPages(
            AnnualReports reports,
            PublicBodies bodies,
            ReportDocument document,
            ReportPdf pdf,
            FileSizes sizes,
            Sentences sentences) {
        this.reports = reports;
        this.bodies = bodies;
        this.document = document;
        this.pdf = pdf;
        this.sizes = sizes;
        this.sentences = sentences;
    }

    @GetMapping("/xxgk/{body}/nb/{year:\\d{4}}")
    @Basis("OGI-50")
    String report(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            Model model) {
        PublicBody owner = body(body);
        IssuedReport report = require(body, year, scope);
        model.addAttribute("body", owner);
        model.addAttribute("report", report);
        model.addAttribute("docxSize", sizes.docx(owner.name(), report));
        try {
            model.addAttribute("pdfSize", sizes.pdf(owner.name(), report));
        } catch (Refused notPrinted) {
            model.addAttribute("notPrinted", sentences.sentence(notPrinted.refusal()));
        }
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
        return download(DOCX, document.title(owner.name(), report) + ".docx", document.of(owner.name(), report));
    }

    /** 同一份报告的版式文件；字体里缺一个字也不出，说出是哪个字。 */
    @GetMapping("/xxgk/{body}/nb/{year:\\d{4}}.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope) {
        PublicBody owner = body(body);
        IssuedReport report = require(body, year, scope);
        return download(
                MediaType.APPLICATION_PDF, document.title(owner.name(), report) + ".pdf", pdf.of(owner.name(), report));
    }

    private static ResponseEntity<byte[]> download(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    /** 年报汇编：一年里全区各机构的。 */
    @GetMapping("/jz/nb")
    @Basis("OGI-49")
    String gathering(@RequestParam(required = false) @Nullable String year, Model model) {
        List<Integer> years = reports.years();
        int asked = AskedReport.year(year, years.stream().findFirst().orElse(0));
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
