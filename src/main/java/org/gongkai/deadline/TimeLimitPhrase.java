package org.gongkai.deadline;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 一个期限写法的解读。看不懂或者有疑问的，{@code confident} 为假，要请人看。
 *
 * <p>What a time-limit phrase says, in typed fields; fields that do not apply are null. {@code confident} is false whenever a person
 * should look; {@link Kind#UNKNOWN} is the honest answer when no single reading stands.
 *
 * @param text 原文
 * @param kind 种类
 * @param n 数量
 * @param unit 单位
 * @param bound 界限
 * @param frequency 周期，仅 {@link Kind#SCHEDULE}
 * @param date 日期: {@code --01-31}, {@code --03-EOM}, {@code --06}, {@code DAY-10}, {@code Q1}, {@code H1}, {@code 2026-12-31}, or
 *     {@code from/to}
 * @param anchor 起算事件
 * @param displayN 展示期数量
 * @param displayUnit 展示期单位
 * @param also 另外还说了什么
 * @param confident 是否有把握
 * @param note 给人看的说明
 */
public record TimeLimitPhrase(
        String text,
        Kind kind,
        @Nullable Integer n,
        @Nullable Unit unit,
        @Nullable Bound bound,
        @Nullable Frequency frequency,
        @Nullable String date,
        @Nullable String anchor,
        @Nullable Integer displayN,
        @Nullable Unit displayUnit,
        Set<Also> also,
        boolean confident,
        @Nullable String note) {

    /** 种类。 */
    public enum Kind {
        /** 若干工作日内 */
        WORKDAYS,
        /** 若干日（自然日）内 */
        CALENDAR_DAYS,
        /** 若干个月内 */
        MONTHS,
        /** 若干年内 */
        YEARS,
        /** 若干小时内 */
        HOURS,
        /** 实时、即时、当场 */
        REALTIME,
        /** 及时、适时，算不出日期 */
        PROMPT,
        /** 每年、每季、每月或者定期 */
        SCHEDULE,
        /** 长期 */
        LONG_TERM,
        /** 展示期下限 */
        MIN_DISPLAY,
        /** 展示期长度 */
        DISPLAY_PERIOD,
        /** 同上或空格 */
        SAME_AS_ABOVE,
        /** 看不懂，请人看 */
        UNKNOWN
    }

    /** 单位。 */
    public enum Unit {
        WORKDAY,
        CALENDAR_DAY,
        MONTH,
        YEAR,
        HOUR,
        TIMES
    }

    /** 界限。 */
    public enum Bound {
        /** 以内 */
        WITHIN,
        /** 不少于 */
        AT_LEAST,
        /** 正好 */
        EXACT,
        /** 某日之前 */
        BY
    }

    /** 周期；“定期”没有写明周期。 */
    public enum Frequency {
        UNSPECIFIED,
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY
    }

    /** 同一格里另外说的话。 */
    public enum Also {
        /** 另有规定的从其规定 */
        AS_LAW,
        /** 期满改变公开方式 */
        MODE_CHANGE,
        /** 另有展示期 */
        DISPLAY
    }

    public TimeLimitPhrase {
        also = also.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(also));
    }

    /** 能够落成时限的，给出时限；“及时”“同上”、展示期和看不懂的没有。 The limit, where the phrase states one. */
    public Optional<TimeLimit> toTimeLimit() {
        return PhraseMeaning.limit(this);
    }

    /** 展示期，如果写了。 How long it must stay on display, where the phrase says so. */
    public Optional<TimeLimit.Counted> displayLimit() {
        return PhraseMeaning.display(this);
    }

    /** 规范的中文写法；看不懂的照录原文。 The canonical Chinese sentence; an unknown phrase as written. */
    public String inChinese() {
        return PhraseMeaning.inChinese(this);
    }
}
