package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.catalogue.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 公开载体的读写。 */
@Repository
class OutletStore {

    private static final String ALL = """
            select id, disclosure, body, channel, disclosed_on, place, strike_reason from publication.outlet
            """;

    /** 要登记的一批。 */
    record Addition(long disclosure, String body, OutletDraft draft) {}

    /** 载体登记在哪条信息上。 The record an entry belongs to. */
    record Holder(
            String body,
            DisclosureStanding standing,
            @Nullable LocalDate formedOn) {}

    private final JdbcClient jdbc;

    OutletStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 锁住一条信息，到事务结束。 Locks the record until the transaction ends. */
    Optional<Holder> hold(long disclosure) {
        return jdbc.sql("select body, standing, formed_on from publication.disclosure where id = ? for update")
                .param(disclosure)
                .query((row, n) -> new Holder(
                        row.getString("body"),
                        DisclosureStanding.valueOf(row.getString("standing")),
                        DisclosureRows.date(row, "formed_on")))
                .optional();
    }

    void strike(long id, String reason, String account, Instant now) {
        jdbc.sql("update publication.outlet set struck_by = ?, struck_at = ?, strike_reason = ? where id = ?")
                .params(account, Timestamp.from(now), reason, id)
                .update();
    }

    Optional<Outlet> find(long id) {
        return jdbc.sql(ALL + " where id = ?")
                .param(id)
                .query((row, n) -> Outlets.outlet(row))
                .optional();
    }

    /** 同样的一条，没有划去的。 */
    Optional<Outlet> standing(long disclosure, OutletDraft draft) {
        return jdbc.sql(
                        ALL
                                + " where disclosure = ? and channel = ? and disclosed_on = ? and place = ? and struck_at is null")
                .params(disclosure, draft.channel().name(), draft.on(), draft.where())
                .query((row, n) -> Outlets.outlet(row))
                .optional();
    }

    Outlet add(long disclosure, String body, OutletDraft draft, String source, String account, Instant now) {
        long id = jdbc.sql("""
                        insert into publication.outlet (disclosure, body, channel, disclosed_on, place, source, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        disclosure,
                        body,
                        draft.channel().name(),
                        draft.on(),
                        draft.where(),
                        source,
                        account,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        return new Outlet(id, disclosure, body, draft.channel(), draft.on(), draft.where(), null);
    }

    /** 这些信息登记过的全部，划去的也算：人划去的，再导入不会回来。 Struck ones too, so that an import never brings them back. */
    Map<Long, Set<OutletDraft>> known(Collection<Long> disclosures) {
        Map<Long, Set<OutletDraft>> known = new HashMap<>();
        jdbc.sql(ALL + " where disclosure = any (?)")
                .param(disclosures.toArray(Long[]::new))
                .query((row, n) -> Outlets.outlet(row))
                .list()
                .forEach(each -> known.computeIfAbsent(each.disclosure(), _ -> new HashSet<>())
                        .add(new OutletDraft(each.channel(), each.on(), each.where())));
        return known;
    }

    /** 一批一条语句。 */
    List<OutletsImported.Line> add(List<Addition> additions, String account, Instant now) {
        List<Long> disclosures = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Addition each : additions) {
            disclosures.add(each.disclosure());
            bodies.add(each.body());
            channels.add(each.draft().channel().name());
            days.add(each.draft().on().toString());
            places.add(each.draft().where());
        }
        return jdbc.sql("""
                        insert into publication.outlet (disclosure, body, channel, disclosed_on, place, source, created_by, created_at)
                        select n.*, 'IMPORT', ?, ? from unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::text[]) as n
                        returning id, disclosure, body, channel, disclosed_on
                        """)
                .param(account)
                .param(Timestamp.from(now))
                .param(disclosures.toArray(Long[]::new))
                .param(bodies.toArray(String[]::new))
                .param(channels.toArray(String[]::new))
                .param(days.toArray(String[]::new))
                .param(places.toArray(String[]::new))
                .query((row, n) -> new OutletsImported.Line(
                        row.getLong("id"),
                        row.getLong("disclosure"),
                        row.getString("body"),
                        Channel.valueOf(row.getString("channel")),
                        DisclosureRows.day(row, "disclosed_on")))
                .list();
    }
}
