package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.publication.Slice;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 公开义务的查询：行级权限决定看得到哪些机构，游标分页，不数总数。 Queries; row scope decides whose obligations are seen. */
@Component
@Transactional(readOnly = true)
public class Obligations {

    private static final int MOST = Asked.LONGEST_PAGE;

    private final JdbcClient jdbc;
    private final Clock clock;

    Obligations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Obligation> find(long id) {
        return jdbc.sql("select * from obligation.obligation where id = ?")
                .param(id)
                .query((row, n) -> obligation(row))
                .optional();
    }

    /** 范围内存着的数据读不懂、没有推算的。 What could not be compiled, in scope. */
    public List<UnreadPair> unread() {
        return jdbc.sql("select * from obligation.unread order by body, item")
                .query((row, n) -> Unread.pair(row))
                .list();
    }

    /** 范围内待公开的条数、其中逾期的条数，不超过 limit。 How many are open and overdue in scope, counted up to a limit. */
    public Due due(int limit) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select count(*), count(*) filter (where due_on < ?) from (
                          select due_on from obligation.obligation
                           where state = 'OPEN' and kind <> 'STANDING' and starts_on <= ? order by listed_on, id limit ?) o
                        """)
                .param(today)
                .param(today)
                .param(limit)
                .query((row, n) -> new Due(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** 待公开和逾期的条数。 */
    public record Due(int open, int overdue) {}

    /**
     * 没有办的按最后一日从早到晚，没有最后一日的在后；办了的按办的那一天。 Open ones by their last day, closed ones by the day they were closed.
     *
     * @param cursor null for the first page
     * @param size 1 to 1000
     */
    public Slice<Obligation> list(ObligationFilter filter, @Nullable String cursor, int size) {
        LocalDate today = LocalDate.now(clock);
        int wanted = Math.clamp(size, 1, MOST);
        var sql = new StringBuilder("select * from obligation.obligation where ");
        List<Object> params = new ArrayList<>();
        view(filter.view(), today, sql, params);
        narrow(
                sql,
                params,
                "state",
                filter.state() == null ? null : filter.state().name());
        outcome(filter.outcome(), sql);
        narrow(sql, params, "body", filter.body());
        narrow(sql, params, "area", filter.area());
        narrow(sql, params, "item", filter.item());
        if (filter.dueBefore() != null) {
            sql.append(" and due_on < ?");
            params.add(filter.dueBefore());
            if (isOpen(filter)) {
                sql.append(" and listed_on < ?"); // what the index is sorted by
                params.add(filter.dueBefore());
            }
        }
        if (cursor != null) {
            after(cursor, sql, params);
        }
        params.add(wanted + 1);
        List<Obligation> found = jdbc.sql(
                        sql.append(" order by listed_on, id limit ?").toString())
                .params(params)
                .query((row, n) -> obligation(row))
                .list();
        if (found.size() <= wanted) {
            return new Slice<>(found, null);
        }
        Obligation last = found.get(wanted - 1);
        return new Slice<>(found.subList(0, wanted), last.listedOn() + "_" + last.id());
    }

    private static boolean isOpen(ObligationFilter filter) {
        return filter.state() == ObligationState.OPEN
                || filter.view() == ObligationFilter.View.OPEN
                || filter.view() == ObligationFilter.View.OVERDUE;
    }

    private static void view(ObligationFilter.View view, LocalDate today, StringBuilder sql, List<Object> params) {
        switch (view) {
            case DATED -> {
                sql.append("kind <> 'STANDING' and starts_on <= ?");
                params.add(today);
            }
            case OPEN -> {
                sql.append("state = 'OPEN' and kind <> 'STANDING' and (formed_on is not null or due_on < ?)");
                params.add(today);
            }
            case OVERDUE -> {
                sql.append("state = 'OPEN' and kind <> 'STANDING' and listed_on < ?");
                params.add(today);
            }
            case ON_TIME -> sql.append("state = 'MET' and kind <> 'STANDING' and (due_on is null or met_on <= due_on)");
            case LATE -> sql.append("state = 'MET' and kind <> 'STANDING' and met_on > due_on");
            case EXCUSED -> sql.append("state = 'EXCUSED' and kind <> 'STANDING'");
            case STANDING -> sql.append("kind = 'STANDING' and state in ('OPEN', 'MET')");
            case MISSING -> sql.append("kind = 'STANDING' and state = 'OPEN'");
        }
    }

    private static void outcome(@Nullable Outcome outcome, StringBuilder sql) {
        if (outcome != null) {
            sql.append(
                    switch (outcome) {
                        case OPEN -> " and state = 'OPEN'";
                        case MET_ON_TIME -> " and state = 'MET' and (due_on is null or met_on <= due_on)";
                        case MET_LATE -> " and state = 'MET' and met_on > due_on";
                        case EXCUSED -> " and state = 'EXCUSED'";
                        case VOID -> " and state = 'VOID'";
                    });
        }
    }

    private static void narrow(StringBuilder sql, List<Object> params, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = ?");
            params.add(value);
        }
    }

    private static void after(String cursor, StringBuilder sql, List<Object> params) {
        try {
            int bar = cursor.indexOf('_');
            params.add(LocalDate.parse(cursor.substring(0, bar)));
            params.add(Long.valueOf(cursor.substring(bar + 1)));
            sql.append(" and (listed_on, id) > (?, ?)");
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw Asked.cursor();
        }
    }

    static Obligation obligation(ResultSet row) throws SQLException {
        String excuse = row.getString("excuse");
        return new Obligation(
                row.getLong("id"),
                row.getString("body"),
                row.getString("item"),
                row.getString("area"),
                row.getString("name"),
                ObligationKind.valueOf(row.getString("kind")),
                ObligationState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("formed_on", LocalDate.class),
                row.getString("limit_code"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("met_by", Long.class),
                row.getObject("met_on", LocalDate.class),
                excuse == null
                        ? null
                        : new Obligation.Excused(
                                Excuse.valueOf(excuse),
                                row.getString("excuse_reason"),
                                row.getObject("excused_on", LocalDate.class),
                                row.getString("excused_by")));
    }

    /** 机构可以登记形成的事项：现在要求它公开的。 What a body owes now, for forms: code and name. */
    public List<OwedItem> itemsOf(String body) {
        return jdbc.sql("select distinct on (item) item, name from obligation.rule where body = ? and ended_on is null"
                        + " order by item, effective_from desc")
                .param(body)
                .query((row, n) -> new OwedItem(row.getString("item"), row.getString("name")))
                .list();
    }

    /** 这一事项、从这一天起的义务在账上的机构。 Bodies with an obligation for this item that starts on this day. */
    public Set<String> bodiesOwing(String item, LocalDate startsOn) {
        return Set.copyOf(jdbc.sql("select distinct body from obligation.obligation where item = ? and starts_on = ?")
                .params(item, startsOn)
                .query(String.class)
                .list());
    }

    /** 一个应公开的事项。 */
    public record OwedItem(String item, String name) {}

    /** 归于这条义务的公开信息，撤回的也在；长期的是这一事项现在公开着的。 What counts, or counted, for an obligation. */
    public List<Evidence> evidence(long obligation) {
        return jdbc.sql("""
                        select e.disclosure, coalesce(e.title, '') as title, e.published_on, e.withdrawn_on
                          from obligation.evidence e join obligation.obligation o on o.id = ?
                         where e.obligation = o.id
                            or (o.kind = 'STANDING' and e.body = o.body and e.item = o.item and e.withdrawn_on is null)
                         order by e.published_on, e.disclosure limit 100
                        """)
                .param(obligation)
                .query((row, n) -> new Evidence(
                        row.getLong("disclosure"),
                        row.getString("title"),
                        row.getObject("published_on", LocalDate.class),
                        row.getObject("withdrawn_on", LocalDate.class)))
                .list();
    }

    /** 一条公开过的信息。 */
    public record Evidence(
            long disclosure,
            String title,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate withdrawnOn) {}
}
