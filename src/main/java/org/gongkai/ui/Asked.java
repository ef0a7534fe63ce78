package org.gongkai.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 读接口请求里的参数：没有写的为空，写错的给一句话（400），从不当作没有写。
 *
 * <p>Reads the parameters of a request: blank ones are absent, wrong ones are refused with a sentence (400) and never ignored.
 */
public final class Asked {

    /** 列表一页最多这么多。 */
    public static final int LONGEST_PAGE = 1_000;

    private static final int LONGEST_ECHO = 40;

    private Asked() {}

    /** 去掉两头空白；空的为没有写。 */
    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** 必须写的。 */
    public static String needed(String name, @Nullable String text) {
        String given = text(text);
        if (given == null) {
            throw Refused.unreadable("ui.asked.missing", name);
        }
        return given;
    }

    /** 日期，如 2026-09-24，公元 1 年至 9999 年。 */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        String given = text(text);
        if (given == null) {
            return null;
        }
        try {
            if (given.length() == 10) {
                LocalDate day = LocalDate.parse(given);
                if (day.getYear() > 0) {
                    return day;
                }
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Refused.unreadable("ui.asked.date", name, echo(given));
    }

    public static LocalDate neededDay(String name, @Nullable String text) {
        needed(name, text);
        return java.util.Objects.requireNonNull(day(name, text));
    }

    /** 一页几条。 @param standard when nothing is asked for */
    public static int size(@Nullable String text, int standard, int most) {
        String given = text(text);
        return given == null ? standard : number("size", given, 1, most);
    }

    /** 一个整数，在界限之内。 */
    public static int number(String name, String text, int least, int most) {
        if (text.matches("[+-]?\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Refused.unreadable("ui.asked.number", name, echo(text), least, most);
    }

    /** true 或 false；没有写的是 false。 */
    public static boolean yes(String name, @Nullable String text) {
        String given = text(text);
        if (given == null || given.equalsIgnoreCase("false")) {
            return false;
        }
        if (given.equalsIgnoreCase("true")) {
            return true;
        }
        throw unknown(name, given, List.of("true", "false"));
    }

    /** 几个代码之一；大小写、连字符、下划线不计。 One of the constants, whatever the case, with hyphens or underscores. */
    public static <E extends Enum<E>> @Nullable E one(String name, @Nullable String text, Class<E> type) {
        String given = text(text);
        if (given == null) {
            return null;
        }
        String wanted = given.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> unknown(name, given, all.stream().map(Enum::name).toList()));
    }

    /** 不认识的值，附上认识的。 */
    public static Refused unknown(String name, String text, List<String> known) {
        return Refused.unreadable("ui.asked.unknown", name, echo(text), String.join("、", known));
    }

    /** 名录里没有的。 A code that is in no register. */
    public static Refused unlisted(String name, String text, String where) {
        return Refused.unreadable("ui.asked.unlisted", name, echo(text), where);
    }

    /** 翻页的位置看不懂。 */
    public static Refused cursor() {
        return Refused.unreadable("ui.asked.cursor");
    }

    private static String echo(String text) {
        return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
    }
}
