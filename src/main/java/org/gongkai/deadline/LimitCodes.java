package org.gongkai.deadline;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 时限的存储代码。 {@code 20wd, 30cd, 6mo, 1y, 5h, by--01-31, immediately, standing, monthly[@date][+15cd][*2]}. */
final class LimitCodes {

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,6})(wd|cd|mo|y|h)");
    private static final Pattern PERIODIC =
            Pattern.compile("([a-z_]+)(?:@([-A-Z0-9/]+))?(?:\\+(\\d+(?:wd|cd|mo|y)))?(?:\\*(\\d{1,3}))?");

    private LimitCodes() {}

    static String write(TimeLimit.Periodic periodic) {
        StringBuilder code = new StringBuilder(periodic.frequency().name().toLowerCase(Locale.ROOT));
        if (periodic.date() != null) {
            code.append('@').append(periodic.date());
        }
        TimeLimit.Counted after = periodic.afterPeriod();
        if (after != null) {
            code.append('+').append(after.code());
        }
        return periodic.times() == 1
                ? code.toString()
                : code.append('*').append(periodic.times()).toString();
    }

    static TimeLimit read(String code) {
        TimeLimit.Counted counted = counted(code);
        if (counted != null) {
            return counted;
        }
        if (code.equals("standing")) {
            return TimeLimit.standing();
        }
        return periodic(code);
    }

    private static TimeLimit.@Nullable Counted counted(String code) {
        if (code.equals("immediately")) {
            return TimeLimit.immediately();
        }
        if (code.startsWith("by--")) {
            return fixed(code);
        }
        Matcher matcher = COUNTED.matcher(code);
        if (!matcher.matches()) {
            return null;
        }
        int n = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "wd" -> TimeLimit.workingDays(n);
            case "cd" -> TimeLimit.calendarDays(n);
            case "mo" -> TimeLimit.months(n);
            case "y" -> TimeLimit.years(n);
            default -> TimeLimit.hours(n);
        };
    }

    private static TimeLimit.OnOrBefore fixed(String code) {
        try {
            return new TimeLimit.OnOrBefore(MonthDay.parse(code.substring(2)), null);
        } catch (DateTimeException e) {
            throw unreadable(code);
        }
    }

    private static TimeLimit.Periodic periodic(String code) {
        Matcher matcher = PERIODIC.matcher(code);
        if (!matcher.matches()) {
            throw unreadable(code);
        }
        for (TimeLimit.Frequency frequency : TimeLimit.Frequency.values()) {
            if (frequency.name().toLowerCase(Locale.ROOT).equals(matcher.group(1))) {
                String after = matcher.group(3);
                String times = matcher.group(4);
                return new TimeLimit.Periodic(
                        frequency,
                        matcher.group(2),
                        after == null ? null : counted(after),
                        times == null ? 1 : Integer.parseInt(times),
                        null);
            }
        }
        throw unreadable(code);
    }

    static Refused unreadable(String code) {
        return new Refused(Refusal.of("deadline.limitUnreadable", code));
    }
}
