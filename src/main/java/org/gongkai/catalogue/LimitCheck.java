package org.gongkai.catalogue;

import java.util.Optional;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.deadline.TimeLimitPhrase.Also;
import org.gongkai.law.Basis;
import org.jspecify.annotations.Nullable;

/** 读懂了的时限合不合常理：不长于条例第二十六条的二十个工作日，也不是零。 Whether an understood limit makes sense, in any unit. */
@Basis("OGI-26")
final class LimitCheck {

    private static final int WORKING_DAYS = 20;
    /** 二十个工作日即使跨春节、国庆也不超过的自然日数，取整月。 */
    private static final int CALENDAR_DAYS = 31;

    private static final int HOURS_A_DAY = 24;

    /** 一处可疑。 */
    record Doubt(String messageKey, Object... args) {}

    private LimitCheck() {}

    static Optional<Doubt> of(TimeLimitPhrase limit) {
        Integer n = limit.n();
        if (n == null || limit.bound() == TimeLimitPhrase.Bound.AT_LEAST) {
            return Optional.empty();
        }
        int longest = longest(limit.kind());
        if (longest == 0) {
            return Optional.empty();
        }
        if (n <= 0) {
            return Optional.of(new Doubt("catalogue.read.limitZero", n, unit(limit)));
        }
        return n > longest && !limit.also().contains(Also.AS_LAW)
                ? Optional.of(new Doubt("catalogue.read.limitTooLong", n, unit(limit)))
                : Optional.empty();
    }

    /**
     * 改用的时限是不是比原来的宽；单位不同、比不出的不算。
     *
     * <p>Whether one limit gives surely more time than another of the same unit; anything gives more than "at once".
     */
    static boolean isLooser(@Nullable String own, @Nullable String inherited) {
        if (own == null || inherited == null) {
            return false;
        }
        var mine = TimeLimit.ofCode(own);
        return switch (TimeLimit.ofCode(inherited)) {
            case TimeLimit.Immediately _ ->
                mine instanceof TimeLimit.Counted && !(mine instanceof TimeLimit.Immediately);
            case TimeLimit.WorkingDays most -> mine instanceof TimeLimit.WorkingDays days && days.n() > most.n();
            case TimeLimit.CalendarDays most -> mine instanceof TimeLimit.CalendarDays days && days.n() > most.n();
            case TimeLimit.Hours most -> mine instanceof TimeLimit.Hours hours && hours.n() > most.n();
            case TimeLimit.Months most -> mine instanceof TimeLimit.Months months && months.n() > most.n();
            case TimeLimit.Years most -> mine instanceof TimeLimit.Years years && years.n() > most.n();
            default -> false;
        };
    }

    private static int longest(TimeLimitPhrase.Kind kind) {
        return switch (kind) {
            case WORKDAYS -> WORKING_DAYS;
            case CALENDAR_DAYS -> CALENDAR_DAYS;
            case MONTHS -> 1;
            case YEARS -> -1;
            case HOURS -> CALENDAR_DAYS * HOURS_A_DAY;
            default -> 0;
        };
    }

    /** 单位的文字键。 */
    private static String unit(TimeLimitPhrase limit) {
        return "catalogue.limit.unit." + limit.kind();
    }
}
