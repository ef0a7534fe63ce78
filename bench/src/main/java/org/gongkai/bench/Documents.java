package org.gongkai.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A great many published documents, put straight into the tables past the triggers: growing to a million through the import would
 * take longer than measuring. Bodies and items must have been imported.
 */
final class Documents {

    private static final int CHUNK = 50_000;

    private static final String INSERT = """
            with n as (
              select g, (select body from bench_place p where p.n = 1 + g %% (select count(*) from bench_place)) body,
                     (select item from bench_place p where p.n = 1 + g %% (select count(*) from bench_place)) item,
                     (select area from bench_place p where p.n = 1 + g %% (select count(*) from bench_place)) area,
                     date '2016-11-01' + (g::bigint * 7919 %% 3650)::int formed
                from generate_series(%d, %d) g),
            e as (
            insert into publication.edition (id, disclosure, number, body, state, public, origin, authors, author_name, item, area, type,
                   title, document_number, formed_on, html, plain, reviewed_by, reviewed_at, review_conclusion, signed_by, signed_at,
                   published_at, digest, created_at, changed_at)
            select %5$d + g, %5$d + g, 1, body, 'PUBLISHED', true, 'IMPORT', array['bench'], '测速', item, area, 'ANNOUNCEMENT',
                   '关于第' || g || '号惠民事项办理情况的公告', '测公〔' || extract(year from formed) || '〕' || g %% 400 || '号', formed,
                   '<p>' || repeat('推进基层政务公开标准化规范化，方便群众办事。', 24) || '</p><p>编号' || g || '</p>',
                   repeat('推进基层政务公开标准化规范化，方便群众办事。', 24) || '编号' || g,
                   'bench-reviewer', now(), 'MAY_DISCLOSE', 'bench-signer', now(), formed + 5, md5(g::text), now(), now() from n)
            insert into publication.disclosure (id, body, standing, index_number, external_id, public_edition, item, area, type, title,
                   document_number, formed_on, published_at, changed_at, created_by, created_at)
            select %5$d + g, body, 'PUBLISHED', body || '/' || extract(year from formed) || '-9' || lpad(g::text, 7, '0'), 'bench-' || g,
                   %5$d + g, item, area, 'ANNOUNCEMENT', '关于第' || g || '号惠民事项办理情况的公告',
                   '测公〔' || extract(year from formed) || '〕' || g %% 400 || '号', formed, formed + 5, formed + 5, 'bench', now() from n
            """;

    /** Above every id the application gives out meanwhile. */
    static final long FIRST = 100_000_000;

    private Documents() {}

    /** Adds documents from+1 to to. */
    static void add(Application application, int from, int to) throws SQLException, IOException {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    create temp table bench_place as
                    select row_number() over (order by body, item) n, body, item, area
                      from (select distinct body, item, area from publication.disclosure where item <> '') x
                    """);
            for (int first = from + 1; first <= to; first += CHUNK) {
                int last = Math.min(to, first + CHUNK - 1);
                statement.execute(String.format(INSERT.replace("%5$d", Long.toString(FIRST)), first, last));
            }
            statement.execute("vacuum analyze publication.disclosure");
            statement.execute("vacuum analyze publication.edition");
        }
    }
}
