package org.gongkai.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 工作日历：由放假通知得出哪一天是工作日（R-DAY-04）；没有通知的年份只是暂定（R-DAY-11）。
 *
 * <p>Which days are working days, from State Council notices with their make-up days, a regional layer on top, and the statutory
 * days alone for years without a notice (those are <em>provisional</em>). Immutable; one edition of it is shared by all threads.
 *
 * <p>The structure is two int arrays on epoch-day numbers: the ordinal of the last working day up to a day, and the day of an
 * ordinal. Adding n working days is two array reads.
 */
@Term("工作日历")
@Basis("HOL-6")
public final class WorkingCalendar {

    /** 日历的第一天和最后一天。 Dates outside are refused ({@code deadline.dateOutOfRange}). */
    public static final LocalDate FIRST = LocalDate.of(1949, 1, 1);

    public static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    private static final int BASE = (int) FIRST.toEpochDay();
    private static final int DAYS = (int) LAST.toEpochDay() - BASE + 1;

    /** Every date once: handing one out is an array read instead of calendar arithmetic and an allocation. */
    private static final LocalDate[] DATES = FIRST.datesUntil(LAST.plusDays(1)).toArray(LocalDate[]::new);

    private final int edition;
    private final List<HolidayNotice> notices;
    private final BitSet announced = new BitSet();
    private final Map<Integer, CalendarDay> named = new HashMap<>();
    private final int[] ordinals = new int[DAYS];
    private final int[] days;

    private WorkingCalendar(int edition, List<HolidayNotice> notices, List<HolidayNotice.Day> statutory) {
        this.edition = edition;
        this.notices = List.copyOf(notices);
        notices.stream().filter(HolidayNotice::national).forEach(notice -> announced.set(notice.year()));
        for (HolidayNotice.Day day : statutory) {
            if (!announced(day.date().getYear())) {
                name(new CalendarDay(day.date(), CalendarDay.Kind.STATUTORY, day.name(), null, true));
            }
        }
        notices.stream().filter(HolidayNotice::national).forEach(this::apply);
        notices.stream().filter(notice -> !notice.national()).forEach(this::apply);
        this.days = count();
    }

    /**
     * 由通知建立日历。
     *
     * @param edition number of this edition; grows with each change of the notices
     * @param notices in order of issue; regional ones are applied after all national ones
     * @param statutory 法定节日, used only in years no notice announces
     */
    public static WorkingCalendar of(int edition, List<HolidayNotice> notices, List<HolidayNotice.Day> statutory) {
        return new WorkingCalendar(edition, notices, statutory);
    }

    /** 随程序带的通知（2007–2026 年）和法定节日。 The notices that come with the program. */
    public static WorkingCalendar builtIn() {
        return of(1, BuiltInCalendar.notices(), BuiltInCalendar.statutoryDays());
    }

    private void apply(HolidayNotice notice) {
        for (HolidayNotice.Day day : notice.days()) {
            name(new CalendarDay(
                    day.date(),
                    kind(day),
                    day.name(),
                    notice,
                    !announced(day.date().getYear())));
        }
    }

    private static CalendarDay.Kind kind(HolidayNotice.Day day) {
        if (!day.working()) {
            return CalendarDay.Kind.HOLIDAY;
        }
        return weekend(day.date()) ? CalendarDay.Kind.MAKE_UP : CalendarDay.Kind.WORKING;
    }

    private void name(CalendarDay day) {
        if (!day.date().isBefore(FIRST) && !day.date().isAfter(LAST)) {
            named.put((int) day.date().toEpochDay(), day);
        }
    }

    private int[] count() {
        int[] found = new int[DAYS + 1];
        int ordinal = 0;
        for (int i = 0; i < DAYS; i++) {
            if (works(BASE + i)) {
                found[++ordinal] = BASE + i;
            }
            ordinals[i] = ordinal;
        }
        return Arrays.copyOf(found, ordinal + 1);
    }

    private boolean works(int epochDay) {
        CalendarDay day = named.get(epochDay);
        return day == null ? !weekend(LocalDate.ofEpochDay(epochDay)) : day.working();
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** 版次：通知每有变化就加一。 Grows with every change of the notices. */
    public int edition() {
        return edition;
    }

    public List<HolidayNotice> notices() {
        return notices;
    }

    /** 某年的放假通知是否已经发布。 Whether a national notice announces the year; otherwise it is provisional. */
    public boolean announced(int year) {
        return announced.get(year);
    }

    /** 两日之间（含首尾）是否有通知还没有发布的年份。 Whether any year from one date to another lacks its notice. */
    public boolean provisional(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).anyMatch(year -> !announced(year));
    }

    /** 某年逐月的工作日、放假和调休。 */
    public CalendarYear year(int year) {
        return CalendarYear.of(year, this);
    }

    /** 这一天是什么日子，凭哪份通知。 */
    public CalendarDay day(LocalDate date) {
        index(epochDay(date));
        CalendarDay day = named.get((int) date.toEpochDay());
        if (day != null) {
            return day;
        }
        var kind = weekend(date) ? CalendarDay.Kind.WEEKEND : CalendarDay.Kind.WORKING;
        return new CalendarDay(date, kind, null, null, !announced(date.getYear()));
    }

    public boolean isWorkingDay(LocalDate date) {
        return isWorkingDay(epochDay(date));
    }

    /** As {@link #isWorkingDay(LocalDate)}, on an epoch-day number. */
    public boolean isWorkingDay(int epochDay) {
        return days[ordinals[index(epochDay)]] == epochDay;
    }

    /**
     * 起算日之后的第 n 个工作日（R-DAY-01、R-DAY-03）。
     *
     * @param start 起算日，不计入
     * @param n working days; 0 gives the start itself
     */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        return DATES[plusWorkingDays(epochDay(start), n) - BASE];
    }

    /** As {@link #plusWorkingDays(LocalDate, int)}, on epoch-day numbers: the hot path. */
    public int plusWorkingDays(int start, int n) {
        if (n == 0) {
            return start;
        }
        int ordinal = ordinals[index(start)];
        if (n < 0 || n >= days.length - ordinal) {
            throw outOfRange();
        }
        return days[ordinal + n];
    }

    /** 当天或之后的第一个工作日。 The first working day on or after. */
    public LocalDate onOrAfter(LocalDate date) {
        return LocalDate.ofEpochDay(onOrAfter(epochDay(date)));
    }

    /** As {@link #onOrAfter(LocalDate)}, on epoch-day numbers. */
    public int onOrAfter(int epochDay) {
        return isWorkingDay(epochDay) ? epochDay : plusWorkingDays(epochDay, 1);
    }

    /** 当天或之前的最后一个工作日。 The last working day on or before. */
    public LocalDate onOrBefore(LocalDate date) {
        int ordinal = ordinals[index(epochDay(date))];
        if (ordinal == 0) {
            throw outOfRange();
        }
        return LocalDate.ofEpochDay(days[ordinal]);
    }

    /**
     * 还剩几个工作日：从次日数到那一天（含）；已经过了则为负数。
     *
     * <p>Working days in (from, to]; negative when {@code to} is earlier.
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return workingDaysBetween(epochDay(from), epochDay(to));
    }

    /** As {@link #workingDaysBetween(LocalDate, LocalDate)}, on epoch-day numbers. */
    public int workingDaysBetween(int from, int to) {
        return ordinals[index(to)] - ordinals[index(from)];
    }

    /**
     * 离最后一日还剩几个工作日：当天为 0，还没到的至少 1，过了的至多 -1，哪怕中间没有工作日。
     *
     * <p>Working days left until the last day, as a person reads them: never 0 for a day that has passed or is still to come.
     */
    public int daysLeft(LocalDate today, LocalDate last) {
        int between = workingDaysBetween(today, last);
        if (last.isBefore(today)) {
            return Math.min(between, -1);
        }
        return last.isAfter(today) ? Math.max(between, 1) : 0;
    }

    /** Of a date this calendar covers. */
    static int epochDay(LocalDate date) {
        long day = date.toEpochDay();
        if (day < BASE || day >= BASE + DAYS) {
            throw outOfRange();
        }
        return (int) day;
    }

    private static int index(int epochDay) {
        int index = epochDay - BASE;
        if (index < 0 || index >= DAYS) {
            throw outOfRange();
        }
        return index;
    }

    private static Refused outOfRange() {
        return new Refused(Refusal.of("deadline.dateOutOfRange", FIRST.getYear(), LAST.getYear()));
    }

    @Override
    public String toString() {
        return "WorkingCalendar[edition=" + edition + "]";
    }
}
