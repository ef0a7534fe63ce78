package org.gongkai.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.deadline.HolidayNotice;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.obligation.FormationOutcome.Result;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.obligation.Rule.Terms;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.DisclosuresImported;
import org.gongkai.publication.WithdrawalReason;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("公开义务：从目录到覆盖率")
class ObligationModuleTests {

    private static final String ITEM = "OBL-01-001";
    private static final String MONTHLY = "OBL-01-002";
    private static final String BODY = "OBL-MZJ";
    private static final String AREA = "OBL";
    private static final Actor OFFICE = new Actor("obl-office", "政务公开科", null, Set.of(Duty.OFFICE), Set.of(), true);
    private static final Actor LIAISON = new Actor("obl-li", "李联络", BODY, Set.of(Duty.LIAISON), Set.of(BODY), false);

    private final ObligationDesk desk;
    private final Obligations obligations;
    private final ObligationFigures figures;
    private final Compiling compiling;
    private final Publications publications;
    private final Recomputing recomputing;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final CurrentActor current;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    ObligationModuleTests(
            ObligationDesk desk,
            Obligations obligations,
            ObligationFigures figures,
            Compiling compiling,
            Publications publications,
            Recomputing recomputing,
            WorkingCalendars calendars,
            Journal journal,
            CurrentActor current,
            TestClock clock,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.obligations = obligations;
        this.figures = figures;
        this.compiling = compiling;
        this.publications = publications;
        this.recomputing = recomputing;
        this.calendars = calendars;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything is rolled back: compiling is of all catalogues, and others share the database. */
    private void undone(Runnable work) {
        current.runAs(
                OFFICE,
                () -> transaction.executeWithoutResult(status -> {
                    work.run();
                    status.setRollbackOnly();
                }));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Rule rule(String item, String from, @Nullable String limit, String kind) {
        return new Rule(new Pair(item, BODY), day(from), new Terms(AREA, "低保－公告", limit, kind, 1), null);
    }

    private void adopt() {
        compiling.compile(List.of(
                rule(ITEM, "2026-01-01", "20wd", "WORKDAYS"), rule(MONTHLY, "2026-08-01", "monthly", "SCHEDULE")));
    }

    private long formed(String id, String on, String title) {
        return desk.registerFormation(new Formation(id, BODY, ITEM, day(on), title), ObligationDesk.Source.DESK);
    }

    private void published(long id, @Nullable String formedOn, String on, String title, @Nullable Long obligation) {
        publications.take(new DisclosurePublished(
                id,
                1,
                BODY,
                ITEM,
                AREA,
                "",
                DisclosureType.POLICY_DOCUMENT,
                formedOn == null ? null : day(formedOn),
                Instant.EPOCH,
                day(on),
                title,
                "X/" + id,
                obligation == null ? null : obligation.toString(),
                null));
    }

    private void withdrawn(long id, String formedOn, String on, WithdrawalReason reason) {
        publications.take(new DisclosureWithdrawn(
                id, BODY, ITEM, AREA, day(formedOn), Instant.EPOCH, day(on), reason, "X/" + id, null));
    }

    private List<Obligation> listed(ObligationFilter.View view) {
        return obligations.list(ObligationFilter.of(view).body(BODY), null, 100).items();
    }

    /** Other tests share the ledger, and for some of them it is a later year. */
    private static List<Coverage> own(List<Coverage> cells) {
        return cells.stream().filter(cell -> BODY.equals(cell.body())).toList();
    }

    private Coverage cell(LocalDate asOf) {
        LocalDate today = clock.today();
        List<Coverage> recounted = own(figures.recounted(asOf));
        if (asOf.equals(today)) {
            assertThat(own(figures.rolledUp(today))).as("汇总等于逐条清点").isEqualTo(recounted);
        }
        return recounted.stream().findFirst().orElse(new Coverage(BODY, AREA, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("N1：形成 → 到期 → 逾期 → 迟延公开 → 撤回重新待公开，覆盖率随之，过去的每一天也能重推")
    void an_obligation_lives_its_life_and_coverage_follows() {
        undone(() -> {
            adopt();
            assertThat(cell(clock.today())).isEqualTo(new Coverage(BODY, AREA, 2, 0, 1, 1, 0, 0, 0));
            formed("obl-1", "2026-09-24", "关于低保标准的公告");

            Obligation open = listed(ObligationFilter.View.OPEN).getLast();
            assertThat(open.dueOn()).isEqualTo("2026-10-29");
            assertThat(open.state()).isEqualTo(ObligationState.OPEN);

            clock.set(day("2026-10-29"));
            assertThat(open.overdue(clock.today())).isFalse();
            clock.set(day("2026-10-30"));
            assertThat(cell(clock.today()).overdue()).isEqualTo(3);
            published(90001, "2026-09-24", "2026-10-30", "关于低保标准的公告", null);

            Obligation met = obligations.find(open.id()).orElseThrow();
            assertThat(met.state()).isEqualTo(ObligationState.MET);
            assertThat(met.late()).isTrue();
            assertThat(met.metBy()).isEqualTo(90001);
            assertThat(cell(clock.today()).metLate()).isEqualTo(1);
            assertThat(cell(clock.today()).itemsCovered()).isEqualTo(1);

            clock.set(day("2026-11-02"));
            withdrawn(90001, "2026-09-24", "2026-11-02", WithdrawalReason.PUBLISHED_IN_ERROR);
            assertThat(obligations.find(open.id()).orElseThrow().state()).isEqualTo(ObligationState.OPEN);
            assertThat(cell(clock.today()).itemsCovered()).isZero();
            assertThat(cell(day("2026-10-31")).metLate()).as("过去的一天照当时").isEqualTo(1);
            assertThat(cell(day("2026-10-31")).itemsCovered()).isEqualTo(1);
            assertThat(cell(day("2026-10-29")).overdue()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("公示期满撤回：义务已经履行，不再待公开，但事项不再被覆盖")
    void a_lawful_end_of_display_does_not_reopen() {
        undone(() -> {
            adopt();
            published(90002, "2026-09-24", "2026-09-24", "公示", null);
            withdrawn(90002, "2026-09-24", "2026-09-24", WithdrawalReason.DISPLAY_PERIOD_OVER);
            assertThat(cell(clock.today()).metOnTime()).isEqualTo(1);
            assertThat(cell(clock.today()).itemsCovered()).isZero();
        });
    }

    @Test
    @DisplayName("指明义务的公开，形成日不同也履行那一条")
    void an_explicit_obligation_is_discharged() {
        undone(() -> {
            adopt();
            formed("obl-2", "2026-09-01", "甲");
            Obligation open = listed(ObligationFilter.View.OPEN).stream()
                    .filter(one -> one.title().equals("甲"))
                    .findFirst()
                    .orElseThrow();
            published(90003, "2026-09-02", "2026-09-20", "另一个标题", open.id());
            assertThat(obligations.find(open.id()).orElseThrow().metBy()).isEqualTo(90003);
            assertThat(cell(clock.today()).metOnTime()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("本期无新增：要有理由；按时公开优先，逾期之后公开不改变说明")
    void nothing_new_is_an_act_with_a_reason() {
        undone(() -> {
            adopt();
            Obligation august = listed(ObligationFilter.View.OVERDUE).getFirst();
            assertThat(august.kind()).isEqualTo(ObligationKind.PERIODIC);
            assertThat(august.dueOn()).isEqualTo("2026-08-31");
            assertThatThrownBy(() -> desk.excuse(august.id(), Excuse.NOTHING_NEW, " "))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e -> assertThat(e.refusal().messageKey()).isEqualTo("obligation.reasonNeeded"));
            desk.excuse(august.id(), Excuse.NOTHING_NEW, "八月没有新的公告");
            assertThat(obligations.find(august.id()).orElseThrow().state()).isEqualTo(ObligationState.EXCUSED);
            assertThat(cell(clock.today()).excused()).isEqualTo(1);
            assertThat(journal.of("obligation", String.valueOf(august.id()))
                            .getFirst()
                            .summary())
                    .contains("八月没有新的公告");
            assertThatThrownBy(() -> desk.excuse(august.id(), Excuse.OTHER, "再说一次"))
                    .isInstanceOf(Refused.class);
        });
    }

    @Test
    @DisplayName("目录重新编译：同一份什么也不变；撤下的行，待公开的作废、已公开的保留；恢复后重新待公开")
    void compiling_again_changes_nothing_and_withdrawn_rows_void() {
        undone(() -> {
            adopt();
            formed("obl-3", "2026-09-01", "甲");
            formed("obl-4", "2026-09-02", "乙");
            published(90004, "2026-09-02", "2026-09-10", "乙", null);
            Coverage before = cell(clock.today());
            adopt();
            assertThat(cell(clock.today())).isEqualTo(before);
            compiling.compile(List.of(rule(MONTHLY, "2026-08-01", "monthly", "SCHEDULE")));
            assertThat(cell(clock.today())).isEqualTo(new Coverage(BODY, AREA, 1, 0, 1, 1, 1, 0, 0));
            adopt();
            assertThat(cell(clock.today())).isEqualTo(before);
        });
    }

    @Test
    @DisplayName("目录改时限：之后形成的按新的，之前形成的不追溯；从按件改为按月也能重推")
    void a_changed_limit_recompiles() {
        undone(() -> {
            adopt();
            formed("obl-5", "2026-09-01", "甲");
            compiling.compile(List.of(
                    rule(ITEM, "2026-09-10", "5wd", "WORKDAYS"), rule(MONTHLY, "2026-08-01", "monthly", "SCHEDULE")));
            formed("obl-6", "2026-09-11", "乙");
            assertThat(listed(ObligationFilter.View.DATED).stream()
                            .filter(one -> one.item().equals(ITEM))
                            .map(one -> String.valueOf(one.dueOn())))
                    .containsExactly("2026-09-18", "2026-09-29");
            compiling.compile(List.of(
                    rule(ITEM, "2026-09-10", "monthly", "SCHEDULE"),
                    rule(MONTHLY, "2026-08-01", "monthly", "SCHEDULE")));
            assertThat(listed(ObligationFilter.View.OPEN))
                    .filteredOn(one -> one.item().equals(ITEM))
                    .extracting(Obligation::kind)
                    .contains(ObligationKind.PERIODIC, ObligationKind.FORMED);
            assertThat(own(figures.rolledUp(clock.today()))).isEqualTo(own(figures.recounted(clock.today())));
        });
    }

    @Test
    @DisplayName("晚到的放假通知：正在计算的重算，留痕写明几条、从哪天到哪天；再来一次什么也不变")
    void a_late_notice_recomputes_and_says_so() {
        undone(() -> {
            adopt();
            formed("obl-7", "2026-09-24", "甲");
            WorkingCalendar now = calendars.current();
            List<HolidayNotice> notices = new ArrayList<>(now.notices());
            notices.add(new HolidayNotice(
                    "x",
                    2026,
                    null,
                    "临时放假",
                    day("2026-09-25"),
                    null,
                    null,
                    List.of(new HolidayNotice.Day(day("2026-10-12"), "临时放假", false))));
            WorkingCalendar longer = WorkingCalendar.of(now.edition() + 1000, notices, List.of());

            ObligationsRecomputed event =
                    recomputing.recompute(longer, "国办发明电〔2026〕9号.json").orElseThrow();

            assertThat(event.changed()).as("别的测试的也在库里").isPositive();
            assertThat(event.summary()).contains(event.changed() + " 条最后一日有变").contains("国办发明电〔2026〕9号");
            assertThat(journal.of("obligations", "all").getFirst().summary()).isEqualTo(event.summary());
            assertThat(listed(ObligationFilter.View.OPEN).getLast().dueOn()).isEqualTo("2026-10-30");
            assertThat(recomputing.recompute(longer, "再来一次")).isEmpty();
        });
    }

    @Test
    @DisplayName("成批登记：同一编号再来不变，改了的更正，有问题的行单独退回")
    void formations_are_imported_by_the_batch() {
        undone(() -> {
            adopt();
            var lines = List.of(
                    new Formation("b-1", BODY, ITEM, day("2026-09-01"), "甲"),
                    new Formation("b-1", BODY, ITEM, day("2026-09-01"), "甲"),
                    new Formation("b-2", BODY, "没有这项", day("2026-09-01"), "乙"),
                    new Formation("b-3", BODY, ITEM, day("2027-09-01"), "丙"));
            assertThat(desk.importFormations(lines))
                    .extracting(FormationOutcome::result)
                    .containsExactly(Result.ADDED, Result.REJECTED, Result.REJECTED, Result.REJECTED);
            var contradiction = List.of(
                    new Formation("b-4", BODY, ITEM, day("2026-09-01"), "丁"),
                    new Formation("b-4", BODY, ITEM, day("2026-09-03"), "丁"));
            assertThat(desk.importFormations(contradiction).getLast().problem())
                    .extracting(problem -> problem.messageKey())
                    .isEqualTo("obligation.twiceInFile");
            var unnumbered = List.of(new Formation(null, BODY, ITEM, day("2026-09-05"), "没有编号的"));
            assertThat(desk.importFormations(unnumbered).getFirst().result()).isEqualTo(Result.ADDED);
            assertThat(desk.importFormations(unnumbered).getFirst().result())
                    .as("没有编号的，导入两次也等于一次")
                    .isEqualTo(Result.UNCHANGED);
            assertThat(desk.importFormations(lines.subList(0, 1)).getFirst().result())
                    .isEqualTo(Result.UNCHANGED);
            var moved = List.of(new Formation("b-1", BODY, ITEM, day("2026-09-02"), "甲"));
            assertThat(desk.importFormations(moved).getFirst().result()).isEqualTo(Result.CHANGED);
            assertThat(listed(ObligationFilter.View.OPEN))
                    .filteredOn(one -> one.item().equals(ITEM))
                    .extracting(Obligation::formedOn)
                    .containsExactly(day("2026-09-01"), day("2026-09-02"), day("2026-09-05"));
        });
    }

    @Test
    @DisplayName("别的机构的人看不到、改不了")
    void another_body_sees_and_changes_nothing() {
        var stranger = new Actor("obl-x", "路人", "OBL-JYJ", Set.of(Duty.LIAISON), Set.of("OBL-JYJ"), false);
        current.runAs(stranger, () -> {
            assertThat(obligations
                            .list(ObligationFilter.of(ObligationFilter.View.DATED), null, 10)
                            .items())
                    .noneMatch(one -> !one.body().equals("OBL-JYJ"));
            assertThatThrownBy(() -> desk.registerFormation(
                            new Formation(null, BODY, ITEM, day("2026-09-01"), "甲"), ObligationDesk.Source.DESK))
                    .isInstanceOf(Refused.class);
        });
        assertThat(LIAISON.reaches(BODY)).isTrue();
    }

    @Test
    @DisplayName("同一批事件以任意次序、带重复地处理，数据库里的结果相同，汇总等于清点")
    void the_database_ends_the_same_in_any_order() {
        List<Runnable> events = List.of(
                () -> formed("r-1", "2026-09-01", "甲"),
                () -> desk.importFormations(List.of(new Formation("r-2", BODY, ITEM, day("2026-09-02"), "乙"))),
                () -> published(91001, "2026-09-01", "2026-09-10", "甲", null),
                () -> publications.take(
                        new DisclosuresImported("t", List.of(line(91002, "2026-09-02", "2026-09-24")), List.of())),
                () -> published(91003, "2026-08-03", "2026-09-10", "丙", null),
                () -> withdrawn(91003, "2026-08-03", "2026-09-20", WithdrawalReason.PERSONAL_DATA),
                () -> published(91004, "2026-08-03", "2026-09-23", "丙（更正）", null));
        List<String> first = new ArrayList<>();
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            List<Runnable> order = new ArrayList<>(events);
            order.addAll(events.subList(2, 2 + random.nextInt(5)));
            java.util.Collections.shuffle(order, random);
            undone(() -> {
                adopt();
                order.forEach(event -> onceOnly(event));
                String result = cell(clock.today()) + " "
                        + listed(ObligationFilter.View.DATED).stream()
                                .map(one -> one.item() + one.formedOn() + one.state() + one.metBy() + one.title())
                                .sorted()
                                .toList();
                first.add(result);
            });
        }
        assertThat(first).allMatch(first.getFirst()::equals);
        assertThat(first.getFirst()).contains("metLate=1").contains("metOnTime=2");
    }

    private static void onceOnly(Runnable event) {
        event.run();
    }

    private static DisclosuresImported.Line line(long id, String formedOn, String on) {
        return new DisclosuresImported.Line(id, "e" + id, BODY, ITEM, AREA, day(formedOn), day(on), null);
    }
}
