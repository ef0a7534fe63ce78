package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;

/**
 * Workload 9: a holiday notice comes in and every due day is counted anew; against bare SQL on plain rows in the same PostgreSQL. CPU
 * time of the program and of PostgreSQL together, from the upload to the journal line.
 */
final class Recomputation implements Workload {

    private static final String NAME = "9 义务重算 recomputation";
    private static final int UNITS = 720;

    /** A year in which nothing of the data falls: a new edition of the calendar, no due day changes. */
    private static final String ELSEWHERE = "date,name,kind\n2033-01-%02d,元旦,休\n";

    /** Two notices of one year in turn. */
    private static final String FEW = "date,name,kind\n2024-01-01,元旦,休\n";

    private static final String MANY = """
            date,name,kind
            2024-01-01,元旦,休
            2024-04-04,清明节,休
            2024-04-05,清明节,休
            2024-05-01,劳动节,休
            2024-05-02,劳动节,休
            2024-05-03,劳动节,休
            2024-06-10,端午节,休
            2024-09-16,中秋节,休
            2024-09-17,中秋节,休
            2024-10-01,国庆节,休
            2024-10-02,国庆节,休
            2024-10-03,国庆节,休
            2024-10-04,国庆节,休
            2024-10-07,国庆节,休
            """;

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        List<Result> results = new ArrayList<>();
        List<Double> perItem = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Path home = setting.scratch().resolve("recompute");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            for (int obligations : setting.full() ? new int[] {1_000_000, 10_000_000} : new int[] {1_000_000}) {
                Obligations.fill(application, obligations, UNITS);
                try (ObligationFloor floor = new ObligationFloor(application, Math.min(obligations, 1_000_000))) {
                    perItem.add(at(setting, application, floor, obligations, results));
                    sizes.add(obligations);
                }
            }
        }
        if (sizes.size() > 1) {
            double ratio = perItem.getLast() / perItem.getFirst();
            results.add(new Result(
                    NAME,
                    "每条 CPU per item，" + sizes.getLast() / 1_000_000 + " M / " + sizes.getFirst() / 1_000_000 + " M",
                    "",
                    "",
                    Result.times(ratio),
                    "≤ 1.15×（带 25 % 余量 with slack）",
                    Verdict.of(ratio <= 1.15 * 1.25)));
        } else {
            results.add(Result.notRun(NAME, "一千万条没有测 10 M obligations not measured：--full"));
        }
        return results;
    }

    private static double at(
            Setting setting, Application application, ObligationFloor floor, int obligations, List<Result> results)
            throws Exception {
        int rounds = obligations > 1_000_000 ? 3 : Math.max(3, setting.rounds());
        double[] bare = new double[rounds];
        double[] unchanged = new double[rounds];
        double[] bareWrite = new double[rounds];
        double[] changed = new double[rounds];
        int wrong = 0;
        int rows = 0;
        take(application, FEW);
        for (int i = 0; i < rounds; i++) {
            bare[i] = cpu(application, floor::recompute) * 1e6 / floor.size();
            Taken same = take(application, ELSEWHERE.formatted(1 + i + (obligations > 1_000_000 ? 10 : 0)));
            unchanged[i] = same.cpu * 1e6 / obligations;
            wrong += same.changed == 0 ? 0 : 1;
            int[] written = new int[1];
            double writing = cpu(application, () -> written[0] = floor.rewrite());
            bareWrite[i] = writing * 1e6 / written[0];
            Taken moved = take(application, i % 2 == 0 ? MANY : FEW);
            changed[i] = (moved.cpu - same.cpu) * 1e6 / moved.changed;
            wrong += moved.changed > 0 && (rows == 0 || rows == moved.changed) ? 0 : 1;
            rows = moved.changed;
        }
        wrong += different(application);
        Sample mine = new Sample(unchanged);
        Sample below = new Sample(bare);
        Sample write = new Sample(changed);
        Sample floorWrite = new Sample(bareWrite);
        String size = obligations / 1_000_000 + " M 条义务 obligations";
        results.add(new Result(
                NAME,
                size + "，不变的 unchanged",
                "裸 SQL " + below.print("µs"),
                mine.print("µs CPU/条"),
                Result.times(mine.median() / below.median()),
                "≤ 0.5 µs",
                Verdict.of(mine.median() <= 0.5 && wrong == 0)));
        results.add(new Result(
                NAME,
                size + "，变了的（" + rows + " 行）changed rows",
                "裸 SQL " + floorWrite.print("µs"),
                write.print("µs CPU/行"),
                Result.times(write.median() / floorWrite.median()),
                "≤ 15 µs",
                Verdict.of(write.median() <= 15 && wrong == 0)));
        results.add(Result.judged(
                NAME,
                size + "，与逐日循环不同的 due days different from a loop over days",
                Integer.toString(wrong),
                "0",
                wrong == 0));
        return mine.median();
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double cpu(Application application, Work work) throws SQLException, IOException {
        double before = application.cpuSeconds();
        work.run();
        return application.cpuSeconds() - before;
    }

    private record Taken(double cpu, int changed) {}

    /** Uploads the notice and waits for the journal line of the recomputation. */
    private static Taken take(Application application, String csv) throws Exception {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            long last = number(statement, "select coalesce(max(id), 0) from journal.line");
            double before = application.cpuSeconds();
            new Imports(application)
                    .load("calendar", "notice.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of("dryRun", "false"));
            String line =
                    "select max((details->>'changed')::int) from journal.line where act = 'obligation.recomputed' and id > "
                            + last;
            for (int i = 0; i < 6_000; i++) {
                try (ResultSet row = statement.executeQuery(line)) {
                    if (row.next() && row.getObject(1) != null) {
                        return new Taken(application.cpuSeconds() - before, row.getInt(1));
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("no recomputation within ten minutes");
    }

    /** A thousand obligations against a loop over the days of the notices as stored. */
    private static int different(Application application) throws SQLException, IOException {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            var calendar = new StoredCalendar(statement);
            int different = 0;
            try (ResultSet rows = statement.executeQuery("""
                    select starts_on, due_on from obligation.obligation where kind = 'FORMED' and id % 997 = 0
                       and starts_on between date '2023-12-01' and date '2024-11-30' limit 1000""")) {
                int compared = 0;
                while (rows.next()) {
                    compared++;
                    var due = calendar.after(rows.getDate(1).toLocalDate(), 20);
                    different += due.equals(rows.getDate(2).toLocalDate()) ? 0 : 1;
                }
                return compared == 0 ? 1 : different;
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
