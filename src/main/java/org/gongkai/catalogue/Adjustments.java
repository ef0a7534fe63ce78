package org.gongkai.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 每一处调整的理由的存取。 */
@Repository
class Adjustments {

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(List<Adjustment> adjustments) {
        if (adjustments.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into catalogue.adjustment (version, item, change, reason, account)
                        select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                        on conflict (version, item) do update set
                            change = case when catalogue.adjustment.change = 'ADDED' and excluded.change = 'CHANGED' then 'ADDED'
                                else excluded.change end,
                            reason = excluded.reason, account = excluded.account, adjusted_at = now()""")
                .param(adjustments.stream().map(Adjustment::version).toArray(Long[]::new))
                .param(adjustments.stream().map(Adjustment::item).toArray(String[]::new))
                .param(adjustments.stream().map(Adjustment::change).toArray(String[]::new))
                .param(adjustments.stream().map(Adjustment::reason).toArray(String[]::new))
                .param(adjustments.stream().map(Adjustment::account).toArray(String[]::new))
                .update();
    }

    /** 一段版次之内每个事项的理由，几次调整的依次列出。 @param after 不含 @param upTo 含 */
    Map<String, String> reasons(String owner, int after, int upTo) {
        var reasons = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select a.item, a.reason from catalogue.adjustment a join catalogue.version v on v.id = a.version
                        where v.owner = ? and v.number > ? and v.number <= ? order by v.number""").param(owner).param(after).param(upTo).query((java.sql.ResultSet row) -> {
            reasons.merge(
                    row.getString(1),
                    row.getString(2),
                    (before, then) -> before.contains(then) ? before : before + "；" + then);
        });
        return reasons;
    }
}
