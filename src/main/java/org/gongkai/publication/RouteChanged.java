package org.gongkai.publication;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 调整了签发路径或者退回理由。 */
record RouteChanged(String body, String to) implements Recorded {

    @Override
    public String act() {
        return "publication.routed";
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
        return "调整签发设置：" + (body.equals(SignOffRoutes.EVERYBODY) ? "全区" : body);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("body", body, "to", to);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-17"));
    }
}
