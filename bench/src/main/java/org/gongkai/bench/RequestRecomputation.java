package org.gongkai.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;

/** Workload 11c: a holiday notice comes in and the clock of every running application is counted anew; CPU time of program and PostgreSQL. */
final class RequestRecomputation implements Workload {

    private static final String NAME = "11c 在办申请重算 running clocks";

    /** The second moves the due day of every running case, which were received in June and July. */
    private static final List<String> NOTICES = List.of(
            "date,name,kind\n2024-06-10,端午节,休\n",
            "date,name,kind\n2024-06-10,端午节,休\n2024-06-24,临时调休,休\n2024-07-01,临时调休,休\n2024-07-15,临时调休,休\n2024-08-05,临时调休,休\n");

    /** No case falls into this year. */
    private static final String ELSEWHERE = "date,name,kind\n2033-01-%02d,元旦,休\n";

    @Override
    public String name() {
        return "clocks";
    }

    private record Taken(double cpu, int changed) {}

    @Override
    public List<Result> run(Setting setting) throws Exception {
        int running = setting.quick() ? 34_000 : 100_000;
        List<Double> perRow = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        int fewest = running;
        Path home = setting.scratch().resolve("clocks");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            long started = System.nanoTime();
            RequestCases.body(application);
            RequestCases.afterTheWatch(started);
            RequestCases.add(application, 0, running, 100);
            take(application, NOTICES.getFirst());
            for (int round = 0; round < setting.rounds(); round++) {
                Taken unchanged = take(application, ELSEWHERE.formatted(1 + round));
                Taken moved = take(application, NOTICES.get((round + 1) % 2));
                same.add(unchanged.cpu() * 1e6 / running);
                perRow.add(moved.cpu() * 1e6 / running);
                fewest = Math.min(fewest, moved.changed());
            }
        }
        Sample written = sample(perRow);
        return List.of(
                Result.recorded(
                        NAME,
                        running + " 件在办，日历变了、期限没有变 unchanged",
                        sample(same).print("µs CPU/件")),
                new Result(
                        NAME,
                        running + " 件在办，至少 " + fewest + " 件期限变了，连同读取 all changed, reading included",
                        "",
                        written.print("µs CPU/件"),
                        "",
                        "≤ 15 µs",
                        Verdict.of(written.median() <= 15 && fewest == running)));
    }

    private static Sample sample(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Uploads the notice and waits for the journal line of the recomputation. */
    private static Taken take(Application application, String csv) throws Exception {
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement()) {
            long last;
            try (ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from journal.line")) {
                row.next();
                last = row.getLong(1);
            }
            double before = application.cpuSeconds();
            new Imports(application)
                    .load("calendar", "notice.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of("dryRun", "false"));
            String line =
                    "select (details->>'changed')::int from journal.line where act = 'request.recomputed' and id > "
                            + last;
            for (int i = 0; i < 6_000; i++) {
                try (ResultSet row = statement.executeQuery(line)) {
                    if (row.next()) {
                        return new Taken(application.cpuSeconds() - before, row.getInt(1));
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new java.io.IOException("no recomputation within five minutes");
    }
}
