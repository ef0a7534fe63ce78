package org.gongkai.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一次“信息形成”和它后来的命运，即答案的一行。
 *
 * <p>One piece of information that was formed, when it fell due by the naive count, and what was planted to happen.
 *
 * @param id stable for the same seed, whatever the period simulated
 * @param due 最后一日；写“及时”“长期”的没有
 * @param publishedOn 发布日；未发布的没有（埋下的遗漏，或者还没有到发布的那天）
 * @param correctedOn 更正日
 * @param withdrawnOn 撤回日
 */
record Formed(
        String id,
        District.Body body,
        CatalogueRow row,
        LocalDate formedOn,
        String title,
        Fate fate,
        @Nullable LocalDate due,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate correctedOn,
        @Nullable LocalDate withdrawnOn) {

    /** 埋下的命运。 */
    enum Fate {
        ON_TIME,
        LATE,
        OMITTED,
        /** 这一期什么也没有形成；不登记，也不发布，要说明“本期无新增”。 */
        QUIET
    }

    boolean quiet() {
        return fate == Fate.QUIET;
    }

    /** 这一天看来已经发布。 */
    boolean publishedBy(LocalDate day) {
        return publishedOn != null && !publishedOn.isAfter(day);
    }

    /** 这一天看来已经发布而且没有撤回。 */
    boolean visibleOn(LocalDate day) {
        return publishedBy(day) && (withdrawnOn == null || withdrawnOn.isAfter(day));
    }

    /** 发布晚了。 */
    boolean late() {
        return publishedOn != null && due != null && publishedOn.isAfter(due);
    }

    /** 这一天看来已经形成、没有发布、最后一日已经过去。 */
    boolean overdueOn(LocalDate day) {
        return !formedOn.isAfter(day) && !publishedBy(day) && due != null && due.isBefore(day);
    }
}
