package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.deadline.TimeLimit.Period;
import org.gongkai.deadline.TimeLimit.Periodic;
import org.gongkai.deadline.WorkingCalendar;

/** 定期公开的各期，以及哪一天形成的信息算哪一期。 The periods of a schedule, and which period a day speaks for. */
final class PeriodWindows {

    private PeriodWindows() {}

    /** 这一天形成的信息属于哪一期；“每期终了后若干日内”的，终了之后形成的属于上一期。 */
    static Optional<Period> holding(Periodic limit, LocalDate day, WorkingCalendar calendar) {
        List<Period> periods = between(limit, day.getYear() - 1, day.getYear(), calendar);
        for (int i = periods.size() - 1; i >= 0; i--) {
            Period period = periods.get(i);
            LocalDate opens =
                    limit.afterPeriod() == null ? period.first() : period.last().plusDays(1);
            if (!day.isBefore(opens)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /** 从某日到今天已经开始的各期，再加下一期。 Those begun from a day until today, and the one after. */
    static List<Period> due(Periodic limit, LocalDate from, LocalDate today, WorkingCalendar calendar) {
        List<Period> periods = new ArrayList<>();
        for (Period period : between(limit, from.getYear(), Math.max(from.getYear(), today.getYear()) + 1, calendar)) {
            if (!period.first().isBefore(from)) {
                periods.add(period);
                if (period.first().isAfter(today)) {
                    break;
                }
            }
        }
        return periods;
    }

    /** 从这一天开始的那一期。 */
    static Optional<Period> startingOn(Periodic limit, LocalDate first, WorkingCalendar calendar) {
        return limit.periods(first.getYear(), calendar).stream()
                .filter(period -> period.first().equals(first))
                .findFirst();
    }

    private static List<Period> between(Periodic limit, int from, int to, WorkingCalendar calendar) {
        List<Period> periods = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            periods.addAll(limit.periods(year, calendar));
        }
        return periods;
    }
}
