package org.gongkai.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 日历上的一天：上班还是休息，凭什么。
 *
 * <p>One day of the calendar: worked or not, and which notice or statute says so.
 *
 * @param date the date
 * @param kind why it is a working day or a rest day
 * @param name 节日名称, for days a notice or the statute names
 * @param notice the notice that says so; none for ordinary days and provisional years
 * @param provisional 当年还没有放假通知
 */
public record CalendarDay(
        LocalDate date,
        Kind kind,
        @Nullable String name,
        @Nullable HolidayNotice notice,
        boolean provisional) {

    /** 一天的性质。 */
    public enum Kind {
        /** 平常的周一至周五 */
        WORKING(true),
        /** 调休上班的周末 */
        MAKE_UP(true),
        /** 平常的周六、周日 */
        WEEKEND(false),
        /** 通知规定的放假、调休休息 */
        HOLIDAY(false),
        /** 通知还没有发布，按法定节日暂定休息（R-DAY-12） */
        STATUTORY(false);

        private final boolean working;

        Kind(boolean working) {
            this.working = working;
        }

        public boolean working() {
            return working;
        }
    }

    public boolean working() {
        return kind.working();
    }
}
