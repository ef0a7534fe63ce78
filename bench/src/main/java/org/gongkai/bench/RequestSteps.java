package org.gongkai.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;

/**
 * Workload 11: one step of a case (file, assign, record the search, extend, draft the reply) with its journal line over HTTP, eight
 * clients, in turn with a bare insert of one row, committed to disk, by eight connections to the same PostgreSQL.
 */
final class RequestSteps implements Workload {

    private static final String NAME = "11 办理一步 case step";
    private static final int CLIENTS = 8;
    private static final int MOST_WARM = 30;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final AtomicLong SHEET = new AtomicLong();

    private static final List<String> STEPS = List.of(
            "assign {\"party\":\"bootstrap\"}",
            "record-search {\"words\":\"档案系统，以名称检索，找到一份\"}",
            "extend {\"words\":\"需要核对\",\"days\":10}",
            "draft-reply {\"words\":\"答复如下。\",\"reply\":\"GRANTED\"}");

    @Override
    public String name() {
        return "requests";
    }

    /** Latencies of one round in milliseconds, and the CPU time of a step. */
    private record Round(double[] sorted, double cpu) {

        double at(double share) {
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
        }
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        List<Result> results = new ArrayList<>();
        int[] sizes = setting.full()
                ? new int[] {34_000, 1_000_000}
                : setting.quick() ? new int[] {34_000, 100_000} : new int[] {34_000, 340_000};
        List<Double> perStep = new ArrayList<>();
        Path home = setting.scratch().resolve("requests");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            long started = System.nanoTime();
            RequestCases.body(application);
            RequestCases.afterTheWatch(started);
            floorTable(application);
            int loaded = 0;
            for (int size : sizes) {
                RequestCases.add(application, loaded, size, 2);
                loaded = size;
                perStep.add(at(setting, application, size, results));
            }
        }
        double ratio = perStep.getLast() / perStep.getFirst();
        results.add(Result.judged(
                NAME,
                "每步 CPU per step，" + sizes[sizes.length - 1] + " / " + sizes[0] + " 件 cases",
                Result.times(ratio),
                "≤ 1.1×（带 25 % 余量 with slack）",
                ratio <= 1.1 * 1.25));
        return results;
    }

    private static double at(Setting setting, Application application, int size, List<Result> results)
            throws Exception {
        warm(setting, application);
        List<Round> ours = new ArrayList<>();
        List<Round> bare = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            bare.add(round(setting, () -> new Inserter(application), application));
            ours.add(round(setting, () -> new Client(application), application));
        }
        Sample floor = sample(bare, 0.5);
        Sample middle = sample(ours, 0.5);
        Sample cpu = new Sample(ours.stream().mapToDouble(Round::cpu).toArray());
        String what = size + " 件 cases，" + CLIENTS + " 个客户端 clients，";
        Result timed = Result.timed(NAME, what + "p50", middle, cpu, "ms", "≤ 2 ms，≤ 10×", 2);
        double ratio = middle.median() / floor.median();
        results.add(new Result(
                NAME,
                timed.what(),
                "一行插入并落盘 one insert with fsync " + floor.print("ms"),
                timed.ours(),
                Result.times(ratio),
                timed.target(),
                ratio <= 10 ? timed.verdict() : Verdict.MISSED));
        results.add(Result.tail(NAME, what + "p99", sample(ours, 0.99), "ms", "≤ 20 ms", 20));
        results.add(Result.recorded(
                NAME, what + "单行插入 bare insert p99", sample(bare, 0.99).print("ms")));
        return cpu.median();
    }

    /** Until two rounds in a row cost the same within a twentieth: the JVM compiles for a minute or two. */
    private static void warm(Setting setting, Application application) throws Exception {
        double before = Double.MAX_VALUE;
        int alike = 0;
        for (int i = 0; i < MOST_WARM && alike < 2; i++) {
            double now =
                    round(setting, () -> new Client(application), application).cpu();
            alike = now > before * 0.95 ? alike + 1 : 0;
            before = now;
        }
    }

    private static Sample sample(List<Round> rounds, double share) {
        return new Sample(rounds.stream().mapToDouble(round -> round.at(share)).toArray());
    }

    private interface Work extends AutoCloseable {
        void step() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    private interface Setup {
        Work begin() throws Exception;
    }

    /** All clients for so many seconds, one step after another. */
    private static Round round(Setting setting, Setup setup, Application application) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            long end = System.nanoTime() + setting.seconds() * 1_000_000_000L;
            double before = application.cpuSeconds();
            List<Callable<double[]>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(() -> until(end, setup));
            }
            double[] all = new double[0];
            for (var done : pool.invokeAll(clients)) {
                double[] some = done.get();
                int at = all.length;
                all = Arrays.copyOf(all, at + some.length);
                System.arraycopy(some, 0, all, at, some.length);
            }
            double cpu = (application.cpuSeconds() - before) * 1000 / all.length;
            Arrays.sort(all);
            return new Round(all, cpu);
        }
    }

    private static double[] until(long end, Setup setup) throws Exception {
        try (Work work = setup.begin()) {
            return until(end, work);
        }
    }

    private static double[] until(long end, Work work) throws Exception {
        double[] taken = new double[1_000];
        int n = 0;
        while (System.nanoTime() < end || n == 0) {
            long start = System.nanoTime();
            work.step();
            if (n == taken.length) {
                taken = Arrays.copyOf(taken, n * 2);
            }
            taken[n++] = (System.nanoTime() - start) / 1e6;
        }
        return Arrays.copyOf(taken, n);
    }

    /** Takes one case after another through the steps. */
    private static final class Client implements Work {

        private final Application application;
        private String id = "";
        private int next;

        Client(Application application) {
            this.application = application;
        }

        @Override
        public void step() throws IOException, InterruptedException {
            if (id.isEmpty()) {
                String sheet = SHEET.incrementAndGet() + "";
                String filed = post("/api/v1/requests", """
                        {"body": "ONE", "channel": "COUNTER",
                         "applicant": {"kind": "NATURAL_PERSON", "name": "测试人", "identity": "测试证件%1$s", "phone": "13800000000"},
                         "wanted": {"description": "第 %1$s 件要的材料", "form": "ELECTRONIC", "route": "ONLINE"}}
                        """.formatted(sheet));
                Matcher number = ID.matcher(filed);
                if (!number.find()) {
                    throw new IOException(filed);
                }
                id = number.group(1);
                return;
            }
            String step = STEPS.get(next);
            int blank = step.indexOf(' ');
            post("/api/v1/requests/" + id + "/" + step.substring(0, blank), step.substring(blank + 1));
            next = (next + 1) % STEPS.size();
            id = next == 0 ? "" : id;
        }

        private String post(String path, String json) throws IOException, InterruptedException {
            var answer = application.send(application
                    .request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build());
            if (answer.statusCode() >= 300) {
                throw new IOException(path + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }

    private static void floorTable(Application application) throws SQLException, IOException {
        try (Connection connection = application.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table bench_floor (id bigint generated always as identity primary key, at timestamptz, words text)");
        }
    }

    /** A row of the size of a journal line. */
    private static final class Inserter implements Work {

        private final PreparedStatement insert;

        Inserter(Application application) throws SQLException, IOException {
            insert = application
                    .superuser("postgres")
                    .prepareStatement("insert into bench_floor (at, words) values (now(), repeat('x', 200))");
        }

        @Override
        public void step() throws SQLException {
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.getConnection().close();
        }
    }
}
