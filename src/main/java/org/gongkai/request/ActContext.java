package org.gongkai.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.deadline.WorkingCalendar;

/** 做一件事时的今天和日历。 */
record ActContext(LocalDate today, WorkingCalendar calendar) {

    /** Now, or for a case of an earlier day its noon. */
    Instant moment(Clock clock) {
        return today.equals(LocalDate.now(clock))
                ? clock.instant()
                : today.atTime(12, 0).atZone(clock.getZone()).toInstant();
    }
}
