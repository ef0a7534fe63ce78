package org.gongkai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalFilter;
import org.gongkai.organisation.OrganisationDesk;
import org.gongkai.publication.DisclosureDraft;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.PublicationDesk;
import org.gongkai.publication.Receipt;
import org.gongkai.publication.ReviewConclusion;
import org.gongkai.publication.WithdrawalReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** F26：每一次改变恰好一行留痕，同一事务，只增；页面按职责看。 */
@GongkaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("操作留痕（F26）")
class JournalModuleTests {

    private static final String BODY = "JOURNAL-1";
    private static final String OTHER = "JOURNAL-2";
    private static final Pattern SUBJECT = Pattern.compile("String subjectType\\(\\) \\{\\s*return [^;]+;");
    private static final Pattern WORD = Pattern.compile("\"([A-Za-z]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/desk/journal\\?[^\"]*before=\\d+)\" rel=\"next\"");
    private static final Pattern AT = Pattern.compile("<time datetime=\"([^\"]+)\">");

    private final Staff staff;
    private final AccountDesk accounts;
    private final Accounts stored;
    private final Tokens tokens;
    private final OrganisationDesk organisation;
    private final PublicationDesk publication;
    private final Journal journal;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JournalModuleTests(
            ApplicationContext context,
            AccountDesk accounts,
            Accounts stored,
            Tokens tokens,
            OrganisationDesk organisation,
            PublicationDesk publication,
            Journal journal,
            CurrentActor current,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.staff = new Staff(context);
        this.accounts = accounts;
        this.stored = stored;
        this.tokens = tokens;
        this.organisation = organisation;
        this.publication = publication;
        this.journal = journal;
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @BeforeAll
    void bodies() {
        current.runAs(
                Actor.SYSTEM,
                () -> organisation.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of(BODY, "留痕甲局", "", "", "县级"),
                                List.of(OTHER, "留痕乙局", "", "", "县级")),
                        false));
    }

    private long lines() {
        return jdbc.sql("select count(*) from journal.line where account like 'verb-%'")
                .query(Long.class)
                .single();
    }

    private <T> T once(Map<String, Long> counts, String verb, Actor who, Callable<T> act) {
        long before = lines();
        T result = current.callAs(who, act);
        counts.put(verb, lines() - before);
        return result;
    }

    private static Actor person(String name, Duty... duties) {
        return new Actor("verb-" + name, "留痕人" + name, BODY, Set.of(duties), Set.of(BODY), false);
    }

    private static DisclosureDraft draft(String title) {
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(BODY, "", ""),
                DisclosureDraft.Facts.of(title, LocalDate.of(2026, 9, 1), DisclosureType.OTHER),
                "<p>留痕的正文</p>",
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    @Test
    @DisplayName("发布的每一个动词恰好一行")
    void every_verb_of_publishing_leaves_one_line() {
        var counts = new LinkedHashMap<String, Long>();
        var author = person("author", Duty.LIAISON);
        var head = person("head", Duty.SECTION_HEAD);
        var secrecy = person("secrecy", Duty.SECRECY_REVIEWER);
        var signer = person("signer", Duty.SIGNER);
        var a = once(counts, "draft", author, () -> publication.draft(draft("留痕一")));
        var b = once(counts, "edit", author, () -> publication.edit(a.id(), a.version(), draft("留痕二")));
        var c = once(counts, "submit", author, () -> publication.submit(b.id(), b.version(), ""));
        var d = once(counts, "recall", author, () -> publication.recall(c.id(), c.version()));
        var e = once(counts, "submit again", author, () -> publication.submit(d.id(), d.version(), ""));
        var f = once(counts, "return", head, () -> publication.returnToAuthor(e.id(), e.version(), "改标题"));
        var g = once(counts, "submit third", author, () -> publication.submit(f.id(), f.version(), ""));
        var h = once(counts, "approve", head, () -> approve(g));
        var i = once(counts, "clear", secrecy, () -> approve(h));
        var at = clock.instant().plusSeconds(7_200);
        var j = once(counts, "schedule", signer, () -> publication.sign(i.id(), i.version(), at));
        var k = once(counts, "cancel", signer, () -> publication.cancelSchedule(j.id(), j.version()));
        var l = once(counts, "sign", signer, () -> publication.sign(k.id(), k.version(), null));
        var m = once(counts, "correct", author, () -> publication.correct(l.id(), l.version(), "更正"));
        var n = once(counts, "note", author, () -> publication.noteChange(m.id(), m.version(), "更正说明"));
        var o = once(counts, "discard", author, () -> publication.discard(n.id(), n.version()));
        once(
                counts,
                "withdraw",
                signer,
                () -> publication.withdraw(o.id(), o.version(), WithdrawalReason.PUBLISHED_IN_ERROR, "重复", null));
        assertThat(counts.values()).as(counts.toString()).containsOnly(1L);
        assertThat(counts).hasSize(16);
        assertThat(journal.of("disclosure", String.valueOf(a.id())))
                .allSatisfy(line -> assertThat(line.body()).isEqualTo(BODY));
    }

    private Receipt approve(Receipt seen) {
        return publication.approve(seen.id(), seen.version(), ReviewConclusion.MAY_DISCLOSE, List.of());
    }

    @Test
    @DisplayName("账号、令牌、机构的每一个动词恰好一行；被拒的一行也没有")
    void every_verb_of_administration_leaves_one_line() {
        var counts = new LinkedHashMap<String, Long>();
        var keeper = person("keeper", Duty.SECURITY_ADMINISTRATOR);
        var office = new Actor("verb-office", "公开科", null, Set.of(Duty.OFFICE), Set.of(), true);
        var duties = EnumSet.of(Duty.LIAISON);
        long id = once(counts, "add", keeper, () -> accounts.add("verb.person", "某人", BODY, duties, Staff.PASSWORD));
        once(counts, "change", keeper, run(() -> accounts.change(id, "某人改名", BODY, duties)));
        once(counts, "disable", keeper, run(() -> accounts.enable(id, false)));
        once(counts, "enable", keeper, run(() -> accounts.enable(id, true)));
        once(counts, "reset", keeper, run(() -> accounts.resetPassword(id, "另一句更长的口令话2026")));
        once(counts, "password", keeper, run(() -> accounts.changePassword(id, "另一句更长的口令话2026", Staff.PASSWORD)));
        String secret = AccountDesk.newSecret();
        once(counts, "enrol", keeper, () -> accounts.enrol(id, secret, staff.code(secret)));
        once(counts, "clear", keeper, run(() -> accounts.clearSecondFactor(id)));
        once(counts, "sessions", keeper, run(() -> accounts.endOtherSessions(id)));
        var until = LocalDate.now(clock).plusDays(3);
        once(counts, "token", keeper, () -> tokens.issue(id, "留痕", duties, null, until));
        long token = tokens.of(id).getFirst().id();
        once(counts, "revoke", keeper, run(() -> tokens.revoke(id, token)));
        once(
                counts,
                "bodies",
                office,
                () -> organisation.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of("JOURNAL-3", "留痕丙局", "", "", "县级")),
                        false));
        assertThat(counts.values()).as(counts.toString()).containsOnly(1L);

        long before = lines();
        current.runAs(
                keeper,
                () -> assertThatThrownBy(() -> accounts.add("verb.person", "重名", BODY, duties, Staff.PASSWORD))
                        .isInstanceOf(RuntimeException.class));
        assertThat(lines()).isEqualTo(before);
        assertThat(stored.find("verb.person").orElseThrow().name()).isEqualTo("某人改名");
    }

    private static Callable<Boolean> run(Runnable task) {
        return () -> {
            task.run();
            return true;
        };
    }

    @Test
    @DisplayName("业务回滚，留痕也没有；留痕改不了、删不了")
    void the_line_lives_and_dies_with_its_transaction() {
        long before = lines();
        current.runAs(
                person("gone", Duty.LIAISON),
                () -> transaction.executeWithoutResult(status -> {
                    publication.draft(draft("会回滚的"));
                    assertThat(lines()).isEqualTo(before + 1);
                    status.setRollbackOnly();
                }));
        assertThat(lines()).isEqualTo(before);
        for (String forbidden :
                List.of("update journal.line set summary = 'x'", "delete from journal.line", "truncate journal.line")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    @DisplayName("留痕页：按职责看得到的范围、筛选、续页不重不漏")
    void the_page_shows_what_the_duty_covers() throws IOException {
        for (String body : List.of(BODY, OTHER)) {
            var who = new Actor("page-" + body, "页面" + body, body, Set.of(Duty.LIAISON), Set.of(body), false);
            for (int i = 0; i < 60; i++) {
                int number = i;
                current.runAs(
                        who,
                        () -> publication.draft(new DisclosureDraft(
                                DisclosureDraft.Placement.of(body, "", ""),
                                DisclosureDraft.Facts.of("第" + number, LocalDate.of(2026, 9, 1), DisclosureType.OTHER),
                                "<p>x</p>",
                                List.of(),
                                DisclosureDraft.Openness.PROACTIVE)));
            }
        }
        var liaison = staff.signedIn(BODY, Duty.LIAISON);
        assertThat(liaison.get("/desk/journal?account=page-" + BODY).body()).contains("页面" + BODY);
        assertThat(liaison.get("/desk/journal?account=page-" + OTHER).body()).doesNotContain("页面" + OTHER);
        assertThat(liaison.get("/desk/journal?body=" + OTHER).body()).doesNotContain("页面" + OTHER);
        var auditor = staff.signedIn(null, Duty.AUDITOR);
        assertThat(auditor.get("/desk/journal?account=page-" + OTHER).body()).contains("页面" + OTHER);
        assertThat(auditor.get("/desk/journal?kind=account").body()).doesNotContain("页面" + OTHER);
        assertThat(kinds())
                .contains("route", "catalogueAdaptation", "formation")
                .allSatisfy(kind ->
                        assertThat(auditor.get("/desk/journal").body()).contains("<option value=\"" + kind + "\""));
        var keeper = staff.signedIn(null, Duty.SECURITY_ADMINISTRATOR);
        assertThat(keeper.get("/desk/journal").body())
                .doesNotContain("页面" + OTHER)
                .contains("账号");
        assertThat(staff.signedIn(BODY, Duty.WINDOW).get("/desk/journal").statusCode())
                .isEqualTo(403);

        var seen = new ArrayList<String>();
        String path = "/desk/journal?account=page-" + OTHER;
        while (path != null) {
            String page = auditor.get(path).body();
            AT.matcher(page).results().forEach(found -> seen.add(found.group(1)));
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(60);
        assertThat(new LinkedHashSet<>(seen)).hasSizeGreaterThan(50);
        var unreadable = auditor.get("/desk/journal?from=2026-02-30");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("“2026-02-30”不是日期（参数 from）");
        assertThat(auditor.get("/desk/journal?from=2199-01-01").body()).contains("没有符合条件的留痕");
        assertThat(journal.find(
                        new JournalFilter("page-" + OTHER, null, null, null, null, Set.of(BODY), null),
                        Long.MAX_VALUE,
                        10))
                .isEmpty();
    }

    /** 源码里每一种留痕的对象。 What the sources ever leave lines about. */
    private static Set<String> kinds() throws IOException {
        var kinds = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                SUBJECT.matcher(Files.readString(source))
                        .results()
                        .forEach(method ->
                                WORD.matcher(method.group()).results().forEach(word -> kinds.add(word.group(1))));
            }
        }
        return kinds;
    }
}
