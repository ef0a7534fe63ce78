package org.gongkai.obligation;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 目录变化后，要求重新编译过了。 Counts are of (item, body) pairs.
 *
 * @param added 新要求的
 * @param changed 要求有变的
 * @param ended 不再要求的，待公开的义务作废
 */
public record ObligationsCompiled(int added, int changed, int ended) implements Recorded {

    @Override
    public String act() {
        return "obligation.compiled";
    }

    @Override
    public String subjectType() {
        return "obligations";
    }

    @Override
    public String subjectId() {
        return "all";
    }

    @Override
    public String summary() {
        return "按目录重新编译公开义务：新增 " + added + "，变更 " + changed + "，不再要求 " + ended;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("added", added, "changed", changed, "ended", ended);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-26"));
    }
}
