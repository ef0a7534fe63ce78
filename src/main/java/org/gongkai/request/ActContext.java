package org.gongkai.request;

import java.time.LocalDate;
import org.gongkai.deadline.WorkingCalendar;

/** 做一件事时的今天和日历。 */
record ActContext(LocalDate today, WorkingCalendar calendar) {}
