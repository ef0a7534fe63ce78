package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 定时公开：每秒看一次谁到时了，到时五秒内可见，绝不提前。
 *
 * <p>The time is due when both the application's clock and the database's have passed it, so a node whose clock runs ahead publishes
 * nothing early. What was due while the application was down is released at start. Several nodes skip each other's rows.
 */
@Component
class ScheduledRelease {

    private static final Logger log = LoggerFactory.getLogger(ScheduledRelease.class);
    private static final int AT_ONCE = 50;

    private final DisclosureStore store;
    private final Publishing publishing;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** 上一次没有做成。 Said once, not every second. */
    private volatile boolean failing;

    ScheduledRelease(
            DisclosureStore store,
            Publishing publishing,
            JdbcClient jdbc,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.publishing = publishing;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void everySecond() {
        try {
            currentActor.runAs(Actor.SYSTEM, this::releaseDue);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("定时公开没有放行成，每秒再试，成功之前不再记 (scheduled disclosures could not be released, trying on)", e);
            }
            failing = true;
        }
    }

    /** 到时的逐条公开，一条一个事务。 */
    int releaseDue() {
        int released = 0;
        for (long disclosure : due()) {
            try {
                released += Boolean.TRUE.equals(transaction.execute(status -> release(disclosure))) ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("定时公开 {} 没有放行成 (scheduled disclosure could not be released)", disclosure, e);
            }
        }
        return released;
    }

    private List<Long> due() {
        var due = transaction.execute(status -> jdbc.sql("""
                        select disclosure from publication.edition
                         where state = 'SCHEDULED' and scheduled_for <= least(?, clock_timestamp())
                         order by scheduled_for limit ?
                        """)
                .params(Timestamp.from(clock.instant()), AT_ONCE)
                .query((row, n) -> row.getLong(1))
                .list());
        return due == null ? List.of() : due;
    }

    private boolean release(long id) {
        boolean mine = jdbc.sql("""
                        select d.id from publication.disclosure d join publication.edition e on e.id = d.working_edition
                         where d.id = ? and e.state = 'SCHEDULED' for update of d skip locked
                        """)
                .param(id)
                .query((row, n) -> row.getLong(1))
                .optional()
                .isPresent();
        if (!mine) {
            return false;
        }
        var disclosure = store.take(id);
        var edition = disclosure.work();
        edition.move(PublicationAction.RELEASE, Actor.SYSTEM);
        publishing.publish(disclosure, edition, clock.instant());
        store.save(disclosure);
        publishing.announce(disclosure, edition);
        return true;
    }

    /** 打开定时。 */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}
}
