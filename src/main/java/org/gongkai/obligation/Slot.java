package org.gongkai.obligation;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 一格：同一机构同一事项的事实归到一起的单位，形成日（F）或者一期（P）。 Facts of one pair that are settled together. */
record Slot(boolean periodic, LocalDate day) {

    String code() {
        return (periodic ? "P" : "F") + day;
    }

    /**
     * 读回存着的代码。
     *
     * @throws Refused {@code obligation.slotUnreadable} no slot, or a day the calendar does not know
     */
    static Slot parse(String code) {
        if (code.startsWith("P") || code.startsWith("F")) {
            try {
                var day = LocalDate.parse(code.substring(1));
                if (!day.isBefore(WorkingCalendar.FIRST) && day.isBefore(WorkingCalendar.LAST)) {
                    return new Slot(code.startsWith("P"), day);
                }
            } catch (DateTimeException notADay) {
                // said below
            }
        }
        throw new Refused(Refusal.of("obligation.slotUnreadable", code));
    }

    /** 这一格里第 n 条义务的键，从 1 起。 */
    String key(int n) {
        return n == 1 ? code() : code() + "/" + n;
    }
}
