package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.TimeLimit.Period;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 一个机构一个事项历来的规则，按生效日；信息适用它形成那天的规则。 The rules of one pair over time; a fact is judged by the rule of its day. */
record Rules(List<Rule> chain) {

    Rules {
        chain = chain.stream().sorted(Comparator.comparing(Rule::effectiveFrom)).toList();
    }

    /** 那一天适用的规则；早于第一条的适用第一条。 */
    Rule at(LocalDate day) {
        Rule found = chain.getFirst();
        for (Rule rule : chain) {
            if (!rule.effectiveFrom().isAfter(day)) {
                found = rule;
            }
        }
        return found;
    }

    @Nullable
    LocalDate endedOn() {
        return chain.getLast().endedOn();
    }

    /**
     * 一条事实归到哪一格；没有形成日的，只有定期的可以按公开日归期。
     *
     * @return null when it belongs to no slot
     */
    @Nullable
    Slot slot(@Nullable LocalDate formedOn, @Nullable LocalDate publishedOn, WorkingCalendar calendar) {
        LocalDate day = formedOn == null ? publishedOn : formedOn;
        if (day == null) {
            return null;
        }
        var periodic = at(day).terms().periodic();
        if (periodic.isPresent()) {
            return PeriodWindows.holding(periodic.get(), day, calendar)
                    .map(period -> new Slot(true, period.first()))
                    .orElse(null);
        }
        return formedOn == null ? null : new Slot(false, formedOn);
    }

    /** 到今天为止按期应当有的各格，含下一期。 */
    Set<Slot> scheduled(LocalDate today, WorkingCalendar calendar) {
        Set<Slot> slots = new LinkedHashSet<>();
        if (endedOn() != null) {
            return slots;
        }
        for (int i = 0; i < chain.size(); i++) {
            Rule rule = chain.get(i);
            LocalDate until = i + 1 < chain.size() ? chain.get(i + 1).effectiveFrom() : LocalDate.MAX;
            rule.terms()
                    .periodic()
                    .ifPresent(limit -> PeriodWindows.due(limit, rule.effectiveFrom(), today, calendar).stream()
                            .filter(period -> period.first().isBefore(until))
                            .forEach(period -> slots.add(new Slot(true, period.first()))));
        }
        return slots;
    }

    /** 一格适用的规则：定期的，取这一期终了前生效的最后一条定期规则。 */
    Optional<Rule> of(Slot slot, WorkingCalendar calendar) {
        if (!slot.periodic()) {
            return Optional.of(at(slot.day()));
        }
        List<Rule> fitting = new ArrayList<>();
        for (Rule rule : chain) {
            var period = period(rule, slot, calendar);
            if (period.isPresent()
                    && (fitting.isEmpty()
                            || !rule.effectiveFrom().isAfter(period.get().last()))) {
                fitting.add(rule);
            }
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.getLast());
    }

    private static Optional<Period> period(Rule rule, Slot slot, WorkingCalendar calendar) {
        return rule.terms().periodic().flatMap(limit -> PeriodWindows.startingOn(limit, slot.day(), calendar));
    }

    /**
     * 最后一日。
     *
     * @param startsOn 起算日；定期的为一期首日
     * @return null when none can be said
     */
    static @Nullable LocalDate due(@Nullable TimeLimit limit, LocalDate startsOn, WorkingCalendar calendar) {
        try {
            return switch (limit) {
                case null -> null;
                case TimeLimit.Counted counted ->
                    Deadline.of(startsOn, counted, calendar).due();
                case TimeLimit.Periodic periodic ->
                    PeriodWindows.startingOn(periodic, startsOn, calendar)
                            .map(Period::due)
                            .orElse(null);
                case TimeLimit.Standing _ -> null;
            };
        } catch (Refused outOfRange) {
            return null;
        }
    }
}
