package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.obligation.Rule.Pair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 编译时读不懂而搁下的：只搁下那一对，别的照常；第一次发现时留痕，清单上一直写着，改好了自动补上。
 *
 * <p>What compiling cannot read is left as it was, that pair only. It is journalled when first met, shown on the list of obligations until
 * mended, and compiled anew then.
 */
@Component
class Unread {

    private static final Logger log = LoggerFactory.getLogger(Unread.class);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Unread(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** 一次编译里读不懂的。 Met in one compilation. */
    static final class Met {

        private final Map<Pair, String> pairs = new TreeMap<>();

        void add(Pair pair, String stored) {
            pairs.putIfAbsent(pair, stored);
        }

        boolean holds(Pair pair) {
            return pairs.containsKey(pair);
        }
    }

    /** 先前搁下、还没有补上的。 */
    Set<Pair> pairs() {
        return Set.copyOf(jdbc.sql("select item, body from obligation.unread")
                .query((row, n) -> FactStore.pair(row))
                .list());
    }

    /**
     * 记下这一次读不懂的，抹去已经读得懂的。
     *
     * @return 先前搁下、这一次补上了的
     */
    int keep(Met met, LocalDate today) {
        Columns columns = new Columns(4);
        met.pairs.forEach((pair, stored) -> columns.add(pair.item(), pair.body(), stored, today));
        int mended = jdbc.sql("delete from obligation.unread u where not exists (select from " + FactStore.PAIRS
                        + " p where p.item = u.item and p.body = u.body)")
                .params(columns.arrays().subList(0, 2))
                .update();
        List<UnreadPair> found = columns.isEmpty() ? List.of() : found(columns);
        if (!found.isEmpty()) {
            log.warn("搁下 {} 对存着的数据读不懂的事项与机关 (left pairs whose stored data cannot be read): {}", found.size(), found);
            events.publishEvent(new ObligationsUnread(found));
        }
        return mended;
    }

    private List<UnreadPair> found(Columns columns) {
        return jdbc.sql("""
                        insert into obligation.unread (item, body, stored, since)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::date[])
                        on conflict (item, body) do nothing returning *
                        """)
                .params(columns.arrays())
                .query((row, n) -> pair(row))
                .list();
    }

    static UnreadPair pair(ResultSet row) throws SQLException {
        return new UnreadPair(
                row.getString("item"),
                row.getString("body"),
                row.getString("stored"),
                row.getObject("since", LocalDate.class));
    }
}
