package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The anchor: nginx with two workers, files compressed beforehand, on loopback. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 2;
            user @USER@;
            pid @DIR@/nginx.pid;
            error_log @DIR@/error.log crit;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              keepalive_requests 10000000;
              gzip_static on;
              open_file_cache max=20000 inactive=120s;
              default_type "text/html; charset=utf-8";
              client_body_temp_path @DIR@/a; proxy_temp_path @DIR@/b; fastcgi_temp_path @DIR@/c; uwsgi_temp_path @DIR@/d; scgi_temp_path @DIR@/e;
              server { listen 127.0.0.1:@PORT@; root @DIR@/pages; }
            }
            """;

    private final Process process;
    private final int port;

    /** Serves the folder {@code pages} below {@code dir}. */
    Nginx(Path dir) throws IOException, InterruptedException {
        port = Application.freePort();
        Path configuration = dir.resolve("nginx.conf");
        Files.writeString(
                configuration,
                CONFIGURATION
                        .replace("@USER@", System.getProperty("user.name")) // the folder is nobody else's
                        .replace("@DIR@", dir.toString())
                        .replace("@PORT@", Integer.toString(port)));
        process = new ProcessBuilder("nginx", "-e", dir.resolve("error.log").toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("nginx.out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Thread.sleep(500);
        if (!process.isAlive()) {
            throw new IOException("nginx: " + Files.readString(dir.resolve("nginx.out")));
        }
    }

    static boolean present() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) || Files.isExecutable(Path.of("/usr/bin/nginx"));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    List<Long> processes() {
        return Processes.family(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
