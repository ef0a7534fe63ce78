package org.gongkai.supervision;

import java.time.LocalDate;
import org.gongkai.law.Term;

/**
 * 一次催办。
 *
 * <p>A reminder sent to a body about what is overdue, and how many obligations that were.
 *
 * @param area 领域代码；空串为全部
 * @param overdue 当时逾期几条
 */
@Term("催办")
public record Reminder(long id, String body, String area, String text, long overdue, String sender, LocalDate sentOn) {}
