package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 示范目录用到的公开时限：怎么写、最后一日怎么数。 The limits of the demonstration catalogue, as printed and as counted by stepping. */
enum RowLimit {
    W20(20, "信息形成或者变更之日起20个工作日内", "自该信息形成或者变更之日起20个工作日内予以公开", "信息形成或变更之日起20 个工作日内", "信息形成之日起20个工作日内"),
    W20LAW(20, "自政府信息形成或者变更之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的，从其规定"),
    W10(10, "制定或获取信息之日起10个工作日内", "制定或获取信息之日10个工作日内"),
    W10D7(10, "制定或获取信息之日起10个工作日内，公示7个工作日"),
    W7(7, "信息形成之日起7个工作日内", "自作出行政决定之日起7个工作日内"),
    W5(5, "信息形成之日起5个工作日内"),
    W3(3, "信息形成之日起3个工作日内"),
    W2(2, "信息形成之日起2个工作日内"),
    C20(0, "本级人民代表大会或其常务委员会批准后20日内"),
    REAL(0, "实时公开"),
    PROMPT(0, "及时公开", "按进展情况及时公开"),
    LONG(0, "长期公开"),
    MONTH(0, "每月公布"),
    QUARTER(0, "每季度向社会公开"),
    YEAR(0, "每年向社会发布");

    private final int workingDays;
    private final List<String> phrases;

    RowLimit(int workingDays, String... phrases) {
        this.workingDays = workingDays;
        this.phrases = List.of(phrases);
    }

    /** 同一时限有几种写法，按行轮换。 */
    String phrase(int row) {
        return phrases.get(row % phrases.size());
    }

    /** 有没有周期。 Whether it falls due by the calendar rather than by an event. */
    boolean periodic() {
        return this == MONTH || this == QUARTER || this == YEAR;
    }

    /** 一期的第一天。 First day of the period that holds a day. */
    LocalDate periodStart(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
            default -> throw new IllegalStateException(name());
        };
    }

    LocalDate nextPeriod(LocalDate start) {
        return switch (this) {
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
            default -> throw new IllegalStateException(name());
        };
    }

    /**
     * 最后一日；算不出的为空。
     *
     * @return null for limits that name no day: 及时, 长期
     */
    @Nullable
    LocalDate due(LocalDate formed, StepCalendar calendar) {
        return switch (this) {
            case C20 -> calendar.orNextWorking(formed.plusDays(20));
            case REAL -> formed;
            case PROMPT, LONG -> null;
            case MONTH, QUARTER, YEAR -> nextPeriod(periodStart(formed)).minusDays(1);
            default -> calendar.workingDaysAfter(formed, workingDays);
        };
    }
}
