package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
class DatabaseModuleTests {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TestClock testClock;
    private final DatabaseServer server;

    DatabaseModuleTests(
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            Clock clock,
            TestClock testClock,
            DatabaseServer server) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
        this.testClock = testClock;
        this.server = server;
    }

    @BeforeEach
    void a_table_with_rows_of_two_bodies_and_a_diary() {
        JdbcClient.create(new ServerDataSource(server)).sql("""
                        drop schema if exists probe cascade;
                        create schema probe;
                        create table probe.draft (body text, title text);
                        call gongkai.own_rows('probe.draft', 'body');
                        create table probe.diary (line text);
                        call gongkai.insert_only('probe.diary');
                        set gongkai.scope = '*';
                        insert into probe.draft values ('A', 'a1'), ('A', 'a2'), ('B', 'b1');
                        reset gongkai.scope;
                        insert into probe.diary values ('first');
                        """).update();
    }

    @Test
    @DisplayName("应用以非所有者角色运行")
    void the_application_is_not_the_owner() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo(ApplicationRole.NAME);
    }

    @Test
    @DisplayName("没有范围就一行也看不到")
    void without_scope_nothing_is_seen() {
        assertThat(drafts()).isEmpty();
        assertThat(transaction.<List<String>>execute(status -> drafts())).isEmpty();
    }

    @Test
    @DisplayName("系统看得到全部，事务结束后不留痕迹")
    void the_system_sees_everything_and_nothing_leaks() {
        List<String> seen = new ArrayList<>();
        RowScope.system(() -> transaction.executeWithoutResult(status -> seen.addAll(drafts())));
        assertThat(seen).containsExactly("a1", "a2", "b1");
        assertThat(drafts()).isEmpty();
    }

    @Test
    @DisplayName("单位只看得到、改得了自己的行")
    void a_body_sees_and_changes_only_its_rows() {
        var own = new TransactionTemplate(
                new ScopedTransactionManager(manager().getDataSource(), () -> RowScope.of(List.of("A"))));
        assertThat(own.<List<String>>execute(status -> drafts())).containsExactly("a1", "a2");
        assertThat(own.<Integer>execute(status ->
                        jdbc.sql("update probe.draft set title = title").update()))
                .isEqualTo(2);
        assertThatThrownBy(() -> own.execute(status -> jdbc.sql("insert into probe.draft values ('B', 'forged')")
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    @DisplayName("只增的表连所有者也改不了")
    void insert_only_holds_for_everybody() {
        assertThat(jdbc.sql("insert into probe.diary values ('second')").update())
                .isEqualTo(1);
        for (var forbidden :
                List.of("update probe.diary set line = ''", "delete from probe.diary", "truncate probe.diary")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update()).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> JdbcClient.create(new ServerDataSource(server))
                            .sql(forbidden)
                            .update())
                    .rootCause()
                    .hasMessageContaining("insert-only");
        }
    }

    @Test
    @DisplayName("时钟只在测试拨动时走")
    void the_clock_moves_when_told() {
        var before = clock.instant();
        testClock.advance(Duration.ofHours(5));
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(5)));
    }

    @Test
    @DisplayName("每张表、每一列都有中文说明")
    void every_table_and_column_is_explained_in_chinese() {
        assertThat(jdbc.sql("""
                                select c.relnamespace::regnamespace || '.' || c.relname || coalesce('.' || a.attname, '')
                                from pg_class c
                                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                where c.relkind in ('r', 'p') and not c.relispartition
                                and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'probe')
                                and c.relname not like 'flyway%'
                                and (coalesce(col_description(c.oid, a.attnum), '') !~ '[一-鿿]'
                                     or coalesce(obj_description(c.oid, 'pg_class'), '') !~ '[一-鿿]')
                                order by 1
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    @DisplayName("迁移脚本不直接提角色名，用 gongkai.insert_only 等过程")
    void scripts_do_not_name_the_role() throws IOException {
        try (var scripts = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (var script : (Iterable<Path>) scripts.filter(Files::isRegularFile)::iterator) {
                if (!script.toString().contains(ModuleMigrations.ROOT)) {
                    assertThat(Files.readString(script)).as(script.toString()).doesNotContain(ApplicationRole.NAME);
                }
            }
        }
    }

    private List<String> drafts() {
        return jdbc.sql("select title from probe.draft order by title")
                .query(String.class)
                .list();
    }

    private ScopedTransactionManager manager() {
        return (ScopedTransactionManager) java.util.Objects.requireNonNull(transaction.getTransactionManager());
    }
}
