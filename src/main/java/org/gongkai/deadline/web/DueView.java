package org.gongkai.deadline.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.HolidayNotice;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * 推算的回答。 The answer to a due-date question.
 *
 * @param due 最后一日；以小时计的为届满时刻（北京时间）
 * @param provisional 用到了还没有放假通知的年份
 * @param limit 时限的中文
 * @param calendar 按第几版日历
 * @param days 逐日说明
 */
record DueView(String due, boolean provisional, String limit, CalendarEdition calendar, List<DayLine> days) {

    /** 工作日历的版次。 */
    record CalendarEdition(int edition) {}

    /**
     * 一天。
     *
     * @param number 第几日；不计入的为空
     * @param reason 理由代码
     * @param part 时限 LIMIT、顺延 ROLL、延长 EXTENSION
     * @param text 一句话
     * @param notice 凭哪份通知
     * @param url 通知的网址
     */
    record DayLine(
            LocalDate date,
            boolean counted,
            @Nullable Integer number,
            String reason,
            String part,
            String text,
            @Nullable String notice,
            @Nullable String url) {}

    static DueView of(Deadline deadline, Texts texts) {
        boolean hours = deadline.limit() instanceof TimeLimit.Hours;
        return new DueView(
                hours
                        ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(deadline.dueMoment())
                        : deadline.due().toString(),
                deadline.provisional(),
                deadline.limit().inChinese(),
                new CalendarEdition(deadline.calendar().edition()),
                deadline.explain().stream().map(day -> line(day, texts)).toList());
    }

    private static DayLine line(Deadline.Day day, Texts texts) {
        HolidayNotice notice = day.notice();
        Deadline.Pause pause = day.pause();
        String sentence = texts.get(
                "deadline.day." + day.reason(),
                day.number() == null ? "" : day.number(),
                day.name() == null ? "" : day.name(),
                notice == null ? "" : notice.citation(),
                pause == null ? "" : pause.after(),
                pause == null ? "" : pause.until());
        boolean extension = day.part() == Deadline.Part.EXTENSION && day.counted();
        return new DayLine(
                day.date(),
                day.counted(),
                day.number(),
                day.reason().name(),
                day.part().name(),
                extension ? texts.get("deadline.day.EXTENSION", sentence) : sentence,
                notice == null ? null : notice.citation(),
                notice == null ? null : notice.url());
    }
}
