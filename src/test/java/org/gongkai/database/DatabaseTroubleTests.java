package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkai.Gongkai;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F30: 外部数据库的各种问题，各用一句话。 */
class DatabaseTroubleTests {

    private final TestDatabase.Fresh fresh = TestDatabase.fresh();

    @Test
    @DisplayName("F30 口令不对")
    void wrong_password() {
        refused(fresh.url(), fresh.user(), "wrong", false, "用户名或口令");
    }

    @Test
    @DisplayName("F30 没有这个库")
    void no_such_database() {
        refused(fresh.url().replaceAll("/test_.*", "/nowhere"), fresh.user(), fresh.password(), false, "没有库 nowhere");
    }

    @Test
    @DisplayName("F30 没有服务器应答")
    void nobody_listens() {
        refused("jdbc:postgresql://127.0.0.1:1/gongkai", "a", "b", false, "没有服务器应答");
    }

    @Test
    @DisplayName("F30 F02 关闭了 fsync 的数据库拒绝使用")
    void a_forgetful_database() {
        refused(fresh.url(), fresh.user(), fresh.password(), true, "断电会丢失");
    }

    @Test
    @DisplayName("F30 没有建表权限")
    void no_right_to_create() {
        var owner = client(fresh.user(), fresh.password());
        owner.sql("drop schema gongkai cascade").update();
        if (owner.sql("select rolname from pg_roles where rolname = 'visitor'")
                .query(String.class)
                .optional()
                .isEmpty()) {
            owner.sql("create role visitor login password 'v'").update();
        }
        refused(fresh.url(), "visitor", "v", false, "没有建表的权限");
    }

    @Test
    @DisplayName("F30 数据库结构比程序新")
    void a_schema_from_the_future() {
        var owner = client(fresh.user(), fresh.password());
        owner.sql("""
                        insert into gongkai.flyway_root
                        select installed_rank + 1000, '9999', 'future', type, 'V9999__future.sql', 1, installed_by, now(), 1, true
                        from gongkai.flyway_root where version = '1'
                        """).update();
        owner.sql("delete from gongkai.migrated").update();
        refused(fresh.url(), fresh.user(), fresh.password(), false, "比这个程序新");
    }

    @Test
    @DisplayName("可以建角色的用户：应用以该角色运行")
    void an_owner_who_may_create_roles_gets_the_role() throws Exception {
        assertThat(DatabaseConfiguration.migrate(data(fresh.user(), fresh.password()), false, Gongkai.class))
                .isTrue();
    }

    @Test
    @DisplayName("用户不能建角色：照样迁移和工作，强制行级权限对所有者也有效")
    void without_the_role_forced_row_security_holds() throws Exception {
        var empty = TestDatabase.emptyOfPlainUser();
        var source = new ServerDataSource(new DatabaseServer.External(empty.url(), empty.user(), empty.password()));
        assertThat(DatabaseConfiguration.migrate(source, false, Gongkai.class)).isFalse();
        var plain = JdbcClient.create(source);
        plain.sql("""
                        create schema forced;
                        create table forced.draft (body text);
                        call gongkai.own_rows('forced.draft', 'body');
                        set gongkai.scope = '*';
                        insert into forced.draft values ('A');
                        """).update();
        assertThat(plain.sql("select count(*) from forced.draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private JdbcClient client(String user, String password) {
        return JdbcClient.create(data(user, password));
    }

    private ServerDataSource data(String user, String password) {
        return new ServerDataSource(new DatabaseServer.External(fresh.url(), user, password));
    }

    private static void refused(String url, String user, String password, boolean durable, String words) {
        var source = new ServerDataSource(new DatabaseServer.External(url, user, password));
        assertThatThrownBy(() -> DatabaseConfiguration.migrate(source, durable, Gongkai.class))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(words)
                .extracting(Throwable::getMessage)
                .asString()
                .endsWith("。")
                .doesNotContain("Exception");
    }
}
