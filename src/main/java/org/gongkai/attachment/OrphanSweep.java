package org.gongkai.attachment;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.database.RowScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 启动后在后台清理没有登记的文件，只清理一天以前的。 Removes files no row speaks of, a day old or more. */
@Component
class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration GRACE = Duration.ofDays(1);

    private final FileStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OrphanSweep(FileStore store, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweepLater() {
        Thread.ofVirtual().name("orphan sweep").start(() -> {
            try {
                sweep();
            } catch (IOException | RuntimeException e) {
                log.warn("没有登记的文件没有清理成，下次启动时再清理 (orphaned files could not be swept)", e);
            }
        });
    }

    int sweep() throws IOException {
        var known = new HashSet<String>();
        RowScope.system(() -> transaction.executeWithoutResult(status -> known.addAll(all())));
        int removed = store.sweep(
                known::contains, java.time.Clock.systemUTC().instant().minus(GRACE));
        if (removed > 0) {
            log.info("清理了没有登记的文件 (orphaned files removed): {}", removed);
        }
        return removed;
    }

    private Set<String> all() {
        return Set.copyOf(jdbc.sql("select distinct sha256 from attachment.file")
                .query((row, n) -> row.getString(1))
                .list());
    }
}
