package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 发布的数字，供待办、统计：每个数字都能点到记录。 Counts other modules ask for; each can be clicked down to its rows. */
@Component
public class PublicationFigures {

    /** 在某一状态、某机构名下的在办版本数。 */
    public record InWork(String body, EditionState state, int count) {}

    /** 某机构在一段时间里公开的条数。 */
    public record Published(String body, int count) {}

    private final JdbcClient jdbc;

    PublicationFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 在办的，按机构和状态；行级权限决定看得到哪些机构。 Needs a transaction, as all that is not public. */
    public List<InWork> inWork() {
        return jdbc.sql("""
                        select body, state, count(*) as number from publication.edition
                         where state in ('DRAFT', 'RETURNED', 'SECTION_REVIEW', 'SECRECY_REVIEW', 'REFERRED', 'SIGNING', 'SCHEDULED')
                         group by body, state order by body, state
                        """)
                .query((row, n) -> new InWork(
                        row.getString("body"), EditionState.valueOf(row.getString("state")), row.getInt("number")))
                .list();
    }

    /** 首次公开的条数，按机构；起止都含。 */
    public List<Published> published(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select body, count(*) as number from publication.disclosure
                         where standing in ('PUBLISHED', 'WITHDRAWN') and published_at >= ? and published_at < ?
                         group by body order by body
                        """)
                .params(start(from), start(to.plusDays(1)))
                .query((row, n) -> new Published(row.getString("body"), row.getInt("number")))
                .list();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(FilterSql.ZONE).toInstant());
    }
}
