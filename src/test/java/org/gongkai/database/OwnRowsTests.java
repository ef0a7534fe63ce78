package org.gongkai.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 绕过程序、直接用 SQL：应用的角色带着一个机构的范围，读不到也写不了别的机构未公开的行。
 *
 * <p>Past the application, with plain SQL as its role: for every table that has a column {@code body}, taken from the catalogue of
 * PostgreSQL so that none is forgotten. Each table gets an unpublished row of body A and one of body B; what happens is rolled back.
 */
@DisplayName("行级权限：直接写 SQL 也越不过自己的机构")
class OwnRowsTests {

    /** 不按机构隔开的表，和为什么。 Tables with a body that are not kept apart by body, each with its reason. */
    private static final Map<String, String> OPEN = Map.of(
            "account.account", "人员由安全管理员管，登录时还没有机构范围；按岗位拦",
            "account.token", "核对令牌时还没有机构范围；按岗位拦",
            "journal.line", "留痕只增不改，读取按岗位和机构查询；没有操作人时也要写得进",
            "obligation.rule", "已公布的标准目录，人人可见，由系统编出",
            "obligation.tally", "公开的覆盖与逾期数字，由触发器随义务更新",
            "organisation.guide", "公开的政府信息公开指南",
            "publication.route", "全区的签发设置，只有政务公开科能改",
            "publication.ready_reason", "全区共用的退回理由",
            "request.suggestion_count", "对外公布的次数，没有申请的内容");

    /** 每一行都是公开的，只是不能以别人名义写。 */
    private static final Set<String> PUBLISHED = Set.of("report.issued", "report.internal_day");

    /** 造不出一般值的列；只许几个值的列取约束里的第一个。 */
    private static final Map<String, String> VALUES =
            Map.of("attachment.file.sha256", "repeat('a', 64)", "catalogue.adaptation.state", "'PROPOSED'");

    /** {@code check (kind in ('CASE', 'LETTER'))} 的第一个值。 */
    private static final String FIRST_ALLOWED = """
            (select substring(pg_get_constraintdef(c.oid) from 'ARRAY\\[(''[^'']*'')') from pg_constraint c
             where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
             and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%' limit 1)""";

    /** 没有权限：行级权限或者收回的权利。 */
    private static final String REFUSED = "42501";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.superuser(TestDatabase.fresh());
        connection.setAutoCommit(false);
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    @DisplayName("每张有机构的表要么按机构隔开，要么写明为什么不")
    void every_table_with_a_body_is_kept_apart_or_says_why_not() throws SQLException {
        List<String> open = strings("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname in ('body', 'body_code') and not a.attisdropped and c.relkind in ('r', 'p')
                and not (c.relrowsecurity and c.relforcerowsecurity) order by 1""");

        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    }

    @Test
    @DisplayName("别的机构未公开的行：读不到，改不了，删不掉")
    void rows_of_others_cannot_be_seen_changed_or_removed() throws SQLException {
        for (String table : keptApart()) {
            plant(table);
            as("B");
            assertThat(number("select count(*) from " + table + " where body = 'A'"))
                    .as(table + " read")
                    .isEqualTo(PUBLISHED.contains(table) ? 1 : 0);
            assertThat(number("select count(*) from " + table + " where body = 'B'"))
                    .as(table + " own row")
                    .isOne();
            assertThat(attempt("update " + table + " set body = body where body = 'A'"))
                    .as(table + " update")
                    .isIn("0", REFUSED);
            assertThat(attempt("delete from " + table + " where body = 'A'"))
                    .as(table + " delete")
                    .isIn("0", REFUSED);
            connection.rollback();
        }
    }

    @Test
    @DisplayName("以别的机构名义写不进，自己的也转不到别人名下")
    void nothing_can_be_written_in_the_name_of_others() throws SQLException {
        for (String table : keptApart()) {
            plant(table);
            as("B");
            assertThat(attempt(insertion(table, "A", 3))).as(table + " insert").isEqualTo(REFUSED);
            assertThat(attempt("update " + table + " set body = 'A' where body = 'B'"))
                    .as(table + " handed over")
                    .isIn("0", REFUSED);
            connection.rollback();
        }
    }

    @Test
    @DisplayName("没有机构范围的连接一行未公开的也看不到")
    void without_a_scope_nothing_unpublished_is_seen() throws SQLException {
        for (String table : keptApart()) {
            plant(table);
            as("");
            assertThat(number("select count(*) from " + table)).as(table).isEqualTo(PUBLISHED.contains(table) ? 2 : 0);
            connection.rollback();
        }
    }

    /** Only leakproof comparisons reach an index before the policy; an expression makes every row of a body be read. */
    @Test
    @DisplayName("有行级权限的表，索引只建在列上：建在表达式上的，权限在先，用不上")
    void indexes_of_tables_kept_apart_are_on_columns() throws SQLException {
        assertThat(strings("""
                        select i.indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid
                        where t.relrowsecurity and i.indexprs is not null order by 1""")).isEmpty();
    }

    private List<String> keptApart() throws SQLException {
        List<String> tables = strings("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname = 'body' and not a.attisdropped and c.relkind in ('r', 'p') and c.relrowsecurity order by 1""");
        assertThat(tables).contains("publication.disclosure", "publication.edition", "obligation.obligation");
        return tables;
    }

    /** 各造一行，不管外键和触发器。 */
    private void plant(String table) throws SQLException {
        execute("set local session_replication_role = replica");
        execute(insertion(table, "A", 1));
        execute(insertion(table, "B", 2));
        execute("set local session_replication_role = origin");
    }

    private void as(String body) throws SQLException {
        execute("set local role " + ApplicationRole.NAME);
        execute("select set_config('gongkai.scope', '', true), set_config('gongkai.bodies', '" + body + "', true)");
    }

    /** 只填非填不可的列。 */
    private String insertion(String table, String body, int number) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement("""
                select attname, format_type(atttypid, null), %s from pg_attribute a
                where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                and (attname = 'body' or attidentity <> '' or attname = any (?) or (attnotnull and not atthasdef))""".formatted(FIRST_ALLOWED))) {
            statement.setString(1, table);
            statement.setArray(2, connection.createArrayOf("text", overridden(table)));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String column = rows.getString(1);
                    String allowed = rows.getString(3);
                    String value = VALUES.getOrDefault(
                            table + "." + column, allowed == null ? literal(rows.getString(2), number) : allowed);
                    values.put(column, column.equals("body") ? "'" + body + "'" : value);
                }
            }
        }
        String rows = values.values().stream().collect(joining(", "));
        return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") overriding system value values ("
                + rows + ")";
    }

    private static Object[] overridden(String table) {
        return VALUES.keySet().stream()
                .filter(key -> key.startsWith(table + "."))
                .map(key -> key.substring(table.length() + 1))
                .toArray();
    }

    private static String literal(String type, int number) {
        return switch (type) {
            case "bigint", "integer", "smallint", "numeric" -> "202" + number;
            case "date" -> "date '2026-03-02'";
            case "timestamp with time zone" -> "timestamptz '2026-03-02 09:00+08'";
            case "boolean" -> "false";
            case "text[]" -> "array['甲']";
            case "jsonb" -> "'[]'";
            default -> "'乙" + number + "'";
        };
    }

    /** 受影响的行数，或者错误码；失败不带走前面造的行。 */
    private String attempt(String sql) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            return String.valueOf(statement.executeUpdate(sql));
        } catch (SQLException refused) {
            connection.rollback(before);
            return refused.getSQLState();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(strings(sql).getFirst());
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
