package org.gongkai.obligation;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.catalogue.BodyPhraseResolved;
import org.gongkai.catalogue.CatalogueAdapted;
import org.gongkai.catalogue.CatalogueAdopted;
import org.gongkai.catalogue.CatalogueTookEffect;
import org.gongkai.catalogue.OwedRow;
import org.gongkai.deadline.CalendarChanged;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.obligation.spi.StatutoryDutiesChanged;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.publication.DisclosureCorrected;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.DisclosuresImported;
import org.gongkai.publication.OutletRecorded;
import org.gongkai.publication.OutletStruck;
import org.gongkai.publication.OutletsImported;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 提交之后的反应，以系统身份，各在自己的事务里；失败的留在事件登记里，启动时再做。
 *
 * <p>Not {@code @ApplicationModuleListener}: its transaction would begin before the system's row scope is set, and hold a second
 * connection.
 */
@Component
class Reactions {

    private final Demands demands;
    private final Compiling compiling;
    private final Recomputing recomputing;
    private final Publications publications;
    private final StatutoryLedger statutory;
    private final ChannelFacts channels;
    private final WorkingCalendars calendars;
    private final CurrentActor actors;
    private final TransactionTemplate transaction;

    Reactions(
            Demands demands,
            Compiling compiling,
            Recomputing recomputing,
            Publications publications,
            StatutoryLedger statutory,
            ChannelFacts channels,
            WorkingCalendars calendars,
            CurrentActor actors,
            PlatformTransactionManager transactions) {
        this.demands = demands;
        this.compiling = compiling;
        this.recomputing = recomputing;
        this.publications = publications;
        this.statutory = statutory;
        this.channels = channels;
        this.calendars = calendars;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Async
    @TransactionalEventListener
    void on(DisclosurePublished event) {
        asSystem(() -> publications.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(DisclosureCorrected event) {
        asSystem(() -> publications.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(DisclosureWithdrawn event) {
        asSystem(() -> publications.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(DisclosuresImported event) {
        asSystem(() -> publications.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(OutletRecorded event) {
        asSystem(() -> channels.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(OutletStruck event) {
        asSystem(() -> channels.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(OutletsImported event) {
        asSystem(() -> channels.take(event));
    }

    @Async
    @TransactionalEventListener
    void on(CatalogueAdopted event) {
        compile();
    }

    @Async
    @TransactionalEventListener
    void on(CatalogueTookEffect event) {
        compile();
    }

    @Async
    @TransactionalEventListener
    void on(CatalogueAdapted event) {
        compile();
    }

    @Async
    @TransactionalEventListener
    void on(BodyPhraseResolved event) {
        compile();
    }

    @Async
    @TransactionalEventListener
    void on(BodiesChanged event) {
        separately(this::compile, () -> asSystem(statutory::settle));
    }

    @Async
    @TransactionalEventListener
    void on(StatutoryDutiesChanged event) {
        asSystem(() -> statutory.settle(event.item()));
    }

    @Async
    @TransactionalEventListener
    void on(CalendarChanged event) {
        asSystem(() -> recomputing.recompute(calendars.current(), event.source()));
    }

    /** 每小时看一次有没有新的一期、今天生效的要求、机构调整过的时限，有没有信息今天起失效，有没有法律直接定的义务今天开始。 */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void everyHour() {
        separately(this::compile, () -> asSystem(publications::lapse), () -> asSystem(statutory::settle));
    }

    /** 导入紧跟在目录之后时，先把目录编译好。 Brings the rules up to date before facts that need them. */
    void catchUp() {
        compile();
    }

    private void compile() {
        List<OwedRow> rows = new ArrayList<>();
        asSystem(() -> rows.addAll(demands.rows()));
        separately(
                () -> asSystem(() -> compiling.compile(Demands.rules(rows))),
                () -> asSystem(() -> channels.demanded(rows)));
    }

    /** 一件不成，其余照办，最后才报。 Each concern by itself: what fails stops none of the others and is thrown at the end. */
    private static void separately(Runnable... concerns) {
        RuntimeException failed = null;
        for (Runnable concern : concerns) {
            try {
                concern.run();
            } catch (RuntimeException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    void asSystem(Runnable work) {
        actors.runAs(Actor.SYSTEM, () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
