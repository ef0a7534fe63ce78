package org.gongkai.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.catalogue.Channel;
import org.gongkai.catalogue.DisclosureMode;
import org.gongkai.catalogue.OwedRow;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.OutletRecorded;
import org.gongkai.publication.OutletStruck;
import org.gongkai.publication.WithdrawalReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("各渠道的应公开、已公开（R-CAT-11）")
class ChannelFiguresTests {

    private static final String BODY = "CHN-MZJ";
    private static final String AREA = "CHN";
    private static final String ONE = "CHN-01-001";
    private static final String TWO = "CHN-01-002";
    private static final String NONE = "CHN-01-003";

    private final ChannelFigures figures;
    private final ObligationFigures all;
    private final ChannelFacts channels;
    private final Compiling compiling;
    private final Publications publications;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    ChannelFiguresTests(
            ChannelFigures figures,
            ObligationFigures all,
            ChannelFacts channels,
            Compiling compiling,
            Publications publications,
            CurrentActor current,
            JdbcClient jdbc,
            TestClock clock,
            PlatformTransactionManager transactions) {
        this.figures = figures;
        this.all = all;
        this.channels = channels;
        this.compiling = compiling;
        this.publications = publications;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private void undone(Runnable work) {
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    work.run();
                    status.setRollbackOnly();
                }));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static OwedRow row(String item, String from, Channel... channels) {
        return new OwedRow(
                1,
                item,
                AREA,
                "低保",
                item,
                "20wd",
                TimeLimitPhrase.Kind.WORKDAYS,
                DisclosureMode.PROACTIVE,
                Set.of(BODY),
                Set.of(channels),
                day(from));
    }

    private void adopt(OwedRow... rows) {
        compiling.compile(Demands.rules(List.of(rows)));
        channels.demanded(List.of(rows));
    }

    private void adopt() {
        adopt(
                row(ONE, "2026-01-01", Channel.WEBSITE, Channel.GAZETTE),
                row(TWO, "2026-01-01", Channel.WEBSITE, Channel.GAZETTE, Channel.NOTICE_BOARD),
                row(NONE, "2026-01-01"));
    }

    private void published(long id, String item, String on, @Nullable String lapses) {
        publications.take(new DisclosurePublished(
                id,
                1,
                BODY,
                item,
                AREA,
                "",
                DisclosureType.POLICY_DOCUMENT,
                day("2026-03-01"),
                Instant.EPOCH,
                day(on),
                "甲",
                "CHN/" + id,
                null,
                lapses == null ? null : day(lapses)));
    }

    private void withdrawn(long id, String item, String on) {
        publications.take(new DisclosureWithdrawn(
                id,
                BODY,
                item,
                AREA,
                day("2026-03-01"),
                Instant.EPOCH,
                day(on),
                WithdrawalReason.PUBLISHED_IN_ERROR,
                "CHN/" + id,
                null));
    }

    private static OutletRecorded told(long outlet, long disclosure, Channel channel, String on) {
        return new OutletRecorded(outlet, disclosure, BODY, channel, day(on), "某处");
    }

    private String counted(LocalDate asOf) {
        return String.join(
                " ",
                figures.counted(asOf).stream()
                        .filter(cell -> BODY.equals(cell.body()))
                        .map(cell -> cell.channel() + "=" + cell.itemsCovered() + "/" + cell.itemsOwed())
                        .toList());
    }

    /** 清单的条数就是那个数字。 */
    private void listedAsCounted(LocalDate asOf) {
        for (ChannelCoverage cell : figures.counted(asOf)) {
            if (BODY.equals(cell.body())) {
                assertThat(listed(cell.channel(), null, asOf)).hasSize(Math.toIntExact(cell.itemsOwed()));
                assertThat(listed(cell.channel(), true, asOf)).hasSize(Math.toIntExact(cell.itemsCovered()));
                assertThat(listed(cell.channel(), false, asOf))
                        .hasSize(Math.toIntExact(cell.itemsOwed() - cell.itemsCovered()));
            }
        }
    }

    private List<ChannelItem> listed(@Nullable Channel channel, @Nullable Boolean covered, LocalDate asOf) {
        List<ChannelItem> items = new ArrayList<>();
        String cursor = null;
        do {
            var page = figures.items(new ChannelFilter(channel, covered, BODY, AREA, asOf), cursor, 1);
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return items;
    }

    @Test
    @DisplayName("公开是政府网站，登记的是其他渠道，划去、撤回、失效就不算；过去的每一天也能重推；点开的条数就是数字")
    void figures_follow_what_happened() {
        undone(() -> {
            adopt();
            assertThat(counted(clock.today())).isEqualTo("WEBSITE=0/2 GAZETTE=0/2 NOTICE_BOARD=0/1 null=0/1");
            published(95001, ONE, "2026-03-10", null);
            published(95002, TWO, "2026-03-12", "2026-12-01");
            channels.take(told(970001, 95001, Channel.GAZETTE, "2026-04-01"));
            channels.take(told(970002, 95002, Channel.GAZETTE, "2026-05-01"));
            channels.take(told(970003, 95002, Channel.PRINT, "2026-05-01"));
            channels.take(told(970004, 95002, Channel.NOTICE_BOARD, "2026-06-01"));
            assertThat(counted(clock.today())).isEqualTo("WEBSITE=2/2 GAZETTE=2/2 NOTICE_BOARD=1/1 null=0/1");
            assertThat(listed(Channel.NOTICE_BOARD, true, clock.today()))
                    .extracting(ChannelItem::disclosure, ChannelItem::on)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(95002L, day("2026-06-01")));
            listedAsCounted(clock.today());

            assertThat(counted(day("2026-03-11"))).isEqualTo("WEBSITE=1/2 GAZETTE=0/2 NOTICE_BOARD=0/1 null=0/1");
            assertThat(counted(day("2026-04-30"))).isEqualTo("WEBSITE=2/2 GAZETTE=1/2 NOTICE_BOARD=0/1 null=0/1");
            assertThat(counted(day("2026-05-01"))).isEqualTo("WEBSITE=2/2 GAZETTE=2/2 NOTICE_BOARD=0/1 null=0/1");
            listedAsCounted(day("2026-04-30"));

            channels.take(new OutletStruck(
                    970004, 95002, BODY, Channel.NOTICE_BOARD, day("2026-06-01"), clock.today(), "写错了"));
            assertThat(counted(day("2026-07-01"))).as("划去的从来不算").contains("NOTICE_BOARD=0/1");
            withdrawn(95001, ONE, "2026-09-01");
            assertThat(counted(clock.today())).isEqualTo("WEBSITE=1/2 GAZETTE=1/2 NOTICE_BOARD=0/1 null=0/1");
            assertThat(counted(day("2026-08-31"))).as("撤回以前照当时").contains("GAZETTE=2/2");
            clock.set(day("2026-12-01"));
            publications.lapse();
            assertThat(counted(clock.today())).as("失效").contains("WEBSITE=0/2 GAZETTE=0/2");
            listedAsCounted(clock.today());
        });
    }

    @Test
    @DisplayName("目录改了渠道：从那一版生效起按新的，以前的日子按旧的；同一份再编译什么也不变")
    void a_changed_demand_keeps_the_former_days() {
        undone(() -> {
            adopt();
            OwedRow[] later = {
                row(ONE, "2026-07-01", Channel.WEBSITE, Channel.PRINT),
                row(TWO, "2026-07-01", Channel.WEBSITE, Channel.GAZETTE, Channel.NOTICE_BOARD),
                row(NONE, "2026-07-01", Channel.BROADCAST)
            };
            adopt(later);
            String then = "WEBSITE=0/2 GAZETTE=0/2 NOTICE_BOARD=0/1 null=0/1";
            String now = "WEBSITE=0/2 GAZETTE=0/1 BROADCAST=0/1 PRINT=0/1 NOTICE_BOARD=0/1";
            assertThat(counted(clock.today())).isEqualTo(now);
            assertThat(counted(day("2026-06-30"))).isEqualTo(then);
            assertThat(counted(day("2026-07-01"))).isEqualTo(now);
            assertThat(counted(day("2025-06-01"))).as("早于第一份目录的按第一份").isEqualTo(then);
            long revision = revision();
            long rows = rows();
            adopt(later);
            assertThat(rows()).isEqualTo(rows);
            assertThat(revision()).isEqualTo(revision);
        });
    }

    private long rows() {
        return jdbc.sql("select count(*) from obligation.channel_demand where body = ?")
                .param(BODY)
                .query(Long.class)
                .single();
    }

    private long revision() {
        return jdbc.sql("select n from obligation.revision").query(Long.class).single();
    }

    @Test
    @DisplayName("事件先后打乱、来两次，数字一样；政府网站一格总是等于覆盖率")
    void order_and_repetition_do_not_matter() {
        var random = new Random(7);
        for (int round = 0; round < 6; round++) {
            undone(() -> {
                adopt();
                List<Runnable> events = new ArrayList<>(List.of(
                        () -> published(95011, ONE, "2026-03-10", null),
                        () -> published(95012, TWO, "2026-03-10", null),
                        () -> withdrawn(95011, ONE, "2026-08-01"),
                        () -> channels.take(told(970011, 95011, Channel.GAZETTE, "2026-04-01")),
                        () -> channels.take(told(970012, 95012, Channel.GAZETTE, "2026-04-02")),
                        () -> channels.take(told(970013, 95012, Channel.NOTICE_BOARD, "2026-04-02")),
                        () -> channels.take(new OutletStruck(
                                970013,
                                95012,
                                BODY,
                                Channel.NOTICE_BOARD,
                                day("2026-04-02"),
                                day("2026-05-01"),
                                "错"))));
                events.addAll(List.copyOf(events));
                Collections.shuffle(events, random);
                events.forEach(Runnable::run);
                assertThat(counted(clock.today())).isEqualTo("WEBSITE=1/2 GAZETTE=1/2 NOTICE_BOARD=0/1 null=0/1");
                for (LocalDate asOf : List.of(clock.today(), day("2026-07-31"), day("2026-03-09"))) {
                    long website = figures.counted(asOf).stream()
                            .filter(cell -> BODY.equals(cell.body()) && cell.channel() == Channel.WEBSITE)
                            .mapToLong(ChannelCoverage::itemsCovered)
                            .sum();
                    long covered = all.recounted(asOf).stream()
                            .filter(cell -> BODY.equals(cell.body()))
                            .mapToLong(Coverage::itemsCovered)
                            .sum();
                    assertThat(website).as(asOf.toString()).isEqualTo(covered);
                }
            });
        }
    }
}
