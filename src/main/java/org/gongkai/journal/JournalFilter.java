package org.gongkai.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 查留痕的条件；空的不限。 Which lines; what is null does not matter.
 *
 * @param account 账号
 * @param body 涉及的机构，或操作人所在的机构
 * @param kind 对象类型
 * @param from 从哪一天
 * @param to 到哪一天（含）
 * @param reach 只看涉及这些机构、或由这些机构的人做的；空为不限
 * @param kinds 只看这些对象类型；空为不限
 */
public record JournalFilter(
        @Nullable String account,
        @Nullable String body,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<String> reach,
        @Nullable Set<String> kinds) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    void write(StringBuilder sql, Map<String, Object> values) {
        add(sql, values, "account", account, " and account = :account");
        add(sql, values, "body", body, " and (concerns = :body or body = :body)");
        add(sql, values, "kind", kind, " and subject_type = :kind");
        add(
                sql,
                values,
                "start",
                from == null ? null : from.atStartOfDay(ZONE).toOffsetDateTime(),
                " and at >= :start");
        add(
                sql,
                values,
                "end",
                to == null ? null : to.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime(),
                " and at < :end");
        add(
                sql,
                values,
                "reach",
                reach == null ? null : reach.toArray(String[]::new),
                " and (concerns = any (:reach) or body = any (:reach))");
        add(
                sql,
                values,
                "kinds",
                kinds == null ? null : kinds.toArray(String[]::new),
                " and subject_type = any (:kinds)");
    }

    private static void add(
            StringBuilder sql, Map<String, Object> values, String name, @Nullable Object value, String condition) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }
}
