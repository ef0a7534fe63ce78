package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedPostgresTests {

    private static final Path FOLDER = Path.of("target", "launcher-test").toAbsolutePath();
    private static final PostgresFiles FILES = new PostgresFiles(FOLDER);
    private static final Duration SOON = Duration.ofSeconds(30);

    private EmbeddedPostgres server = EmbeddedPostgres.open(FOLDER);

    @BeforeAll
    static void from_nothing() throws IOException {
        stopForgotten();
        PostgresFiles.delete(FOLDER);
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @AfterAll
    static void tidy() throws IOException {
        stopForgotten();
        PostgresFiles.delete(FOLDER);
    }

    @Test
    @DisplayName("口令随机，登录不为它多算几千次：每次连接都要等")
    void a_random_password_is_not_stretched() throws Exception {
        try (var connection = server.superuser("postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery("select rolpassword from pg_authid where rolpassword is not null")) {
            int roles = 0;
            while (rows.next()) {
                assertThat(rows.getString(1)).startsWith("SCRAM-SHA-256$1:");
                roles++;
            }
            assertThat(roles).isEqualTo(2);
        }
        assertThat(Files.readString(FILES.root().resolve("gongkai.password"))).hasSize(48);
    }

    @Test
    @DisplayName("F02 新库：持久设置全部打开，口令只有本用户可读，只在本机监听")
    void a_new_server_is_durable_and_private() throws Exception {
        try (var connection = new ServerDataSource(server).connect()) {
            DurableSettings.check(connection);
        }
        assertThat(jdbc().sql(
                                "select setting from pg_settings where name in ('data_checksums','fsync','full_page_writes','synchronous_commit')")
                        .query(String.class)
                        .list())
                .containsExactly("on", "on", "on", "on");
        assertThat(jdbc().sql("show listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
        assertThat(jdbc().sql("select usesuper from pg_user where usename = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        for (var role : new String[] {"gongkai", "postgres"}) {
            assertThat(Files.getPosixFilePermissions(FOLDER.resolve(role + ".password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(FILES.binaries()).isDirectory();
        assertThat(jdbc().sql("show server_version").query(String.class).single())
                .startsWith(PostgresFiles.VERSION);
    }

    @Test
    @DisplayName("最后一个进程离开，服务器才停；数据留着")
    void the_last_process_stops_the_server() throws Exception {
        write("last");
        var other = OtherProcess.on(FOLDER);
        assertThat(other.port()).isEqualTo(server.postmaster().port());
        server.close();
        assertThat(serverRuns()).isTrue();
        other.leave();
        assertThat(serverRuns()).isFalse();
        server = EmbeddedPostgres.open(FOLDER);
        assertThat(read("last")).isEqualTo(1);
    }

    @Test
    @DisplayName("F01 应用被 kill -9：服务器还在，下一个进程接上")
    void a_killed_application_leaves_the_server_to_the_next() throws Exception {
        server.close();
        var killed = OtherProcess.on(FOLDER);
        int port = killed.port();
        killed.kill();
        assertThat(serverRuns()).isTrue();
        server = EmbeddedPostgres.open(FOLDER);
        assertThat(server.postmaster().port()).isEqualTo(port);
        server.close();
        assertThat(serverRuns()).isFalse();
    }

    @Test
    @DisplayName("F02 数据库主进程被 kill -9：看护者重启它，端口不变，已确认的写入都在")
    void a_killed_server_is_started_again() throws Exception {
        write("survivor");
        var before = server.postmaster();
        var watchdog = new Watchdog(server);
        try {
            kill(before.pid());
            await(() -> server.postmaster().pid() != before.pid() && read("survivor") == 1);
            assertThat(server.postmaster().port()).isEqualTo(before.port());
        } finally {
            watchdog.close();
        }
    }

    @Test
    @DisplayName("F02 一个后端进程被 kill -9：服务器自己恢复，看护者不插手")
    void a_killed_backend_is_recovered_by_the_server() throws Exception {
        write("backend");
        var before = server.postmaster();
        try (var connection = new ServerDataSource(server).connect();
                var statement = connection.createStatement();
                var pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            kill(pid.getLong(1));
        } catch (SQLException e) {
            // the connection died with its backend
        }
        await(() -> read("backend") == 1);
        assertThat(server.postmaster().pid()).isEqualTo(before.pid());
    }

    @Test
    @DisplayName("重启机器后进程号被别人占用：照样启动")
    void a_pid_taken_by_somebody_else_does_not_matter() throws Exception {
        write("reboot");
        server.close();
        Files.writeString(
                FILES.postmasterPid(),
                ProcessHandle.current().pid() + "\n" + FILES.cluster() + "\n1\n1\n\n127.0.0.1\n\nready\n");
        server = EmbeddedPostgres.open(FOLDER);
        assertThat(read("reboot")).isEqualTo(1);
    }

    @Test
    @DisplayName("root 而内核不许用户命名空间：以 nobody 运行，重启、离开都正常")
    void as_nobody_where_namespaces_are_forbidden() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may become nobody");
        var folder = Files.createTempDirectory("gongkai");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var files = new PostgresFiles(folder.toRealPath().resolve("postgres"));
        for (int start = 1; start <= 2; start++) {
            try (var nobody = EmbeddedPostgres.open(files.root(), EmbeddedPostgres.DURABLE, ServerUser.NOBODY)) {
                assertThat(nobody.alive()).isTrue();
                assertThat(Files.getAttribute(
                                Path.of("/proc", "" + nobody.postmaster().pid()), "unix:uid"))
                        .isEqualTo(65534);
            }
            assertThat(Postmaster.of(files)).isEmpty();
        }
        PostgresFiles.delete(folder);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(new ServerDataSource(server));
    }

    private void write(String word) {
        jdbc().sql("create table if not exists kept (word text)").update();
        jdbc().sql("insert into kept values (?)").param(word).update();
    }

    private int read(String word) {
        try {
            return jdbc().sql("select count(*) from kept where word = ?")
                    .param(word)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException e) {
            return -1; // not back yet
        }
    }

    private static boolean serverRuns() throws IOException {
        return Postmaster.of(FILES)
                .filter(server -> server.alive(FILES.cluster()))
                .isPresent();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + SOON).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void stopForgotten() throws IOException {
        if (Files.isDirectory(FILES.cluster())) {
            Postmaster.of(FILES)
                    .filter(server -> server.alive(FILES.cluster()))
                    .ifPresent(server -> kill(server.pid()));
        }
    }
}
