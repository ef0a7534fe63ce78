package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/**
 * 随时断电：在导入和发布的任意时刻下手二十五次，程序十三次、数据库十二次；程序的每三次有一次正在恢复时又被杀。
 * {@code -Dgongkai.proof=all} 各两倍。
 *
 * <p>Clients keep a history of what was acknowledged (ok), refused (fail) or left open by the kill (unknown), retry what is open, and
 * a checker that shares no code with the application compares the history with the tables.
 */
@Tag("kill")
@OwnProcess
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("F01、F02 随时断电：确认过的不丢、不重、没有半截")
class KillTests {

    private static final int TIMES = "all".equals(System.getProperty("gongkai.proof")) ? 2 : 1;
    private static final int APPLICATION_KILLS = 13 * TIMES;
    private static final int DATABASE_KILLS = 12 * TIMES;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LINES = 120;
    private static final int CLIENTS = 3;

    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private final List<Filing> filings = new CopyOnWriteArrayList<>();
    private final AtomicInteger serial = new AtomicInteger();
    private final SplittableRandom random = new SplittableRandom(20260924);
    private List<String> lines = List.of();
    private RunningGongkai gongkai;
    private volatile boolean working;

    /** 一次导入：客户端知道的。 */
    private static final class Batch {
        final int number;
        final List<String> ids = new ArrayList<>();
        final String file;
        volatile boolean acknowledged;

        Batch(int number, List<String> source) {
            this.number = number;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < LINES; i++) {
                String id = "k-" + number + "-" + i;
                ids.add(id);
                String line = source.get((number * LINES + i) % source.size());
                text.append(line.replaceFirst("\"externalId\":\"[^\"]+\"", "\"externalId\":\"" + id + "\""))
                        .append('\n');
            }
            file = text.toString();
        }
    }

    /** 一次签发发布，一条带两条下属：客户端知道的。 */
    private static final class Filing {
        final String key;
        final String payload;
        volatile boolean acknowledged;

        Filing(int number) {
            key = "kill-filing-" + number;
            payload = """
                    {"externalId": "p-%1$d-0", "title": "关于第%1$d号事项的公告", "body": "DA104", "formedOn": "2025-03-03", "type": "公告公示",
                     "text": "现将第%1$d号事项公告如下。", "signOff": {"draftedBy": "甲", "reviewedBy": "乙", "signedBy": "丙"},
                     "parts": [{"externalId": "p-%1$d-1", "title": "第%1$d号附表一", "formedOn": "2025-03-03", "text": "附表一。"},
                               {"externalId": "p-%1$d-2", "title": "第%1$d号附表二", "formedOn": "2025-03-03", "text": "附表二。"}]}
                    """.formatted(number);
        }
    }

    @BeforeAll
    void start() throws Exception {
        gongkai = RunningGongkai.start(Files.createTempDirectory(Path.of("target"), "kill-home"));
        var year = DistrictYear.simulate(
                DistrictYear.SEED, DistrictSize.SMALL, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        var files = new DistrictFiles(year);
        List<String> areas = files.areas().subList(0, 6);
        lines = files.disclosures()
                .filter(line -> areas.stream().anyMatch(area -> line.contains("\"area\":\"" + area + "\"")))
                .toList();
        new ImportClient(gongkai).load("bodies", "bodies.csv", files.bodies(), Map.of("dryRun", "false"));
        for (String area : areas) {
            new ImportClient(gongkai)
                    .load("catalogue", area + ".xlsx", files.catalogue(area), Map.of("area", area, "dryRun", "false"));
        }
    }

    @AfterAll
    void stop() {
        if (gongkai != null) {
            gongkai.close();
        }
    }

    @Test
    @DisplayName("F01 程序被杀：再启动就恢复，没有丢失、重复、半截")
    void f01_the_application_is_killed() throws Exception {
        for (int kill = 1; kill <= APPLICATION_KILLS; kill++) {
            workUntil(random.nextInt(150, 1_800), gongkai::kill);
            if (kill % 3 == 0) {
                gongkai.startAndKillAfter(random.nextInt(100, 3_000));
                kill++;
            }
            gongkai.restart();
            assertThat(check()).as("after kill %d", kill).isEmpty();
        }
        settle();
        assertThat(check()).isEmpty();
        everythingIsFinished();
        assertThat(filings).as("the clients worked").hasSizeGreaterThan(APPLICATION_KILLS);
        assertThat(batches).as("the clients worked").hasSizeGreaterThan(APPLICATION_KILLS / 2);
    }

    @Test
    @DisplayName("F02 数据库被杀：程序自己把它救起来，没有丢失、重复、半截")
    void f02_the_database_is_killed() throws Exception {
        for (int kill = 1; kill <= DATABASE_KILLS; kill++) {
            workUntil(random.nextInt(150, 1_200), gongkai::killDatabase);
            gongkai.awaitHealed();
            assertThat(check()).as("after kill %d", kill).isEmpty();
        }
        settle();
        assertThat(check()).isEmpty();
        // what was to follow a commit and lost its database is made up for at the next start
        gongkai.kill();
        gongkai.restart();
        everythingIsFinished();
    }

    private interface Deed {
        void happen() throws Exception;
    }

    /** 客户端干活，到了时刻就下手，然后等客户端停下。 */
    private void workUntil(int millis, Deed deed) throws Exception {
        working = true;
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofVirtual().start(this::publish));
        }
        clients.add(Thread.ofVirtual().start(this::bringIn));
        Thread.sleep(millis);
        deed.happen();
        working = false;
        for (Thread client : clients) {
            client.join();
        }
    }

    /** 一条接一条地发布，直到收工或者断了；断了的那条不知道成没成。 */
    private void publish() {
        try {
            while (working) {
                Filing filing = new Filing(serial.incrementAndGet());
                filings.add(filing);
                file(filing);
            }
        } catch (Exception unknown) {
            // the last one stays unknown
        }
    }

    private void bringIn() {
        try {
            while (working) {
                Batch batch = new Batch(serial.incrementAndGet(), lines);
                batches.add(batch);
                send(batch);
            }
        } catch (Exception unknown) {
            // the last one stays unknown
        }
    }

    private void file(Filing filing) throws IOException, InterruptedException {
        var answer = gongkai.send(gongkai.request("/api/v1/disclosures")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", filing.key)
                .POST(HttpRequest.BodyPublishers.ofString(filing.payload))
                .build());
        filing.acknowledged = answer.statusCode() == 200 || answer.statusCode() == 201;
        if (!filing.acknowledged) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private void send(Batch batch) throws IOException, InterruptedException {
        var end = new ImportClient(gongkai)
                .load(
                        "disclosures",
                        "batch-" + batch.number + ".jsonl",
                        batch.file.getBytes(StandardCharsets.UTF_8),
                        Map.of("dryRun", "false"));
        batch.acknowledged = end.path("state").asString().equals(ImportClient.DONE)
                && end.path("counts").path("rejected").asInt() == 0;
    }

    /** 没有确认的都重来一遍：同一个键只办一次，导入两次等于一次，所以重来总是安全的。 */
    private void settle() throws Exception {
        for (Filing filing : filings) {
            if (!filing.acknowledged) {
                file(filing);
            }
        }
        for (Batch batch : batches) {
            if (!batch.acknowledged) {
                send(batch);
            }
        }
        assertThat(filings).allMatch(filing -> filing.acknowledged);
        assertThat(batches).allMatch(batch -> batch.acknowledged);
    }

    /** 没做完的导入接着做完或者说明了，提交之后的事都做了，确认过的都查得到，一条不多。 */
    private void everythingIsFinished() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<String> left = unfinished();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            left = unfinished();
        }
        assertThat(left).isEmpty();
        for (Filing filing : filings.subList(Math.max(0, filings.size() - 40), filings.size())) {
            String title = JSON.readTree(filing.payload).path("title").asString();
            var found = gongkai.get(
                    "/api/v1/search?size=10&q=" + URLEncoder.encode('"' + title + '"', StandardCharsets.UTF_8));
            assertThat(JSON.readTree(found.body()).path("items").size())
                    .as(title + " " + found.body())
                    .isEqualTo(1);
        }
    }

    private List<String> unfinished() throws IOException, SQLException {
        List<String> left = new ArrayList<>();
        try (var connection = gongkai.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select 'import ' || id || ' ' || state from imports.run
                         where state in ('WAITING', 'RUNNING') or (state = 'FAILED' and message = '')
                        union all select 'event ' || event_type from gongkai.event_publication where completion_date is null""")) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        return left;
    }

    private List<String> acknowledged() {
        Stream<String> filed = filings.stream()
                .filter(filing -> filing.acknowledged)
                .flatMap(filing ->
                        Stream.of(0, 1, 2).map(part -> filing.key.replace("kill-filing-", "p-") + "-" + part));
        Stream<String> imported =
                batches.stream().filter(batch -> batch.acknowledged).flatMap(batch -> batch.ids.stream());
        return Stream.concat(filed, imported).toList();
    }

    /** 检查者：直接看表，说出一切不对的。 */
    private List<String> check() throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        try (var connection = gongkai.superuser();
                var statement = connection.createStatement()) {
            try (var lost = connection.prepareStatement(
                    "select wanted from unnest(?) wanted where not exists (select from publication.disclosure d where d.external_id = wanted)")) {
                lost.setArray(1, connection.createArrayOf("text", acknowledged().toArray()));
                try (var rows = lost.executeQuery()) {
                    while (rows.next()) {
                        wrong.add("lost: " + rows.getString(1));
                    }
                }
            }
            for (var rule : HALF_STATES.entrySet()) {
                try (var rows = statement.executeQuery("select count(*) from (" + rule.getValue() + ") x")) {
                    rows.next();
                    if (rows.getLong(1) != 0) {
                        wrong.add(rule.getKey() + ": " + rows.getLong(1));
                    }
                }
            }
        }
        return wrong;
    }

    /** 不允许存在的行。 What must never be found, each as a query. */
    private static final Map<String, String> HALF_STATES = Map.of(
            "doubled external id",
            "select external_id from publication.disclosure where external_id is not null group by 1 having count(*) > 1",
            "published without its edition",
            """
            select d.id from publication.disclosure d left join publication.edition e on e.id = d.public_edition
            where d.standing = 'PUBLISHED' and (e.id is null or e.state <> 'PUBLISHED' or not e.public or e.disclosure <> d.id)""",
            "edition without its disclosure",
            "select e.id from publication.edition e left join publication.disclosure d on d.id = e.disclosure where d.id is null",
            "published edition without secrecy review",
            """
            select e.id from publication.edition e where e.state = 'PUBLISHED'
            and not exists (select from publication.review r where r.edition = e.id and r.step = 'SECRECY')""",
            "an import added an edition twice",
            """
            select d.id from publication.disclosure d join publication.edition e on e.disclosure = d.id
            where d.external_id like 'k-%' group by d.id having count(*) > 1""",
            "index numbers with gaps",
            """
            select 1 from publication.disclosure d where d.index_number is not null
            group by split_part(d.index_number, '-', 1)
            having max(split_part(d.index_number, '-', 2)::int) <> count(*)""",
            "a filing without all its parts",
            """
            select split_part(external_id, '-', 2) from publication.disclosure where external_id like 'p-%'
            group by 1 having count(*) <> 3 or count(*) filter (where standing = 'PUBLISHED') <> 3""",
            "published without a line in the journal",
            """
            select d.id from publication.disclosure d where d.external_id like 'p-%'
            and not exists (select from journal.line l where l.subject_type = 'disclosure' and l.subject_id = d.id::text
                            and l.act = 'publication.published')""",
            "a receipt for nothing",
            "select key from publication.receipt where cardinality(disclosures) = 0");
}
