package org.gongkai.obligation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.ObligationState;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 读请求里的参数；看不懂的给一句话。 Reads request parameters, with a sentence for each that cannot be read. */
final class Asked {

    private Asked() {}

    static @Nullable LocalDate day(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(Refusal.of("obligation.dateUnreadable", name, text));
        }
    }

    static LocalDate neededDay(String name, @Nullable String text) {
        LocalDate day = day(name, text);
        if (day == null) {
            throw new Refused(Refusal.of("obligation.missing", name));
        }
        return day;
    }

    static String needed(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refused(Refusal.of("obligation.missing", name));
        }
        return text.strip();
    }

    static <E extends Enum<E>> @Nullable E one(String name, @Nullable String text, Class<E> type) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        String all = String.join(
                "、", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        throw new Refused(Refusal.of("obligation.valueUnknown", name, text, all));
    }

    static ObligationFilter filter(
            @Nullable String view,
            @Nullable String state,
            @Nullable String body,
            @Nullable String area,
            @Nullable String item,
            @Nullable String dueBefore) {
        var kind = one("view", view, ObligationFilter.View.class);
        return ObligationFilter.of(kind == null ? ObligationFilter.View.DATED : kind)
                .state(one("state", state, ObligationState.class))
                .body(blank(body))
                .area(blank(area))
                .item(blank(item))
                .dueBefore(day("dueBefore", dueBefore));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
