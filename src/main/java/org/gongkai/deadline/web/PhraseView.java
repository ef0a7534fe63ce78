package org.gongkai.deadline.web;

import java.util.Set;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.TimeLimitPhrase;
import org.jspecify.annotations.Nullable;

/**
 * 期限写法的解读；不适用的字段为空。 The reading of a phrase; fields that do not apply are null.
 *
 * @param display 规范的中文写法
 * @param code 时限代码；算不出日期的为空
 */
record PhraseView(
        String text,
        TimeLimitPhrase.Kind kind,
        @Nullable Integer n,
        TimeLimitPhrase.@Nullable Unit unit,
        TimeLimitPhrase.@Nullable Bound bound,
        TimeLimitPhrase.@Nullable Frequency frequency,
        @Nullable String date,
        @Nullable String anchor,
        @Nullable Integer displayN,
        TimeLimitPhrase.@Nullable Unit displayUnit,
        Set<TimeLimitPhrase.Also> also,
        boolean confident,
        @Nullable String note,
        String display,
        @Nullable String code) {

    static PhraseView of(TimeLimitPhrase read) {
        return new PhraseView(
                read.text(),
                read.kind(),
                read.n(),
                read.unit(),
                read.bound(),
                read.frequency(),
                read.date(),
                read.anchor(),
                read.displayN(),
                read.displayUnit(),
                read.also(),
                read.confident(),
                read.note(),
                read.inChinese(),
                read.toTimeLimit().map(TimeLimit::code).orElse(null));
    }
}
