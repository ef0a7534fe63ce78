package org.gongkai.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** 数据库结构升级失败的原因，用一句话说。 Why the schema could not be brought up to date. */
final class MigrationTrouble {

    private static final String NO_RIGHT = "42501";

    private MigrationTrouble() {}

    static DatabaseUnusable explain(FlywayException trouble) {
        var text = String.valueOf(trouble.getMessage());
        if (text.contains("not resolved locally")) {
            return new DatabaseUnusable("数据库的结构比这个程序新，可能是装回了旧版本。请换回较新的程序；数据没有改动。", trouble);
        }
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NO_RIGHT.equals(sql.getSQLState())) {
                return new DatabaseUnusable(
                        "数据库用户没有建表的权限。请授予它在这个库里 create 的权限（grant create on database … to …）。", trouble);
            }
        }
        return new DatabaseUnusable(
                "数据库结构升级没有成功：" + text.lines().findFirst().orElse("") + "。没有成功的一步已撤销；请把这句话告诉维护人员。", trouble);
    }
}
