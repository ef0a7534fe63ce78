package org.gongkai.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.bench.Result.Sample;
import org.gongkai.demonstration.DistrictSize;

/** Workload 11d: what an applicant is shown while typing, over HTTP, a request every few characters as the page sends them. */
final class TypingSuggestions implements Workload {

    private static final String NAME = "11d 申请前引导 suggestions while typing";
    private static final int WARM = 60;
    private static final int ASKED = 200;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Override
    public String name() {
        return "suggest";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        int documents = setting.quick() ? 20_000 : 200_000;
        Path home = setting.scratch().resolve("suggest");
        Map<String, String> environment = Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false");
        try (Application application = Application.start(setting, home, environment)) {
            District.fill(application, DistrictSize.SMALL, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
            Documents.add(application, 0, documents);
        }
        delete(home.resolve("search"));
        try (Application application = Application.start(setting, home, environment)) {
            awaitIndex(application, documents);
            return List.of(measure(setting, new Typist(application), documents));
        }
    }

    private static Result measure(Setting setting, Typist typist, int documents) throws Exception {
        for (int i = 0; i < WARM; i++) {
            typist.ask(i);
        }
        double[] late = new double[setting.rounds()];
        for (int round = 0; round < setting.rounds(); round++) {
            double[] taken = new double[ASKED];
            for (int i = 0; i < ASKED; i++) {
                long start = System.nanoTime();
                typist.ask(round * ASKED + i);
                taken[i] = (System.nanoTime() - start) / 1e6;
            }
            java.util.Arrays.sort(taken);
            late[round] = taken[ASKED * 95 / 100];
        }
        String what = documents + " 份文件 documents，p95，有提示的 with suggestions " + typist.shown;
        String target = "≤ 100 ms，而且有提示 and some suggested";
        return typist.shown == 0
                ? Result.judged(NAME, what, new Sample(late).print("ms"), target, false)
                : Result.tail(NAME, what, new Sample(late), "ms", target, 100);
    }

    /** The index is built anew in the background; the last document is there when all are. */
    private static void awaitIndex(Application application, int documents) throws Exception {
        String last = "/api/v1/search?size=1&q=" + encoded("\"第" + documents + "号惠民事项\"");
        for (int i = 0; i < 3_000; i++) {
            if (!application.get(last).body().contains("\"items\":[]")) {
                return;
            }
            Thread.sleep(500);
        }
        throw new IOException("the index was not built within 25 minutes");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Types sentences of several kinds, a few characters at a time. */
    private static final class Typist {

        private static final List<String> SENTENCES = List.of(
                "请公开二〇二五年度惠民事项办理情况的公告及其附件",
                "社会救助对象名单以及最低生活保障的标准和发放情况",
                "推进基层政务公开标准化规范化的实施方案",
                "老旧小区加装电梯补贴标准及发放情况的全部材料",
                "关于第 12345 号惠民事项的办理结果");

        private final Application application;
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String token;
        private final List<String> bodies;
        private int shown;

        Typist(Application application) throws IOException, InterruptedException {
            this.application = application;
            String page = http.send(
                            HttpRequest.newBuilder(URI.create(application.url() + "/ysq/apply"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            Matcher found = TOKEN.matcher(page);
            if (!found.find()) {
                throw new IOException("no token on the form");
            }
            token = found.group(1);
            bodies = Pattern.compile("<option value=\"(DA1\\d\\d)\"")
                    .matcher(page)
                    .results()
                    .map(option -> option.group(1))
                    .toList();
        }

        void ask(int turn) throws IOException, InterruptedException {
            String sentence = SENTENCES.get(turn % SENTENCES.size());
            String typed = sentence.substring(0, Math.min(sentence.length(), 5 + turn / SENTENCES.size() * 3 % 24));
            String body = bodies.get(turn % bodies.size());
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(application.url() + "/ysq/suggest"))
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + "&body=" + body
                                    + "&title=&description=" + encoded(typed)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("/ysq/suggest " + answer.statusCode());
            }
            shown += answer.body().contains("<li>") ? 1 : 0;
        }
    }
}
