package org.gongkai.obligation;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 法律直接定的义务记进了账，或者办了。 Duties laid down by statute entered, met, ended.
 *
 * @param item 事项代码，也是依据
 */
public record StatutoryDutiesEntered(String item, int added, int changed, int ended) implements Recorded {

    @Override
    public String act() {
        return "obligation.statutory";
    }

    @Override
    public String subjectType() {
        return "obligations";
    }

    @Override
    public String subjectId() {
        return item;
    }

    @Override
    public String summary() {
        return "法定义务记账：新增 " + added + "，办了或者有变 " + changed + "，不再要求 " + ended;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("item", item, "added", added, "changed", changed, "ended", ended);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of(item));
    }
}
