package org.gongkai.obligation;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 一条义务说明了不公开的理由，例如本期无新增。 A reason was given why one obligation need not be met, such as nothing new in the period. */
public record ObligationExcused(long obligation, String body, String item, Excuse excuse, String reason)
        implements Recorded {

    @Override
    public String act() {
        return "obligation.excused";
    }

    @Override
    public String subjectType() {
        return "obligation";
    }

    @Override
    public String subjectId() {
        return String.valueOf(obligation);
    }

    @Override
    public String summary() {
        return "说明理由：" + reason;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("body", body, "item", item, "excuse", excuse.name(), "reason", reason);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-26"));
    }
}
