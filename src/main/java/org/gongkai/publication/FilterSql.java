package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 筛选条件变成 SQL 和参数，值从不拼进语句。 */
final class FilterSql {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private FilterSql() {}

    static void append(DisclosureFilter filter, StringBuilder sql, List<Object> params) {
        equal("body", filter.body(), sql, params);
        equal("area", filter.area(), sql, params);
        equal("item", filter.item(), sql, params);
        equal("statutory_item", filter.statutoryItem(), sql, params);
        equal("type", filter.type() == null ? null : filter.type().name(), sql, params);
        if (filter.since() != null) {
            sql.append(" and published_at >= ?");
            params.add(startOf(filter.since()));
        }
        if (filter.until() != null) {
            sql.append(" and published_at < ?");
            params.add(startOf(filter.until().plusDays(1)));
        }
    }

    private static void equal(String column, @Nullable String value, StringBuilder sql, List<Object> params) {
        if (value != null && !value.isBlank()) {
            sql.append(" and ").append(column).append(" = ?");
            params.add(value);
        }
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }
}
