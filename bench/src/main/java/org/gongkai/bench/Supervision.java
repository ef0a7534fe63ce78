package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;
import org.gongkai.bench.Wrk.Measured;
import org.gongkai.bench.Wrk.Target;

/** Workload 10: the heat map over HTTP, for a district and for a city, and its figures; against bare SQL in the same PostgreSQL. */
final class Supervision implements Workload {

    private static final String NAME = "10 热力图 heat map";

    @Override
    public String name() {
        return "heatmap";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        if (!Wrk.present()) {
            return List.of(Result.notRun(NAME, "没有 wrk absent"));
        }
        List<Result> results = new ArrayList<>();
        Path home = setting.scratch().resolve("heatmap");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            Obligations.units(application, 720);
            try (ObligationFloor floor = new ObligationFloor(application, 1_000_000)) {
                Obligations.fill(application, 100_000, 45);
                results.addAll(at(setting, application, floor, "45 个单位 units × 26，10 万条义务 obligations", 40, true));
                Obligations.fill(application, 1_000_000, 720);
                results.addAll(at(setting, application, floor, "720 个单位 units × 26，100 万条义务 obligations", 120, false));
            }
        }
        return results;
    }

    private static List<Result> at(
            Setting setting,
            Application application,
            ObligationFloor floor,
            String size,
            double limit,
            boolean district)
            throws Exception {
        Wrk wrk = new Wrk(setting.scratch());
        Target page = target(setting, application, "/jz");
        Target figures = target(setting, application, "/api/v1/coverage?by=body,area");
        wrk.warm(page, setting.seconds() * 2);
        wrk.warm(figures, setting.seconds());
        double[] bare = new double[setting.rounds()];
        List<Measured> all = new ArrayList<>();
        List<Measured> api = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            bare[i] = cpu(application, district ? floor::districtYear : floor::cityRolledUp);
            all.add(wrk.interleave(List.of(page), 1, setting.seconds()).getFirst());
            api.add(wrk.interleave(List.of(figures), 1, setting.seconds()).getFirst());
        }
        String below =
                (district ? "裸 SQL，一区一年 one district-year " : "裸 SQL，汇总表 roll-up ") + new Sample(bare).print("ms");
        return List.of(
                judged(size + "，网页 page /jz", all, below, new Sample(bare).median(), limit),
                judged(size + "，数据 API /coverage", api, below, new Sample(bare).median(), limit));
    }

    private static Result judged(String what, List<Measured> rounds, String floor, double below, double limit) {
        Sample cpu = new Sample(rounds.stream()
                .mapToDouble(one -> one.cpuMicros().median() / 1000)
                .toArray());
        Sample wall = new Sample(
                rounds.stream().mapToDouble(one -> one.p50().median()).toArray());
        long errors = rounds.stream().mapToLong(Measured::errors).sum();
        Verdict verdict = errors > 0
                ? Verdict.MISSED
                : wall.median() <= limit
                        ? Verdict.HELD
                        : cpu.median() <= limit && Processes.busy() ? Verdict.HELD_BY_CPU : Verdict.MISSED;
        return new Result(
                NAME,
                what + "，错误 errors " + errors,
                floor,
                "p50 " + wall.print("ms") + "，CPU " + cpu.print("ms"),
                Result.times(cpu.median() / below),
                "≤ " + (int) limit + " ms",
                verdict);
    }

    /** One connection: the time of one view, not of a queue. */
    private static Target target(Setting setting, Application application, String path) throws IOException {
        Path file = Files.createTempFile(setting.scratch(), "path", "");
        Files.writeString(file, path + "\n");
        return new Target(path, application.url(), file, () -> both(application), 1);
    }

    private static List<Long> both(Application application) {
        List<Long> all = new ArrayList<>(application.database());
        all.add(application.pid());
        return all;
    }

    private interface Report {
        double run() throws SQLException;
    }

    private static double cpu(Application application, Report report) throws SQLException, IOException {
        double before = Processes.cpuSeconds(application.postgres());
        for (int i = 0; i < 5; i++) {
            report.run();
        }
        return (Processes.cpuSeconds(application.postgres()) - before) * 1000 / 5;
    }
}
