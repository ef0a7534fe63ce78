package org.gongkai.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一次提问。
 *
 * <p>One question to the index; null sets no limit.
 *
 * @param text 居民自己的话；双引号里的要原样出现
 * @param body 只看这个机构
 * @param area 只看这个领域
 * @param year 只看这一年发布的
 * @param type 只看这个种类
 * @param validity 只看这种有效性
 * @param newestFirst 按发布日期从新到旧；否则按相关程度
 * @param size 一页几条，1 到 100
 * @param after 上一页给的续页码，首页为空
 */
public record SearchQuery(
        String text,
        @Nullable String body,
        @Nullable String area,
        @Nullable Integer year,
        @Nullable String type,
        @Nullable Validity validity,
        boolean newestFirst,
        int size,
        @Nullable String after) {

    /**
     * 只看某一天是这种有效性的。
     *
     * @param state the names are those of the publication's validity
     * @param on the day it is judged for
     */
    public record Validity(State state, LocalDate on) {

        public enum State {
            NOT_YET_EFFECTIVE,
            IN_FORCE,
            EXPIRED,
            REPEALED,
            UNSTATED
        }
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, null, null, null, null, false, 20, null);
    }

    public SearchQuery size(int newSize) {
        return new SearchQuery(text, body, area, year, type, validity, newestFirst, newSize, after);
    }

    public SearchQuery after(@Nullable String cursor) {
        return new SearchQuery(text, body, area, year, type, validity, newestFirst, size, cursor);
    }
}
