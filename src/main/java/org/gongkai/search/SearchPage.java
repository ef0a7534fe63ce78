package org.gongkai.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一页结果。
 *
 * <p>One page of results; the count is exact up to a thousand.
 *
 * @param hits 结果
 * @param total 命中总数；{@code capped} 为真时表示“至少这么多”
 * @param capped 超过一千条不再细数
 * @param next 下一页的续页码，没有下一页时为空
 */
public record SearchPage(
        List<SearchHit> hits,
        int total,
        boolean capped,
        @Nullable String next) {

    public static final SearchPage EMPTY = new SearchPage(List.of(), 0, false, null);
}
