package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * 覆盖率和及时率：今天的取自汇总，过去某一天的由事实重推；两者相等。
 *
 * <p>Aggregates are public, so they run in the system's row scope. Today comes from the roll-up; any day is recounted from the facts as
 * they are known now (a formation registered late counts from the day it was formed, not from the day it was typed in).
 */
@Component
public class ObligationFigures {

    private static final String ROLLED_UP = """
            with overdue as (
              select body, area, count(*) as overdue, count(*) filter (where formed_on is null) as unformed
                from obligation.obligation where state = 'OPEN' and kind <> 'STANDING' and listed_on < :day group by body, area)
            select body, area, owed, covered, open, overdue, met_on_time, met_late, excused from (
              select body, area, coalesce(t.owed, 0) as owed, coalesce(t.covered, 0) as covered,
                     coalesce(t.open, 0) + coalesce(o.unformed, 0) as open, coalesce(o.overdue, 0) as overdue,
                     coalesce(t.met_on_time, 0) as met_on_time, coalesce(t.met_late, 0) as met_late, coalesce(t.excused, 0) as excused
                from obligation.tally t full join overdue o using (body, area)) cell
             where owed + covered + open + met_on_time + met_late + excused + overdue > 0
             order by body, area
            """;

    private static final String RECOUNTED = """
            with adopted as materialized (select coalesce(min(effective_from), :day) as first from obligation.rule),
            met as materialized (
              select obligation, min(published_on) as met_on from obligation.evidence
               where obligation is not null and published_on <= :day and (counts_until is null or counts_until > :day)
               group by obligation),
            covering as materialized (
              select distinct body, item from obligation.evidence
               where published_on <= :day and (withdrawn_on is null or withdrawn_on > :day)
                 and (lapses_on is null or lapses_on > :day)),
            asof as (
              select o.body, o.area, o.kind, o.due_on, c.item is not null as covered, o.formed_on, d.met_on,
                     o.ended_on is null or o.ended_on > :day as owed,
                     case when d.met_on <= coalesce(o.due_on, d.met_on) then 'MET'
                          when o.excused_on <= :day then 'EXCUSED'
                          when d.met_on is not null then 'MET'
                          when o.ended_on <= :day then 'VOID'
                          else 'OPEN' end as state
                from obligation.obligation o
                left join met m on m.obligation = o.id
                cross join lateral (
                  select case when o.kind <> 'STATUTORY' then m.met_on when o.met_on <= :day then o.met_on end as met_on) d
                left join covering c on o.kind = 'STANDING' and c.body = o.body and c.item = o.item
               where o.starts_on <= case when o.kind = 'STANDING' then greatest(:day, (select first from adopted)) else :day end)
            select body, area,
                   count(*) filter (where kind = 'STANDING' and owed and (covered or state <> 'EXCUSED')) as owed,
                   count(*) filter (where kind = 'STANDING' and owed and covered) as covered,
                   count(*) filter (where kind <> 'STANDING' and state = 'OPEN' and (formed_on <= :day or due_on < :day)) as open,
                   count(*) filter (where kind <> 'STANDING' and state = 'OPEN' and due_on < :day) as overdue,
                   count(*) filter (where kind <> 'STANDING' and state = 'MET' and met_on <= coalesce(due_on, met_on)) as met_on_time,
                   count(*) filter (where kind <> 'STANDING' and state = 'MET' and met_on > due_on) as met_late,
                   count(*) filter (where kind <> 'STANDING' and state = 'EXCUSED') as excused
              from asof group by body, area
            having count(*) filter (where (kind = 'STANDING' and owed) or (kind <> 'STANDING' and state <> 'VOID'
                     and (state <> 'OPEN' or formed_on <= :day or due_on < :day))) > 0
             order by body, area
            """;

    private static final int MOST_CELLS = 60_000;
    private static final int AT_ONCE = 2;

    private final CountedByDay<Coverage> counted;
    private final JdbcClient jdbc;
    private final Clock clock;

    ObligationFigures(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counted = new CountedByDay<>(
                jdbc,
                transactions,
                MOST_CELLS,
                AT_ONCE,
                day -> day.equals(LocalDate.now(clock)) ? rolledUp(day) : recounted(day));
    }

    /**
     * 某日结束时的情况，一格一个机构一个领域；早于第一份目录的日子，按第一份目录的要求看。
     *
     * <p>Days before the first catalogue came into force are measured against it.
     *
     * @param asOf null for today; later than today counts as today
     */
    public List<Coverage> coverage(@Nullable LocalDate asOf) {
        LocalDate today = LocalDate.now(clock);
        return asOf == null || !asOf.isBefore(today) ? counted.atOnce(today) : counted.at(asOf);
    }

    /** 按机构、领域，或者合计。 Summed over what is not asked for. */
    public List<Coverage> coverage(@Nullable LocalDate asOf, boolean byBody, boolean byArea) {
        if (byBody && byArea) {
            return coverage(asOf);
        }
        Map<List<String>, Coverage> sums = new LinkedHashMap<>();
        for (Coverage cell : coverage(asOf)) {
            List<String> key = new ArrayList<>();
            key.add(byBody ? String.valueOf(cell.body()) : "");
            key.add(byArea ? String.valueOf(cell.area()) : "");
            sums.merge(key, cell.by(byBody, byArea), Coverage::plus);
        }
        return List.copyOf(sums.values());
    }

    /** 逐条清点，用来核对汇总。 The same from the facts themselves; needs the system's row scope. */
    List<Coverage> recounted(LocalDate day) {
        return read(RECOUNTED, day);
    }

    List<Coverage> rolledUp(LocalDate day) {
        return read(ROLLED_UP, day);
    }

    private List<Coverage> read(String sql, LocalDate day) {
        return jdbc.sql(sql).param("day", day).query((row, n) -> cell(row)).list();
    }

    /** By position, as both statements select them: looking a name up for each of twenty thousand cells is most of reading them. */
    private static Coverage cell(ResultSet row) throws SQLException {
        return new Coverage(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
    }
}
