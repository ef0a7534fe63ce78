package org.gongkai.report;

import java.util.List;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 年报的稿子存过了。 A draft of an annual report was saved. */
public record ReportSaved(String body, int year, ReportScope scope) implements Recorded {

    @Override
    public String act() {
        return "report.saved";
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
        return "修改 " + year + " 年度报告的稿子";
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-50"));
    }
}
