package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.obligation.FactStore.Existing;
import org.gongkai.obligation.Rule.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 把推出的义务写成数据库里的样子：只写有变化的，成批。 Makes the stored obligations what the facts say; writes differences only. */
@Component
class Settling {

    private static final int AT_ONCE = 2_000;

    private final FactStore facts;
    private final JdbcClient jdbc;

    Settling(FactStore facts, JdbcClient jdbc) {
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** 推算这些组，并更新所涉事项的覆盖情况。 */
    void settle(Collection<Group> groups, LocalDate today, WorkingCalendar calendar) {
        List<Group> all = List.copyOf(new HashSet<>(groups));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            batch(all.subList(from, Math.min(all.size(), from + AT_ONCE)), today, calendar);
        }
    }

    private void batch(List<Group> groups, LocalDate today, WorkingCalendar calendar) {
        Set<Pair> pairs = new HashSet<>();
        groups.forEach(group -> pairs.add(group.pair()));
        Map<Pair, Rules> rules = facts.rules(pairs);
        Map<Group, Facts> known = facts.facts(groups);
        Map<Group, Map<String, Existing>> stored = facts.existing(groups);
        var writing = new Writing();
        for (Group group : groups) {
            Rules chain = rules.get(group.pair());
            List<Owed> owed = chain == null || !known.containsKey(group)
                    ? List.of()
                    : Deriving.derive(chain, group.slot(), Objects.requireNonNull(known.get(group)), calendar);
            LocalDate endedOn = chain == null ? today : chain.endedOn();
            writing.compare(group, owed, stored.getOrDefault(group, Map.of()), endedOn, today);
        }
        writing.write(jdbc);
    }

    /** 一批里要写的。 */
    private static final class Writing {

        private final Columns inserts = new Columns(14);
        private final Columns updates = new Columns(11);
        private final Columns evidence = new Columns(4);

        void compare(
                Group group,
                List<Owed> owed,
                Map<String, Existing> stored,
                @Nullable LocalDate endedOn,
                LocalDate today) {
            Set<String> wanted = new HashSet<>();
            for (Owed one : owed) {
                wanted.add(one.key());
                Existing old = stored.get(one.key());
                if (old == null) {
                    insert(group, one, endedOn);
                } else {
                    update(one, old, endedOn);
                }
                one.evidence()
                        .forEach(each -> evidence.add(
                                each.disclosure(),
                                group.pair().item(),
                                group.pair().body(),
                                one.key()));
            }
            stored.values().stream()
                    .filter(old -> !wanted.contains(old.key()) && (old.endedOn() == null || old.metOn() != null))
                    .forEach(old -> end(old, today));
        }

        private void insert(Group group, Owed one, @Nullable LocalDate endedOn) {
            var met = one.metBy();
            var terms = one.rule().terms();
            inserts.add(
                    group.pair().body(),
                    group.pair().item(),
                    terms.area(),
                    terms.name(),
                    one.kind(),
                    one.key(),
                    one.slot().code(),
                    one.title(),
                    one.slot().day(),
                    one.formedOn(),
                    terms.limit(),
                    one.dueOn(),
                    endedOn,
                    met == null ? null : met.disclosure() + "@" + met.publishedOn());
        }

        private void update(Owed one, Existing old, @Nullable LocalDate endedOn) {
            var met = one.metBy();
            var terms = one.rule().terms();
            boolean same = terms.area().equals(old.terms().area())
                    && terms.name().equals(old.terms().name())
                    && Objects.equals(terms.limit(), old.terms().limit())
                    && one.kind().name().equals(old.kind())
                    && one.title().equals(old.title())
                    && Objects.equals(one.formedOn(), old.formedOn())
                    && Objects.equals(one.dueOn(), old.dueOn())
                    && Objects.equals(endedOn, old.endedOn())
                    && Objects.equals(met == null ? null : met.disclosure(), old.metBy())
                    && Objects.equals(met == null ? null : met.publishedOn(), old.metOn());
            if (!same) {
                updates.add(
                        old.id(),
                        terms.area(),
                        terms.name(),
                        one.kind(),
                        one.title(),
                        one.formedOn(),
                        terms.limit(),
                        one.dueOn(),
                        endedOn,
                        met == null ? null : met.disclosure(),
                        met == null ? null : met.publishedOn());
            }
        }

        /** 事实改了，这一条不再存在：作废，不删。 */
        private void end(Existing old, LocalDate today) {
            var terms = old.terms();
            updates.add(
                    old.id(),
                    terms.area(),
                    terms.name(),
                    old.kind(),
                    old.title(),
                    old.formedOn(),
                    terms.limit(),
                    old.dueOn(),
                    old.endedOn() == null ? today : old.endedOn(),
                    null,
                    null);
        }

        void write(JdbcClient jdbc) {
            if (!inserts.isEmpty()) {
                jdbc.sql("""
                                insert into obligation.obligation (body, item, area, name, kind, key, slot, title, starts_on,
                                    formed_on, limit_code, due_on, ended_on, met_by, met_on)
                                select body, item, area, name, kind, key, slot, title, starts_on, formed_on, limit_code, due_on,
                                       ended_on, split_part(met, '@', 1)::bigint, split_part(met, '@', 2)::date
                                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                    ?::date[], ?::date[], ?::text[], ?::date[], ?::date[], ?::text[])
                                    as n (body, item, area, name, kind, key, slot, title, starts_on, formed_on, limit_code, due_on,
                                      ended_on, met)
                                """).params(inserts.arrays()).update();
            }
            if (!updates.isEmpty()) {
                jdbc.sql("""
                                update obligation.obligation o set area = n.area, name = n.name, kind = n.kind, title = n.title,
                                    formed_on = n.formed_on, limit_code = n.limit_code, due_on = n.due_on, ended_on = n.ended_on,
                                    met_by = n.met_by, met_on = n.met_on
                                  from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                                    ?::date[], ?::date[], ?::bigint[], ?::date[])
                                    as n (id, area, name, kind, title, formed_on, limit_code, due_on, ended_on, met_by, met_on)
                                 where o.id = n.id
                                """).params(updates.arrays()).update();
            }
            if (!evidence.isEmpty()) {
                jdbc.sql("""
                                update obligation.evidence e set obligation = o.id
                                  from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as n (disclosure, item, body, key)
                                  join obligation.obligation o on o.item = n.item and o.body = n.body and o.key = n.key
                                 where e.disclosure = n.disclosure and e.obligation is distinct from o.id
                                """).params(evidence.arrays()).update();
            }
        }
    }

    /** 长期：每个应公开的事项都应当有一份有效的。 Every pair in force owes that something valid is there. */
    void stand(Collection<Pair> pairs, LocalDate today) {
        List<Pair> all = new ArrayList<>(new HashSet<>(pairs));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Object> keys = new ArrayList<>(FactStore.pairs(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .arrays());
            keys.add(today);
            keys.add(today);
            jdbc.sql("""
                            with p as (select * from unnest(?::text[], ?::text[]) as p (item, body)),
                            r as (
                              select distinct on (item, body) item, body, area, name, ended_on,
                                     min(effective_from) over (partition by item, body) as since
                                from obligation.rule join p using (item, body)
                               where effective_from <= ?
                               order by item, body, effective_from desc),
                            e as (
                              select distinct on (item, body) item, body, disclosure, published_on
                                from obligation.evidence join p using (item, body)
                               where withdrawn_on is null and published_on is not null and (lapses_on is null or lapses_on > ?)
                               order by item, body, published_on, disclosure)
                            insert into obligation.obligation as o
                                (body, item, area, name, kind, key, slot, starts_on, formed_on, limit_code, ended_on, met_by, met_on)
                            select body, item, r.area, r.name, 'STANDING', 'S', 'S', since, since, 'standing', r.ended_on,
                                   case when r.ended_on is null then e.disclosure end,
                                   case when r.ended_on is null then e.published_on end
                              from r left join e using (item, body)
                            on conflict (body, item, key) do update set
                                   area = excluded.area, name = excluded.name, ended_on = excluded.ended_on,
                                   starts_on = excluded.starts_on, met_by = excluded.met_by, met_on = excluded.met_on
                             where (o.area, o.name, o.ended_on, o.starts_on, o.met_by, o.met_on)
                                   is distinct from (excluded.area, excluded.name, excluded.ended_on, excluded.starts_on,
                                     excluded.met_by, excluded.met_on)
                            """).params(keys).update();
        }
    }
}
