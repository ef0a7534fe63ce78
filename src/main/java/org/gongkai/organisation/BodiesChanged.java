package org.gongkai.organisation;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;

/**
 * 机构名录有变化。
 *
 * <p>The register of bodies changed: these codes are new, those were revised.
 *
 * @param added codes
 * @param changed codes
 */
public record BodiesChanged(List<String> added, List<String> changed) implements Recorded {

    @Override
    public String act() {
        return "organisation.changed";
    }

    @Override
    public String subjectType() {
        return "bodies";
    }

    @Override
    public String subjectId() {
        return "all";
    }

    @Override
    public String summary() {
        return "机构名录：新增 " + added.size() + "，修改 " + changed.size();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("added", added, "changed", changed);
    }
}
