package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.law.Basis;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 把现行目录编译成规则和义务：与上次比较，只动有变化的，编译两次什么也不变。 Compiles what the catalogues demand; twice changes nothing. */
@Component
class Compiling {

    private static final int AT_ONCE = 500;

    private final FactStore facts;
    private final Settling settling;
    private final Unread unread;
    private final WorkingCalendars calendars;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Compiling(
            FactStore facts,
            Settling settling,
            Unread unread,
            WorkingCalendars calendars,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.facts = facts;
        this.settling = settling;
        this.unread = unread;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 编译。
     *
     * @param demanded 现在要求的全部；没有在其中的不再要求
     */
    @Basis("OGI-26")
    Optional<ObligationsCompiled> compile(Collection<Rule> demanded) {
        facts.lock();
        LocalDate today = LocalDate.now(clock);
        Map<Pair, Rule> now = latest(demanded);
        Map<Pair, Rule> before = facts.current();
        var difference = new Difference(now, before, today);
        write(difference.writes);
        Set<Pair> touched = difference.touched();
        var met = new Unread.Met();
        rebuild(both(touched, unread.pairs()), today, met);
        schedule(today, met);
        int mended = unread.keep(met, today);
        if (touched.isEmpty() && mended == 0) {
            return Optional.empty();
        }
        var event = new ObligationsCompiled(
                difference.added.size(), difference.changed.size() + mended, difference.ended.size());
        events.publishEvent(event);
        return Optional.of(event);
    }

    private static Set<Pair> both(Set<Pair> touched, Set<Pair> left) {
        Set<Pair> both = new HashSet<>(touched);
        both.addAll(left);
        return both;
    }

    private static Map<Pair, Rule> latest(Collection<Rule> demanded) {
        Map<Pair, Rule> rules = new HashMap<>();
        demanded.forEach(rule -> rules.merge(
                rule.pair(), rule, (one, other) -> one.effectiveFrom().isAfter(other.effectiveFrom()) ? one : other));
        return rules;
    }

    /** 与上次相比。 */
    private static final class Difference {

        private final Set<Pair> added = new HashSet<>();
        private final Set<Pair> changed = new HashSet<>();
        private final Set<Pair> ended = new HashSet<>();
        private final List<Rule> writes = new ArrayList<>();

        Difference(Map<Pair, Rule> now, Map<Pair, Rule> before, LocalDate today) {
            now.forEach((pair, rule) -> compare(pair, rule, before.get(pair)));
            before.forEach((pair, rule) -> {
                if (!now.containsKey(pair) && rule.endedOn() == null) {
                    ended.add(pair);
                    writes.add(rule.ended(today));
                }
            });
        }

        private void compare(Pair pair, Rule rule, @Nullable Rule old) {
            if (old == null) {
                added.add(pair);
                writes.add(rule);
                return;
            }
            boolean later = rule.effectiveFrom().isAfter(old.effectiveFrom());
            if (old.terms().sameDemand(rule.terms())) {
                if (old.endedOn() != null) {
                    added.add(pair);
                    writes.add(old.with(rule.terms()).ended(null));
                } else if (!Objects.equals(old.terms(), rule.terms())) {
                    writes.add(old.with(rule.terms())); // another version, the same demand
                }
                return;
            }
            (old.endedOn() == null ? changed : added).add(pair);
            writes.add(later ? rule : old.with(rule.terms()).ended(null));
        }

        Set<Pair> touched() {
            Set<Pair> all = new HashSet<>(added);
            all.addAll(changed);
            all.addAll(ended);
            return all;
        }
    }

    private void write(List<Rule> rules) {
        Columns columns = new Columns(9);
        rules.forEach(rule -> columns.add(
                rule.pair().item(),
                rule.pair().body(),
                rule.effectiveFrom(),
                rule.terms().area(),
                rule.terms().name(),
                rule.terms().limit(),
                rule.terms().limitKind(),
                rule.terms().version(),
                rule.endedOn()));
        if (!columns.isEmpty()) {
            jdbc.sql("""
                            insert into obligation.rule (item, body, effective_from, area, name, limit_code, limit_kind, version, ended_on)
                            select * from unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::bigint[], ?::date[])
                            on conflict (item, body, effective_from) do update set area = excluded.area, name = excluded.name,
                              limit_code = excluded.limit_code, limit_kind = excluded.limit_kind, version = excluded.version,
                              ended_on = excluded.ended_on
                            """).params(columns.arrays()).update();
        }
    }

    /** 规则变了的，事实重新归格，义务全部重推；读不懂的那一对搁下。 */
    private void rebuild(Collection<Pair> pairs, LocalDate today, Unread.Met met) {
        WorkingCalendar calendar = calendars.current();
        List<Pair> all = List.copyOf(pairs);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Pair> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<Pair, Rules> rules = facts.rules(some);
            Set<Group> groups = new HashSet<>(stored(some, met));
            place("formation", "id", "null::date", some, rules, groups, calendar, met);
            place("evidence", "disclosure", "f.published_on", some, rules, groups, calendar, met);
            settle(groups, some, today, calendar, met);
        }
    }

    private void settle(
            Set<Group> groups, List<Pair> standing, LocalDate today, WorkingCalendar calendar, Unread.Met met) {
        groups.removeIf(group -> met.holds(group.pair()));
        settling.settle(groups, today, calendar);
        settling.stand(standing.stream().filter(pair -> !met.holds(pair)).toList(), today);
    }

    /** 每条事实按规则归格；归得不同了就改。 */
    private void place(
            String table,
            String id,
            String published,
            List<Pair> pairs,
            Map<Pair, Rules> rules,
            Set<Group> groups,
            WorkingCalendar calendar,
            Unread.Met met) {
        Columns moved = new Columns(2);
        String fixed = table.equals("evidence") ? "f.pinned" : "null";
        jdbc.sql(
                        "select f.%s as id, item, body, formed_on, %s as published_on, slot, %s as pinned from obligation.%s f join %s p using (item, body)"
                                .formatted(id, published, fixed, table, FactStore.PAIRS))
                .params(FactStore.pairs(pairs).arrays())
                .query((ResultSet row) -> {
                    Pair pair = FactStore.pair(row);
                    Rules chain = rules.get(pair);
                    if (chain == null || met.holds(pair)) {
                        return;
                    }
                    String before = row.getString("slot");
                    try {
                        Slot slot = slot(row, before, chain, calendar);
                        if (slot != null) {
                            groups.add(new Group(pair, slot));
                        }
                        String after = slot == null ? null : slot.code();
                        if (!Objects.equals(before, after)) {
                            moved.add(row.getLong("id"), after);
                        }
                    } catch (Refused unreadable) {
                        met.add(pair, before == null ? String.valueOf(row.getString("formed_on")) : before);
                    }
                });
        if (!moved.isEmpty()) {
            jdbc.sql(
                            "update obligation.%s f set slot = n.slot from unnest(?::bigint[], ?::text[]) as n (id, slot) where f.%s = n.id"
                                    .formatted(table, id))
                    .params(moved.arrays())
                    .update();
        }
    }

    /** 指明了义务的留在原来的一格，其余按规则。 */
    private static @Nullable Slot slot(ResultSet row, @Nullable String before, Rules chain, WorkingCalendar calendar)
            throws SQLException {
        if (row.getString("pinned") != null && before != null) {
            return Slot.parse(before);
        }
        return chain.slot(
                row.getObject("formed_on", LocalDate.class), row.getObject("published_on", LocalDate.class), calendar);
    }

    /** 已有的各格；读不懂的记下，它那一对这一次不推算。 The slots stored; what cannot be read is noted. */
    private Set<Group> stored(List<Pair> pairs, Unread.Met met) {
        Set<Group> groups = new HashSet<>();
        jdbc.sql("select distinct item, body, slot from obligation.obligation join " + FactStore.PAIRS
                        + " p using (item, body) where kind <> 'STANDING'")
                .params(FactStore.pairs(pairs).arrays())
                .query((ResultSet row) -> {
                    Pair pair = FactStore.pair(row);
                    String code = row.getString("slot");
                    try {
                        groups.add(new Group(pair, Slot.parse(code)));
                    } catch (Refused unreadable) {
                        met.add(pair, code);
                    }
                });
        return groups;
    }

    /** 补上到今天为止已经开始的各期和下一期，以及今天才生效的。 Periods begun by today and the next, and rules that come into force. */
    private void schedule(LocalDate today, Unread.Met met) {
        List<Pair> periodic = jdbc.sql("select distinct item, body from obligation.rule where limit_kind = 'SCHEDULE'")
                .query((row, n) -> FactStore.pair(row))
                .list();
        WorkingCalendar calendar = calendars.current();
        Map<Pair, Rules> rules = facts.rules(periodic);
        Set<Group> wanted = new HashSet<>();
        rules.forEach((pair, chain) -> {
            try {
                chain.scheduled(today, calendar).forEach(slot -> wanted.add(new Group(pair, slot)));
            } catch (Refused outOfRange) {
                met.add(pair, chain.at(today).effectiveFrom().toString());
            }
        });
        wanted.removeAll(stored(periodic, met));
        settle(wanted, unstanding(today), today, calendar, met);
    }

    /** 今天已经生效、还没有长期一条的。 */
    private List<Pair> unstanding(LocalDate today) {
        return jdbc.sql("""
                        select distinct r.item, r.body from obligation.rule r
                         where r.effective_from <= ? and r.ended_on is null and not exists (
                           select from obligation.obligation o
                            where o.item = r.item and o.body = r.body and o.key = 'S' and o.ended_on is null)
                        """).param(today).query((row, n) -> FactStore.pair(row)).list();
    }
}
