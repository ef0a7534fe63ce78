package org.gongkai.catalogue;

import java.util.Map;
import org.gongkai.journal.Recorded;

/** 目录版本的一次变化：起草、导入、审核、退回、调整。 */
record CatalogueChanged(String act, long version, String summary, Map<String, Object> details) implements Recorded {

    @Override
    public String subjectType() {
        return "catalogueVersion";
    }

    @Override
    public String subjectId() {
        return String.valueOf(version);
    }
}
