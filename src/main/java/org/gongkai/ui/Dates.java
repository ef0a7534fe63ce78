package org.gongkai.ui;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * 中文日期写法：正文 2026年11月22日，表格 2026-11-22，发布时间到分钟（R-WEB-07）。
 *
 * <p>How dates are written: long in prose, short in tables, to the minute for publishing, in the time of Shanghai.
 */
public final class Dates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日");

    private Dates() {}

    /** 2026年11月22日；空值是空串。 */
    public static String full(@Nullable LocalDate day) {
        return day == null ? "" : LONG.format(day);
    }

    /** 11月22日。 */
    public static String brief(@Nullable LocalDate day) {
        return day == null ? "" : SHORT.format(day);
    }

    /** 2026-11-22。 */
    public static String iso(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** 2026-11-22 17:18，北京时间。 */
    public static String minute(@Nullable OffsetDateTime time) {
        return time == null ? "" : MINUTE.format((TemporalAccessor) time.atZoneSameInstant(ZONE));
    }
}
