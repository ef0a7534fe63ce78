package org.gongkai.report;

import java.time.LocalDate;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.law.Basis;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/**
 * 日期不是期限：不顺延，所以要说出之前最后一个工作日（R-ANN-05、R-DAY-08）。
 *
 * <p>A fixed date does not roll, so the last working day up to it is what people have to know.
 */
@Component
@Basis("OGI-49")
class FixedDay {

    private final WorkingCalendars calendars;
    private final Texts texts;

    FixedDay(WorkingCalendars calendars, Texts texts) {
        this.calendars = calendars;
        this.texts = texts;
    }

    /** 那一天或者之前的最后一个工作日。 */
    LocalDate lastWorkingDay(LocalDate due) {
        return calendars.current().onOrBefore(due);
    }

    /** 为什么是这一天；放假安排还没有公布的年份说“暂定”。 Why this day, and that it does not roll. */
    String why(LocalDate due) {
        LocalDate last = lastWorkingDay(due);
        String weekday = texts.get("ui.weekday." + due.getDayOfWeek().getValue());
        String sentence = last.equals(due)
                ? texts.get("report.why.workingDay", Dates.full(due), weekday)
                : texts.get("report.why.dayOff", Dates.full(due), weekday, Dates.full(last));
        return calendars.current().provisional(last, due) ? sentence + texts.get("report.why.provisional") : sentence;
    }
}
