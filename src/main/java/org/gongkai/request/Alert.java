package org.gongkai.request;

import java.time.LocalDate;

/**
 * 一条预警或者逾期记录。
 *
 * <p>A warning or a note of lateness, with the last day as it stood then.
 *
 * @param dueOn 当时的最后一日
 * @param noticedOn 发现之日
 */
public record Alert(AlertKind kind, LocalDate dueOn, LocalDate noticedOn) {}
