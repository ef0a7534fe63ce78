package org.gongkai.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.bench.Result.Sample;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;

/** The stress shape of eInnsyn: five clients, fifty times one record with three below it; everything findable at the end. */
final class Stress implements Workload {

    private static final String NAME = "发布压力 stress";
    private static final int CLIENTS = 5;
    private static final int TIMES = 50;
    private static final int RECORDS = 4;
    private static final double THEIRS = 10;

    @Override
    public String name() {
        return "stress";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        Path home = setting.scratch().resolve("stress");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            DistrictFiles files = new DistrictFiles(DistrictYear.simulate(
                    DistrictYear.SEED, DistrictSize.SMALL, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
            new Imports(application).load("bodies", "bodies.csv", files.bodies(), Map.of());
            int rounds = Math.max(3, setting.rounds() / 2);
            double[] perSecond = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                perSecond[round] = round(application, round);
            }
            int findable = findable(application, rounds);
            int expected = rounds * CLIENTS * TIMES * RECORDS;
            Sample sample = new Sample(perSecond);
            return List.of(
                    Result.judged(
                            NAME,
                            CLIENTS + " × " + TIMES + " ×（1 + 3）条，签发并公开 signed and published",
                            sample.print("条/s"),
                            "> " + (int) THEIRS + " 条/s（eInnsyn 的要求 theirs）",
                            sample.median() > THEIRS),
                    Result.judged(
                            NAME,
                            "最后都查得到 findable at the end",
                            Integer.toString(findable),
                            "= " + expected,
                            findable == expected));
        }
    }

    private static double round(Application application, int round) throws Exception {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            clients.add(() -> {
                for (int i = 0; i < TIMES; i++) {
                    file(application, round + "x" + number + "x" + i);
                }
                return null;
            });
        }
        long start = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : pool.invokeAll(clients)) {
                done.get();
            }
        }
        return CLIENTS * TIMES * RECORDS / ((System.nanoTime() - start) / 1e9);
    }

    private static void file(Application application, String id) throws IOException, InterruptedException {
        String part =
                "{\"externalId\": \"s%1$s-%2$d\", \"title\": \"压力%1$s的附件%2$d\", \"formedOn\": \"2025-03-03\", \"text\": \"附件正文。\"}";
        String payload = "{\"externalId\": \"s" + id + "\", \"title\": \"压力" + id
                + "公告\", \"body\": \"DA104\", \"formedOn\": \"2025-03-03\", \"text\": \"公告正文。\","
                + " \"signOff\": {\"draftedBy\": \"甲\", \"reviewedBy\": \"乙\", \"signedBy\": \"丙\"}, \"parts\": ["
                + part.formatted(id, 1)
                + "," + part.formatted(id, 2) + "," + part.formatted(id, 3) + "]}";
        var answer = application.send(application
                .request("/api/v1/disclosures")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "stress-" + id)
                .POST(BodyPublishers.ofString(payload))
                .build());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Each record asked for by its own title, until found or half a minute has passed. */
    private static int findable(Application application, int rounds) throws Exception {
        int found = 0;
        for (int round = 0; round < rounds; round++) {
            for (int client = 0; client < CLIENTS; client++) {
                for (int i = 0; i < TIMES; i++) {
                    String id = round + "x" + client + "x" + i;
                    found += foundBy(application, "压力" + id + "公告", "压力" + id + "公告");
                    for (int part = 1; part < RECORDS; part++) {
                        found += foundBy(application, "压力" + id + "的附件" + part, "压力" + id + "的附件" + part);
                    }
                }
            }
        }
        return found;
    }

    private static int foundBy(Application application, String query, String title) throws Exception {
        String path = "/api/v1/search?size=20&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        for (int attempt = 0; attempt < 60; attempt++) {
            var answer = application.get(path);
            if (answer.statusCode() == 200
                    && answer.body().replaceAll("</?(mark|em)>", "").contains(title)) {
                return 1;
            }
            Thread.sleep(500);
        }
        return 0;
    }
}
