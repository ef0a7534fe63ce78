package org.gongkai.request;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 调整了一个机关的办理路径，从怎样到怎样。 */
record CaseRouteChanged(String body, Map<String, Object> before, Map<String, Object> after) implements Recorded {

    @Override
    public String act() {
        return "request.routed";
    }

    @Override
    public String subjectType() {
        return "caseRoute";
    }

    @Override
    public String subjectId() {
        return body;
    }

    @Override
    public String summary() {
        return "调整依申请公开办理路径：" + body;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("before", before, "after", after);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-45"));
    }
}
