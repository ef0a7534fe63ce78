package org.gongkai.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 时限的推算：起算日 + 时限 + 扣除 + 延长 + 日历，推出最后一日，并逐日说明。
 *
 * <p>Start, limit, pauses, extension and calendar give a last day; {@link #explain()} shows the working day by day. Store the
 * parts, never the date: a late notice changes it. The conventions are in {@code docs/adr/0005-day-count-convention.md}.
 *
 * <ul>
 *   <li>The start is not counted (R-DAY-01).
 *   <li>A pause lengthens the limit by the days of its kind that fall into it; overlapping pauses are a union (R-REQ-15).
 *   <li>A calendar limit whose last day is off moves to the next working day outside any pause (R-DAY-02), unless told not to.
 *   <li>An extension counts so many working days more, on from the first due date.
 *   <li>Hours run without a break (R-DAY-07): no pause, no extension.
 * </ul>
 *
 * @param start 起算日（小时计的为起算时刻）
 * @param limit 时限
 * @param pauses 扣除的期间
 * @param extension 延长的工作日数
 * @param rolls 最后一日是休息日时顺延；只对自然日、月、年有意义
 * @param calendar 工作日历
 */
@Term("时限")
@Basis({"CC-201", "CC-202", "CC-203"})
public record Deadline(
        LocalDateTime start,
        TimeLimit.Counted limit,
        List<Pause> pauses,
        int extension,
        boolean rolls,
        WorkingCalendar calendar) {

    private static final int MOST_PAUSES = 200;

    /**
     * 扣除的期间：{@code after} 的次日起，至 {@code until} 当日止，不计入。
     *
     * <p>The days after the first date up to and including the second are not counted, e.g. letter sent / answer received.
     */
    public record Pause(LocalDate after, LocalDate until) {
        public Pause {
            if (until.isBefore(after)) {
                throw new Refused(Refusal.of("deadline.pauseBackwards", after, until));
            }
            WorkingCalendar.epochDay(after);
            WorkingCalendar.epochDay(until);
        }

        boolean covers(LocalDate date) {
            return date.isAfter(after) && !date.isAfter(until);
        }
    }

    /**
     * 推演中的一天。
     *
     * @param date the day
     * @param counted 计入
     * @param number 第几日, for counted days; the extension counts anew
     * @param reason 为什么计入或不计入
     * @param part 时限本身、顺延还是延长
     * @param name 节日名称
     * @param notice 凭哪份通知
     * @param pause 在哪段扣除期间
     * @param provisional 当年通知未发布
     */
    public record Day(
            LocalDate date,
            boolean counted,
            @Nullable Integer number,
            Reason reason,
            Part part,
            @Nullable String name,
            @Nullable HolidayNotice notice,
            @Nullable Pause pause,
            boolean provisional) {}

    /** 一天计入或不计入的理由；句子在 {@code messages/deadline.properties} 的 {@code deadline.day.*}。 */
    public enum Reason {
        /** 起算日，不计入 */
        START,
        /** 工作日，计入 */
        WORKING_DAY,
        /** 调休上班，计入 */
        MAKE_UP_DAY,
        /** 自然日，计入 */
        CALENDAR_DAY,
        /** 周末，不计入 */
        WEEKEND,
        /** 通知规定放假，不计入 */
        HOLIDAY,
        /** 法定节日，通知未发布，暂不计入 */
        STATUTORY_HOLIDAY,
        /** 扣除期间，不计入 */
        PAUSED,
        /** 最后一日遇休息日，顺延到这一天 */
        ROLLED_TO,
        /** 固定日期 */
        FIXED_DATE,
        /** 以小时计，连续计算 */
        CONTINUOUS
    }

    /** 一天属于推演的哪一段。 */
    public enum Part {
        LIMIT,
        ROLL,
        EXTENSION
    }

    public Deadline {
        WorkingCalendar.epochDay(start.toLocalDate());
        if (extension < 0 || extension > TimeLimit.WorkingDays.MOST) {
            throw new Refused(Refusal.of("deadline.extensionOutOfRange", extension, TimeLimit.WorkingDays.MOST));
        }
        if (pauses.size() > MOST_PAUSES) {
            throw new Refused(Refusal.of("deadline.tooManyPauses", pauses.size(), MOST_PAUSES));
        }
        if (limit instanceof TimeLimit.Hours && (extension > 0 || !pauses.isEmpty())) {
            throw new Refused(Refusal.of("deadline.hoursRunOn"));
        }
        pauses = List.copyOf(pauses);
    }

    /** 从某日起算。 */
    public static Deadline of(LocalDate start, TimeLimit.Counted limit, WorkingCalendar calendar) {
        return of(start.atStartOfDay(), limit, calendar);
    }

    /** 从某一时刻起算，以小时计的时限用。 */
    public static Deadline of(LocalDateTime start, TimeLimit.Counted limit, WorkingCalendar calendar) {
        return new Deadline(start, limit, List.of(), 0, limit.rolls(), calendar);
    }

    /** 再扣除一段期间。 */
    public Deadline paused(LocalDate after, LocalDate until) {
        return paused(List.of(new Pause(after, until)));
    }

    public Deadline paused(List<Pause> more) {
        return new Deadline(
                start, limit, Stream.concat(pauses.stream(), more.stream()).toList(), extension, rolls, calendar);
    }

    /** 延长若干个工作日，从原来的最后一日接着数。 */
    public Deadline extended(int workingDays) {
        return new Deadline(start, limit, pauses, workingDays, rolls, calendar);
    }

    /** 遇休息日是否顺延；对工作日、小时、固定日期没有作用。 */
    public Deadline rolling(boolean roll) {
        return new Deadline(start, limit, pauses, extension, roll && limit.rolls(), calendar);
    }

    public LocalDate startDate() {
        return start.toLocalDate();
    }

    /** 最后一日。 The last day on which the act is in time. */
    public LocalDate due() {
        return limit instanceof TimeLimit.Hours
                ? dueMoment().toLocalDate()
                : LocalDate.ofEpochDay(DueDay.of(this).due());
    }

    /** 最后的时刻：最后一日的 23:59:59（R-DAY-13）；小时计的为届满时刻。 */
    public LocalDateTime dueMoment() {
        if (limit instanceof TimeLimit.Hours hours) {
            LocalDateTime end = start.plusHours(hours.n());
            WorkingCalendar.epochDay(end.toLocalDate());
            return end;
        }
        return due().atTime(LocalTime.MAX).truncatedTo(ChronoUnit.SECONDS);
    }

    /** 推算是否用到了通知还没有发布的年份（R-DAY-11）。 Whether a year without a notice was consulted. */
    public boolean provisional() {
        if (limit instanceof TimeLimit.Hours) {
            return false;
        }
        var days = DueDay.of(this);
        return days.consulted()
                && calendar.provisional(LocalDate.ofEpochDay(days.consultedFrom()), LocalDate.ofEpochDay(days.due()));
    }

    /** 逐日说明：从起算日到最后一日，每天计入与否及理由。 The ledger from the start to the last day. */
    public List<Day> explain() {
        return new Explanation(this).days();
    }
}
