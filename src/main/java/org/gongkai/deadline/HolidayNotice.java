package org.gongkai.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一份放假通知：哪些天休息，哪些周末调休上班（R-DAY-04）。
 *
 * <p>A notice on days off and make-up working days. Without a region it is the State Council's and announces its year; with one it
 * is a local layer on top (R-DAY-10). A later notice overrides an earlier one day by day.
 *
 * @param id stable identity, e.g. {@code 2020-2} for the second notice on 2020
 * @param year the year it announces
 * @param number 文号, if known
 * @param title 标题
 * @param issuedOn 成文日期, if known
 * @param url where it can be read, if known
 * @param region 只适用的地区；全国通知为空
 * @param days every day it names
 */
public record HolidayNotice(
        String id,
        int year,
        @Nullable String number,
        String title,
        @Nullable LocalDate issuedOn,
        @Nullable String url,
        @Nullable String region,
        List<Day> days) {

    /**
     * 通知写到的一天。
     *
     * @param date the date
     * @param name 节日名称
     * @param working 上班（调休）为真，休息为假
     */
    public record Day(LocalDate date, String name, boolean working) {}

    public HolidayNotice {
        days = List.copyOf(days);
    }

    /** 引用时的称呼：有文号用文号，否则用标题。 How to cite it. */
    public String citation() {
        return number == null || number.isBlank() ? title : number;
    }

    public boolean national() {
        return region == null;
    }
}
