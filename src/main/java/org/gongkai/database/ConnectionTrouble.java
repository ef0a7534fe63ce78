package org.gongkai.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** 连不上外部数据库的原因，用一句话说。 Turns an SQL state into a sentence an operator can act on. */
final class ConnectionTrouble {

    private ConnectionTrouble() {}

    static DatabaseUnusable explain(String url, SQLException trouble) {
        return new DatabaseUnusable(sentence(url.replaceAll("\\?.*", ""), trouble), trouble);
    }

    private static String sentence(String url, SQLException trouble) {
        return switch (state(trouble.getSQLState())) {
            case "08001" ->
                String.valueOf(trouble.getMessage()).startsWith("No suitable driver")
                        ? "数据库地址 " + url + " 写法不对，应为 jdbc:postgresql://主机:端口/库名。请改正 SPRING_DATASOURCE_URL。"
                        : "连不上数据库 " + url + "：没有服务器应答。请检查 SPRING_DATASOURCE_URL 的主机和端口，以及数据库是否已启动。";
            case "28P01", "28000" ->
                "数据库 " + url + " 拒绝了用户名或口令。请检查 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD。";
            case "3D000" ->
                "数据库服务器上没有库 " + url.substring(url.lastIndexOf('/') + 1) + "。请先建库，或改正 SPRING_DATASOURCE_URL。";
            case "42501" -> "数据库用户没有建表的权限。请授予它在这个库里 create 的权限。";
            default -> "数据库 " + url + " 暂不能用：" + trouble.getMessage() + "。";
        };
    }

    private static String state(@Nullable String state) {
        return state == null ? "" : state;
    }
}
