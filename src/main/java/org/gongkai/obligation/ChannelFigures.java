package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.catalogue.Channel;
import org.gongkai.law.Basis;
import org.gongkai.publication.Slice;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/**
 * 各渠道的应公开、已公开（R-CAT-11）：数字和清单出自同一段查询，所以点开的条数就是那个数字。
 *
 * <p>Fulfilment per channel. Aggregates are public and run in the system's row scope, the list in the reader's own. A past day is
 * recounted from the facts known now: what was owed, valid and disclosed through the channel by then; a struck entry never was.
 */
@Component
@Basis("OGI-23")
public class ChannelFigures {

    private static final String OWED_TODAY = """
            with owed as (
              select id, body, area, item, met_by, met_on from obligation.obligation
               where kind = 'STANDING' and state in ('OPEN', 'MET')),
            """;

    private static final String VALID =
            "e.published_on <= :day and (e.withdrawn_on is null or e.withdrawn_on > :day) and (e.lapses_on is null or e.lapses_on > :day)";

    private static final String OWED_THEN = """
            with adopted as materialized (select coalesce(min(effective_from), :day) as first from obligation.rule),
            covering as materialized (
              select distinct on (e.body, e.item) e.body, e.item, e.disclosure as met_by, e.published_on as met_on
                from obligation.evidence e where %s order by e.body, e.item, e.published_on, e.disclosure),
            owed as (
              select o.id, o.body, o.area, o.item, c.met_by, c.met_on
                from obligation.obligation o left join covering c on c.body = o.body and c.item = o.item
               where o.kind = 'STANDING' and o.starts_on <= greatest(:day, (select first from adopted))
                 and (o.ended_on is null or o.ended_on > :day)
                 and (c.item is not null or o.excused_on is null or o.excused_on > :day)),
            """.formatted(VALID);

    /** 一项要求几个渠道就是几行；没有写明渠道的一行，渠道为空。 One row for each channel demanded of an item; one without if none is named. */
    private static final String ASKED = """
            demand as (
              select distinct on (item, body) item, body, channels from obligation.channel_demand
               order by item, body, since <= :day desc, abs(since - :day)),
            through as materialized (
              select distinct on (e.body, e.item, p.channel) e.body, e.item, p.channel, p.disclosure, p.disclosed_on
                from obligation.outlet p join obligation.evidence e on e.disclosure = p.disclosure
               where p.struck_on is null and p.disclosed_on <= :day and %s
               order by e.body, e.item, p.channel, p.disclosed_on, p.disclosure),
            asked as (
              select o.id, o.body, o.area, ch.channel,
                     case when ch.channel = 'WEBSITE' then o.met_by else t.disclosure end as disclosure,
                     case when ch.channel = 'WEBSITE' then o.met_on else t.disclosed_on end as disclosed_on
                from owed o left join demand d on d.body = o.body and d.item = o.item
                left join lateral unnest(d.channels) as ch (channel) on true
                left join through t on t.body = o.body and t.item = o.item and t.channel = ch.channel)
            """.formatted(VALID);

    private static final String SUMS = """
            select channel, body, area, count(*) as owed, count(disclosure) as covered from asked group by channel, body, area
            """;

    private static final Comparator<ChannelCoverage> ORDER = Comparator.comparing(
                    ChannelCoverage::channel, Comparator.nullsLast(Comparator.<Channel>naturalOrder()))
            .thenComparing(ChannelCoverage::body, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(ChannelCoverage::area, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    private static final int MOST_CELLS = 200_000;
    private static final int AT_ONCE = 1;

    private final CountedByDay<ChannelCoverage> counted;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChannelFigures(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counted = new CountedByDay<>(jdbc, transactions, MOST_CELLS, AT_ONCE, this::counted);
    }

    /** 某日结束时，按渠道，也可以再按机构、领域。 @param asOf null for today; later than today counts as today */
    public List<ChannelCoverage> coverage(@Nullable LocalDate asOf, boolean byBody, boolean byArea) {
        return summed(counted.at(day(asOf)).stream().map(cell -> cell.by(byBody, byArea)));
    }

    /** 一个机构、一个领域之内，按渠道；空为全部。 Within one body and area; null for all. */
    public List<ChannelCoverage> within(@Nullable LocalDate asOf, @Nullable String body, @Nullable String area) {
        return summed(counted.at(day(asOf)).stream()
                .filter(cell ->
                        (body == null || body.equals(cell.body())) && (area == null || area.equals(cell.area())))
                .map(cell -> cell.by(false, false)));
    }

    private static List<ChannelCoverage> summed(Stream<ChannelCoverage> cells) {
        Map<ChannelCoverage, ChannelCoverage> sums = new HashMap<>();
        cells.forEach(cell -> sums.merge(
                new ChannelCoverage(cell.channel(), cell.body(), cell.area(), 0, 0), cell, ChannelCoverage::plus));
        return sums.values().stream().sorted(ORDER).toList();
    }

    /** 现在清点；需要系统的行级范围。 Counts now, in the transaction and row scope there is. */
    List<ChannelCoverage> counted(LocalDate day) {
        return jdbc.sql(asked(day) + SUMS).param("day", day).query((row, n) -> cell(row)).list().stream()
                .sorted(ORDER)
                .toList();
    }

    /** 数字背后的事项，按编号续页；范围内的。 The items behind a figure, as far as the reader's row scope goes. */
    @Transactional(readOnly = true)
    public Slice<ChannelItem> items(ChannelFilter filter, @Nullable String cursor, int size) {
        LocalDate day = day(filter.asOf());
        int wanted = Math.clamp(size, 1, Asked.LONGEST_PAGE);
        var sql = new StringBuilder(asked(day))
                .append(
                        "select a.disclosure, a.disclosed_on as shown_on, o.* from asked a join obligation.obligation o on o.id = a.id")
                .append(
                        " where a.channel is not distinct from cast(:channel as text) and (cast(:body as text) is null or a.body = :body)")
                .append(" and (cast(:area as text) is null or a.area = :area) and o.id > :after");
        if (filter.covered() != null) {
            sql.append(filter.covered() ? " and a.disclosure is not null" : " and a.disclosure is null");
        }
        var found = jdbc.sql(sql.append(" order by o.id limit :limit").toString())
                .param("day", day)
                .param(
                        "channel",
                        filter.channel() == null ? null : filter.channel().name())
                .param("body", filter.body())
                .param("area", filter.area())
                .param("after", after(cursor))
                .param("limit", wanted + 1)
                .query((row, n) -> item(row))
                .list();
        boolean more = found.size() > wanted;
        return new Slice<>(
                more ? found.subList(0, wanted) : found,
                more ? String.valueOf(found.get(wanted - 1).one().id()) : null);
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Asked.cursor();
        }
        return Long.parseLong(cursor);
    }

    private String asked(LocalDate day) {
        return (isToday(day) ? OWED_TODAY : OWED_THEN) + ASKED;
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        LocalDate today = LocalDate.now(clock);
        return asOf == null || asOf.isAfter(today) ? today : asOf;
    }

    private boolean isToday(LocalDate day) {
        return day.equals(LocalDate.now(clock));
    }

    private static ChannelItem item(ResultSet row) throws SQLException {
        return new ChannelItem(
                Obligations.obligation(row),
                row.getObject("disclosure", Long.class),
                row.getObject("shown_on", LocalDate.class));
    }

    private static ChannelCoverage cell(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new ChannelCoverage(
                channel == null ? null : Channel.valueOf(channel),
                Objects.requireNonNull(row.getString("body")),
                Objects.requireNonNull(row.getString("area")),
                row.getLong("owed"),
                row.getLong("covered"));
    }
}
