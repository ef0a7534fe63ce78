package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.Gongkai;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * 测试用的数据库：每个 JVM 一个服务器，每个上下文一个从已迁移模板克隆的库。
 *
 * <p>One embedded server under {@code target/postgres}, kept between runs; it attaches to a server a killed test JVM left behind and
 * drops its databases. The template is migrated once per set of scripts. Without fsync: only for tests.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** One per JVM: file locks belong to the process. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            var server = EmbeddedPostgres.open(Path.of("target", "postgres"), FAST);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            dropForgotten(server);
            return server;
        }
    }

    /** 一个全新的、已迁移的库。 A fresh migrated database of this JVM's server. */
    public record Fresh(String url, String user, String password) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var fresh = fresh();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "spring.datasource.url",
                                fresh.url(),
                                "spring.datasource.username",
                                fresh.user(),
                                "spring.datasource.password",
                                fresh.password())));
    }

    public static Fresh fresh() {
        var server = Server.INSTANCE;
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try {
            create(server, name, template(server));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return new Fresh(server.url(name), server.user(), server.password());
    }

    /** 越过行级权限和触发器造数据用。 The superuser in a fresh database. */
    static Connection superuser(Fresh fresh) throws SQLException {
        return Server.INSTANCE.superuser(fresh.url().substring(fresh.url().lastIndexOf('/') + 1));
    }

    /** 一个空库，属于一个什么特权也没有的用户。 An empty database of a user without any privilege. */
    static Fresh emptyOfPlainUser() {
        var server = Server.INSTANCE;
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try {
            execute(server, """
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'plain_user') then
                            create role plain_user login password 'plain';
                        end if;
                    end $$
                    """);
            execute(server, "create database " + name + " template template0 owner plain_user");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Fresh(server.url(name), "plain_user", "plain");
    }

    private static synchronized String template(EmbeddedPostgres server) throws SQLException, IOException {
        var migrations = new ModuleMigrations(Gongkai.class);
        var name = "template_" + migrations.digest().substring(0, 16);
        if (!databases(server).contains(name)) {
            var draft = "draft_" + ProcessHandle.current().pid();
            create(server, draft, "template0");
            migrations.run(new ServerDataSource(
                    new DatabaseServer.External(server.url(draft), server.user(), server.password())));
            execute(server, "alter database " + draft + " rename to " + name);
        }
        return name;
    }

    private static void create(EmbeddedPostgres server, String name, String template) throws SQLException {
        execute(server, "drop database if exists " + name + " with (force)");
        execute(
                server,
                "create database " + name + " template " + template + " owner " + EmbeddedPostgres.OWNER
                        + " strategy file_copy");
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> databases(EmbeddedPostgres server) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.superuser("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select datname from pg_database order by oid")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    /** 上次没来得及删的库。 Databases of dead test JVMs, and templates of old scripts. */
    private static void dropForgotten(EmbeddedPostgres server) {
        try {
            var all = databases(server);
            for (var name : all) {
                if ((name.startsWith("test_") || name.startsWith("draft_")) && dead(name)) {
                    execute(server, "drop database if exists " + name + " with (force)");
                }
            }
            var templates =
                    all.stream().filter(name -> name.startsWith("template_")).toList();
            for (var old : templates.subList(0, Math.max(0, templates.size() - 3))) {
                execute(server, "drop database if exists " + old + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean dead(String name) {
        var pid = Long.parseLong(name.split("_", 3)[1]);
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
}
