package org.gongkai.database;

import org.jspecify.annotations.Nullable;

/** 看护者，若有可看护的。 The watchdog, if there is a server to watch. */
record WatchdogHolder(@Nullable Watchdog watchdog) implements AutoCloseable {

    @Override
    public void close() {
        if (watchdog != null) {
            watchdog.close();
        }
    }
}
