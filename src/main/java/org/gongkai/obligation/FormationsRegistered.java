package org.gongkai.obligation;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 登记了信息形成，义务由此产生。一批一个事件。
 *
 * <p>Information was registered as formed, and obligations arise from it; one event a batch.
 *
 * @param source DESK、API 或 IMPORT
 * @param formations 编号
 */
public record FormationsRegistered(String source, String body, List<Long> formations) implements Recorded {

    @Override
    public String act() {
        return "obligation.formed";
    }

    @Override
    public String subjectType() {
        return formations.size() == 1 ? "formation" : "formations";
    }

    @Override
    public String subjectId() {
        return formations.size() == 1 ? String.valueOf(formations.getFirst()) : body;
    }

    @Override
    public String summary() {
        return "登记信息形成 " + formations.size() + " 条";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("source", source, "body", body, "formations", formations);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-26"));
    }
}
