package org.gongkai.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.gongkai.law.LegalBasis;
import org.gongkai.law.Term;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 时限：多少个工作日、多少日、几个月……，以及凭哪一条。是值。
 *
 * <p>A limit is a value with a legal basis. A {@link Counted} limit has a last day once its start is known; {@link Standing} and
 * {@link Periodic} ones are not counted from an event. {@link #code()} is stable text for storing, {@link #ofCode} reads it back.
 */
@Term("公开时限")
public sealed interface TimeLimit {

    /** 依据；不知道时为空。 */
    @Nullable
    LegalBasis basis();

    /** 存储用的代码，例如 {@code 20wd}。 Stable text; see {@link #ofCode}. */
    String code();

    /** 规范的中文写法，例如“20个工作日内”。 */
    String inChinese();

    /** 能从起算日推出最后一日的时限。 A limit that, from a start, has a last day. */
    sealed interface Counted extends TimeLimit {

        /** The same limit resting on an article, e.g. {@code OGI-26}. */
        Counted under(String basis);

        /**
         * 从起算日数出的最后一日，不含顺延、扣除和延长。 The last day before rolling, pauses and extension.
         *
         * @param start epoch day of the start, which is not counted (R-DAY-01)
         * @return epoch day
         */
        int lastDay(int start, WorkingCalendar calendar);

        /** 最后一日是休息日时是否顺延（R-DAY-02、R-DAY-08）。 Whether a last day off moves to the next working day. */
        default boolean rolls() {
            return false;
        }
    }

    /** n 个工作日。 */
    record WorkingDays(int n, @Nullable LegalBasis basis) implements Counted {

        /** 最多的工作日数。 */
        public static final int MOST = 2500;

        public WorkingDays {
            within(n, MOST, "working-day");
        }

        @Override
        public WorkingDays under(String code) {
            return new WorkingDays(n, LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            return calendar.plusWorkingDays(start, n);
        }

        @Override
        public String code() {
            return n + "wd";
        }

        @Override
        public String inChinese() {
            return n + "个工作日内";
        }
    }

    /** n 日（自然日）。 */
    record CalendarDays(int n, @Nullable LegalBasis basis) implements Counted {

        public static final int MOST = 3660;

        public CalendarDays {
            within(n, MOST, "calendar-day");
        }

        @Override
        public CalendarDays under(String code) {
            return new CalendarDays(n, LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            return start + n;
        }

        @Override
        public boolean rolls() {
            return true;
        }

        @Override
        public String code() {
            return n + "cd";
        }

        @Override
        public String inChinese() {
            return n == 0 ? "当日" : n + "日内";
        }
    }

    /** n 个月：到期月的对应日，没有对应日的为月末（R-DAY-05）。 */
    record Months(int n, @Nullable LegalBasis basis) implements Counted {

        public static final int MOST = 360;

        public Months {
            within(n, MOST, "month");
        }

        @Override
        public Months under(String code) {
            return new Months(n, LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            return (int) LocalDate.ofEpochDay(start).plusMonths(n).toEpochDay();
        }

        @Override
        public boolean rolls() {
            return true;
        }

        @Override
        public String code() {
            return n + "mo";
        }

        @Override
        public String inChinese() {
            return n + "个月内";
        }
    }

    /** n 年：对应日，没有对应日的为月末（R-DAY-05）。 */
    record Years(int n, @Nullable LegalBasis basis) implements Counted {

        public static final int MOST = 30;

        public Years {
            within(n, MOST, "year");
        }

        @Override
        public Years under(String code) {
            return new Years(n, LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            return (int) LocalDate.ofEpochDay(start).plusYears(n).toEpochDay();
        }

        @Override
        public boolean rolls() {
            return true;
        }

        @Override
        public String code() {
            return n + "y";
        }

        @Override
        public String inChinese() {
            return n + "年内";
        }
    }

    /** n 小时，连续计算，夜间和假日不停（R-DAY-07）。 The last day is that of the last minute when the start is 00:00. */
    record Hours(int n, @Nullable LegalBasis basis) implements Counted {

        public static final int MOST = 8784;

        public Hours {
            within(n, MOST, "hour");
        }

        @Override
        public Hours under(String code) {
            return new Hours(n, LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            return start + n / 24;
        }

        @Override
        public String code() {
            return n + "h";
        }

        @Override
        public String inChinese() {
            return n + "小时内";
        }
    }

    /** 不迟于某月某日，逢休息日不顺延（R-DAY-08）。 The first such date on or after the start. */
    record OnOrBefore(MonthDay date, @Nullable LegalBasis basis) implements Counted {

        @Override
        public OnOrBefore under(String code) {
            return new OnOrBefore(date, LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            LocalDate from = LocalDate.ofEpochDay(start);
            LocalDate thisYear = date.atYear(from.getYear());
            return (int) (thisYear.isBefore(from) ? date.atYear(from.getYear() + 1) : thisYear).toEpochDay();
        }

        @Override
        public String code() {
            return "by" + date;
        }

        @Override
        public String inChinese() {
            return date.getMonthValue() + "月" + date.getDayOfMonth() + "日前";
        }
    }

    /** 即时、当场、实时：当日。 At once: the day of the event itself. */
    record Immediately(@Nullable LegalBasis basis) implements Counted {

        @Override
        public Immediately under(String code) {
            return new Immediately(LegalBasis.of(code));
        }

        @Override
        public int lastDay(int start, WorkingCalendar calendar) {
            return start;
        }

        @Override
        public String code() {
            return "immediately";
        }

        @Override
        public String inChinese() {
            return "实时";
        }
    }

    /** 长期公开：任何时候都应当有一份有效的。 Something valid must be there at all times; no last day. */
    record Standing(@Nullable LegalBasis basis) implements TimeLimit {

        @Override
        public String code() {
            return "standing";
        }

        @Override
        public String inChinese() {
            return "长期公开";
        }
    }

    /**
     * 定期：每年、每季度、每月……，各期的最后一日由 {@link PeriodicDates} 推出。
     *
     * @param frequency how often
     * @param date 期内的日期: {@code --01-31}, {@code --03-EOM}, {@code --06}, {@code DAY-10}, {@code DAY-EOM}, {@code Q1}, {@code H1}
     *     or a range {@code from/to}; none = the last day of the period
     * @param afterPeriod 每期终了后多少日内; none = within the period
     * @param times 每期几次
     */
    record Periodic(
            Frequency frequency,
            @Nullable String date,
            @Nullable Counted afterPeriod,
            int times,
            @Nullable LegalBasis basis)
            implements TimeLimit {

        public Periodic {
            PeriodicDates.check(frequency, date);
            if (times < 1 || times > 366 || (date != null && afterPeriod != null)) {
                throw new Refused(Refusal.of("deadline.limitUnreadable", String.valueOf(date)));
            }
        }

        /** 某年开始的各期及其最后一日。 The periods that begin in a year, each with its last day. */
        public List<Period> periods(int year, WorkingCalendar calendar) {
            return PeriodicDates.periods(this, year, calendar);
        }

        @Override
        public String code() {
            return LimitCodes.write(this);
        }

        @Override
        public String inChinese() {
            return PeriodicDates.inChinese(this);
        }
    }

    /** 周期。 */
    enum Frequency {
        DAILY("日"),
        WEEKLY("周"),
        MONTHLY("月"),
        QUARTERLY("季度"),
        HALF_YEARLY("半年"),
        YEARLY("年");

        private final String chinese;

        Frequency(String chinese) {
            this.chinese = chinese;
        }

        public String inChinese() {
            return "每" + chinese;
        }
    }

    /**
     * 一期。
     *
     * @param first first day of the period
     * @param last last day of the period
     * @param due 这一期的最后期限
     */
    record Period(LocalDate first, LocalDate last, LocalDate due) {}

    static WorkingDays workingDays(int n) {
        return new WorkingDays(n, null);
    }

    static CalendarDays calendarDays(int n) {
        return new CalendarDays(n, null);
    }

    static Months months(int n) {
        return new Months(n, null);
    }

    static Years years(int n) {
        return new Years(n, null);
    }

    static Hours hours(int n) {
        return new Hours(n, null);
    }

    static OnOrBefore onOrBefore(Month month, int day) {
        return new OnOrBefore(MonthDay.of(month, day), null);
    }

    static Immediately immediately() {
        return new Immediately(null);
    }

    static Standing standing() {
        return new Standing(null);
    }

    /**
     * 由存储的代码读回。 Reads {@link #code()} back; the basis is not part of the code.
     *
     * @throws Refused {@code deadline.limitUnreadable}
     */
    static TimeLimit ofCode(String code) {
        return LimitCodes.read(code);
    }

    private static void within(int n, int most, String unit) {
        if (n < 0 || n > most) {
            throw new Refused(Refusal.of("deadline.limitOutOfRange." + unit, n, most));
        }
    }
}
