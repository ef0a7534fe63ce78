package org.gongkai.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;

/** Workload 10: the heat map over HTTP, for a district and for a city, and its figures; against bare SQL in the same PostgreSQL. */
final class Supervision implements Workload {

    private static final String NAME = "10 热力图 heat map";

    private static final int WARM = 60;
    private static final int VIEWS = 10;

    /** Bytes: less is no heat map. */
    private static final int LEAST = 1_000;

    @Override
    public String name() {
        return "heatmap";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
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
        View page = new View(application, "/jz?asOf=");
        View figures = new View(application, "/api/v1/coverage?by=body,area&asOf=");
        page.measure(WARM);
        figures.measure(WARM);
        double[] bare = new double[setting.rounds()];
        List<Measured> all = new ArrayList<>();
        List<Measured> api = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            bare[i] = cpu(application, district ? floor::districtYear : floor::cityRolledUp);
            all.add(page.measure(VIEWS));
            api.add(figures.measure(VIEWS));
        }
        String below =
                (district ? "裸 SQL，一区一年 one district-year " : "裸 SQL，汇总表 roll-up ") + new Sample(bare).print("ms");
        return List.of(
                judged(size + "，网页 page /jz", all, below, new Sample(bare).median(), limit),
                judged(size + "，数据 API /coverage", api, below, new Sample(bare).median(), limit));
    }

    private static Result judged(String what, List<Measured> rounds, String floor, double below, double limit) {
        Sample cpu = new Sample(rounds.stream().mapToDouble(Measured::cpu).toArray());
        Sample wall = new Sample(rounds.stream().mapToDouble(Measured::p50).toArray());
        long bytes = rounds.getLast().bytes();
        Verdict verdict = bytes < LEAST
                ? Verdict.MISSED
                : wall.median() <= limit
                        ? Verdict.HELD
                        : cpu.median() <= limit && Processes.busy() ? Verdict.HELD_BY_CPU : Verdict.MISSED;
        return new Result(
                NAME,
                what + "，每次都在数据刚变之后 right after a change each time，" + bytes / 1024 + " KiB gzip",
                floor,
                "p50 " + wall.print("ms") + "，CPU " + cpu.print("ms"),
                Result.times(cpu.median() / below),
                "≤ " + (int) limit + " ms",
                verdict);
    }

    /** @param bytes of one answer, so that an empty page cannot pass for a fast one */
    private record Measured(double p50, double cpu, long bytes) {}

    /**
     * One view of the figures after the data have changed: a new revision before each request, and a day still to come that was never asked
     * for, so that neither the figures nor the finished page can come from memory.
     */
    private static final class View {

        private static LocalDate day = LocalDate.of(2090, 1, 1);

        private final Application application;
        private final String path;
        private final HttpClient client = HttpClient.newHttpClient();

        View(Application application, String path) {
            this.application = application;
            this.path = path;
        }

        Measured measure(int times) throws SQLException, IOException, InterruptedException {
            double[] wall = new double[times];
            double cpu = 0;
            long bytes = 0;
            for (int i = 0; i < times; i++) {
                changed();
                day = day.plusDays(1);
                var request = HttpRequest.newBuilder(URI.create(application.url() + path + day))
                        .header("Accept-Encoding", "gzip")
                        .build();
                double before = application.cpuSeconds();
                long start = System.nanoTime();
                var answer = client.send(request, BodyHandlers.ofByteArray());
                wall[i] = (System.nanoTime() - start) / 1e6;
                cpu += application.cpuSeconds() - before;
                bytes = answer.statusCode() == 200 ? answer.body().length : 0;
            }
            return new Measured(new Sample(wall).median(), cpu * 1000 / times, bytes);
        }

        private void changed() throws SQLException, IOException {
            try (var connection = application.superuser("gongkai");
                    var statement = connection.createStatement()) {
                statement.execute("update obligation.revision set n = n + 1");
            }
        }
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
