package org.gongkai.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** 启动时断言：确认写入的不会因断电丢失。 Asserts at start that an acknowledged write is on disk. */
final class DurableSettings {

    private static final String RISKY = """
            select name from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
            order by name
            """;

    private static final int OLDEST = 14;

    private DurableSettings() {}

    static void version(Connection connection) throws SQLException {
        var data = connection.getMetaData();
        if (data.getDatabaseMajorVersion() < OLDEST) {
            throw new DatabaseUnusable(
                    "数据库版本是 " + data.getDatabaseProductVersion() + "，需要 PostgreSQL " + OLDEST + " 以上。请升级数据库，或换一个服务器。");
        }
    }

    static void check(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(RISKY)) {
            while (found.next()) {
                off.add(found.getString(1));
            }
        }
        if (!off.isEmpty()) {
            throw new DatabaseUnusable("数据库关闭了 " + String.join("、", off) + "，断电会丢失已确认的数据，拒绝启动。请打开这些设置后再启动。");
        }
    }
}
