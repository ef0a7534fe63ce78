package org.gongkai.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.OwedRow;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.obligation.Rule.Terms;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("存着的数据坏了一条：只搁下那一对，说出来，别的照常")
class UnreadTests {

    private static final String ITEM = "UNREAD-01-001";
    private static final String ONE = "UNREAD-A";
    private static final String OTHER = "UNREAD-B";
    private static final Actor OFFICE = new Actor("unread", "政务公开科", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final Compiling compiling;
    private final Recomputing recomputing;
    private final Publications publications;
    private final StatutoryLedger statutory;
    private final ChannelFacts channels;
    private final Obligations obligations;
    private final ObligationFigures figures;
    private final Catalogues catalogues;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final CurrentActor current;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final MockMvcTester mvc;
    private final PlatformTransactionManager transactions;

    UnreadTests(
            Compiling compiling,
            Recomputing recomputing,
            Publications publications,
            StatutoryLedger statutory,
            ChannelFacts channels,
            Obligations obligations,
            ObligationFigures figures,
            Catalogues catalogues,
            WorkingCalendars calendars,
            Journal journal,
            CurrentActor current,
            TestClock clock,
            JdbcClient jdbc,
            MockMvc mvc,
            PlatformTransactionManager transactions) {
        this.compiling = compiling;
        this.recomputing = recomputing;
        this.publications = publications;
        this.statutory = statutory;
        this.channels = channels;
        this.obligations = obligations;
        this.figures = figures;
        this.catalogues = catalogues;
        this.calendars = calendars;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
        this.mvc = MockMvcTester.create(mvc);
        this.transactions = transactions;
    }

    /** Rolled back: compiling is of all catalogues, and others share the database. */
    private void undone(Runnable work) {
        current.runAs(
                OFFICE,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    work.run();
                    status.setRollbackOnly();
                }));
    }

    private void compile(String limit, String kind) {
        compiling.compile(List.of(rule(ONE, limit, kind), rule(OTHER, limit, kind)));
    }

    private static Rule rule(String body, String limit, String kind) {
        return new Rule(
                new Pair(ITEM, body),
                LocalDate.parse("2026-09-01"),
                new Terms("UNREAD", "每月公布的名单", limit, kind, 1),
                null);
    }

    private List<LocalDate> periods(String body) {
        return obligations.list(ObligationFilter.of(ObligationFilter.View.DATED).body(body), null, 100).items().stream()
                .map(Obligation::startsOn)
                .sorted()
                .toList();
    }

    private void stored(String slot) {
        jdbc.sql("update obligation.obligation set slot = ? where body = ? and key = 'P2026-09-01'")
                .param(slot)
                .param(ONE)
                .update();
    }

    private List<UnreadPair> unread() {
        return obligations.unread().stream()
                .filter(pair -> pair.item().equals(ITEM))
                .toList();
    }

    private List<JournalLine> said() {
        return journal.of("obligations", "all").stream()
                .filter(line -> line.summary().contains(ONE))
                .toList();
    }

    @Test
    @DisplayName("一条坏了的格子：那一对搁下，清单和留痕里说出来，只说一次；别的机构照常有下一期；改好了自动补上")
    void a_damaged_slot_stops_only_its_own_pair() {
        undone(() -> {
            compile("monthly", "SCHEDULE");
            assertThat(periods(ONE)).hasSize(1).isEqualTo(periods(OTHER));

            stored("P2026-13-01");
            clock.set(LocalDate.parse("2026-12-01"));
            compile("monthly", "SCHEDULE");
            compile("monthly", "SCHEDULE");
            assertThat(periods(OTHER)).contains(LocalDate.parse("2026-12-01"));
            assertThat(periods(ONE)).doesNotContain(LocalDate.parse("2026-12-01"));
            assertThat(unread())
                    .containsExactly(new UnreadPair(ITEM, ONE, "P2026-13-01", LocalDate.parse("2026-12-01")));
            assertThat(said())
                    .singleElement()
                    .extracting(JournalLine::summary)
                    .asString()
                    .contains("读不懂", "P2026-13-01");
            assertThat(mvc.get().uri("/desk/obligations"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("存着的数据读不懂", "P2026-13-01");

            stored("P2026-09-01");
            compile("monthly", "SCHEDULE");
            assertThat(unread()).isEmpty();
            assertThat(periods(ONE)).isEqualTo(periods(OTHER));
        });
    }

    @Test
    @DisplayName("时限改了要重新归格：指明义务的凭据存坏了，也只搁下那一对")
    void a_damaged_pinned_slot_stops_only_its_own_pair() {
        undone(() -> {
            compile("20wd", "WORKDAYS");
            published(96501, ONE);
            published(96502, OTHER);
            jdbc.sql("update obligation.evidence set slot = 'F', pinned = 'F' where disclosure = 96501")
                    .update();

            compile("monthly", "SCHEDULE");
            assertThat(unread()).extracting(UnreadPair::body).containsExactly(ONE);
            assertThat(periods(OTHER)).contains(LocalDate.parse("2026-09-01"));
            assertThat(periods(ONE)).doesNotContain(LocalDate.parse("2026-09-01"));
        });
    }

    @Test
    @DisplayName("每小时的几件事各办各的：目录读不出来，失效的照样不再算，最后才报错")
    void what_fails_stops_none_of_the_others() {
        var unreadable = new Demands(catalogues) {
            @Override
            List<OwedRow> rows() {
                throw new IllegalStateException("目录读不出来");
            }
        };
        var reactions = new Reactions(
                unreadable,
                compiling,
                recomputing,
                publications,
                statutory,
                channels,
                calendars,
                current,
                transactions);
        undone(() -> {
            compile("20wd", "WORKDAYS");
            published(96503, ONE);
            assertThat(covered()).isEqualTo(1);

            clock.set(LocalDate.parse("2026-09-30"));
            assertThatThrownBy(reactions::everyHour).hasMessage("目录读不出来");
            assertThat(covered()).isZero();
        });
    }

    private long covered() {
        return figures.rolledUp(clock.today()).stream()
                .filter(cell -> ONE.equals(cell.body()))
                .mapToLong(Coverage::itemsCovered)
                .sum();
    }

    private void published(long id, String body) {
        publications.take(new DisclosurePublished(
                id,
                1,
                body,
                ITEM,
                "UNREAD",
                "",
                DisclosureType.POLICY_DOCUMENT,
                LocalDate.parse("2026-09-02"),
                Instant.EPOCH,
                LocalDate.parse("2026-09-03"),
                "九月的名单",
                "U/" + id,
                null,
                LocalDate.parse("2026-09-30")));
    }
}
