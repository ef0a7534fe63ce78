package org.gongkai.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.obligation.Facts.Evidence;
import org.gongkai.obligation.Facts.Formed;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.obligation.Rule.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("公开义务由事实推出")
class ObligationTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final Pair PAIR = new Pair("SA-01-001", "MZJ");
    private static final LocalDate ADOPTED = day("2026-01-01");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    @DisplayName("门户上的“已过期限”：最后一日当天还不算，推不出日子的不算")
    void the_last_day_itself_is_not_overdue() {
        var owed = new StillOwed.Nearest("SA-01-001", "MZJ", day("2026-09-30"), ObligationKind.FORMED);
        assertThat(owed.isOverdue(day("2026-09-30"))).isFalse();
        assertThat(owed.isOverdue(day("2026-10-01"))).isTrue();
        assertThat(new StillOwed.Nearest("SA-01-001", "MZJ", null, ObligationKind.STANDING)
                        .isOverdue(day("2026-10-01")))
                .isFalse();
    }

    private static Rule rule(String from, @Nullable String limit, String kind) {
        return new Rule(PAIR, day(from), new Terms("SA", "低保－公告", limit, kind, 1), null);
    }

    private static Rules rules(@Nullable String limit, String kind) {
        return new Rules(List.of(rule("2026-01-01", limit, kind)));
    }

    private static Evidence published(long id, String title, @Nullable String formed, String on) {
        return new Evidence(id, title, formed == null ? null : day(formed), day(on), null, false, null);
    }

    private static Owed only(Rules rules, Slot slot, List<Formed> formed, List<Evidence> evidence) {
        List<Owed> owed = Deriving.derive(rules, slot, new Facts(formed, evidence), CALENDAR);
        assertThat(owed).hasSize(1);
        return owed.getFirst();
    }

    @ParameterizedTest(name = "{0} 形成，{1} → {2}")
    @CsvSource({
        "2026-09-24, 20wd, 2026-10-29",
        "2026-02-13, 1wd, 2026-02-14", // 调休的星期六上班
        "2026-09-30, 1wd, 2026-10-08",
        "2026-09-01, 30cd, 2026-10-08", // 10 月 1 日起放假，顺延
        "2026-05-01, immediately, 2026-05-01",
        "2026-05-06, , "
    })
    @DisplayName("R-ACT-01：最后一日由形成日、时限和日历推出，节假日边上也对；及时公开的没有最后一日")
    void the_due_day_follows_from_formation_limit_and_calendar(
            String formed, @Nullable String limit, @Nullable String due) {
        Rules rules = rules(limit, limit == null ? "PROMPT" : "WORKDAYS");
        Slot slot = Objects.requireNonNull(rules.slot(day(formed), null, CALENDAR));

        Owed owed = only(rules, slot, List.of(new Formed(1, "甲", day(formed))), List.of());

        assertThat(owed.dueOn()).isEqualTo(due == null ? null : day(due));
        assertThat(owed.kind()).isEqualTo(limit == null ? ObligationKind.IMMEDIATE : ObligationKind.FORMED);
        assertThat(owed.metBy()).isNull();
    }

    @Test
    @DisplayName("没有登记形成、带形成日公开的，也产生一条义务")
    void publishing_with_a_formation_day_registers_it() {
        Rules rules = rules("20wd", "WORKDAYS");
        Slot slot = new Slot(false, day("2026-09-24"));
        Owed owed = only(rules, slot, List.of(), List.of(published(7, "甲", "2026-09-24", "2026-10-30")));
        assertThat(owed.dueOn()).isEqualTo("2026-10-29");
        assertThat(Objects.requireNonNull(owed.metBy()).publishedOn()).isEqualTo("2026-10-30");
        assertThat(owed.title()).isEqualTo("甲");
    }

    @Test
    @DisplayName("同一天形成两件：标题相同的归那一件，其余按公开先后")
    void two_formed_on_a_day_are_matched_by_title_then_by_order() {
        Rules rules = rules("20wd", "WORKDAYS");
        Slot slot = new Slot(false, day("2026-09-24"));
        List<Formed> formed = List.of(new Formed(1, "甲", slot.day()), new Formed(2, "乙", slot.day()));
        List<Owed> owed = Deriving.derive(
                rules, slot, new Facts(formed, List.of(published(9, "乙", "2026-09-24", "2026-09-28"))), CALENDAR);
        assertThat(owed).extracting(Owed::key).containsExactly("F2026-09-24", "F2026-09-24/2");
        assertThat(owed.getFirst().metBy()).isNull();
        assertThat(Objects.requireNonNull(owed.getLast().metBy()).disclosure()).isEqualTo(9);
    }

    @Test
    @DisplayName("因发布有误撤回的不再算数，重新发布的接上；重复的从来不算")
    void a_withdrawn_disclosure_reopens_and_its_replacement_discharges() {
        Rules rules = rules("20wd", "WORKDAYS");
        Slot slot = new Slot(false, day("2026-09-24"));
        Evidence gone = new Evidence(7, "甲", slot.day(), day("2026-09-25"), day("2026-09-28"), false, null);
        assertThat(only(rules, slot, List.of(), List.of(gone)).metBy()).isNull();
        Owed again = only(rules, slot, List.of(), List.of(gone, published(8, "甲", "2026-09-24", "2026-10-09")));
        assertThat(Objects.requireNonNull(again.metBy()).disclosure()).isEqualTo(8);
        Evidence twin = new Evidence(7, "甲", slot.day(), day("2026-09-25"), day("2026-09-28"), true, null);
        assertThat(Deriving.derive(rules, slot, new Facts(List.of(), List.of(twin)), CALENDAR))
                .isEmpty();
    }

    @Test
    @DisplayName("定期公开：按形成日归期，迟发的也归原来那一期；没有形成日的按公开日")
    void a_schedule_owes_each_period() {
        Rules rules = rules("quarterly", "SCHEDULE");
        assertThat(rules.scheduled(day("2026-05-20"), CALENDAR))
                .extracting(Slot::code)
                .containsExactly("P2026-01-01", "P2026-04-01", "P2026-07-01");
        Slot slot = Objects.requireNonNull(rules.slot(day("2026-02-10"), day("2026-04-20"), CALENDAR));
        assertThat(slot.code()).isEqualTo("P2026-01-01");
        Owed owed = only(rules, slot, List.of(), List.of(published(3, "甲", "2026-02-10", "2026-04-20")));
        assertThat(owed.dueOn()).isEqualTo("2026-03-31");
        assertThat(rules.slot(null, day("2026-04-20"), CALENDAR)).isEqualTo(new Slot(true, day("2026-04-01")));
        Rules after = rules("quarterly+15cd", "SCHEDULE");
        assertThat(after.slot(day("2026-04-10"), null, CALENDAR)).isEqualTo(new Slot(true, day("2026-01-01")));
    }

    @Test
    @DisplayName("目录改了时限：信息按形成那天的规则，早先的不追溯")
    void a_changed_limit_is_not_retroactive() {
        Rules rules = new Rules(List.of(rule("2026-06-01", "5wd", "WORKDAYS"), rule("2026-01-01", "20wd", "WORKDAYS")));
        assertThat(rules.at(day("2026-05-31")).terms().limit()).isEqualTo("20wd");
        assertThat(rules.at(day("2026-06-01")).terms().limit()).isEqualTo("5wd");
        assertThat(rules.at(day("2025-01-01")).terms().limit()).isEqualTo("20wd");
    }

    // ------------------------------------------------------------ 任意次序，与逐条想一遍的笨办法相比

    /** 笨办法：每个形成日一条，最早一份还算数的信息履行。 */
    private static Map<LocalDate, String> naive(Map<Long, Evidence> evidence, List<Formed> formed) {
        Map<LocalDate, String> states = new TreeMap<>();
        List<LocalDate> days = new ArrayList<>();
        formed.forEach(one -> days.add(one.formedOn()));
        evidence.values().stream()
                .filter(one -> !one.duplicate())
                .forEach(one -> days.add(Objects.requireNonNull(one.formedOn())));
        for (LocalDate day : days) {
            LocalDate last = day;
            for (int n = 0; n < 5; ) {
                last = last.plusDays(1);
                n += CALENDAR.isWorkingDay(last) ? 1 : 0;
            }
            LocalDate due = last;
            states.put(
                    day,
                    evidence.values().stream()
                            .filter(one -> day.equals(one.formedOn()) && one.live())
                            .map(Evidence::publishedOn)
                            .min(LocalDate::compareTo)
                            .map(on -> on.isAfter(due) ? "late" : "on time")
                            .orElse("open"));
        }
        return states;
    }

    private record Event(
            long disclosure,
            @Nullable Formed formed,
            @Nullable Evidence published,
            @Nullable LocalDate gone) {}

    @Test
    @DisplayName("一万次打乱事件的次序、重复其中一些，推出的状态都与笨办法相同")
    void any_order_of_events_gives_what_a_naive_count_gives() {
        Random random = new Random(20190628);
        Rules rules = rules("5wd", "WORKDAYS");
        for (int round = 0; round < 10_000; round++) {
            List<Event> events = events(random);
            Map<Long, Evidence> evidence = new HashMap<>();
            List<Formed> formed = new ArrayList<>();
            events.forEach(event -> apply(event, evidence, formed));
            Map<LocalDate, String> wanted = naive(evidence, formed);

            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, random.nextInt(events.size())));
            Collections.shuffle(shuffled, random);

            assertThat(derived(shuffled, rules)).as("round " + round).isEqualTo(wanted);
        }
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (long id = 1; id <= 1 + random.nextInt(5); id++) {
            LocalDate formedOn = day("2026-09-18").plusDays(random.nextInt(20));
            if (random.nextBoolean()
                    && events.stream()
                            .noneMatch(one -> one.formed() != null
                                    && Objects.requireNonNull(one.formed())
                                            .formedOn()
                                            .equals(formedOn))) {
                events.add(new Event(id, new Formed(id, "件" + id, formedOn), null, null));
            }
            if (random.nextInt(4) > 0) {
                LocalDate on = formedOn.plusDays(random.nextInt(18));
                events.add(new Event(id, null, published(id, "件" + id, formedOn.toString(), on.toString()), null));
                if (random.nextInt(4) == 0) {
                    events.add(new Event(id, null, null, on.plusDays(3)));
                }
            }
        }
        if (events.isEmpty()) {
            events.add(new Event(9, new Formed(9, "件", ADOPTED), null, null));
        }
        return events;
    }

    /** 事实的合并，与事件处理一样：公开和撤回各自记下。 */
    private static void apply(Event event, Map<Long, Evidence> evidence, List<Formed> formed) {
        if (event.formed() != null && !formed.contains(event.formed())) {
            formed.add(Objects.requireNonNull(event.formed()));
        }
        var known = evidence.get(event.disclosure());
        var published = event.published();
        if (published != null) {
            evidence.put(event.disclosure(), known == null ? published : until(published, known.countsUntil()));
        }
        if (event.gone() != null) {
            evidence.put(
                    event.disclosure(),
                    known == null
                            ? new Evidence(event.disclosure(), null, null, null, event.gone(), false, null)
                            : until(known, event.gone()));
        }
    }

    private static Evidence until(Evidence one, @Nullable LocalDate gone) {
        return new Evidence(
                one.disclosure(), one.title(), one.formedOn(), one.publishedOn(), gone, one.duplicate(), one.pinned());
    }

    private static Map<LocalDate, String> derived(List<Event> events, Rules rules) {
        Map<Long, Evidence> evidence = new HashMap<>();
        List<Formed> formed = new ArrayList<>();
        events.forEach(event -> apply(event, evidence, formed));
        Map<Slot, Facts> slots = new HashMap<>();
        formed.forEach(one -> slots.computeIfAbsent(
                        Objects.requireNonNull(rules.slot(one.formedOn(), null, CALENDAR)),
                        _ -> new Facts(new ArrayList<>(), new ArrayList<>()))
                .formed()
                .add(one));
        evidence.values().stream()
                .filter(one -> one.formedOn() != null)
                .forEach(one -> slots.computeIfAbsent(
                                Objects.requireNonNull(rules.slot(one.formedOn(), one.publishedOn(), CALENDAR)),
                                _ -> new Facts(new ArrayList<>(), new ArrayList<>()))
                        .evidence()
                        .add(one));
        Map<LocalDate, String> states = new TreeMap<>();
        slots.forEach((slot, facts) ->
                Deriving.derive(rules, slot, facts, CALENDAR).forEach(owed -> states.put(slot.day(), state(owed))));
        return states;
    }

    private static String state(Owed owed) {
        var met = owed.metBy();
        if (met == null) {
            return "open";
        }
        return Objects.requireNonNull(met.publishedOn()).isAfter(Objects.requireNonNull(owed.dueOn()))
                ? "late"
                : "on time";
    }
}
