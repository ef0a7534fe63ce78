package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A great many obligations, put straight into the table past the triggers, with the roll-up the triggers would have kept: units × 26
 * areas, six years, 88 % on time, 9 % late, 3 % open, every twentieth standing.
 */
final class Obligations {

    private static final int CHUNK = 250_000;

    private static final String INSERT = """
            insert into obligation.obligation (body, item, area, name, kind, key, slot, title, starts_on, formed_on, limit_code, due_on,
                   met_by, met_on)
            select 'BENCH' || lpad(unit::text, 4, '0'), 'bench-' || area || '-' || g %% 40, 'b' || lpad(area::text, 2, '0'), '惠民事项' || g %% 40,
                   case when standing then 'STANDING' else 'FORMED' end, case when standing then 'S' else 'F' end || g,
                   case when standing then 'S' else 'F' || formed end, '关于第' || g || '号惠民事项办理情况的公告', formed, formed,
                   case when standing then 'standing' else '20wd' end, case when standing then null else formed + 28 end,
                   case when r < 0.97 then g end,
                   case when r < 0.88 then formed + (s * 27)::int when r < 0.97 then formed + 31 + (s * 60)::int end
              from (select g, 1 + (%3$d * power(random(), 1.6))::int %% %3$d as unit, (25 * power(random(), 1.5))::int as area,
                           date '2020-01-01' + (random() * 2100)::int as formed, random() as r, random() as s, g %% 20 = 0 as standing
                      from generate_series(%1$d, %2$d) g) x
            """;

    private static final String ROLL_UP = """
            insert into obligation.tally (body, area, owed, covered, open, met_on_time, met_late, excused)
            select body, area, count(*) filter (where kind = 'STANDING' and state in ('OPEN', 'MET')),
                   count(*) filter (where kind = 'STANDING' and state = 'MET'),
                   count(*) filter (where kind <> 'STANDING' and state = 'OPEN' and formed_on is not null),
                   count(*) filter (where kind <> 'STANDING' and state = 'MET' and (due_on is null or met_on <= due_on)),
                   count(*) filter (where kind <> 'STANDING' and state = 'MET' and met_on > due_on),
                   count(*) filter (where kind <> 'STANDING' and state = 'EXCUSED')
              from obligation.obligation group by body, area
            """;

    private Obligations() {}

    /** The units, through the public import. */
    static void units(Application application, int units) throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("code,name,aliases,parent,level\n");
        for (int unit = 1; unit <= units; unit++) {
            csv.append(String.format("BENCH%1$04d,云汀市第%1$d区测绘事务局,第%1$d测绘局,,区级%n", unit));
        }
        new Imports(application)
                .load("bodies", "bodies.csv", csv.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Replaces all obligations by this many. */
    static void fill(Application application, int obligations, int units) throws SQLException, IOException {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate obligation.obligation, obligation.tally");
            statement.execute("select setseed(0.5)");
            for (int first = 1; first <= obligations; first += CHUNK) {
                int last = Math.min(obligations, first + CHUNK - 1);
                statement.execute(String.format(INSERT, first, last, units));
            }
            statement.execute(ROLL_UP);
            statement.execute("truncate obligation.reckoned_day");
            statement.execute("update obligation.revision set n = n + 1");
            statement.execute("vacuum analyze obligation.obligation");
            statement.execute("vacuum analyze obligation.tally");
            statement.execute("checkpoint");
        }
    }
}
