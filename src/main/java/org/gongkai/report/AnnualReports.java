package org.gongkai.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.RemedyFact;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 年度报告的查询：发布的给所有人，在编的只给本机构和政务公开科。 Issued reports for everybody, working ones for their own staff. */
@Component
@Transactional(readOnly = true)
public class AnnualReports {

    /** 年度报告这条法定义务的事项代码（条例第四十九条）。 The item under which the ledger keeps the duty to report. */
    public static final String ITEM = "OGI-49";

    /** 看得到本机构在编报告的岗位。 */
    public static final Set<Duty> STAFF =
            Set.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR);

    private static final Set<BodyKind> REPORTING =
            Set.of(BodyKind.GOVERNMENT, BodyKind.DEPARTMENT, BodyKind.TOWN, BodyKind.STREET);

    private final ReportStore store;
    private final Reckoning reckoning;
    private final PublicBodies bodies;
    private final CurrentActor actors;

    AnnualReports(ReportStore store, Reckoning reckoning, PublicBodies bodies, CurrentActor actors) {
        this.store = store;
        this.reckoning = reckoning;
        this.bodies = bodies;
        this.actors = actors;
    }

    /** 没有写明范围时：本级政府是汇总的，其他机构是本机关的。 The scope meant when none is named. */
    public ReportScope usualScope(String body) {
        return bodies.root().filter(root -> root.code().equals(body)).isPresent()
                ? ReportScope.GATHERED
                : ReportScope.OWN;
    }

    /** 编年报的机构：政府、部门、镇、街道（R-ANN-01、R-ANN-03）。 The kinds of body that report. */
    public boolean isReporting(String body) {
        return bodies.find(body).filter(one -> REPORTING.contains(one.kind())).isPresent();
    }

    /** 发布的最近一版。 */
    public Optional<IssuedReport> issued(ReportKey key) {
        return store.issued(key);
    }

    /** 一个机构各年的，近的在前。 */
    public List<IssuedReport> issuedOf(String body) {
        return store.issuedOf(body);
    }

    /** 一年里各机构的。 @param bodies null for all */
    public List<IssuedReport> issuedIn(int year, @Nullable Collection<String> bodies) {
        return store.issuedIn(year, bodies);
    }

    /** 在这里发布过的，和第一版发布之日：迟不迟由它定。 The days that decide whether reports were late. */
    public Map<ReportKey, LocalDate> firstIssued() {
        return store.firstIssued();
    }

    /** 这一份第一版发布之日；没有在这里发布过的为空。 */
    public Optional<LocalDate> firstIssued(ReportKey key) {
        return store.firstIssued(key);
    }

    /** 有报告的年份，近的在前。 */
    public List<Integer> years() {
        return store.years();
    }

    /** 一年里看得到的稿子。 */
    public List<ReportDraft> drafts(int year) {
        return store.drafts(year);
    }

    /**
     * 此刻由台账算出的。
     *
     * @param form 格式；为空时取那一年所用的
     * @throws Refused no such body, or another's
     */
    public WorkingReport working(ReportKey key, @Nullable ReportForm form) {
        mustReach(key.body());
        return reckoning.reckon(key, form == null ? ReportForm.inForce(key.year()) : form);
    }

    /** 表三的一格由哪些申请数出。 The applications behind a cell of table three. */
    public List<ApplicationFact> applications(ReportKey key, CellAddress cell) {
        mustReach(key.body());
        return LedgerCount.applications(form(cell, key.year()), key.year(), reckoning.facts(key), cell);
    }

    /** 表四的一格由哪些复议、诉讼数出。 */
    public List<RemedyFact> remedies(ReportKey key, CellAddress cell) {
        mustReach(key.body());
        return LedgerCount.remedies(reckoning.facts(key), cell);
    }

    private static ReportForm form(CellAddress cell, int year) {
        ReportForm usual = ReportForm.inForce(year);
        return usual.has(cell) || !ReportForm.FORM_2019.has(cell) ? usual : ReportForm.FORM_2019;
    }

    private void mustReach(String body) {
        if (bodies.find(body).isEmpty() || !actors.get().reaches(body)) {
            throw Refused.missing("report.missing");
        }
    }
}
