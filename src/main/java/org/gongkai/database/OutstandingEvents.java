package org.gongkai.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 提交之后没有做完的事：断电时正在补做的，启动时算作没有做成；没有做成的，每分钟补做一次，直到做成。
 *
 * <p>What follows a commit and was cut off. The registry hands out again at a start whatever was published or being processed, but
 * never what an earlier start was already handing out again when it was killed; that counts as failed here, before the registry looks.
 * What failed is tried again every minute, less often as it grows old, so that no effect waits for the next restart. Listeners may therefore run twice; they write
 * nothing the second time.
 */
@Component
class OutstandingEvents implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(OutstandingEvents.class);

    private static final int ALL = 10_000;
    private static final int SHARE = 16;
    private static final Duration LONGEST = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;
    private final Clock clock;

    OutstandingEvents(JdbcClient jdbc, FailedEventPublications failed, Clock clock) {
        this.jdbc = jdbc;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        int cut = jdbc.sql("update gongkai.event_publication set status = 'FAILED' where status = 'RESUBMITTED'")
                .update();
        if (cut > 0) {
            log.info("上次停止时有 {} 件事正在补做，一分钟内接着做 (events cut short by the last stop are taken up within a minute)", cut);
        }
    }

    /** 没有做成的再做一次。 */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void again() {
        var now = clock.instant();
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(ALL).withFilter(each -> isDue(each, now)));
    }

    /**
     * 刚没做成的每分钟一次，越久的隔得越久：隔到它年纪的十六分之一，最多六小时；做不成的再多，也不挡新的。
     *
     * <p>The limit goes by age and not by number: however many keep failing, a fresh one is taken up within the minute.
     */
    static boolean isDue(EventPublication publication, Instant now) {
        var last = publication.getLastResubmissionDate();
        if (last == null || last.isAfter(now)) {
            return true;
        }
        var wait = Duration.between(publication.getPublicationDate(), now).dividedBy(SHARE);
        return Duration.between(last, now).compareTo(wait.compareTo(LONGEST) < 0 ? wait : LONGEST) >= 0;
    }
}
