package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;

/** Workload 11b: the whole annual report over HTTP, of a body with 34,000 cases and of a district of 720 bodies, equal to a recount. */
final class AnnualReports implements Workload {

    private static final String NAME = "11b 年度报告 annual report";
    private static final int CASES = 34_000;
    private static final int UNITS = 720;
    private static final int WARM = 15;
    private static final int VIEWS = 10;

    /** Cases of three years, most closed within it, some carried on; units in turn. */
    private static final String INSERT = """
            insert into request.request (body, reference, state, channel, arrived_on, filed_at, filed_by, applicant_kind, applicant_hash,
                   name_hash, text_hash, name_sealed, identity_sealed, contact_sealed, phone_sealed, email_sealed, address_sealed,
                   title_sealed, number_sealed, description_sealed, form, delivery, received_on, ended_on, reply, annual_row)
            select unit, 'bench-' || unit || '-' || g, case when ended is null then 'ACCEPTED' else 'CLOSED' end, 'ONLINE', received,
                   received, 'bench', (array['NATURAL_PERSON', 'NATURAL_PERSON', 'NATURAL_PERSON', 'COMPANY', 'LEGAL_SERVICE'])[1 + g % 5],
                   x, x, x, x, x, x, x, x, x, x, x, x, 'ELECTRONIC', 'ONLINE', received, ended,
                   case when ended is not null then 'GRANTED' end,
                   case when ended is not null then (array['C1', 'C2', 'C4.1', 'C5.2', 'C6.3', 'C3.4'])[1 + g % 6] end
              from (select g, unit, received, x, case when g % 40 > 0 then received + 5 + g % 30 end as ended
                      from (select g, case when %2$d = 1 then '%3$s' else '%3$s-' || lpad((1 + g %% %2$d)::text, 4, '0') end as unit,
                                   date '2024-11-15' + (g * 7919 %% 400) as received, '\\x00'::bytea as x
                              from generate_series(1, %1$d) g) a) b
            """;

    private static final String RECOUNT = """
            select count(*) filter (where received_on between '2025-01-01' and '2025-12-31'),
                   count(*) filter (where received_on < '2025-01-01' and (ended_on is null or ended_on >= '2025-01-01')),
                   count(*) filter (where ended_on between '2025-01-01' and '2025-12-31'),
                   count(*) filter (where ended_on between '2025-01-01' and '2025-12-31' and annual_row = 'C4.1'),
                   count(*) filter (where received_on <= '2025-12-31' and (ended_on is null or ended_on > '2025-12-31'))
              from request.request where body like '%s%%'
            """;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        List<Result> results = new ArrayList<>();
        Path home = setting.scratch().resolve("reports");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            bodies(application);
            fill(application, 1, "ONE");
            fill(application, UNITS, "QU");
            results.add(measure(setting, application, "一个机关 one body", "ONE", "own", 300));
            results.add(
                    measure(setting, application, UNITS + " 个机关的区 a district of " + UNITS, "QU", "gathered", 1_000));
        }
        return results;
    }

    private static void bodies(Application application) throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("code,name,aliases,parent,level\nONE,云汀市测绘局,,,区级\nQU,云汀市云汀区人民政府,,,区级\n");
        for (int unit = 1; unit <= UNITS; unit++) {
            csv.append(String.format("QU-%1$04d,云汀市第%1$d区测绘事务局,第%1$d测绘局,QU,区级%n", unit));
        }
        new Imports(application)
                .load("bodies", "bodies.csv", csv.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static void fill(Application application, int units, String code) throws SQLException, IOException {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(INSERT.replace("g % ", "g %% "), CASES, units, code));
            statement.execute("vacuum analyze request.request");
        }
    }

    private static Result measure(
            Setting setting, Application application, String what, String body, String scope, double limit)
            throws Exception {
        String path = "/api/v1/reports/annual/" + body + "/2025?scope=" + scope;
        String answer = "";
        for (int i = 0; i < WARM; i++) {
            answer = application.get(path).body();
        }
        boolean equal = equal(application, body, answer);
        double[] wall = new double[setting.rounds()];
        double[] cpu = new double[setting.rounds()];
        for (int round = 0; round < setting.rounds(); round++) {
            double[] views = new double[VIEWS];
            double before = application.cpuSeconds();
            for (int i = 0; i < VIEWS; i++) {
                long start = System.nanoTime();
                application.get(path);
                views[i] = (System.nanoTime() - start) / 1e6;
            }
            cpu[round] = (application.cpuSeconds() - before) * 1000 / VIEWS;
            wall[round] = new Sample(views).median();
        }
        Result timed = Result.timed(
                NAME,
                what + "，" + CASES + " 件 cases，整份 JSON whole report，"
                        + (equal ? "与逐行重数相等 equal to a recount" : "与重数不等 DIFFERS"),
                new Sample(wall),
                new Sample(cpu),
                "ms",
                "≤ " + (int) limit + " ms",
                limit);
        return equal
                ? timed
                : new Result(timed.workload(), timed.what(), "", timed.ours(), "", timed.target(), Verdict.MISSED);
    }

    /** 新收、结转、总计、一行结果、结转下年，与数据库里直接数的一样。 */
    private static boolean equal(Application application, String body, String answer) throws SQLException, IOException {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement();
                var counted = statement.executeQuery(String.format(RECOUNT, body))) {
            counted.next();
            List<String> rows = List.of("A", "B", "C7", "C4.1", "D");
            for (int i = 0; i < rows.size(); i++) {
                if (counted.getLong(i + 1) != total(answer, rows.get(i))) {
                    return false;
                }
            }
            return counted.getLong(3) > 0;
        }
    }

    private static long total(String answer, String row) {
        Matcher cell = Pattern.compile("\"" + Pattern.quote(row) + "\":\\{[^}]*\"c7\":(\\d+)")
                .matcher(answer);
        return cell.find() ? Long.parseLong(cell.group(1)) : -1;
    }
}
