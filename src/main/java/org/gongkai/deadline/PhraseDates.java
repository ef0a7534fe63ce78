package org.gongkai.deadline;

import static org.gongkai.deadline.PhraseSchedules.BEFORE;
import static org.gongkai.deadline.PhraseSchedules.FREQUENCIES;
import static org.gongkai.deadline.PhraseSchedules.NUM;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimitPhrase.Bound;
import org.gongkai.deadline.TimeLimitPhrase.Frequency;
import org.gongkai.deadline.TimeLimitPhrase.Kind;
import org.gongkai.deadline.TimeLimitPhrase.Unit;
import org.jspecify.annotations.Nullable;

/** 写明年月日的日期，和每期终了后若干日。 Reads written-out dates and limits after each period, before anything else. */
final class PhraseDates {

    private static final Pattern AFTER_PERIOD =
            Pattern.compile("((?<![\\d〇一二三四五六七八九十])(每一?个?)?(?:会计|自然)?(半年度|年度|季度|月度|半年|年|季|月|周)"
                    + "(?:终了|结束|终结|届满|期满|末|完结))(?:之日起|之日|后|之后|以后|起)*的?"
                    + NUM + "个?(?:法定)?(工作日|自然日|日|天|个月|月)(?:之|以)?内");
    private static final Pattern ABSOLUTE_RANGE = Pattern.compile(
            "(\\d{4})年" + NUM + "月" + NUM + "[日号]?起?[-至到](?:(\\d{4})年)?(?:" + NUM + "月)?" + NUM + "[日号]止?");
    private static final Pattern ABSOLUTE =
            Pattern.compile("(\\d{4})年(?:度)?(?:" + NUM + "月(?:份)?(?:" + NUM + "[日号]|(底|末))?|年?(底|末))?" + BEFORE + "?");

    private PhraseDates() {}

    /** Reads limits after each period; before quantities are read. */
    static void readAfterPeriods(PhraseScan scan) {
        Matcher matcher = scan.match(AFTER_PERIOD);
        while (matcher.find()) {
            Frequency frequency = FREQUENCIES.get(matcher.group(3));
            int n = ChineseNumerals.parse(matcher.group(4));
            if (frequency == null || n <= 0) {
                continue;
            }
            Unit unit =
                    switch (matcher.group(5)) {
                        case "工作日" -> Unit.WORKDAY;
                        case "月", "个月" -> Unit.MONTH;
                        default -> Unit.CALENDAR_DAY;
                    };
            String anchor = matcher.group(1);
            scan.take(matcher.start(), matcher.end());
            scan.claims.add(new PhraseClaim(Kind.SCHEDULE, n, unit, null, frequency, null, anchor, true, "每期结束后再给若干日"));
        }
    }

    /** Reads written-out dates: a range is how long something is on display. */
    static void readAbsoluteDates(PhraseScan scan) {
        Matcher range = scan.match(ABSOLUTE_RANGE);
        while (range.find()) {
            String year = range.group(4) == null ? range.group(1) : range.group(4);
            String month = range.group(5) == null ? range.group(2) : range.group(5);
            String from = date(range.group(1), range.group(2), range.group(3));
            String to = date(year, month, range.group(6));
            scan.take(range.start(), range.end());
            if (from == null || to == null || to.compareTo(from) < 0) {
                scan.obstacle("日期读不通");
            } else {
                scan.claims.add(new PhraseClaim(
                        Kind.DISPLAY_PERIOD, null, null, Bound.EXACT, null, from + "/" + to, null, true, "写明了起止日期"));
            }
        }
        Matcher single = scan.match(ABSOLUTE);
        while (single.find()) {
            scan.take(single.start(), single.end());
            String date = absolute(single);
            if (date == null || single.group(6) == null) {
                scan.obstacle("写的是具体日期，不是期限");
            } else {
                scan.claims.add(PhraseClaim.schedule(null, Bound.BY, date).doubtful("一次性的日期，不是每年"));
            }
        }
    }

    private static @Nullable String absolute(Matcher single) {
        if (single.group(5) != null) {
            return single.group(1) + "-12-31";
        }
        if (single.group(2) == null) {
            return null;
        }
        if (single.group(4) != null) {
            String first = date(single.group(1), single.group(2), "1");
            return first == null
                    ? null
                    : YearMonth.parse(first.substring(0, 7)).atEndOfMonth().toString();
        }
        return single.group(3) == null ? null : date(single.group(1), single.group(2), single.group(3));
    }

    private static @Nullable String date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), ChineseNumerals.parse(month), ChineseNumerals.parse(day))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
