package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gongkai.demonstration.AnswerKey;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;
import org.gongkai.demonstration.Misprints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 标准目录就是程序（N1）：把模拟的一年从公开接口导进去，算出来的覆盖和逾期必须正好等于埋下的。
 *
 * <p>The application has a single database connection here: whatever took a second one while holding the first would stop for good.
 *
 * <p>Precision and recall are both one: each cell of coverage equals the answer key, on several days, whatever the order of events,
 * after importing everything again and after importing a changed catalogue and back.
 */
@OwnProcess
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("N1 答案：模拟的一年，查出来的正好是埋下的")
class AnswerKeyTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** 调休上班的周六、长假后第一天、年中、长假中间、年末。 */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 2, 8),
            LocalDate.of(2025, 5, 6),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2025, 10, 5),
            LocalDate.of(2025, 12, 31));

    /** 平时用一个小区；{@code -Dgongkai.proof=all} 用示范区那么大的。 */
    private static final DistrictSize SIZE = "all".equals(System.getProperty("gongkai.proof"))
            ? DistrictSize.SMALL
            : new DistrictSize(1, 24, 2, 1, 1, 0.8);

    private final DistrictYear year =
            DistrictYear.simulate(DistrictYear.SEED, SIZE, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private final DistrictFiles files = new DistrictFiles(year);
    private final AnswerKey key = new AnswerKey(year);
    private RunningGongkai gongkai;
    private Map<String, String> areas = Map.of();

    @BeforeAll
    void start() throws Exception {
        // without inner underscores: CONNECTION_TIMEOUT would be bound as a bean "connection" and take one from the
        // pool
        gongkai = RunningGongkai.start(
                Files.createTempDirectory(Path.of("target"), "answer-home"),
                false,
                Map.of(
                        "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE",
                        "1",
                        "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT",
                        "60000"));
        load("bodies", "bodies.csv", files.bodies(), Map.of());
        for (String area : files.areas()) {
            load(
                    "catalogue",
                    area + ".xlsx",
                    files.catalogue(area),
                    Map.of("area", area, "effectiveFrom", year.from().toString()));
        }
        areas = areas();
    }

    @AfterAll
    void stop() {
        if (gongkai != null) {
            gongkai.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("目录刚导入时：该公开的事项一格不差，什么都还没有公开")
    void what_is_owed_is_known_from_the_catalogue_alone() throws Exception {
        var found = coverage(LocalDate.of(2025, 1, 1));
        var expected = key.cells(LocalDate.of(2025, 1, 1));

        assertThat(owed(found)).isEqualTo(owed(expected));
    }

    @Test
    @Order(2)
    @DisplayName("先后打乱：形成和公开分成许多份、随机先后导入，每一格都等于答案")
    void in_any_order_exactly_the_planted_cases_are_found() throws Exception {
        Random random = new Random(7);
        assertThat(key.planted(year.to()).stream().filter(AnswerKey.Planted::omitted))
                .as("planted omissions")
                .hasSizeGreaterThan(5);
        List<Runnable> events = new ArrayList<>();
        for (List<String> part : parts(files.formations().toList(), random)) {
            events.add(() -> loadMisprinted(part, random.nextLong()));
            events.add(() -> load("formations", "formations.jsonl", bytes(part), Map.of()));
        }
        for (List<String> part : parts(files.disclosures().toList(), random)) {
            events.add(() -> load("disclosures", "disclosures.jsonl", bytes(part), Map.of()));
        }
        Collections.shuffle(events, random);
        events.forEach(Runnable::run);

        compare();
    }

    @Test
    @Order(3)
    @DisplayName("全部再导入一遍：没有新增，答案不变")
    void importing_everything_again_changes_nothing() throws Exception {
        var formations = load("formations", "formations.csv", files.formationsCsv(), Map.of());
        var disclosures = load(
                "disclosures", "disclosures.jsonl", bytes(files.disclosures().toList()), Map.of());

        assertThat(formations.path("counts").path("added").asInt()).isZero();
        assertThat(disclosures.path("counts").path("added").asInt()).isZero();
        assertThat(disclosures.path("counts").path("changed").asInt()).isZero();
        for (String area : files.areas()) {
            var again = load(
                    "catalogue",
                    area + ".xlsx",
                    files.catalogue(area),
                    Map.of("area", area, "effectiveFrom", year.from().toString()));
            assertThat(again.path("counts").path("added").asInt()).as(area).isZero();
            assertThat(again.path("counts").path("changed").asInt()).as(area).isZero();
        }
        compare();
    }

    @Test
    @Order(4)
    @DisplayName("改过的目录导进来又改回去：文件里少了的行不擅自撤下，要求一项不多一项不少，各日的答案始终不变")
    void a_changed_catalogue_and_back() throws Exception {
        LocalDate today = LocalDate.now(TestClock.ZONE);
        var before = owed(coverage(today));
        List<String> some = files.areas().subList(0, 3);
        for (String area : some) {
            var changed = load("catalogue", area + ".xlsx", files.revisedCatalogue(area), Map.of("area", area));
            assertThat(changed.path("counts").path("changed").asInt()).as(area).isPositive();
        }
        compare();
        assertThat(owed(coverage(today))).isEqualTo(before);
        for (String area : some) {
            load("catalogue", area + ".xlsx", files.catalogue(area), Map.of("area", area));
        }
        compare();
        assertThat(owed(coverage(today))).isEqualTo(before);
    }

    @Test
    @Order(5)
    @DisplayName("国标编码、斜杠日期的同一份登记：没有新增；没有表头的文件用一句话退回")
    void the_same_formations_as_an_office_would_save_them() throws Exception {
        List<String> csv = new String(files.formationsCsv(), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replaceAll(",2025-0?(\\d+)-0?(\\d+),", ",2025/$1/$2,")
                .lines()
                .limit(300)
                .toList();
        var again = load("formations", "登记.csv", String.join("\r\n", csv).getBytes("GB18030"), Map.of());
        assertThat(again.path("counts").path("unchanged").asInt()).isEqualTo(csv.size() - 1);

        var headless = new ImportClient(gongkai)
                .load("formations", "无表头.csv", bytes(csv.subList(1, 9)), Map.of("dryRun", "false"));
        assertThat(headless.path("state").asString()).isEqualTo("FAILED");
        assertThat(headless.toString()).contains("表头");
    }

    @Test
    @Order(6)
    @DisplayName("只有一条数据库连接，同时签发二十件：件件办成")
    void twenty_signatures_at_once_need_one_connection_each() throws Exception {
        List<Integer> answers = new CopyOnWriteArrayList<>();
        List<Thread> signers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String filing = """
                    {"externalId": "s-%1$d", "title": "第%1$d号公告", "body": "DA104", "formedOn": "2025-03-03", "type": "公告公示",
                     "text": "现将第%1$d号事项公告如下。", "signOff": {"draftedBy": "甲", "reviewedBy": "乙", "signedBy": "丙"}}
                    """.formatted(i);
            signers.add(Thread.ofVirtual().start(() -> answers.add(file(filing))));
        }
        for (Thread signer : signers) {
            signer.join();
        }
        assertThat(answers).hasSize(20).allMatch(status -> status == 201 || status == 200);
    }

    private int file(String filing) {
        try {
            return gongkai.send(gongkai.request("/api/v1/disclosures")
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(90))
                            .POST(HttpRequest.BodyPublishers.ofString(filing))
                            .build())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            return 0;
        }
    }

    /** 埋了错字的一份：退回的正好是埋下的几行，其余照收。 */
    private void loadMisprinted(List<String> part, long seed) {
        Misprints planted = Misprints.plant(part, seed);
        try {
            JsonNode end = new ImportClient(gongkai)
                    .load("formations", "misprints.jsonl", bytes(planted.lines()), Map.of("dryRun", "false"));
            Set<Long> rejected = new TreeSet<>();
            end.path("problems")
                    .forEach(problem -> rejected.add(problem.path("row").asLong()));
            assertThat(rejected).as(end.path("problems").toString()).isEqualTo(planted.rows());
            assertThat(end.path("counts").path("rejected").asInt())
                    .isEqualTo(planted.rows().size());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compare() throws IOException, InterruptedException {
        for (LocalDate day : DAYS) {
            assertThat(differences(coverage(day), key.cells(day)))
                    .as("on " + day)
                    .isEmpty();
        }
    }

    /** 只列出不同的格子，好读。 */
    private static List<String> differences(Map<String, AnswerKey.Cell> found, Map<String, AnswerKey.Cell> expected) {
        List<String> different = new ArrayList<>();
        expected.forEach((cell, should) -> {
            if (!should.equals(found.get(cell))) {
                different.add(cell + " should be " + should + " is " + found.get(cell));
            }
        });
        found.keySet().stream()
                .filter(cell -> !expected.containsKey(cell))
                .forEach(cell -> different.add(cell + " should not be, is " + found.get(cell)));
        return different;
    }

    private static Map<String, Integer> owed(Map<String, AnswerKey.Cell> cells) {
        Map<String, Integer> owed = new TreeMap<>();
        cells.forEach((cell, figures) -> owed.put(cell, figures.itemsOwed()));
        return owed;
    }

    private Map<String, AnswerKey.Cell> coverage(LocalDate day) throws IOException, InterruptedException {
        Map<String, AnswerKey.Cell> cells = new TreeMap<>();
        String cursor = "";
        do {
            var answer = gongkai.get("/api/v1/coverage?by=body,area&size=500&asOf=" + day + cursor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = JSON.readTree(answer.body());
            for (JsonNode cell : page.path("items")) {
                cells.put(
                        cell.path("body").asString() + "|"
                                + areas.getOrDefault(
                                        cell.path("area").asString(),
                                        cell.path("area").asString()),
                        new AnswerKey.Cell(
                                cell.path("itemsOwed").asInt(),
                                cell.path("itemsCovered").asInt(),
                                cell.path("open").asInt(),
                                cell.path("overdue").asInt(),
                                cell.path("metOnTime").asInt(),
                                cell.path("metLate").asInt()));
            }
            JsonNode next = page.path("next");
            cursor = next.isNull() || next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return cells;
    }

    /** 领域代码到示范目录里的领域名称；“乡村振兴”是“扶贫”的别名。 */
    private Map<String, String> areas() throws IOException, InterruptedException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode area :
                JSON.readTree(gongkai.get("/api/v1/catalogue/areas").body())) {
            List<String> all = new ArrayList<>(List.of(area.path("name").asString()));
            area.path("aliases").forEach(alias -> all.add(alias.asString()));
            all.stream()
                    .filter(files.areas()::contains)
                    .findFirst()
                    .ifPresent(name -> names.put(area.path("code").asString(), name));
        }
        return names;
    }

    private JsonNode load(String what, String name, byte[] bytes, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("dryRun", "false");
        try {
            JsonNode end = new ImportClient(gongkai).load(what, name, bytes, all);
            assertThat(end.path("state").asString())
                    .as(what + " " + name + " " + end)
                    .isEqualTo(ImportClient.DONE);
            assertThat(end.path("counts").path("rejected").asInt())
                    .as(what + " " + name + " " + end.path("problems"))
                    .isZero();
            return end;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(what + " " + name, e);
        }
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** 打乱后切成许多份。 */
    private static List<List<String>> parts(List<String> lines, Random random) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 100 + random.nextInt(200));
            parts.add(shuffled.subList(from, to));
            from = to;
        }
        return parts;
    }
}
