package org.gongkai.catalogue;

import java.util.Map;
import org.gongkai.journal.Recorded;

/**
 * 因地制宜的调整有了变化：提出、公布、不予通过、撤回。公开义务和公开页面随之改变。
 *
 * <p>A local adaptation of an item was proposed, approved, turned down or taken back; what the body owes follows.
 *
 * @param adaptation 编号
 * @param item 事项
 * @param body 机构
 */
public record CatalogueAdapted(
        String act, long adaptation, String item, String body, String summary, Map<String, Object> details)
        implements Recorded {

    @Override
    public String subjectType() {
        return "catalogueAdaptation";
    }

    @Override
    public String subjectId() {
        return String.valueOf(adaptation);
    }
}
