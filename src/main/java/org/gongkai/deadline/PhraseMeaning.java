package org.gongkai.deadline;

import java.util.Optional;
import org.gongkai.deadline.TimeLimitPhrase.Bound;
import org.gongkai.deadline.TimeLimitPhrase.Unit;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 解读落成时限，以及写回规范的中文。 From a phrase to a {@link TimeLimit} and back to a canonical sentence. */
final class PhraseMeaning {

    private PhraseMeaning() {}

    static Optional<TimeLimit> limit(TimeLimitPhrase phrase) {
        try {
            return switch (phrase.kind()) {
                case WORKDAYS, CALENDAR_DAYS, MONTHS, YEARS, HOURS -> counted(phrase.n(), phrase.unit());
                case REALTIME -> Optional.of(TimeLimit.immediately());
                case LONG_TERM -> Optional.of(TimeLimit.standing());
                case SCHEDULE -> periodic(phrase);
                case PROMPT, MIN_DISPLAY, DISPLAY_PERIOD, SAME_AS_ABOVE, UNKNOWN -> Optional.empty();
            };
        } catch (Refused absurd) {
            return Optional.empty();
        }
    }

    static Optional<TimeLimit.Counted> display(TimeLimitPhrase phrase) {
        try {
            return switch (phrase.kind()) {
                case MIN_DISPLAY, DISPLAY_PERIOD ->
                    counted(phrase.n(), phrase.unit()).map(TimeLimit.Counted.class::cast);
                default -> counted(phrase.displayN(), phrase.displayUnit()).map(TimeLimit.Counted.class::cast);
            };
        } catch (Refused absurd) {
            return Optional.empty();
        }
    }

    private static Optional<TimeLimit> counted(@Nullable Integer n, @Nullable Unit unit) {
        if (n == null || unit == null) {
            return Optional.empty();
        }
        return switch (unit) {
            case WORKDAY -> Optional.of(TimeLimit.workingDays(n));
            case CALENDAR_DAY -> Optional.of(TimeLimit.calendarDays(n));
            case MONTH -> Optional.of(TimeLimit.months(n));
            case YEAR -> Optional.of(TimeLimit.years(n));
            case HOUR -> Optional.of(TimeLimit.hours(n));
            case TIMES -> Optional.empty();
        };
    }

    private static Optional<TimeLimit> periodic(TimeLimitPhrase phrase) {
        var frequency = phrase.frequency();
        if (frequency == null || frequency == TimeLimitPhrase.Frequency.UNSPECIFIED) {
            return Optional.empty();
        }
        Integer n = phrase.n();
        boolean times = phrase.unit() == Unit.TIMES;
        return Optional.of(new TimeLimit.Periodic(
                TimeLimit.Frequency.valueOf(frequency.name()),
                phrase.date(),
                times
                        ? null
                        : counted(n, phrase.unit())
                                .map(TimeLimit.Counted.class::cast)
                                .orElse(null),
                times && n != null ? n : 1,
                null));
    }

    static String inChinese(TimeLimitPhrase phrase) {
        String core =
                switch (phrase.kind()) {
                    case WORKDAYS, CALENDAR_DAYS, MONTHS, YEARS, HOURS ->
                        from(phrase.anchor()) + words(phrase.n(), phrase.unit()) + "内";
                    case REALTIME -> "实时";
                    case PROMPT -> "及时";
                    case LONG_TERM -> "长期公开";
                    case SCHEDULE -> schedule(phrase);
                    case MIN_DISPLAY -> "公示不少于" + words(phrase.n(), phrase.unit());
                    case DISPLAY_PERIOD -> phrase.n() == null ? phrase.text() : "公示" + words(phrase.n(), phrase.unit());
                    case SAME_AS_ABOVE -> "同上";
                    case UNKNOWN -> phrase.text();
                };
        return core + extras(phrase);
    }

    private static String from(@Nullable String anchor) {
        return anchor == null ? "" : "自" + anchor + "之日起";
    }

    private static String words(@Nullable Integer n, @Nullable Unit unit) {
        if (n == null || unit == null) {
            return "";
        }
        return switch (unit) {
            case WORKDAY -> n + "个工作日";
            case CALENDAR_DAY -> n + "日";
            case MONTH -> n + "个月";
            case YEAR -> n + "年";
            case HOUR -> n + "小时";
            case TIMES -> n + "次";
        };
    }

    private static String schedule(TimeLimitPhrase phrase) {
        if (phrase.unit() == Unit.TIMES && phrase.frequency() != null) {
            String every =
                    TimeLimit.Frequency.valueOf(phrase.frequency().name()).inChinese();
            return every + (phrase.bound() == Bound.AT_LEAST ? "至少" : "公开") + phrase.n() + "次";
        }
        return limit(phrase)
                .map(TimeLimit::inChinese)
                .orElse(phrase.frequency() == TimeLimitPhrase.Frequency.UNSPECIFIED ? "定期" : phrase.text());
    }

    private static String extras(TimeLimitPhrase phrase) {
        StringBuilder extras = new StringBuilder();
        if (phrase.displayN() != null) {
            extras.append("；公示").append(words(phrase.displayN(), phrase.displayUnit()));
        }
        if (phrase.kind() == TimeLimitPhrase.Kind.UNKNOWN) {
            return "";
        }
        if (phrase.also().contains(TimeLimitPhrase.Also.MODE_CHANGE)) {
            extras.append("；公示结束后转为依申请公开");
        }
        if (phrase.also().contains(TimeLimitPhrase.Also.AS_LAW)) {
            extras.append("。法律、法规另有规定的，从其规定");
        }
        return extras.toString();
    }
}
