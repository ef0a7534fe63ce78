package org.gongkai.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.publication.DisclosureCorrected;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.DisclosuresImported;
import org.gongkai.publication.WithdrawalReason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 公开、更正、撤回成为凭据，所涉的义务随即重推。
 *
 * <p>Publications become evidence. Events may come twice or in any order: an edition never replaces a later one, a withdrawal known
 * first waits for its publication.
 */
@Component
class Publications {

    /** 撤回之后，信息仍然应当公开的原因。 Withdrawn for these reasons, the information is still owed. */
    private static final Set<WithdrawalReason> REOPENING =
            Set.of(WithdrawalReason.PUBLISHED_IN_ERROR, WithdrawalReason.PERSONAL_DATA, WithdrawalReason.DUPLICATE);

    private final FactStore facts;
    private final Settling settling;
    private final WorkingCalendars calendars;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publications(
            FactStore facts,
            Settling settling,
            WorkingCalendars calendars,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.facts = facts;
        this.settling = settling;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 一条公开的事实，不论从哪个事件来。 */
    private record Seen(
            long disclosure,
            Pair pair,
            int edition,
            @Nullable String title,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate publishedOn,
            @Nullable String obligation,
            @Nullable LocalDate lapsesOn) {}

    void take(DisclosurePublished event) {
        take(List.of(new Seen(
                event.disclosure(),
                new Pair(event.item(), event.body()),
                event.edition(),
                event.title(),
                event.formedOn(),
                event.publishedOn(),
                event.obligation(),
                event.lapsesOn())));
    }

    void take(DisclosureCorrected event) {
        take(List.of(new Seen(
                event.disclosure(),
                new Pair(event.item(), event.body()),
                event.edition(),
                event.title(),
                event.formedOn(),
                event.publishedOn(),
                event.obligation(),
                event.lapsesOn())));
    }

    void take(DisclosuresImported event) {
        List<Seen> seen = new ArrayList<>();
        event.added().forEach(line -> seen.add(seen(line)));
        event.changed().forEach(line -> seen.add(seen(line)));
        take(seen);
    }

    private static Seen seen(DisclosuresImported.Line line) {
        return new Seen(
                line.disclosure(),
                new Pair(line.item(), line.body()),
                1,
                null,
                line.formedOn(),
                line.publishedOn(),
                null,
                line.lapsesOn());
    }

    void take(DisclosureWithdrawn event) {
        facts.lock();
        Set<Group> touched = placesOf(List.of(event.disclosure()));
        Pair pair = new Pair(event.item(), event.body());
        var rules = facts.rules(List.of(pair)).get(pair);
        Slot slot = rules == null ? null : rules.slot(event.formedOn(), null, calendars.current());
        jdbc.sql("""
                        insert into obligation.evidence as e
                            (disclosure, body, item, edition, formed_on, withdrawn_on, reopens, duplicate, slot)
                        values (?, ?, ?, 0, ?, ?, ?, ?, ?)
                        on conflict (disclosure) do update set withdrawn_on = excluded.withdrawn_on, reopens = excluded.reopens,
                            duplicate = excluded.duplicate
                        """)
                .param(event.disclosure())
                .param(event.body())
                .param(event.item())
                .param(event.formedOn())
                .param(event.withdrawnOn())
                .param(REOPENING.contains(event.reason()))
                .param(event.reason() == WithdrawalReason.DUPLICATE)
                .param(slot == null ? null : slot.code())
                .update();
        touched.addAll(placesOf(List.of(event.disclosure())));
        settle(touched, Set.of(pair));
    }

    private void take(List<Seen> seen) {
        if (seen.isEmpty()) {
            return;
        }
        facts.lock();
        List<Long> ids = seen.stream().map(Seen::disclosure).toList();
        Set<Group> touched = placesOf(ids);
        Set<Pair> pairs = new HashSet<>(pairsOf(ids));
        seen.forEach(one -> pairs.add(one.pair()));
        write(seen, facts.rules(pairs));
        touched.addAll(placesOf(ids));
        settle(touched, pairs);
    }

    private void write(List<Seen> seen, Map<Pair, Rules> rules) {
        WorkingCalendar calendar = calendars.current();
        Columns columns = new Columns(10);
        for (Seen one : seen) {
            Rules chain = rules.get(one.pair());
            Slot slot = chain == null ? null : chain.slot(one.formedOn(), one.publishedOn(), calendar);
            columns.add(
                    one.disclosure(),
                    one.pair().body(),
                    one.pair().item(),
                    one.edition(),
                    one.title(),
                    one.formedOn(),
                    one.publishedOn(),
                    slot == null ? null : slot.code(),
                    number(one.obligation()),
                    one.lapsesOn());
        }
        jdbc.sql("""
                        insert into obligation.evidence as e
                            (disclosure, body, item, edition, title, formed_on, published_on, slot, asked, pinned, lapses_on)
                        select n.disclosure, n.body, n.item, n.edition, n.title, n.formed_on, n.published_on,
                               coalesce(o.slot, n.slot), n.asked, o.key, n.lapses_on
                          from unnest(?::bigint[], ?::text[], ?::text[], ?::int[], ?::text[], ?::date[], ?::date[], ?::text[],
                            ?::bigint[], ?::date[])
                            as n (disclosure, body, item, edition, title, formed_on, published_on, slot, asked, lapses_on)
                          left join obligation.obligation o on o.id = n.asked and o.body = n.body and o.item = n.item
                               and o.kind <> 'STANDING'
                        on conflict (disclosure) do update set body = excluded.body, item = excluded.item,
                            edition = excluded.edition, title = coalesce(excluded.title, e.title),
                            formed_on = excluded.formed_on, published_on = least(e.published_on, excluded.published_on),
                            slot = excluded.slot, asked = excluded.asked, pinned = excluded.pinned,
                            lapses_on = excluded.lapses_on, obligation = null
                         where e.edition <= excluded.edition
                        """).params(columns.arrays()).update();
    }

    private static @Nullable Long number(@Nullable String obligation) {
        return obligation != null && obligation.matches("\\d{1,18}") ? Long.valueOf(obligation) : null;
    }

    private void settle(Set<Group> groups, Collection<Pair> pairs) {
        LocalDate today = LocalDate.now(clock);
        settling.settle(groups, today, calendars.current());
        settling.stand(pairs, today);
        events.publishEvent(new ObligationsSettled(pairs.size()));
    }

    /** 今天起失效的不再算有效：它担着的长期事项改由别的有效信息担着，没有的就是缺。 Standing items whose information has lapsed stand anew. */
    void lapse() {
        LocalDate today = LocalDate.now(clock);
        var pairs = jdbc.sql("""
                        select distinct e.item, e.body from obligation.evidence e
                          join obligation.obligation o on o.body = e.body and o.item = e.item and o.kind = 'STANDING'
                               and o.met_by = e.disclosure
                         where e.lapses_on <= ?""")
                .param(today)
                .query((row, n) -> FactStore.pair(row))
                .list();
        if (!pairs.isEmpty()) {
            facts.lock();
            settle(Set.of(), pairs);
        }
    }

    private Set<Group> placesOf(List<Long> disclosures) {
        return new HashSet<>(jdbc.sql(
                        "select item, body, slot from obligation.evidence where disclosure = any (?) and slot is not null")
                .param(disclosures.toArray(Long[]::new))
                .query((row, n) -> new Group(FactStore.pair(row), Slot.parse(row.getString("slot"))))
                .list());
    }

    private List<Pair> pairsOf(List<Long> disclosures) {
        return jdbc.sql("select distinct item, body from obligation.evidence where disclosure = any (?)")
                .param(disclosures.toArray(Long[]::new))
                .query((row, n) -> FactStore.pair(row))
                .list();
    }
}
