package org.gongkai.journal;

import java.util.List;
import java.util.Map;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 应当留痕的事件。发布这个事件，就在同一事务里写下一行操作记录。
 *
 * <p>An event that is also its own journal line: what happened to what, with what details and on what basis. Who, with which duty
 * and when is added by the journal.
 */
public interface Recorded {

    /** 行为代码，例如 {@code publication.published}。 */
    String act();

    /** 对象类型，例如 {@code disclosure}。 */
    String subjectType();

    String subjectId();

    /** 涉及哪个机构（代码）；不涉及某一机构的为空。 Whose staff may see the line. */
    default @Nullable String body() {
        return null;
    }

    /** 一句话，给人看。 */
    String summary();

    /** 变化前后等细节；不得含个人信息。 Never personal data. */
    default Map<String, Object> details() {
        return Map.of();
    }

    default List<LegalBasis> basis() {
        return List.of();
    }
}
