package org.gongkai.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/** 定了、改了或者取消了本级要求的报送日。 The internal day was set, moved or taken back. */
public record InternalDaySet(
        int year,
        ReportScope scope,
        @Nullable LocalDate before,
        @Nullable LocalDate dueOn) implements Recorded {

    @Override
    public String act() {
        return "report.internalDaySet";
    }

    @Override
    public String subjectType() {
        return "report";
    }

    @Override
    public String subjectId() {
        return year + "-" + scope;
    }

    @Override
    public String summary() {
        return year + " 年度报告" + (dueOn == null ? "不再要求提前报送" : "要求 " + dueOn + " 前报送");
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("before", Objects.toString(before, ""), "dueOn", Objects.toString(dueOn, ""));
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-49"));
    }
}
