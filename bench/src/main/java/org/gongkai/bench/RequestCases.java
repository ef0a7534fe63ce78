package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A great many applications put straight into the tables: their sealed parts hold nothing, so they can be counted and reckoned but not
 * opened. Most are finished; the running ones have the one act their clock starts from.
 */
final class RequestCases {

    static final String BODY = "ONE";
    private static final int CHUNK = 100_000;

    private static final String INSERT = """
            with cases as (
              insert into request.request (body, reference, state, channel, arrived_on, filed_at, filed_by, applicant_kind, applicant_hash,
                     name_hash, text_hash, name_sealed, identity_sealed, contact_sealed, phone_sealed, email_sealed, address_sealed,
                     title_sealed, number_sealed, description_sealed, form, delivery, received_on, due_on, ended_on, reply, annual_row)
              select 'ONE', 'bench-' || g, case when running then 'ACCEPTED' else 'CLOSED' end, 'COUNTER', received, received, 'bench',
                     'NATURAL_PERSON', x, x, x, x, x, x, x, x, x, x, x, x, 'ELECTRONIC', 'ONLINE', received, received + 29,
                     case when running then null else received + 20 end, case when running then null else 'GRANTED' end,
                     case when running then null else 'C1' end
                from (select g, g %% 100 < %3$d as running, date '2024-06-03' + (g::bigint * 7919 %% 60)::int as received, decode(md5(g::text), 'hex') as x
                        from generate_series(%1$d, %2$d) g) a
              returning id, body, received_on, state)
            insert into request.act (request, body, number, action, on_day, what, account, name, at, to_state)
            select id, body, 1, 'CONFIRM', received_on, '{}', 'bench', '测速', received_on, 'ACCEPTED' from cases where state = 'ACCEPTED'
            """;

    private RequestCases() {}

    static void body(Application application) throws IOException, InterruptedException {
        new Imports(application)
                .load(
                        "bodies",
                        "bodies.csv",
                        "code,name,aliases,parent,level\nONE,云汀市测绘局,,,区级\n".getBytes(StandardCharsets.UTF_8),
                        Map.of());
    }

    /**
     * Waits until the watch over running cases, which begins ninety seconds after the start and then comes every hour, has had its first
     * look: what it notes would be counted as the cost of what is measured.
     *
     * @param started {@link System#nanoTime()} when the application answered first
     */
    static void afterTheWatch(long started) throws InterruptedException {
        long left = 95_000 - (System.nanoTime() - started) / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
    }

    /**
     * Adds cases from+1 to to.
     *
     * @param running of a hundred
     */
    static void add(Application application, int from, int to, int running) throws SQLException, IOException {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (int first = from + 1; first <= to; first += CHUNK) {
                statement.execute(String.format(INSERT, first, Math.min(to, first + CHUNK - 1), running));
            }
            statement.execute("vacuum analyze request.request");
            statement.execute("vacuum analyze request.act");
        }
    }
}
