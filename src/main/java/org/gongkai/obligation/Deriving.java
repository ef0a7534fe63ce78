package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.obligation.Facts.Evidence;
import org.gongkai.obligation.Facts.Formed;
import org.jspecify.annotations.Nullable;

/**
 * 由一格的事实推出义务：与事实到来的先后无关，推两次也一样。
 *
 * <p>A pure function of the facts of a slot, so neither order nor repetition matters. A formation is matched to the disclosure that
 * names it, else to one of the same title, else in order of publication.
 */
final class Deriving {

    static final Comparator<Evidence> EARLIEST = Comparator.comparing(
                    Evidence::publishedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Evidence::disclosure);
    private static final Comparator<Evidence> LIVE_FIRST =
            Comparator.comparing((Evidence one) -> !one.live()).thenComparing(EARLIEST);

    private final Slot slot;
    private final Rule rule;
    private final Facts facts;
    private final WorkingCalendar calendar;
    private final Map<String, List<Evidence>> assigned = new LinkedHashMap<>();

    private Deriving(Slot slot, Rule rule, Facts facts, WorkingCalendar calendar) {
        this.slot = slot;
        this.rule = rule;
        this.facts = facts;
        this.calendar = calendar;
    }

    static List<Owed> derive(Rules rules, Slot slot, Facts facts, WorkingCalendar calendar) {
        return rules.of(slot, calendar)
                .map(rule -> new Deriving(slot, rule, facts, calendar).owed())
                .orElse(List.of());
    }

    private List<Owed> owed() {
        List<Formed> formed = facts.formed().stream()
                .sorted(Comparator.comparing(Formed::formedOn).thenComparing(Formed::id))
                .toList();
        List<Evidence> evidence = facts.evidence().stream()
                .filter(one -> !one.duplicate())
                .sorted(LIVE_FIRST)
                .toList();
        int count = count(formed, evidence);
        for (int n = 1; n <= count; n++) {
            assigned.put(slot.key(n), new ArrayList<>());
        }
        assign(formed, evidence);
        List<Owed> owed = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            owed.add(owed(n, n <= formed.size() ? formed.get(n - 1) : null));
        }
        return owed;
    }

    private int count(List<Formed> formed, List<Evidence> evidence) {
        if (slot.periodic()) {
            return rule.terms().periodic().map(TimeLimit.Periodic::times).orElse(1);
        }
        return Math.max(formed.size(), evidence.isEmpty() ? 0 : 1);
    }

    private void assign(List<Formed> formed, List<Evidence> evidence) {
        if (assigned.isEmpty()) {
            return;
        }
        List<Evidence> rest = new ArrayList<>();
        for (Evidence one : evidence) {
            var named = one.pinned() == null ? null : assigned.get(one.pinned());
            if (named == null) {
                rest.add(one);
            } else {
                named.add(one);
            }
        }
        rest.removeIf(one -> byTitle(one, formed));
        rest.forEach(one -> firstWithout(one).add(one));
    }

    private boolean byTitle(Evidence one, List<Formed> formed) {
        for (int n = 1; n <= Math.min(formed.size(), assigned.size()); n++) {
            var list = assigned.getOrDefault(slot.key(n), List.of());
            if (formed.get(n - 1).title().equals(one.title()) && list.stream().noneMatch(Evidence::live)) {
                list.add(one);
                return true;
            }
        }
        return false;
    }

    private List<Evidence> firstWithout(Evidence one) {
        List<Evidence> last = List.of();
        for (List<Evidence> list : assigned.values()) {
            last = list;
            if (one.live() ? list.stream().noneMatch(Evidence::live) : list.isEmpty()) {
                return list;
            }
        }
        return last;
    }

    private Owed owed(int n, @Nullable Formed formed) {
        String key = slot.key(n);
        List<Evidence> evidence = Objects.requireNonNull(assigned.get(key));
        LocalDate formedOn = formed != null ? Objects.requireNonNull(formed).formedOn() : firstDay(evidence);
        TimeLimit limit = rule.terms().timeLimit().orElse(null);
        return new Owed(
                key,
                slot,
                slot.periodic() ? ObligationKind.PERIODIC : rule.terms().eventKind(),
                rule,
                formed != null ? formed.title() : title(evidence),
                slot.periodic() ? formedOn : slot.day(),
                Rules.due(limit, slot.day(), calendar),
                List.copyOf(evidence));
    }

    private static @Nullable LocalDate firstDay(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.formedOn() == null ? one.publishedOn() : one.formedOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String title(List<Evidence> evidence) {
        return evidence.stream()
                .sorted(LIVE_FIRST)
                .map(Evidence::title)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
