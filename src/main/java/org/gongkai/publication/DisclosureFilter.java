package org.gongkai.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 已公开信息的筛选条件，空值为不限。
 *
 * <p>Filters of the list of what is published; null means any.
 *
 * @param since 公开日不早于
 * @param until 公开日不晚于
 */
public record DisclosureFilter(
        @Nullable String body,
        @Nullable String area,
        @Nullable String item,
        @Nullable String statutoryItem,
        @Nullable DisclosureType type,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    public static final DisclosureFilter ALL = new DisclosureFilter(null, null, null, null, null, null, null);

    public DisclosureFilter body(@Nullable String code) {
        return new DisclosureFilter(code, area, item, statutoryItem, type, since, until);
    }

    public DisclosureFilter area(@Nullable String code) {
        return new DisclosureFilter(body, code, item, statutoryItem, type, since, until);
    }

    public DisclosureFilter item(@Nullable String code) {
        return new DisclosureFilter(body, area, code, statutoryItem, type, since, until);
    }

    public DisclosureFilter statutoryItem(@Nullable String heading) {
        return new DisclosureFilter(body, area, item, heading, type, since, until);
    }

    public DisclosureFilter type(@Nullable DisclosureType kind) {
        return new DisclosureFilter(body, area, item, statutoryItem, kind, since, until);
    }

    public DisclosureFilter since(@Nullable LocalDate day) {
        return new DisclosureFilter(body, area, item, statutoryItem, type, day, until);
    }

    public DisclosureFilter until(@Nullable LocalDate day) {
        return new DisclosureFilter(body, area, item, statutoryItem, type, since, day);
    }
}
