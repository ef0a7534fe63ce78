package org.gongkai.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 事项代码：领域-一级-二级（R-CAT-13），给出后不变，撤销后不再使用；单位自己的目录前面加机构代码。 */
@Component
class ItemNumbering {

    private final JdbcClient jdbc;

    ItemNumbering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(String owner, String area, ReadRow row) {
        String prefix = prefix(owner) + area + "-";
        String group = "|" + Plain.key(row.primary()) + "|";
        String primary = jdbc.sql(
                        "select min(substring(code from ? for 2)) from catalogue.item where owner = ? and area = ? and position(? in key) > 0")
                .param(prefix.length() + 1)
                .param(owner)
                .param(area)
                .param(group)
                .query(String.class)
                .optional()
                .orElseGet(() -> "%02d".formatted(count(owner, area, prefix.length() + 1, 2, "") + 1));
        int serial = count(owner, area, prefix.length() + 4, 3, prefix + primary) + 1;
        return prefix + primary + "-%03d".formatted(serial);
    }

    private int count(String owner, String area, int from, int digits, String startsWith) {
        return jdbc.sql(
                        "select coalesce(max(substring(code from ? for ?)::integer), 0) from catalogue.item where owner = ? and area = ? and starts_with(code, ?)")
                .param(from)
                .param(digits)
                .param(owner)
                .param(area)
                .param(startsWith)
                .query(Integer.class)
                .single();
    }

    private String prefix(String owner) {
        boolean district = owner.isEmpty()
                || jdbc.sql("select exists (select from organisation.body where code = ? and parent is null)")
                        .param(owner)
                        .query(Boolean.class)
                        .single();
        return district ? "" : owner + "-";
    }
}
