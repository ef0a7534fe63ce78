package org.gongkai.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 年报发布了，或者往年的导入了。 A report was issued, or a past one imported.
 *
 * @param origin {@code ISSUED} 或 {@code IMPORTED}
 * @param dueOn 法定的最后一日
 */
public record ReportIssued(
        String body, int year, ReportScope scope, int edition, String origin, LocalDate issuedOn, LocalDate dueOn)
        implements Recorded {

    @Override
    public String act() {
        return origin.equals("ISSUED") ? "report.issued" : "report.imported";
    }

    @Override
    public String subjectType() {
        return "report";
    }

    @Override
    public String subjectId() {
        return new ReportKey(body, year, scope).toString();
    }

    @Override
    public String summary() {
        return (origin.equals("ISSUED") ? "发布 " : "导入 ") + year + " 年度报告第 " + edition + " 版";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("issuedOn", issuedOn.toString(), "dueOn", dueOn.toString(), "late", issuedOn.isAfter(dueOn));
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-49"));
    }
}
