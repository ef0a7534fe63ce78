package org.gongkai.deadline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.database.AfterCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 现行的工作日历。
 *
 * <p>The calendar in force, kept in memory and read again when its edition has changed, also by another node (looked up at most
 * every {@value #SECONDS} seconds). Ask once per batch, not once per row. When the database holds no calendar yet, the notices that
 * come with the program are stored as the first edition.
 */
@Component
public class WorkingCalendars {

    private static final int SECONDS = 10;
    private static final long FRESH = Duration.ofSeconds(SECONDS).toNanos();

    private record Kept(WorkingCalendar calendar, long lookedUp) {}

    private final NoticeStore store;
    private final TransactionTemplate joining;
    private final TransactionTemplate separate;
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Kept kept;

    WorkingCalendars(NoticeStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.joining = new TransactionTemplate(transactions);
        this.separate = new TransactionTemplate(transactions);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** 现行的一版。 */
    public WorkingCalendar current() {
        Kept now = kept;
        if (now == null) {
            return refreshed(null);
        }
        if (System.nanoTime() - now.lookedUp < FRESH || !looking.compareAndSet(false, true)) {
            return now.calendar;
        }
        try {
            return refreshed(now.calendar);
        } finally {
            looking.set(false);
        }
    }

    /** Nobody waits for another here: who waited could hold the very connection that the other needs. */
    private WorkingCalendar refreshed(@Nullable WorkingCalendar known) {
        int before = changes.get();
        int edition = store.edition().orElseGet(this::seeded);
        WorkingCalendar calendar = known != null && known.edition() == edition ? known : stored(edition);
        if (before == changes.get()) {
            kept = new Kept(calendar, System.nanoTime());
        }
        return calendar;
    }

    /** 数据库里此刻的一版，不经过内存。 As stored, seen from the caller's transaction. */
    WorkingCalendar stored() {
        return stored(store.edition().orElseGet(this::seeded));
    }

    private WorkingCalendar stored(int edition) {
        return WorkingCalendar.of(edition, store.notices(), BuiltInCalendar.statutoryDays());
    }

    /** The first to ask may be a page that only reads: then the first edition is stored beside its transaction. */
    private Integer seeded() {
        boolean reading = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        return (reading ? separate : joining).execute(_ -> {
            store.lock();
            return store.edition().orElseGet(() -> {
                List<HolidayNotice> notices = BuiltInCalendar.notices();
                store.open(
                        1, notices.stream().map(HolidayNotice::year).distinct().toList(), "随程序带来的放假通知");
                notices.forEach(notice -> store.add(notice, 1));
                return 1;
            });
        });
    }

    /** 提交之后先换上新的一版，再轮到其他模块重算。 Before the reactions of other modules. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void on(CalendarChanged changed) {
        AfterCommit.run(() -> {
            changes.incrementAndGet();
            kept = null;
        });
    }
}
