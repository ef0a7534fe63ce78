package org.gongkai.obligation;

import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 覆盖率的一格。
 *
 * <p>One cell of the coverage: items owed and covered, and obligations by their outcome.
 *
 * @param body 机构代码；不按机构分时为空
 * @param area 领域代码；不按领域分时为空
 * @param itemsOwed 应公开事项数
 * @param itemsCovered 其中已有有效公开信息的
 * @param open 信息已形成（或者期限已过）而待公开的
 * @param overdue 其中最后一日已过的
 * @param metOnTime 按时公开的
 * @param metLate 迟延公开的
 * @param excused 已说明的
 */
@Term("覆盖率")
public record Coverage(
        @Nullable String body,
        @Nullable String area,
        long itemsOwed,
        long itemsCovered,
        long open,
        long overdue,
        long metOnTime,
        long metLate,
        long excused) {

    /** 百分数，向下取整，没有做到百分之百就不写一百；没有应公开事项的没有。 Rounded down; none where nothing is owed. */
    public @Nullable Long percent() {
        return itemsOwed == 0 ? null : itemsCovered * 100 / itemsOwed;
    }

    Coverage plus(Coverage other) {
        return new Coverage(
                body,
                area,
                itemsOwed + other.itemsOwed,
                itemsCovered + other.itemsCovered,
                open + other.open,
                overdue + other.overdue,
                metOnTime + other.metOnTime,
                metLate + other.metLate,
                excused + other.excused);
    }

    Coverage by(boolean byBody, boolean byArea) {
        return new Coverage(
                byBody ? body : null,
                byArea ? area : null,
                itemsOwed,
                itemsCovered,
                open,
                overdue,
                metOnTime,
                metLate,
                excused);
    }
}
