package org.gongkai.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 日期的几种写法：2026-09-01、2026/9/1、2026.9.1、2026年9月1日、20260901。 */
final class Dates {

    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))");

    private Dates() {}

    /** 看不懂或者不存在的日期是 null。 */
    static @Nullable LocalDate parse(String text) {
        var found = DAY.matcher(text.strip());
        if (!found.matches()) {
            return null;
        }
        boolean separated = found.group(2) != null;
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(separated ? found.group(2) : found.group(4)),
                    Integer.parseInt(separated ? found.group(3) : found.group(5)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
