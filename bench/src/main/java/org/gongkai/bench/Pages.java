package org.gongkai.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.gongkai.bench.Result.Verdict;
import org.gongkai.bench.Wrk.Measured;
import org.gongkai.bench.Wrk.Target;
import org.gongkai.demonstration.DistrictSize;

/**
 * Workloads 1, 2 and 3: a document page warm and cold, and filtered lists at any depth, against nginx, against the bare stack from
 * memory and from the same PostgreSQL; then again with more documents.
 */
final class Pages implements Workload {

    private static final int WARM = 5_000;
    private static final Pattern NEXT =
            Pattern.compile("<a[^>]*rel=\"next\"[^>]*href=\"([^\"]+)\"|<a[^>]*href=\"([^\"]+)\"[^>]*rel=\"next\"");
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        if (!Wrk.present() || !Nginx.present()) {
            return List.of(Result.notRun("1–3 网页 pages", "没有 wrk 或 nginx absent"));
        }
        Path home = setting.scratch().resolve("pages");
        List<Result> results = new ArrayList<>();
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            District.fill(application, DistrictSize.SMALL, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
            int loaded = 0;
            Growth growth = new Growth();
            for (int documents :
                    setting.full() ? new int[] {10_000, 100_000, 1_000_000} : new int[] {10_000, 100_000}) {
                Documents.add(application, loaded, documents);
                loaded = documents;
                results.addAll(at(setting, application, documents, growth));
            }
            results.addAll(growth.results());
        }
        return results;
    }

    private List<Result> at(Setting setting, Application application, int documents, Growth growth) throws Exception {
        Path dir = Files.createDirectories(setting.scratch().resolve("pages-" + documents));
        List<String> some = recordPaths(application, WARM, true);
        Path warm = write(dir.resolve("warm"), some);
        Path cold = write(dir.resolve("cold"), recordPaths(application, Math.min(documents, 200_000), false));
        Path lists = write(dir.resolve("lists"), listPaths(application, 1));
        Path deep = write(dir.resolve("deep"), listPaths(application, setting.full() ? 300 : 100));
        Path floorIds = write(dir.resolve("floor"), numbers("/database/", 20_000));
        Path memoryIds = write(dir.resolve("memory"), numbers("/memory/", WARM));
        Path files = write(dir.resolve("files"), copyForNginx(application, dir, some));
        floorTable(application);
        String size = documents / 1000 + " k 份文档 documents";
        try (Nginx nginx = new Nginx(dir);
                FloorProcess floor = FloorProcess.start(setting, application)) {
            Wrk wrk = new Wrk(dir);
            List<Target> targets = List.of(
                    new Target("nginx", nginx.url(), files, nginx::processes),
                    new Target("memory", floor.url(), memoryIds, () -> List.of(floor.pid())),
                    new Target("warm", application.url(), warm, () -> List.of(application.pid())),
                    new Target("database", floor.url(), floorIds, () -> List.of(floor.pid())),
                    new Target("cold", application.url(), cold, () -> List.of(application.pid())),
                    new Target("list", application.url(), lists, () -> List.of(application.pid())),
                    new Target("deep list", application.url(), deep, () -> List.of(application.pid())));
            for (Target target : targets) {
                wrk.warm(target, setting.quick() ? 6 : 30);
            }
            List<Measured> m = wrk.interleave(targets, setting.rounds(), setting.seconds());
            growth.add(documents, m);
            return List.of(
                    warm(size, m.get(2), m.get(0), m.get(1)),
                    cold(size, m.get(4), m.get(3)),
                    list(size + "，第一页 first page", m.get(5), m.get(3)),
                    list(size + "，深处 deep page", m.get(6), m.get(3)));
        }
    }

    private static Result warm(String size, Measured mine, Measured nginx, Measured memory) {
        double cpu = mine.cpuMicros().median() / nginx.cpuMicros().median();
        double rate = mine.perSecond().median() / nginx.perSecond().median();
        return new Result(
                "1 文档页，热 warm page",
                size + "，p99 " + mine.p99().print("ms") + "，错误 errors " + mine.errors(),
                "nginx " + nginx.cpuMicros().print("µs") + "，"
                        + nginx.perSecond().print("次/s") + "；同栈内存 memory "
                        + memory.cpuMicros().print("µs"),
                mine.cpuMicros().print("µs CPU") + "，" + mine.perSecond().print("次/s"),
                "CPU " + Result.times(cpu) + "，次数 rate " + Result.times(rate),
                "CPU ≤ 3× nginx，次数 rate ≥ 0.5×",
                Verdict.of(cpu <= 3 && rate >= 0.5 && mine.errors() == 0));
    }

    private static Result cold(String size, Measured mine, Measured floor) {
        double ratio = mine.cpuMicros().median() / floor.cpuMicros().median();
        return new Result(
                "2 文档页，冷 cold page",
                size + "，错误 errors " + mine.errors(),
                "同栈从 PostgreSQL from PostgreSQL " + floor.cpuMicros().print("µs"),
                mine.cpuMicros().print("µs CPU") + "，" + mine.perSecond().print("次/s"),
                Result.times(ratio),
                "≤ 160 µs（≤ 2.5×）",
                mine.errors() > 0
                        ? Verdict.MISSED
                        : mine.cpuMicros().median() <= 160
                                ? Verdict.HELD
                                : ratio <= 2.5 && Processes.busy() ? Verdict.HELD_BY_CPU : Verdict.MISSED);
    }

    private static Result list(String what, Measured mine, Measured floor) {
        return new Result(
                "3 筛选列表 filtered list",
                what + "，错误 errors " + mine.errors(),
                "同栈读一行 one row " + floor.cpuMicros().print("µs"),
                mine.cpuMicros().print("µs CPU") + "，" + mine.perSecond().print("次/s"),
                Result.times(mine.cpuMicros().median() / floor.cpuMicros().median()),
                "≤ 250 µs",
                Verdict.of(mine.cpuMicros().median() <= 250 && mine.errors() == 0));
    }

    /** Ratios between sizes and depths. */
    private static final class Growth {

        private final List<Integer> sizes = new ArrayList<>();
        private final List<List<Measured>> measured = new ArrayList<>();

        void add(int documents, List<Measured> m) {
            sizes.add(documents);
            measured.add(m);
        }

        List<Result> results() {
            String from = sizes.getLast() / 1000 + " k / " + sizes.getFirst() / 1000 + " k";
            return List.of(
                    ratio("1 文档页，热 warm page", from, 2, 2, 1.1),
                    ratio("3 筛选列表 filtered list", from, 5, 5, 1.2),
                    ratio("3 筛选列表 filtered list", "深处对第一页 deep / first", 6, 5, 1.2));
        }

        private Result ratio(String workload, String what, int above, int below, double limit) {
            double last = measured.getLast().get(above).cpuMicros().median();
            double first = (above == below ? measured.getFirst() : measured.getLast())
                    .get(below)
                    .cpuMicros()
                    .median();
            return new Result(
                    workload,
                    "CPU 之比 ratio，" + what,
                    "",
                    "",
                    Result.times(last / first),
                    "≤ " + limit + "×（带 25 % 余量 with slack）",
                    Verdict.of(last / first <= limit * 1.25));
        }
    }

    private static List<String> numbers(String prefix, int n) {
        List<String> paths = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            paths.add(prefix + i);
        }
        return paths;
    }

    private static Path write(Path file, List<String> lines) throws IOException {
        return Files.write(file, lines);
    }

    static List<String> recordPaths(Application application, int n, boolean newest) throws SQLException, IOException {
        List<String> paths = new ArrayList<>();
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select body, index_number from publication.disclosure where id >= "
                                + Documents.FIRST + " order by " + (newest ? "published_at desc, id" : "md5(id::text)")
                                + " limit " + n)) {
            while (rows.next()) {
                String number = rows.getString(2);
                paths.add("/xxgk/" + rows.getString(1) + "/" + number.substring(number.indexOf('/') + 1));
            }
        }
        return paths;
    }

    /** The list of each body, depth pages further on by its own "next" links. */
    private List<String> listPaths(Application application, int depth) throws Exception {
        List<String> bodies = new ArrayList<>();
        try (Connection connection = application.superuser("gongkai");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select body from publication.disclosure group by body order by count(*) desc limit 10")) {
            while (rows.next()) {
                bodies.add("/xxgk/" + rows.getString(1) + "/nr");
            }
        }
        List<String> paths = new ArrayList<>();
        for (String body : bodies) {
            String path = body;
            for (int i = 1; i < depth; i++) {
                var next = NEXT.matcher(body(application, path));
                if (!next.find()) {
                    break;
                }
                path = (next.group(1) == null ? next.group(2) : next.group(1)).replace("&amp;", "&");
                if (path.startsWith("?")) {
                    path = body + path;
                }
            }
            paths.add(path);
        }
        return paths;
    }

    private String body(Application application, String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(application.url() + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** The very same bytes as files, compressed beforehand. */
    private List<String> copyForNginx(Application application, Path dir, List<String> paths) throws Exception {
        Path folder = Files.createDirectories(dir.resolve("pages"));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < Math.min(2_000, paths.size()); i++) {
            byte[] page = body(application, paths.get(i)).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(i + ".html"), page);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(page);
            }
            Files.write(folder.resolve(i + ".html.gz"), packed.toByteArray());
            files.add("/" + i + ".html");
        }
        return files;
    }

    private static void floorTable(Application application) throws SQLException, IOException {
        try (Connection connection = application.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists bench with (force)");
            statement.execute("create database bench");
        }
        try (Connection connection = application.superuser("bench");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table floor_page as select g::bigint id, '关于第' || g || '号惠民事项办理情况的公告' title, '测公〔2025〕' || g % 400 || '号' number,
                           '<p>' || repeat('推进基层政务公开标准化规范化，方便群众办事。', 24) || '</p>' body from generate_series(1, 20000) g
                    """);
            statement.execute("alter table floor_page add primary key (id)");
            statement.execute("vacuum analyze floor_page");
        }
    }
}
