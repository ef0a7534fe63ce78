package org.gongkai.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 内置的 PostgreSQL：没有就建，停着就启，开着就接上；最后一个离开的进程关掉它。
 *
 * <p>A real PostgreSQL owned by the data folder, not by a process: it survives {@code kill -9} of the application, and the next
 * process attaches. Every process holds a shared lock on {@code users.lock}; whoever leaves and gets it exclusively was the last
 * and stops the server. Starting and leaving happen under {@code start.lock}. At most one instance per folder and process, because
 * file locks belong to the process.
 */
final class EmbeddedPostgres implements DatabaseServer {

    static final String OWNER = "gongkai";
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "gongkai";
    private static final int ATTEMPTS = 40;
    private static final long MAX_LOG = 10L << 20;
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Settings that must hold for real data; asserted again by {@link DurableSettings}. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final PostgresFiles files;
    private final PostgresCommands commands;
    private final Map<String, String> settings;
    private final FileChannel users;
    private @Nullable FileLock use;
    private final String ownerPassword;
    private final String superPassword;
    private volatile @Nullable Postmaster postmaster;

    private EmbeddedPostgres(PostgresFiles files, Map<String, String> settings, ServerUser user) throws IOException {
        this.files = files;
        this.settings = settings;
        prepare(files.root());
        this.commands = new PostgresCommands(files, user);
        this.users = channel(files.usersLock());
        try (var start = channel(files.startLock())) {
            start.lock(); // until the channel closes
            PostgresBinaries.unpackTo(files.binaries());
            ownerPassword = files.password(OWNER);
            superPassword = files.password(SUPERUSER);
            createCluster(user);
            use = users.lock(0, Long.MAX_VALUE, true);
            attachOrStart();
            createDatabase();
        } catch (IOException | RuntimeException e) {
            users.close();
            throw e;
        }
    }

    /** 打开一个数据文件夹里的数据库。 Opens the server of this folder, durable. */
    static EmbeddedPostgres open(Path folder) {
        return open(folder, DURABLE);
    }

    static EmbeddedPostgres open(Path folder, Map<String, String> settings) {
        try {
            return open(folder, settings, ServerUser.here());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // no /proc: not a system with embedded binaries
        }
    }

    static EmbeddedPostgres open(Path folder, Map<String, String> settings, ServerUser user) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            return new EmbeddedPostgres(new PostgresFiles(absolute), settings, user);
        } catch (IOException e) {
            throw new DatabaseUnusable("内置数据库不能使用文件夹 " + absolute + "：" + e + "。请检查它是否可写、磁盘是否已满。", e);
        }
    }

    private static void prepare(Path root) throws IOException {
        Files.createDirectories(root);
    }

    private static FileChannel channel(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void createCluster(ServerUser user) throws IOException {
        if (Files.isDirectory(files.cluster())) {
            return;
        }
        user.own(files.root());
        var draft = files.root().resolve("cluster.new");
        PostgresFiles.delete(draft);
        commands.initialise(draft, SUPERUSER, superPassword);
        Files.writeString(
                draft.resolve("postgresql.conf"), "\ninclude_if_exists 'gongkai.conf'\n", StandardOpenOption.APPEND);
        PostgresFiles.settle(draft, files.cluster());
        user.own(files.root());
    }

    private void attachOrStart() throws IOException {
        var found = running();
        if (found.isEmpty()) {
            clearTraces();
            start();
            found = running();
        }
        postmaster = found.orElseThrow(() -> new IOException("the server left no " + files.postmasterPid()));
    }

    private Optional<Postmaster> running() throws IOException {
        return Postmaster.of(files).filter(server -> server.alive(files.cluster()));
    }

    /** 主进程被杀后：等它的子进程退出，再清掉会被误认的进程号。 */
    private void clearTraces() throws IOException {
        var dead = Postmaster.of(files);
        if (dead.isEmpty()) {
            return;
        }
        for (int i = 0; i < ATTEMPTS && Postmaster.orphans(files.cluster()); i++) {
            pause();
        }
        if (Postmaster.orphans(files.cluster())) {
            throw new DatabaseUnusable("上一个数据库进程的子进程还没有退出，暂不能启动；请稍后再试，数据没有改动。");
        }
        if (dead.get().pidTaken()) {
            Files.deleteIfExists(files.postmasterPid());
        }
    }

    private void start() throws IOException {
        writeSettings();
        rotateLog();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            // The old port first, so that open pools heal; another when somebody took it meanwhile.
            var before = postmaster;
            int wanted = before != null && attempt < ATTEMPTS / 2 ? before.port() : freePort();
            if (commands.start(wanted)) {
                return;
            }
            // Orphans of a killed postmaster need a moment to notice and to release its shared memory.
            pause();
        }
        throw new DatabaseUnusable("内置数据库没有启动成功。原因见 " + files.log() + " 的最后几行；数据没有改动。");
    }

    private void writeSettings() throws IOException {
        var all = new TreeMap<>(settings);
        all.put("listen_addresses", "'127.0.0.1'");
        all.put("unix_socket_directories", "''");
        all.put("max_connections", "100");
        all.put(PostgresCommands.ITERATIONS, PostgresCommands.ONE);
        all.put("timezone", "'Asia/Shanghai'");
        all.put("log_timezone", "'Asia/Shanghai'");
        all.put("log_checkpoints", "off");
        var text = new StringBuilder("# written by the application at every start\n");
        all.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        Files.writeString(files.settings(), text);
    }

    private void rotateLog() throws IOException {
        if (Files.exists(files.log()) && Files.size(files.log()) > MAX_LOG) {
            Files.move(
                    files.log(),
                    files.log().resolveSibling("server.log.1"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void createDatabase() {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select exists (select from pg_roles where rolname = '" + OWNER
                    + "'), exists (select from pg_database where datname = '" + DATABASE + "')")) {
                found.next();
                if (found.getBoolean(1) && found.getBoolean(2)) {
                    return;
                }
                if (!found.getBoolean(1)) {
                    statement.execute("create role " + OWNER + " login createrole password '" + ownerPassword + "'");
                }
            }
            statement.execute("create database " + DATABASE + " owner " + OWNER);
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "内置数据库已启动，但不能登录：" + e.getMessage() + "。请检查 " + files.root() + " 里的口令文件是否被改动。", e);
        }
    }

    /** 以超级用户连接，只用于建库。 Only to create databases. */
    Connection superuser(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", superPassword);
        return DriverManager.getConnection(url(database), properties);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postmaster().port() + "/" + database;
    }

    @Override
    public String url() {
        return url(DATABASE);
    }

    @Override
    public String user() {
        return OWNER;
    }

    @Override
    public String password() {
        return ownerPassword;
    }

    Postmaster postmaster() {
        return Objects.requireNonNull(postmaster, "started in the constructor");
    }

    boolean alive() {
        return postmaster().alive(files.cluster());
    }

    /** 数据库进程没了就重新启动。 Starts the server again if its process is gone; another process may have done so already. */
    synchronized void heal() throws IOException {
        if (alive() || use == null) {
            return;
        }
        log.warn("内置数据库进程已不在，正在重新启动 (the embedded server is gone, starting it again)");
        try (var start = channel(files.startLock())) {
            start.lock(); // until the channel closes
            attachOrStart();
        }
        log.warn("内置数据库已恢复，端口 {} (the embedded server is back)", postmaster().port());
    }

    /** 离开；若没有别的进程在用，就关掉服务器。 */
    @Override
    public synchronized void close() {
        var mine = use;
        if (mine == null) {
            return;
        }
        use = null;
        try (var start = channel(files.startLock())) {
            start.lock(); // until the channel closes
            mine.release();
            var last = users.tryLock();
            if (last != null && running().isPresent()) {
                commands.stop();
            }
            users.close();
        } catch (IOException e) {
            log.warn("内置数据库没有关好，下次启动会自动恢复 (the embedded server was not stopped cleanly)", e);
        }
    }
}
