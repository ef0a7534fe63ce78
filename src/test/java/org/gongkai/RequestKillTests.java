package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gongkai.request.RequestAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * 依申请办理随时断电：办理流程表里的每一件事时下手，程序、数据库各几次；{@code -Dgongkai.proof=all} 各十几次。
 *
 * <p>Clients walk cases through every act of the state table and remember what was acknowledged; a checker that shares no code with the
 * application compares that with the tables after each kill: an act is a case row, an act row, a journal line, letters and their numbers,
 * all of it or none.
 */
@Tag("kill")
@OwnProcess
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("依申请办理随时断电：确认过的不丢、不重、没有半截")
class RequestKillTests {

    private static final boolean ALL = "all".equals(System.getProperty("gongkai.proof"));
    private static final int APPLICATION_KILLS = ALL ? 15 : 2;
    private static final int DATABASE_KILLS = ALL ? 15 : 2;
    private static final int CLIENTS = 3;

    /** The hourly watch does the one, the system within REHANDLE the other; every other act is the clients'. */
    private static final EnumSet<RequestAction> NOT_BY_CLIENTS =
            EnumSet.of(RequestAction.CONFIRM_BY_SYSTEM, RequestAction.RECEIVE_ORDER);

    private final SplittableRandom random = new SplittableRandom(20261126);
    private final List<RequestClient> clients = new ArrayList<>();
    private RunningGongkai gongkai;

    @BeforeAll
    void start() throws Exception {
        gongkai = RunningGongkai.start(Files.createTempDirectory(Path.of("target"), "request-kill-home"));
        new ImportClient(gongkai)
                .load(
                        "bodies",
                        "bodies.csv",
                        "code,name,aliases,parent,level\nK,云汀市人民政府,,,区级\nK0,云汀市测绘局,,K,区级\nK1,云汀市档案局,,K,区级\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.util.Map.of("dryRun", "false"));
        RequestClient.employReviewer(gongkai);
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new RequestClient(gongkai, "K" + i % 2, i));
        }
    }

    @AfterAll
    void stop() {
        if (gongkai != null) {
            gongkai.close();
        }
    }

    @Test
    @DisplayName("程序、数据库在办理的任意时刻被杀：每一件事或者全在，或者全不在，编号连续")
    void every_act_is_there_whole_or_not_at_all() throws Exception {
        for (int kill = 0; kill < APPLICATION_KILLS; kill++) {
            workUntil(gongkai::kill);
            gongkai.restart();
            check("application kill " + kill);
        }
        for (int kill = 0; kill < DATABASE_KILLS; kill++) {
            workUntil(gongkai::killDatabase);
            gongkai.awaitHealed();
            check("database kill " + kill);
        }
        for (RequestClient client : clients) {
            client.finish();
        }
        check("the end");
        var done = new TreeSet<String>();
        clients.forEach(client -> done.addAll(client.acts()));
        assertThat(done)
                .as("every act of the state table")
                .containsAll(EnumSet.complementOf(NOT_BY_CLIENTS).stream()
                        .map(Enum::name)
                        .toList());
    }

    private interface Deed {
        void happen() throws Exception;
    }

    /** 客户端干活，到了时刻就下手，然后等客户端停下。 */
    private void workUntil(Deed deed) throws Exception {
        var threads =
                clients.stream().map(client -> Thread.ofVirtual().start(client)).toList();
        Thread.sleep(random.nextInt(400, 2_500));
        deed.happen();
        clients.forEach(RequestClient::stop);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void check(String when) throws IOException, SQLException {
        for (RequestClient client : clients) {
            assertThat(client.refused()).as(when + ": the scripts are lawful").isEmpty();
        }
        try (var connection = gongkai.superuser()) {
            var checker = new RequestLedgerCheck(connection);
            for (RequestClient client : clients) {
                assertThat(checker.missing(client)).as(when).isEmpty();
            }
            assertThat(checker.halfStates()).as(when).isEmpty();
        }
    }
}
