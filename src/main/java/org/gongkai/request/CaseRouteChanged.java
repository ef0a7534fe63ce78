package org.gongkai.request;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 调整了一个机关的办理路径。 */
record CaseRouteChanged(String body, Map<String, Object> to) implements Recorded {

    @Override
    public String act() {
        return "request.routed";
    }

    @Override
    public String subjectType() {
        return "route";
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
        return to;
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-45"));
    }
}
