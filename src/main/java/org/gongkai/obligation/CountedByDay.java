package org.gongkai.obligation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.gongkai.database.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 按日数出的格子：同一天、同一版数据只数一次，数据一变就重数；以系统的行级范围，在自己的事务里。
 *
 * <p>Cells counted by day, in the system's row scope and a transaction of their own, and kept until the data changes: the revision of the
 * data is part of the key, so any node answers rightly. Anybody may ask for any day, so only a few are counted at a time; the others
 * wait and hold no connection.
 */
final class CountedByDay<T> {

    private record Day(LocalDate day, long revision) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Function<LocalDate, List<T>> count;
    private final Semaphore turns;
    private final Cache<Day, List<T>> counted;

    /**
     * @param mostCells 一共记住多少格
     * @param atOnce 同时数的不超过几天
     */
    CountedByDay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            int mostCells,
            int atOnce,
            Function<LocalDate, List<T>> count) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.count = count;
        this.turns = new Semaphore(atOnce, true);
        this.counted = Caffeine.newBuilder()
                .maximumWeight(mostCells)
                .weigher((Day day, List<T> cells) -> cells.size() + 1)
                .build();
    }

    /** 排队数。 In turn. */
    List<T> at(LocalDate day) {
        var key = key(day);
        List<T> known = counted.getIfPresent(key);
        if (known != null) {
            return known;
        }
        turns.acquireUninterruptibly();
        try {
            return counted.get(key, _ -> cells(day));
        } finally {
            turns.release();
        }
    }

    /** 数得快的，不排队。 What is counted quickly waits for nobody. */
    List<T> atOnce(LocalDate day) {
        return counted.get(key(day), _ -> cells(day));
    }

    private Day key(LocalDate day) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "figures are counted in a transaction of their own: ask before yours begins");
        }
        return new Day(
                day,
                jdbc.sql("select n from obligation.revision").query(Long.class).single());
    }

    private List<T> cells(LocalDate day) {
        List<T> cells = new ArrayList<>();
        RowScope.system(() -> transaction.executeWithoutResult(_ -> cells.addAll(count.apply(day))));
        return List.copyOf(cells);
    }
}
