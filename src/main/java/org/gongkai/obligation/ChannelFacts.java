package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.gongkai.catalogue.OwedRow;
import org.gongkai.publication.OutletRecorded;
import org.gongkai.publication.OutletStruck;
import org.gongkai.publication.OutletsImported;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 渠道的事实：目录要求哪些渠道，信息还在哪些渠道公开过。
 *
 * <p>What the catalogues demand of channels, kept by day, and where else records were disclosed. Events may come twice or in any order:
 * an entry known to be struck stays struck.
 */
@Component
class ChannelFacts {

    private final JdbcClient jdbc;

    ChannelFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 现行目录要求的渠道；与上次相同的不动，自更晚的一天起变了的留下旧的。 Twice changes nothing; a later change keeps the former. */
    void demanded(Collection<OwedRow> rows) {
        Columns columns = new Columns(4);
        for (OwedRow row : rows) {
            String channels = String.join(
                    ",", row.channels().stream().sorted().map(Enum::name).toList());
            row.bodies().forEach(body -> columns.add(row.item(), body, row.effectiveFrom(), channels));
        }
        if (columns.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into obligation.channel_demand as d (item, body, since, channels)
                        select n.item, n.body, greatest(n.since, last.since), string_to_array(n.channels, ',')
                          from (select distinct on (item, body) * from unnest(?::text[], ?::text[], ?::date[], ?::text[])
                                  as n (item, body, since, channels) order by item, body, since desc) n
                          left join lateral (
                            select since, channels from obligation.channel_demand l
                             where l.item = n.item and l.body = n.body order by since desc limit 1) last on true
                         where last.channels is distinct from string_to_array(n.channels, ',')
                        on conflict (item, body, since) do update set channels = excluded.channels
                        """).params(columns.arrays()).update();
    }

    void take(OutletRecorded event) {
        write(List.of(new OutletsImported.Line(
                event.outlet(), event.disclosure(), event.body(), event.channel(), event.on())));
    }

    void take(OutletsImported event) {
        write(event.added());
    }

    void take(OutletStruck event) {
        write(
                List.of(new OutletsImported.Line(
                        event.outlet(), event.disclosure(), event.body(), event.channel(), event.on())),
                event.struckOn());
    }

    private void write(List<OutletsImported.Line> lines) {
        write(lines, null);
    }

    private void write(List<OutletsImported.Line> lines, @Nullable LocalDate struckOn) {
        Columns columns = new Columns(6);
        lines.forEach(line ->
                columns.add(line.outlet(), line.disclosure(), line.body(), line.channel(), line.on(), struckOn));
        if (!columns.isEmpty()) {
            jdbc.sql("""
                            insert into obligation.outlet as o (outlet, disclosure, body, channel, disclosed_on, struck_on)
                            select * from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::date[], ?::date[])
                            on conflict (outlet) do update set struck_on = coalesce(o.struck_on, excluded.struck_on)
                            """).params(columns.arrays()).update();
        }
    }
}
