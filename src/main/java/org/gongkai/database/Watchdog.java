package org.gongkai.database;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 看护内置数据库：进程没了，半秒内发现并重启。 Notices a dead server within half a second and starts it again. */
final class Watchdog implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final EmbeddedPostgres server;
    private final Thread thread;

    /** 上一次没有恢复成。 Said once, not twice a second. */
    private boolean failing;

    Watchdog(EmbeddedPostgres server) {
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watchdog").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (!server.alive()) {
                server.heal();
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                log.error("内置数据库未能恢复，每半秒再试，恢复之前不再记 (could not restart the embedded server, trying on)", e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
