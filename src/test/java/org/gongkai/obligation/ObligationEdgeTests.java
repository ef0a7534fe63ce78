package org.gongkai.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.FormationOutcome.Result;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.obligation.Rule.Terms;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.WithdrawalReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("公开义务的边角：几个机构、一天两件、先公开后登记、早于目录")
class ObligationEdgeTests {

    private static final String ITEM = "EDGE-01-001";
    private static final String ONE = "EDGE-A";
    private static final String OTHER = "EDGE-B";
    private static final String AREA = "EDGE";
    private static final Actor OFFICE = new Actor("edge-office", "政务公开科", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final ObligationDesk desk;
    private final Obligations obligations;
    private final ObligationFigures figures;
    private final Compiling compiling;
    private final Publications publications;
    private final CurrentActor current;
    private final TestClock clock;
    private final FactStore facts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ObligationEdgeTests(
            ObligationDesk desk,
            Obligations obligations,
            ObligationFigures figures,
            Compiling compiling,
            Publications publications,
            CurrentActor current,
            TestClock clock,
            FactStore facts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.obligations = obligations;
        this.figures = figures;
        this.compiling = compiling;
        this.publications = publications;
        this.current = current;
        this.clock = clock;
        this.facts = facts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Rolled back: compiling is of all catalogues, and others share the database. */
    private void undone(Actor actor, Runnable work) {
        current.runAs(
                actor,
                () -> transaction.executeWithoutResult(status -> {
                    work.run();
                    status.setRollbackOnly();
                }));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private void adopt() {
        compiling.compile(List.of(rule(ONE), rule(OTHER)));
    }

    private static Rule rule(String body) {
        return new Rule(new Pair(ITEM, body), day("2026-06-01"), new Terms(AREA, "审批结果", "20wd", "WORKDAYS", 1), null);
    }

    private FormationOutcome registered(String id, String body, String on, String title) {
        return desk.importFormations(List.of(new Formation(id, body, ITEM, day(on), title)))
                .getFirst();
    }

    private void published(long id, String body, String formedOn, String on, String title) {
        published(id, body, formedOn, on, title, null);
    }

    private void published(
            long id, String body, String formedOn, String on, String title, @Nullable LocalDate lapsesOn) {
        publications.take(new DisclosurePublished(
                id,
                1,
                body,
                ITEM,
                AREA,
                "",
                DisclosureType.POLICY_DOCUMENT,
                day(formedOn),
                Instant.EPOCH,
                day(on),
                title,
                "E/" + id,
                null,
                lapsesOn));
    }

    private List<Obligation> dated(String body) {
        return obligations
                .list(ObligationFilter.of(ObligationFilter.View.DATED).body(body), null, 100)
                .items();
    }

    private Coverage cell(String body, LocalDate asOf) {
        return figures.recounted(asOf).stream()
                .filter(cell -> body.equals(cell.body()))
                .findFirst()
                .orElse(new Coverage(body, AREA, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("同一事项几个机构都要公开：各算各的，一家公开不抵另一家")
    void each_body_owes_for_itself() {
        undone(OFFICE, () -> {
            adopt();
            registered("1", ONE, "2026-09-01", "甲");
            registered("1", OTHER, "2026-09-01", "甲");
            published(95001, ONE, "2026-09-01", "2026-09-02", "甲");

            assertThat(dated(ONE)).extracting(Obligation::state).containsExactly(ObligationState.MET);
            assertThat(dated(OTHER)).extracting(Obligation::state).containsExactly(ObligationState.OPEN);
            assertThat(cell(ONE, clock.today()).itemsCovered()).isEqualTo(1);
            assertThat(cell(OTHER, clock.today()).itemsCovered()).isZero();
        });
    }

    @Test
    @DisplayName("长期公示的要有一份有效的：到期就不再覆盖，换上有效的又覆盖；已经履行的不因此重开")
    void lapsed_information_covers_nothing() {
        undone(OFFICE, () -> {
            adopt();
            LocalDate today = clock.today();
            LocalDate lapse = today.plusDays(10);
            registered("v", ONE, "2026-09-01", "办事指南");
            published(95501, ONE, "2026-09-01", "2026-09-02", "办事指南", lapse);
            assertThat(cell(ONE, lapse.minusDays(1)).itemsCovered()).isEqualTo(1);
            assertThat(cell(ONE, lapse).itemsCovered()).isZero();

            clock.set(lapse);
            publications.lapse();
            assertThat(rolledUp(ONE, lapse)).isEqualTo(cell(ONE, lapse));
            assertThat(rolledUp(ONE, lapse).itemsOwed()).isEqualTo(1);
            assertThat(rolledUp(ONE, lapse).itemsCovered()).isZero();
            assertThat(dated(ONE)).extracting(Obligation::state).containsExactly(ObligationState.MET);

            published(95502, ONE, "2026-09-05", "2026-09-06", "新的办事指南", null);
            assertThat(rolledUp(ONE, lapse).itemsCovered()).isEqualTo(1);
            clock.set(today);
        });
    }

    private Coverage rolledUp(String body, LocalDate day) {
        return figures.rolledUp(day).stream()
                .filter(cell -> body.equals(cell.body()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("来源编号各单位自己编：看不见的别人的“1”号不挡住我的“1”号")
    void a_hidden_row_of_another_body_is_no_obstacle() {
        undone(OFFICE, () -> {
            adopt();
            assertThat(registered("1", ONE, "2026-09-01", "甲").result()).isEqualTo(Result.ADDED);
            assertThat(registered("1", OTHER, "2026-09-03", "乙").result()).isEqualTo(Result.ADDED);
            assertThat(registered("1", ONE, "2026-09-01", "甲").result()).isEqualTo(Result.UNCHANGED);
            assertThat(registered("1", OTHER, "2026-09-04", "乙").result()).isEqualTo(Result.CHANGED);
            assertThat(dated(ONE)).extracting(Obligation::formedOn).containsExactly(day("2026-09-01"));
        });
    }

    @Test
    @DisplayName("一天形成两件：按标题各归各的；撤回一件，只有那一件重新待公开")
    void two_formed_on_one_day_are_told_apart_by_title() {
        undone(OFFICE, () -> {
            adopt();
            registered("a", ONE, "2026-09-01", "第一件");
            registered("b", ONE, "2026-09-01", "第二件");
            published(95011, ONE, "2026-09-01", "2026-09-03", "第二件");
            assertThat(dated(ONE))
                    .extracting(Obligation::title, Obligation::state)
                    .containsExactlyInAnyOrder(tuple("第一件", ObligationState.OPEN), tuple("第二件", ObligationState.MET));

            published(95012, ONE, "2026-09-01", "2026-09-04", "第一件");
            assertThat(dated(ONE)).extracting(Obligation::state).containsOnly(ObligationState.MET);
            publications.take(new DisclosureWithdrawn(
                    95011,
                    ONE,
                    ITEM,
                    AREA,
                    day("2026-09-01"),
                    Instant.EPOCH,
                    day("2026-09-10"),
                    WithdrawalReason.PUBLISHED_IN_ERROR,
                    "E/95011",
                    null));
            assertThat(dated(ONE))
                    .filteredOn(one -> one.state() == ObligationState.OPEN)
                    .extracting(Obligation::title)
                    .containsExactly("第二件");
        });
    }

    @Test
    @DisplayName("先公开后登记：公开时带成文日期就产生了义务，登记不再加一条")
    void publishing_with_a_formation_day_makes_the_obligation() {
        undone(OFFICE, () -> {
            adopt();
            published(95021, ONE, "2026-09-01", "2026-09-02", "甲");
            Obligation made = dated(ONE).getFirst();
            assertThat(made.state()).isEqualTo(ObligationState.MET);
            assertThat(made.dueOn()).isEqualTo("2026-09-29");

            registered("late", ONE, "2026-09-01", "甲");
            assertThat(dated(ONE)).extracting(Obligation::id).containsExactly(made.id());
        });
    }

    @Test
    @DisplayName("形成早于目录生效：适用第一份目录的时限；更早的日子看，要求在、公开没有")
    void formed_before_the_first_catalogue() {
        undone(OFFICE, () -> {
            adopt();
            registered("early", ONE, "2026-03-02", "甲");
            Obligation early = dated(ONE).getFirst();
            assertThat(early.dueOn()).isEqualTo("2026-03-30");
            assertThat(early.overdue(clock.today())).isTrue();

            assertThat(cell(ONE, day("1999-01-01")).open()).isZero();
            assertThat(cell(ONE, day("1999-01-01")).itemsCovered()).isZero();
            assertThat(cell(ONE, day("2026-03-30")).overdue()).isZero();
            assertThat(cell(ONE, day("2026-03-31")).overdue()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("更正形成日：原来那天的作废，新的那天待公开，总数不多不少")
    void a_corrected_formation_day_moves_the_obligation() {
        undone(OFFICE, () -> {
            adopt();
            registered("m", ONE, "2026-09-01", "甲");
            assertThat(registered("m", ONE, "2026-09-07", "甲").result()).isEqualTo(Result.CHANGED);
            assertThat(dated(ONE))
                    .extracting(Obligation::formedOn, Obligation::state)
                    .containsExactlyInAnyOrder(
                            tuple(day("2026-09-01"), ObligationState.VOID),
                            tuple(day("2026-09-07"), ObligationState.OPEN));
            assertThat(cell(ONE, clock.today()).open()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("机构、事项认不出：说清楚是哪一样，用自己的一句话")
    void what_is_not_known_is_said() {
        undone(OFFICE, () -> {
            adopt();
            assertThat(List.of(
                            new Formation("x", "没有的局", ITEM, day("2026-09-01"), "甲"),
                            new Formation("y", ONE, "没有的领域/甲/乙", day("2026-09-01"), "甲")))
                    .extracting(line ->
                            desk.importFormations(List.of(line)).getFirst().problem())
                    .extracting(problem -> problem.messageKey())
                    .containsExactly("obligation.bodyUnknown", "obligation.itemUnknown");
        });
    }

    @Test
    @DisplayName("覆盖率在自己的事务里数：别人的事务里来问，当场说出来，不占第二条连接")
    void counting_inside_another_transaction_is_a_mistake() {
        undone(
                OFFICE,
                () -> assertThatThrownBy(() -> figures.coverage(null)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    @DisplayName("同一天、同一版数据只数一次；数据一变就重数")
    void counted_once_until_the_data_changes() {
        committed("insert into obligation.obligation (body, item, area, name, kind, key, slot, starts_on)"
                + " values ('EDGE-CACHE', 'EDGE', '99', '缓存', 'STANDING', 'standing', 'standing', date '2026-01-01')");
        List<List<Coverage>> counted = new CopyOnWriteArrayList<>();
        Runnable ask = () -> counted.add(figures.coverage(day("2026-09-01")));
        undone(OFFICE, () -> {
            facts.lock(); // nobody else changes anything meanwhile
            elsewhere(ask);
            elsewhere(ask);
        });
        committed("update obligation.obligation set name = '改了' where body = 'EDGE-CACHE'");
        ask.run();
        committed("delete from obligation.obligation where body = 'EDGE-CACHE'");
        ask.run();

        assertThat(counted.get(0)).anyMatch(cell -> "EDGE-CACHE".equals(cell.body()));
        assertThat(counted.get(1)).isSameAs(counted.get(0));
        assertThat(counted.get(2)).isNotSameAs(counted.get(0)).isEqualTo(counted.get(0));
        assertThat(counted.get(3)).noneMatch(cell -> "EDGE-CACHE".equals(cell.body()));
    }

    private void committed(String sql) {
        current.runAs(
                OFFICE,
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    private static void elsewhere(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
