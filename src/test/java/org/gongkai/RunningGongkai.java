package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

/**
 * 真正运行的程序：单独的进程、单独的文件夹、内置的 PostgreSQL；可以被杀掉。
 *
 * <p>The application as a process of its own, in a home of its own with its embedded PostgreSQL, so that a test can kill it. The
 * classes are packed once into a jar and given an AOT cache, so that a start takes seconds.
 */
final class RunningGongkai implements AutoCloseable {

    static final String TOKEN = "kill-test-token-kill-test-token-0001";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path CLASSES = classes();
    private static final Path PACKED = CLASSES.resolveSibling("packed");

    private final Path home;
    private final int port;
    private final boolean demonstration;
    private final Map<String, String> environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    private RunningGongkai(Path home, boolean demonstration, Map<String, String> environment) throws IOException {
        this.home = home;
        this.demonstration = demonstration;
        this.environment = environment;
        this.port = freePort();
        this.process = launch();
    }

    /** 第一次启动，等到能用。 */
    static RunningGongkai start(Path home) throws IOException, InterruptedException {
        return start(home, false);
    }

    /** @param demonstration whether the empty database is given the demonstration district */
    static RunningGongkai start(Path home, boolean demonstration) throws IOException, InterruptedException {
        return start(home, demonstration, Map.of());
    }

    /** @param environment further settings */
    static RunningGongkai start(Path home, boolean demonstration, Map<String, String> environment)
            throws IOException, InterruptedException {
        pack();
        RunningGongkai running = new RunningGongkai(home, demonstration, environment);
        try {
            running.awaitReady();
        } catch (IOException e) {
            running.kill();
            throw e;
        }
        return running;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** 杀掉程序，数据库不动。 kill -9 of the application alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** 杀掉数据库主进程，程序不动。 kill -9 of the postmaster; the application must heal itself. */
    void killDatabase() throws IOException {
        ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** 再次启动，等到能用。 */
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    /** 启动到一半又被杀。 Killed again while recovering. */
    void startAndKillAfter(int millis) throws IOException, InterruptedException {
        process = launch();
        Thread.sleep(millis);
        kill();
    }

    /** 等到就绪检查为“是”。 */
    void awaitReady() throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("the application ended by itself\n" + lastLines());
            }
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // not listening yet
            }
            Thread.sleep(50);
        }
        throw new IOException("not ready after " + PATIENCE + "\n" + lastLines());
    }

    /** 等到问得着数据库。 Waits until a question that needs the database is answered. */
    void awaitHealed() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var connection = superuser()) {
                if (connection.isValid(2) && get("/api/v1/disclosures?size=1").statusCode() == 200) {
                    return;
                }
            } catch (IOException | SQLException notYet) {
                // still down
            }
            Thread.sleep(100);
        }
        throw new IOException("not healed after " + PATIENCE + "\n" + lastLines());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** 没有令牌的访客。 */
    HttpResponse<String> anonymously(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TOKEN);
    }

    /** 越过一切权限直接看库，检查者用。 The checker's own eyes. */
    Connection superuser() throws IOException, SQLException {
        String password =
                Files.readString(home.resolve("postgres/postgres.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmasterLines().get(3).strip() + "/gongkai", "postgres", password);
    }

    String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }

    String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(40, TimeUnit.SECONDS)
                .exceptionally(tooLong -> process.destroyForcibly())
                .join();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(postmasterLines().getFirst().strip());
    }

    private List<String> postmasterLines() throws IOException {
        return Files.readAllLines(home.resolve("postgres/cluster-18/postmaster.pid"));
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(java());
        if (Files.exists(cache())) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off", "-cp", classPath(), "launch.Main"));
        ProcessBuilder builder = builder(command, home, port, demonstration);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static ProcessBuilder builder(List<String> command, Path home, int port, boolean demonstration)
            throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GONGKAI_HOME", home.toAbsolutePath().toString());
        builder.environment().put("GONGKAI_BOOTSTRAP_TOKEN", TOKEN);
        builder.environment().put("GONGKAI_DEMONSTRATION", Boolean.toString(demonstration));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        return builder;
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8");
    }

    private static Path cache() {
        return PACKED.resolve("classes.aot").toAbsolutePath();
    }

    /** 打包并排练一次，内容没变就用上次的；排练不成也能跑，只是启动慢。 */
    private static synchronized void pack() throws IOException, InterruptedException {
        Files.createDirectories(PACKED);
        Path jar = PACKED.resolve("classes.jar");
        Path mark = PACKED.resolve("classes.sum");
        String sum = sum();
        if (Files.exists(mark) && Files.readString(mark).equals(sum)) {
            return;
        }
        Files.deleteIfExists(mark);
        Files.deleteIfExists(cache());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : packable()) {
                // folders too: the scan for components asks for them
                String name = CLASSES.relativize(file).toString();
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache(), "-Dgongkai.rehearsal=true", "-cp", classPath(), "launch.Main"));
        Path scratch = Files.createTempDirectory(PACKED, "rehearsal");
        Process rehearsal = builder(command, scratch, 0, false).start();
        if (!rehearsal.waitFor(120, TimeUnit.SECONDS)) {
            rehearsal.destroyForcibly();
        }
        Files.writeString(mark, sum);
    }

    private static List<Path> packable() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.sorted().skip(1).toList();
        }
    }

    private static String sum() throws IOException {
        CRC32 sum = new CRC32();
        for (Path file : packable()) {
            sum.update(file.toString().getBytes(StandardCharsets.UTF_8));
            if (Files.isRegularFile(file)) {
                sum.update(Files.readAllBytes(file));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** 编译好的程序所在的文件夹。 */
    private static Path classes() {
        try {
            return Path.of(Gongkai.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 只要运行期的：自己的 jar 和依赖的 jar，没有测试类。 */
    private static String classPath() {
        List<String> path = new ArrayList<>(
                List.of(PACKED.resolve("classes.jar").toAbsolutePath().toString()));
        for (String part : System.getProperty("java.class.path").split(":")) {
            if (part.endsWith(".jar") && !part.contains("playwright") && !part.contains("junit")) {
                path.add(part);
            }
        }
        return String.join(":", path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
