package org.gongkai.report.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.gongkai.report.IssuedReport;
import org.gongkai.report.Narrative;
import org.gongkai.report.ReportDraft;
import org.gongkai.report.ReportForm;
import org.gongkai.report.ReportKey;
import org.gongkai.ui.Asked;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 年度报告的接口：发布的公开，在编的给本机构的人。 Annual reports: public once issued, their staff's before. */
@RestController
@RequestMapping("/api/v1/reports/annual/{body}/{year:\\d{1,9}}")
class ReportApi {

    private final AnnualReports reports;
    private final AnnualReportDesk desk;
    private final BrokenSentences words;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final Clock clock;

    ReportApi(
            AnnualReports reports,
            AnnualReportDesk desk,
            BrokenSentences words,
            PublicBodies bodies,
            CurrentActor actors,
            Clock clock) {
        this.reports = reports;
        this.desk = desk;
        this.words = words;
        this.bodies = bodies;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * 一份报告的全部格子。发布之前只有本机构和政务公开科看得到，由台账此刻算出；发布之后给所有人，是发布的那一份。
     *
     * @param form 2019 或 2021；工作人员换一种格式看，不写时是那一年所用的
     * @param scope own 本机关，gathered 汇总下级；不写时本级政府是汇总的，其他机构是本机关的
     */
    @GetMapping
    @Requires(scope = Scope.PUBLIC)
    ReportView report(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String scope) {
        ReportForm asked = AskedReport.form(form);
        ReportKey key = AskedReport.key(reports, body, year, scope);
        PublicBody owner = bodies.find(body).orElseThrow(() -> Refused.missing("report.missing"));
        boolean staff = staff(body);
        Optional<IssuedReport> issued = reports.issued(key);
        if (issued.isPresent()
                && (!staff || asked == null || asked == issued.get().tables().form())) {
            return ReportView.of(
                    issued.get(), owner.name(), staff, reports.firstIssued(key).orElse(null));
        }
        if (!staff) {
            throw Refused.missing("report.missing");
        }
        return ReportView.of(reports.working(key, asked), owner.name(), LocalDate.now(clock), words);
    }

    private boolean staff(String body) {
        var actor = actors.get();
        return actor.reaches(body)
                && (actor.isMachine() || AnnualReports.STAFF.stream().anyMatch(actor::has));
    }

    /** 一件申请，没有个人信息。 */
    record ApplicationLine(
            String reference,
            String body,
            String applicant,
            LocalDate receivedOn,
            @Nullable LocalDate repliedOn,
            @Nullable String row,
            String path) {}

    /** 一件复议或者诉讼。 */
    record RemedyLine(String reference, String body, String row, String column, String path) {}

    /** 一格由哪些案件数出。 @param count 就是格子里的数 */
    record CellView(String cell, int count, List<ApplicationLine> applications, List<RemedyLine> remedies) {}

    /** 一格由哪些案件数出；表二的格没有案件。 @param cell 例如 C3.4.c1、T4.1.d5 */
    @GetMapping("/cells")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.SUBTREE)
    CellView cell(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String cell,
            @RequestParam(required = false) @Nullable String scope) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        CellAddress address = AskedReport.cell(Asked.needed("cell", cell));
        List<ApplicationLine> applications = reports.applications(key, address).stream()
                .map(one -> new ApplicationLine(
                        one.reference(),
                        one.body(),
                        one.applicant().code(),
                        one.receivedOn(),
                        one.repliedOn(),
                        one.row(),
                        one.path()))
                .toList();
        List<RemedyLine> remedies = reports.remedies(key, address).stream()
                .map(one -> new RemedyLine(
                        one.reference(),
                        one.body(),
                        one.route().row(),
                        one.outcome().column(),
                        one.path()))
                .toList();
        return new CellView(address.toString(), applications.size() + remedies.size(), applications, remedies);
    }

    /**
     * 稿子。
     *
     * @param figures 表二的格，例如 {@code {"T2.3.a4": 120}}
     * @param narrative 段号 1、5、6 到文字
     * @param explanation 上年结转不一致的书面说明
     * @param version 上次看到的版本；第一次存是零
     */
    record DraftPayload(
            @Nullable Map<String, @Nullable BigDecimal> figures,
            @Nullable Map<String, @Nullable String> narrative,
            @Nullable String explanation,
            @Nullable Integer version) {

        private String section(String number) {
            String text = narrative == null ? null : narrative.get(number);
            return text == null ? "" : text;
        }

        ReportDraft draft(ReportKey key) {
            Map<CellAddress, BigDecimal> cells = new LinkedHashMap<>();
            Objects.requireNonNullElse(figures, Map.<String, @Nullable BigDecimal>of())
                    .forEach((cell, figure) -> {
                        if (figure != null) {
                            cells.put(AskedReport.cell(cell), figure);
                        }
                    });
            return new ReportDraft(
                    key,
                    cells,
                    new Narrative(section("1"), section("5"), section("6")),
                    Objects.requireNonNullElse(explanation, ""),
                    Objects.requireNonNullElse(version, 0));
        }
    }

    /** 存稿。 */
    @PutMapping("/draft")
    @Requires(
            value = {Duty.LIAISON, Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ReportView save(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            @RequestBody DraftPayload payload) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        desk.save(payload.draft(key));
        String name = bodies.find(body).map(PublicBody::name).orElse(body);
        return ReportView.of(reports.working(key, null), name, LocalDate.now(clock), words);
    }

    /** 发布；不平、没填全的一律拒绝并说出是哪里。 @param edition 看到的是第几版，还没有的是零；写了的，别人先发布了就拒绝 */
    @PostMapping("/issue")
    @Requires(
            value = {Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ResponseEntity<ReportView> issue(
            @PathVariable String body,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String edition) {
        ReportKey key = AskedReport.key(reports, body, year, scope);
        IssuedReport issued = desk.issue(key, AskedReport.edition(edition));
        String name = bodies.find(body).map(PublicBody::name).orElse(body);
        return ResponseEntity.created(URI.create("/api/v1/reports/annual/" + body + "/" + key.year()))
                .body(ReportView.of(issued, name, true, reports.firstIssued(key).orElse(null)));
    }
}
