package org.gongkai.deadline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimit.Frequency;
import org.gongkai.deadline.TimeLimit.Period;
import org.gongkai.deadline.TimeLimit.Periodic;
import org.jspecify.annotations.Nullable;

/** 定期公开的各期：起止和最后一日。固定日期不顺延（R-DAY-08）。 */
final class PeriodicDates {

    private static final Pattern IN_YEAR = Pattern.compile("--\\d\\d(-(\\d\\d|EOM))?|Q[1-4]|H[12]");
    private static final Pattern IN_MONTH = Pattern.compile("DAY-(\\d\\d|EOM)");

    private PeriodicDates() {}

    static void check(Frequency frequency, @Nullable String date) {
        if (date == null) {
            return;
        }
        for (String part : date.split("/", -1)) {
            boolean fits = frequency == Frequency.YEARLY
                    ? IN_YEAR.matcher(part).matches()
                    : frequency == Frequency.MONTHLY && IN_MONTH.matcher(part).matches();
            if (!fits) {
                throw LimitCodes.unreadable(date);
            }
            due(date, LocalDate.of(2000, 1, 1));
        }
    }

    static List<Period> periods(Periodic periodic, int year, WorkingCalendar calendar) {
        List<Period> periods = new ArrayList<>();
        LocalDate first = firstStart(periodic.frequency(), year);
        while (first.getYear() == year) {
            LocalDate next = next(periodic.frequency(), first);
            LocalDate last = next.minusDays(1);
            periods.add(new Period(first, last, due(periodic, first, last, calendar)));
            first = next;
        }
        return periods;
    }

    private static LocalDate due(Periodic periodic, LocalDate first, LocalDate last, WorkingCalendar calendar) {
        TimeLimit.Counted after = periodic.afterPeriod();
        if (after != null) {
            return Deadline.of(last, after, calendar).due();
        }
        return periodic.date() == null ? last : due(periodic.date(), first);
    }

    /** 日期写法在某一期里是哪一天；写成起止的取止。 */
    private static LocalDate due(String date, LocalDate first) {
        String end = date.substring(date.indexOf('/') + 1);
        try {
            return switch (end.charAt(0)) {
                case 'Q' ->
                    YearMonth.of(first.getYear(), 3 * (end.charAt(1) - '0')).atEndOfMonth();
                case 'H' ->
                    YearMonth.of(first.getYear(), 6 * (end.charAt(1) - '0')).atEndOfMonth();
                case 'D' -> dayOfMonth(YearMonth.from(first), end.substring(4));
                default -> {
                    int month = Integer.parseInt(end.substring(2, 4));
                    yield end.length() == 4 || end.endsWith("EOM")
                            ? YearMonth.of(first.getYear(), month).atEndOfMonth()
                            : MonthDay.parse(end).atYear(first.getYear());
                }
            };
        } catch (DateTimeException e) {
            throw LimitCodes.unreadable(date);
        }
    }

    private static LocalDate dayOfMonth(YearMonth month, String day) {
        int n = day.equals("EOM") ? 31 : Integer.parseInt(day);
        if (n < 1 || n > 31) {
            throw LimitCodes.unreadable("DAY-" + day);
        }
        return month.atDay(Math.min(n, month.lengthOfMonth()));
    }

    private static LocalDate firstStart(Frequency frequency, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return frequency == Frequency.WEEKLY ? first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : first;
    }

    private static LocalDate next(Frequency frequency, LocalDate first) {
        return switch (frequency) {
            case DAILY -> first.plusDays(1);
            case WEEKLY -> first.plusWeeks(1);
            case MONTHLY -> first.plusMonths(1);
            case QUARTERLY -> first.plusMonths(3);
            case HALF_YEARLY -> first.plusMonths(6);
            case YEARLY -> first.plusYears(1);
        };
    }

    static String inChinese(Periodic periodic) {
        String every = periodic.frequency().inChinese();
        TimeLimit.Counted after = periodic.afterPeriod();
        if (after != null) {
            return every + "终了之日起" + after.inChinese();
        }
        if (periodic.date() != null) {
            return every + date(periodic.date());
        }
        return periodic.times() == 1 ? every : every + "公开" + periodic.times() + "次";
    }

    private static String date(String date) {
        int slash = date.indexOf('/');
        if (slash >= 0) {
            return day(date.substring(0, slash)) + "至" + day(date.substring(slash + 1));
        }
        return switch (date.charAt(0)) {
            case 'Q', 'H' -> day(date);
            default -> date.length() == 4 ? day(date) : day(date) + "前";
        };
    }

    private static String day(String date) {
        return switch (date.charAt(0)) {
            case 'Q' -> "第" + "一二三四".charAt(date.charAt(1) - '1') + "季度";
            case 'H' -> date.equals("H1") ? "上半年" : "下半年";
            case 'D' -> date.endsWith("EOM") ? "月底" : Integer.parseInt(date.substring(4)) + "日";
            default -> {
                String month = Integer.parseInt(date.substring(2, 4)) + "月";
                yield date.length() == 4
                        ? month
                        : date.endsWith("EOM") ? month + "底" : month + Integer.parseInt(date.substring(5)) + "日";
            }
        };
    }
}
