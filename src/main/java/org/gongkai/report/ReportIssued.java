package org.gongkai.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 年报发布了，或者往年的导入了。 A report was issued, or a past one imported.
 *
 * @param origin {@code ISSUED} 或 {@code IMPORTED}
 * @param issuedOn 这一版发布之日；导入的为导入之日
 * @param firstIssuedOn 第一版在这里发布之日，迟不迟由它定，更正不改变它；导入的为空，没有人知道它是哪天公布的
 * @param dueOn 法定的最后一日
 */
public record ReportIssued(
        String body,
        int year,
        ReportScope scope,
        int edition,
        String origin,
        LocalDate issuedOn,
        @Nullable LocalDate firstIssuedOn,
        LocalDate dueOn)
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
        Map<String, Object> details =
                new LinkedHashMap<>(Map.of("issuedOn", issuedOn.toString(), "dueOn", dueOn.toString()));
        if (firstIssuedOn != null) {
            details.put("firstIssuedOn", firstIssuedOn.toString());
            details.put("late", firstIssuedOn.isAfter(dueOn));
        }
        return details;
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-49"));
    }
}
