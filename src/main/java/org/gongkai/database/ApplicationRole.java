package org.gongkai.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 运行时的角色：不是表的所有者，所以行级权限对它有效，只增不改的表它也改不了。
 *
 * <p>The role the application works as. It owns nothing: row-level security applies to it and revoked rights stay revoked. Where the
 * database user may not create roles, work goes on as the owner, and only {@code force row level security} and triggers protect.
 */
final class ApplicationRole {

    static final String NAME = "gongkai_app";
    private static final Logger log = LoggerFactory.getLogger(ApplicationRole.class);

    private final JdbcClient jdbc;

    ApplicationRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 尽力建好角色，并让今后建的一切默认可用。 Creates the role if allowed and opens to it whatever the owner creates from now on. */
    void prepare() {
        try {
            if (!exists()) {
                jdbc.sql("create role " + NAME + " nologin").update();
            }
            if (!usable()) {
                jdbc.sql("grant " + NAME + " to current_user").update();
            }
        } catch (DataAccessException e) {
            log.debug("角色没有建成或没有授予 (the role could not be created or granted)", e);
        }
        if (exists()) {
            allowByDefault("usage on schemas");
            allowByDefault("select, insert, update, delete on tables");
            allowByDefault("usage, select on sequences");
            allowByDefault("execute on routines");
        }
    }

    private void allowByDefault(String rights) {
        jdbc.sql("alter default privileges grant " + rights + " to " + NAME).update();
    }

    private boolean exists() {
        return jdbc.sql("select exists (select from pg_roles where rolname = ?)")
                .param(NAME)
                .query(Boolean.class)
                .single();
    }

    /** 是否可以 {@code set role}。 Tried rather than asked: the catalogue functions differ between versions. */
    boolean usable() {
        try {
            jdbc.sql("set role " + NAME).update();
            jdbc.sql("reset role").update();
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }
}
