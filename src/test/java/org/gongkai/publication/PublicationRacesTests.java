package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@GongkaiTest
@DisplayName("同时办理：只有一个成功，索引号不留空号，每一步都留痕")
class PublicationRacesTests {

    private static final String BODY = "RACES-CIVIL";
    private static final Actor LIAISON = actor("li", Duty.LIAISON);
    private static final Actor HEAD = actor("zhao", Duty.SECTION_HEAD);
    private static final Actor SECRECY = actor("qian", Duty.SECRECY_REVIEWER);
    private static final Actor SIGNER = actor("sun", Duty.SIGNER);

    private final PublicationDesk desk;
    private final Disclosures disclosures;
    private final CurrentActor current;
    private final Journal journal;

    PublicationRacesTests(
            PublicationDesk desk,
            Disclosures disclosures,
            CurrentActor current,
            Journal journal,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY);
        this.desk = desk;
        this.disclosures = disclosures;
        this.current = current;
        this.journal = journal;
    }

    @Test
    @DisplayName("八人同时通过同一份稿子，一人成功，七人被告知同事刚刚修改过")
    void one_of_eight_approvals_wins() throws Exception {
        var submitted = submitted();
        var results = together(8, n -> as(HEAD, () -> approve(submitted)));
        assertThat(results.stream().filter(result -> result.equals("ok"))).hasSize(1);
        assertThat(results.stream().filter(result -> result.equals("publication.changedMeanwhile")))
                .hasSize(7);
    }

    @Test
    @DisplayName("两人同时保存，先存的在，后存的不覆盖")
    void no_edit_is_lost() throws Exception {
        var draft = as(LIAISON, () -> desk.draft(draft("<p>原来</p>")));
        var results = together(
                2, n -> as(LIAISON, () -> desk.edit(draft.id(), draft.version(), draft("<p>第" + n + "人</p>"))));
        assertThat(results).containsExactlyInAnyOrder("ok", "publication.changedMeanwhile");
    }

    @Test
    @DisplayName("R-LIB-02：二十条同时签发，流水号 1 到 20 不重不漏")
    void index_numbers_have_no_gaps() throws Exception {
        var ready = new ArrayList<Receipt>();
        for (int i = 0; i < 20; i++) {
            var submitted = submitted();
            var section = as(HEAD, () -> approve(submitted));
            ready.add(as(SECRECY, () -> approve(section)));
        }
        int before = disclosures
                .list(DisclosureFilter.ALL.body(BODY), null, 500)
                .items()
                .size();
        together(
                20,
                n -> as(SIGNER, () -> desk.sign(ready.get(n).id(), ready.get(n).version(), null)));
        var numbers = disclosures.list(DisclosureFilter.ALL.body(BODY), null, 500).items().stream()
                .map(line -> Integer.parseInt(
                        line.indexNumber().substring(line.indexNumber().lastIndexOf('-') + 1)))
                .sorted()
                .toList();
        assertThat(numbers).hasSize(before + 20).doesNotHaveDuplicates();
        assertThat(numbers.getFirst()).isEqualTo(1);
        assertThat(numbers.getLast()).isEqualTo(numbers.size());
    }

    @Test
    @DisplayName("M26：每一步恰好一行留痕，写着谁")
    void every_step_leaves_one_line() {
        var submitted = submitted();
        var section = as(HEAD, () -> approve(submitted));
        var cleared = as(SECRECY, () -> approve(section));
        var signed = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null));
        as(SIGNER, () -> desk.withdraw(signed.id(), signed.version(), WithdrawalReason.DUPLICATE, "重复", null));
        assertThat(journal.of("disclosure", String.valueOf(signed.id())).reversed())
                .extracting(JournalLine::act, JournalLine::account)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("publication.draft", "races-li"),
                        org.assertj.core.groups.Tuple.tuple("publication.submit", "races-li"),
                        org.assertj.core.groups.Tuple.tuple("publication.approve", "races-zhao"),
                        org.assertj.core.groups.Tuple.tuple("publication.approve", "races-qian"),
                        org.assertj.core.groups.Tuple.tuple("publication.published", "races-sun"),
                        org.assertj.core.groups.Tuple.tuple("publication.withdrawn", "races-sun"));
    }

    @Test
    @DisplayName("保存时什么也没改：版本不变，不留痕；改了才有")
    void an_edit_that_changes_nothing_leaves_no_line() {
        var draft = as(LIAISON, () -> desk.draft(draft("<p>一字未动</p>")));
        var same = as(LIAISON, () -> desk.edit(draft.id(), draft.version(), draft("<p>一字未动</p>")));
        assertThat(same.version()).isEqualTo(draft.version());
        var noted = as(LIAISON, () -> desk.noteChange(draft.id(), same.version(), "更正金额"));
        as(LIAISON, () -> desk.noteChange(draft.id(), noted.version(), "更正金额"));
        as(LIAISON, () -> desk.edit(draft.id(), noted.version(), draft("<p>动了一字</p>")));
        assertThat(journal.of("disclosure", String.valueOf(draft.id())).reversed())
                .extracting(JournalLine::act)
                .containsExactly("publication.draft", "publication.edit", "publication.edit");
    }

    private interface Step {
        Receipt run(int n) throws Exception;
    }

    private static List<String> together(int count, Step step) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Future<String>>();
            for (int i = 0; i < count; i++) {
                int n = i;
                tasks.add(threads.submit(() -> {
                    start.await();
                    try {
                        step.run(n);
                        return "ok";
                    } catch (Refused refused) {
                        return refused.refusal().messageKey();
                    }
                }));
            }
            start.countDown();
            for (var task : tasks) {
                results.add(task.get());
            }
        }
        return results;
    }

    private Receipt submitted() {
        var draft = as(LIAISON, () -> desk.draft(draft("<p>内容</p>")));
        return as(LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
    }

    private Receipt approve(Receipt receipt) {
        return desk.approve(receipt.id(), receipt.version(), ReviewConclusion.MAY_DISCLOSE, List.of());
    }

    private static DisclosureDraft draft(String html) {
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(BODY, "SA-01", "SA"),
                DisclosureDraft.Facts.of("关于并发的通知", LocalDate.of(2026, 9, 1), DisclosureType.ANNOUNCEMENT),
                html,
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    private <T> T as(Actor actor, Callable<T> task) {
        return current.callAs(actor, task);
    }

    private static Actor actor(String account, Duty duty) {
        return new Actor("races-" + account, account, BODY, Set.of(duty), Set.of(BODY), false);
    }
}
