package org.gongkai.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 到了生效日，新版取代旧版，记一笔，义务重新编译。查询本来就按日期，迟记几分钟不影响对错。 Says that a version took effect; queries go by date anyway. */
@Component
class TakingEffect {

    private final Versions versions;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakingEffect(
            Versions versions,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.current = current;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** 每天零点过一秒，和每次启动。 */
    @Scheduled(cron = "1 0 0 * * *", zone = "Asia/Shanghai")
    @EventListener(ApplicationReadyEvent.class)
    void daily() {
        current.runAs(Actor.SYSTEM, () -> transaction.executeWithoutResult(_ -> supersede()));
    }

    private void supersede() {
        LocalDate today = LocalDate.now(clock);
        var overtaken = versions.overtaken(today);
        overtaken.forEach(versions::supersede);
        if (!overtaken.isEmpty()) {
            events.publishEvent(new CatalogueTookEffect(
                    overtaken.stream().map(Versions.Version::id).toList(), today));
        }
    }
}
