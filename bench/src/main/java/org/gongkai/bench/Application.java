package org.gongkai.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

/** The product as an operator runs it: the unpacked jar with its AOT cache, its own PostgreSQL, a folder of its own. */
final class Application implements AutoCloseable {

    static final String TOKEN = "bench-token-bench-token-bench-token-0001";
    private static final Duration PATIENCE = Duration.ofSeconds(400);

    private final Path home;
    private final int port;
    private final Process process;
    private final double secondsToFirstPage;
    private final HttpClient http = HttpClient.newHttpClient();

    private Application(Path home, int port, Process process) throws IOException, InterruptedException {
        this.home = home;
        this.port = port;
        this.process = process;
        long start = System.nanoTime();
        awaitFirstPage();
        secondsToFirstPage = (System.nanoTime() - start) / 1e9;
    }

    /** Starts on this folder; environment wins over the defaults given here. */
    static Application start(Setting setting, Path home, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        Path run = setting.source().resolve("target/run");
        List<String> command = new ArrayList<>(List.of(
                setting.java().toString(),
                "-Xmx" + environment.getOrDefault("GONGKAI_MEMORY", "256m"),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        Path cache = run.resolve("app.aot");
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(extra());
        command.addAll(List.of("-jar", jar(run).toString()));
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("GONGKAI_HOME", home.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("GONGKAI_BOOTSTRAP_TOKEN", TOKEN);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Application(home, port, process);
    }

    /** Further options of the JVM, for a profile: {@code GONGKAI_BENCH_JAVA="-XX:StartFlightRecording=filename=/tmp/x.jfr"}. */
    private static List<String> extra() {
        String options = System.getenv().getOrDefault("GONGKAI_BENCH_JAVA", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** Whether the build has left an AOT cache. */
    static boolean quickStart(Setting setting) {
        return Files.exists(setting.source().resolve("target/run/app.aot"));
    }

    private static Path jar(Path run) throws IOException {
        try (var files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in " + run));
        }
    }

    private void awaitFirstPage() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException(
                        "the application ended by itself, see " + home.resolve("log") + "\n" + lastLines());
            }
            try {
                if (get("/").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            Thread.sleep(25);
        }
        throw new IOException("not ready after " + PATIENCE + "\n" + lastLines());
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    record Answer(int statusCode, String body, String location) {}

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", "Bearer " + TOKEN);
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse(""));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    long pid() {
        return process.pid();
    }

    /** CPU time of the program and its PostgreSQL up to now. */
    double cpuSeconds() throws IOException {
        return Processes.cpuSeconds(List.of(pid())) + Processes.cpuSeconds(postgres());
    }

    /** CPU time of the program alone. */
    double ownCpuSeconds() {
        return Processes.cpuSeconds(List.of(pid()));
    }

    /** As {@link #postgres()}, for suppliers. */
    List<Long> database() {
        try {
            return postgres();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The postmaster and its children. */
    List<Long> postgres() throws IOException {
        return Processes.family(Long.parseLong(postmaster().getFirst().strip()));
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(home.resolve("postgres/cluster-18/postmaster.pid"));
    }

    /** A connection past all row policies, to load and to measure bare SQL in the same server. */
    Connection superuser(String database) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/" + database,
                "postgres",
                superuserPassword());
    }

    String superuserPassword() throws IOException {
        return Files.readString(home.resolve("postgres/postgres.password")).strip();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
