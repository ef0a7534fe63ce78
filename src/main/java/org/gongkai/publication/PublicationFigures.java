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

    /**
     * 某机构行政规范性文件的件数，年报表二用（R-ANN-20）。
     *
     * @param made 成文在这一年的
     * @param repealed 这一年废止的
     * @param inForce 到年底仍然有效的
     */
    public record NormativeDocuments(String body, int made, int repealed, int inForce) {}

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

    /** 已公开的行政规范性文件，按机构；没有公开过的机构不在其中。 Counts of a calendar year, by body. */
    public List<NormativeDocuments> normativeDocuments(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        return jdbc.sql("""
                        select body,
                               count(*) filter (where formed_on between :first and :last) as made,
                               count(*) filter (where repealed_on between :first and :last) as repealed,
                               count(*) filter (where formed_on <= :last and (repealed_on is null or repealed_on > :last)
                                                  and (valid_until is null or valid_until >= :last)) as in_force
                          from publication.disclosure
                         where standing = 'PUBLISHED' and type = 'NORMATIVE_DOCUMENT' and parent is null
                         group by body order by body
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new NormativeDocuments(
                        row.getString("body"), row.getInt("made"), row.getInt("repealed"), row.getInt("in_force")))
                .list();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(FilterSql.ZONE).toInstant());
    }
}
