package org.gongkai.deadline;

import org.gongkai.deadline.TimeLimitPhrase.Bound;
import org.gongkai.deadline.TimeLimitPhrase.Frequency;
import org.gongkai.deadline.TimeLimitPhrase.Kind;
import org.gongkai.deadline.TimeLimitPhrase.Unit;
import org.jspecify.annotations.Nullable;

/**
 * 写法里的一处说法。 One thing a phrase states; a phrase is understood when its statements agree.
 *
 * @param sure false when a person should look even if nothing contradicts it
 */
record PhraseClaim(
        Kind kind,
        @Nullable Integer n,
        @Nullable Unit unit,
        @Nullable Bound bound,
        @Nullable Frequency frequency,
        @Nullable String date,
        @Nullable String anchor,
        boolean sure,
        @Nullable String note) {

    static PhraseClaim word(Kind kind) {
        return new PhraseClaim(kind, null, null, null, null, null, null, true, null);
    }

    static PhraseClaim schedule(@Nullable Frequency frequency, @Nullable Bound bound, @Nullable String date) {
        return new PhraseClaim(Kind.SCHEDULE, null, null, bound, frequency, date, null, true, null);
    }

    static PhraseClaim quantity(Kind kind, int n, Unit unit, Bound bound) {
        return new PhraseClaim(kind, n, unit, bound, null, null, null, true, null);
    }

    PhraseClaim times(int times, Bound at) {
        return new PhraseClaim(kind, times, Unit.TIMES, at, frequency, date, anchor, sure, note);
    }

    PhraseClaim from(@Nullable String event) {
        return new PhraseClaim(kind, n, unit, bound, frequency, date, event, sure, note);
    }

    PhraseClaim doubtful(String why) {
        return new PhraseClaim(kind, n, unit, bound, frequency, date, anchor, false, why);
    }

    PhraseClaim noted(String why) {
        return new PhraseClaim(kind, n, unit, bound, frequency, date, anchor, sure, why);
    }

    boolean counted() {
        return switch (kind) {
            case WORKDAYS, CALENDAR_DAYS, MONTHS, YEARS, HOURS -> true;
            default -> false;
        };
    }

    boolean display() {
        return kind == Kind.MIN_DISPLAY || kind == Kind.DISPLAY_PERIOD;
    }

    boolean sameLimit(PhraseClaim other) {
        return kind == other.kind && n != null && n.equals(other.n);
    }
}
