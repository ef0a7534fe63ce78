package org.gongkai.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link Floor} in a process of its own, on the application's PostgreSQL. */
final class FloorProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private FloorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static FloorProcess start(Setting setting, Application application)
            throws IOException, SQLException, InterruptedException {
        int port = Application.freePort();
        String url;
        try (Connection connection = application.superuser("bench")) {
            url = connection.getMetaData().getURL();
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                setting.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                Floor.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres"));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", application.superuserPassword());
        builder.redirectErrorStream(true)
                .redirectOutput(
                        Files.createTempFile(setting.scratch(), "floor", ".log").toFile());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        FloorProcess floor = new FloorProcess(process, port);
        floor.await();
        return floor;
    }

    private void await() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (int i = 0; i < 600; i++) {
            try {
                if (http.send(
                                        HttpRequest.newBuilder(URI.create(url() + "/memory/1"))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // not listening yet
            }
            Thread.sleep(100);
        }
        throw new IOException("the floor did not start");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(tooLong -> process.destroyForcibly())
                .join();
    }
}
