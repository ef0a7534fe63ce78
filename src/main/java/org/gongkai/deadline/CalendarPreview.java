package org.gongkai.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * 导入放假安排之前的对照：哪些天会变，哪些行看不懂。还没有写入。
 *
 * <p>What an import would change, computed against the current edition; nothing is written until {@link CalendarDesk#apply}.
 *
 * @param source 文件名
 * @param edition 对照的版次
 * @param notices 将要使用的通知
 * @param changes 有变化的日子
 * @param unchanged 没有变化的日子数
 * @param problems 看不懂的行
 */
public record CalendarPreview(
        String source,
        int edition,
        List<HolidayNotice> notices,
        List<Change> changes,
        int unchanged,
        List<Problem> problems) {

    /** 一天上班还是休息，凭不凭通知。 */
    public enum Status {
        /** 没有通知说到，按周几 */
        UNNAMED,
        OFF,
        WORKING
    }

    /**
     * 一天的变化。
     *
     * @param name 节日名称
     */
    public record Change(LocalDate date, String name, Status before, Status after) {

        public boolean added() {
            return before == Status.UNNAMED;
        }
    }

    /**
     * 看不懂的一行。
     *
     * @param row 行号，从 1 起；JSON 为第几天
     * @param value 原文
     * @param messageKey 说明，在 {@code messages/deadline.properties}
     */
    public record Problem(int row, String value, String messageKey) {}

    public CalendarPreview {
        notices = List.copyOf(notices);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    public int added() {
        return (int) changes.stream().filter(Change::added).count();
    }

    /** 有变化的年份。 */
    public List<Integer> years() {
        return Stream.concat(
                        notices.stream().map(HolidayNotice::year),
                        changes.stream().map(change -> change.date().getYear()))
                .distinct()
                .sorted()
                .toList();
    }
}
