package org.gongkai.obligation;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.obligation.Rule.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 信息形成登记的存取，成批。 */
@Repository
class FormationStore {

    private final JdbcClient jdbc;

    FormationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 已登记的。 */
    record Known(long id, Pair pair, @Nullable Slot slot, Formation line) {}

    /** 这些行里已经登记过的：有编号的看机构和编号，没有编号的看全部内容。 Those of the lines that are known, by {@link #key}. */
    Map<Object, Known> known(Collection<Formation> lines) {
        Map<Object, Known> known = new HashMap<>();
        Columns columns = new Columns(5);
        lines.forEach(line -> columns.add(line.body(), line.externalId(), line.item(), line.formedOn(), line.title()));
        if (columns.isEmpty()) {
            return known;
        }
        jdbc.sql("""
                        select f.* from obligation.formation f
                          join (select distinct * from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::text[])
                            as n (body, external_id, item, formed_on, title)) n
                            on f.body = n.body and (f.external_id = n.external_id or (f.external_id is null and n.external_id is null
                               and f.item = n.item and f.formed_on = n.formed_on and f.title = n.title))
                        """).params(columns.arrays()).query((java.sql.ResultSet row) -> {
            Known one = known(row);
            known.putIfAbsent(key(one.line()), one);
        });
        return known;
    }

    /** 什么算同一次形成：同一机构的同一编号；没有编号的，内容相同。 */
    static Object key(Formation line) {
        return line.externalId() == null ? line : List.of(line.body(), line.externalId());
    }

    private static Known known(java.sql.ResultSet row) throws java.sql.SQLException {
        String slot = row.getString("slot");
        var line = new Formation(
                row.getString("external_id"),
                row.getString("body"),
                row.getString("item"),
                row.getObject("formed_on", java.time.LocalDate.class),
                row.getString("title"));
        return new Known(row.getLong("id"), FactStore.pair(row), slot == null ? null : Slot.parse(slot), line);
    }

    /** @return ids in the order of the lines */
    List<Long> add(List<Formation> lines, List<Slot> slots, String source, String account, OffsetDateTime at) {
        Columns columns = new Columns(6);
        for (int i = 0; i < lines.size(); i++) {
            Formation line = lines.get(i);
            columns.add(
                    line.externalId(),
                    line.body(),
                    line.item(),
                    line.formedOn(),
                    line.title(),
                    slots.get(i).code());
        }
        List<Object> params = new ArrayList<>(List.of(source, account, at));
        params.addAll(columns.arrays());
        return jdbc.sql("""
                        insert into obligation.formation (external_id, body, item, formed_on, title, slot, source, created_by, created_at)
                        select n.external_id, n.body, n.item, n.formed_on, n.title, n.slot, ?, ?, ?
                          from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[])
                            with ordinality as n (external_id, body, item, formed_on, title, slot, n) order by n.n
                        returning id
                        """).params(params).query((row, n) -> row.getLong(1)).list();
    }

    void change(List<Known> changed) {
        Columns columns = new Columns(6);
        changed.forEach(one -> columns.add(
                one.id(),
                one.line().body(),
                one.line().item(),
                one.line().formedOn(),
                one.line().title(),
                one.slot() == null ? null : one.slot().code()));
        jdbc.sql("""
                        update obligation.formation f set body = n.body, item = n.item, formed_on = n.formed_on, title = n.title,
                            slot = n.slot
                          from unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[])
                            as n (id, body, item, formed_on, title, slot)
                         where f.id = n.id
                        """).params(columns.arrays()).update();
    }
}
