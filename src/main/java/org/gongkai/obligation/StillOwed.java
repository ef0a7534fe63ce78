package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.database.RowScope;
import org.gongkai.law.Basis;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 对公众回答：一个事项还有什么没有公开，最晚哪一天公开（A-22）。
 *
 * <p>What is still owed under catalogue items and by which day. The answer is for everybody, so it is read in the system's row scope.
 */
@Component
@Basis("OGI-26")
public class StillOwed {

    private static final int MOST = 60;
    private static final String NEAREST = """
            select n.* from unnest(?::text[]) as wanted(item) cross join lateral (
              select item, body, due_on, kind from obligation.obligation o
               where o.item = wanted.item and o.state = 'OPEN' and o.starts_on <= ? and (?::text is null or o.body = ?)
               order by o.listed_on, o.id limit 1) n
            """;
    private static final String OF_ITEM = """
            select * from obligation.obligation
             where item = ? and state = 'OPEN' and starts_on <= ? order by listed_on, id limit ?
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StillOwed(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * 最先到期的一条。
     *
     * @param dueOn 最后一日；应当一直有的、推不出的为空
     */
    public record Nearest(
            String item, String body, @Nullable LocalDate dueOn, ObligationKind kind) {

        /** 最后一日已经过去；当天还不算。 */
        public boolean isOverdue(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }
    }

    /** 每个事项最先到期的一条没有公开的；都公开了的事项不在其中。 @param body null for all bodies */
    public Map<String, Nearest> nearest(Collection<String> items, @Nullable String body) {
        Map<String, Nearest> found = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        RowScope.system(() -> transaction.executeWithoutResult(_ -> jdbc.sql(NEAREST)
                .param(items.toArray(String[]::new))
                .param(today)
                .param(body)
                .param(body)
                .query((row, n) -> nearest(row))
                .list()
                .forEach(each -> found.put(each.item(), each))));
        return found;
    }

    /** 一个事项没有公开的，最先到期的在前，最多六十条。 */
    public List<Obligation> of(String item) {
        List<Obligation> found = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        RowScope.system(() -> transaction.executeWithoutResult(_ -> found.addAll(jdbc.sql(OF_ITEM)
                .param(item)
                .param(today)
                .param(MOST)
                .query((row, n) -> Obligations.obligation(row))
                .list())));
        return found;
    }

    private static Nearest nearest(ResultSet row) throws SQLException {
        return new Nearest(
                row.getString("item"),
                row.getString("body"),
                row.getObject("due_on", LocalDate.class),
                ObligationKind.valueOf(row.getString("kind")));
    }
}
