package org.gongkai.deadline;

import static org.gongkai.deadline.ChineseNumerals.PATTERN;

import java.time.Month;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimitPhrase.Bound;
import org.gongkai.deadline.TimeLimitPhrase.Frequency;
import org.jspecify.annotations.Nullable;

/** 定期：每年、每季度、每月……，几月几日前，几次，每期终了后几日。 Reads schedules. */
final class PhraseSchedules {

    static final String NUM = "(" + PATTERN + ")";
    static final String BEFORE = "((?:之|以)?前)";
    private static final String MONTH_DAY = "(?<!个)" + NUM + "月(?:份)?(?:" + NUM + "[日号]|月?(底|末))?";

    private static final Pattern EVERY =
            Pattern.compile("(?:每一?个?|(?<![\\d第])逐|按(?=(?:年度?|半年|季度?|月度?|周)(?:公|发|更|定|通|$|[,;。])))"
                    + "(半年度|半年|年度|年|季度|季|月度|月份|月|周|星期|工作日|日|天|旬|学期|学年)");
    private static final Pattern EVERY_SO_MANY = Pattern.compile("(?:每隔?|隔)" + NUM + "个?(年|月|季度|周|星期|日|天|工作日|小时)");
    private static final Pattern ONCE_A = Pattern.compile("(?:一|1)?个?(半年|(?<=一|1|个)(?:年|季度|季|月|周|天|日))(?:一|1)次");
    private static final Pattern TIMES_PER = Pattern.compile(NUM + "次(?:/|每)(半年|年|季度|季|月|周|日|天)");
    private static final Pattern PERIOD_WORD =
            Pattern.compile("(?<![上本当下该一二三四1-4每按])(年度|季度|月度|半年度)(?=公开|公示|公布|更新|发布|$)");
    private static final Pattern REGULARLY = Pattern.compile("(?<![不规指约])定期(?!限)");
    private static final Pattern IRREGULARLY = Pattern.compile("不定期|不定时");
    private static final Pattern YEAR_RANGE = Pattern.compile(MONTH_DAY + "起?[-至到]" + MONTH_DAY + "(?:期间|内|止|之间)?");
    private static final Pattern YEAR_DATE = Pattern.compile(MONTH_DAY + "(?:" + BEFORE + "|内|期间)?");
    private static final Pattern YEAR_END = Pattern.compile("年?(?:年底|年末|岁末)" + BEFORE + "?");
    private static final Pattern BARE_YEAR_END = Pattern.compile("(?<![年每])(?:底|末)" + BEFORE);
    private static final Pattern QUARTER = Pattern.compile("的?(?:第([一二三四1-4])|(?<![上前])([一二三四1-4]))季度(之前|以前|前|底|末|内)?");
    private static final Pattern HALF = Pattern.compile("的?(上|下)半年(之前|以前|前|底|末|内)?");
    private static final Pattern NEXT_PERIOD = Pattern.compile("次年度?|翌年|下一?年度?|次月|下个?月|翌月");
    private static final Pattern MONTH_DATE = Pattern.compile("(?:的)?" + NUM + "[日号](?!(?:之|以)?内)" + BEFORE + "?");
    private static final Pattern MONTH_END = Pattern.compile("月?(?:底|末)" + BEFORE + "?");
    private static final Pattern TIMES =
            Pattern.compile("(至少|不少于|不低于|不得少于|最少)?([^,;。\u0001]{0,8}?)" + NUM + "次(?!性)(以上)?");

    private static final Pattern AT_LEAST = Pattern.compile("至少|不少于|不低于|不得少于|最少");
    private static final Pattern NO_LATER = Pattern.compile("(?:不得?(?:迟|晚)于|最迟于?|至迟于?|截止到?|截至)在?\u0001*的?$");
    private static final Pattern WEEKDAY = Pattern.compile("^[一二三四五六日天](?!次)");

    static final Map<String, Frequency> FREQUENCIES = Map.ofEntries(
            Map.entry("年", Frequency.YEARLY),
            Map.entry("年度", Frequency.YEARLY),
            Map.entry("半年", Frequency.HALF_YEARLY),
            Map.entry("半年度", Frequency.HALF_YEARLY),
            Map.entry("季", Frequency.QUARTERLY),
            Map.entry("季度", Frequency.QUARTERLY),
            Map.entry("月", Frequency.MONTHLY),
            Map.entry("月度", Frequency.MONTHLY),
            Map.entry("月份", Frequency.MONTHLY),
            Map.entry("周", Frequency.WEEKLY),
            Map.entry("星期", Frequency.WEEKLY),
            Map.entry("日", Frequency.DAILY),
            Map.entry("天", Frequency.DAILY));

    private final PhraseScan scan;
    private final Set<Frequency> found = EnumSet.noneOf(Frequency.class);
    private @Nullable PhraseClaim claim;

    private PhraseSchedules(PhraseScan scan) {
        this.scan = scan;
    }

    /** Reads everything periodic that is left. */
    static void read(PhraseScan scan) {
        new PhraseSchedules(scan).read();
    }

    private void read() {
        if (scan.takeAll(IRREGULARLY) > 0) {
            scan.obstacle("不定期，算不出日期");
        }
        frequencies();
        boolean nextPeriod = nextPeriod();
        boolean regularly = scan.takeAll(REGULARLY) > 0;
        if (found.size() > 1) {
            scan.obstacle("写了几个不同的周期");
            return;
        }
        Frequency frequency = found.isEmpty() ? null : found.iterator().next();
        dates(frequency);
        if (claim == null && frequency != null) {
            claim = PhraseClaim.schedule(frequency, null, null);
        }
        if (claim == null && regularly) {
            claim = PhraseClaim.schedule(Frequency.UNSPECIFIED, null, null).noted("未写明周期，不能算出日期");
        }
        if (claim != null) {
            times();
            scan.claims.add(nextPeriod ? claim.noted("写的是次年、次月的日期") : claim);
        }
    }

    private void frequencies() {
        everySoMany();
        for (Pattern pattern : new Pattern[] {TIMES_PER, EVERY, ONCE_A, PERIOD_WORD}) {
            Matcher matcher = scan.match(pattern);
            while (matcher.find()) {
                String word = matcher.group(pattern.equals(TIMES_PER) ? 2 : 1);
                Frequency frequency = FREQUENCIES.get(word);
                if (frequency == null) {
                    scan.obstacle("周期“每" + word + "”不能推算");
                } else {
                    found.add(frequency);
                    perPeriod(pattern, matcher, frequency);
                    unclear(matcher);
                }
                scan.take(matcher.start(), matcher.end());
            }
        }
    }

    private void perPeriod(Pattern pattern, Matcher matcher, Frequency frequency) {
        if (pattern.equals(TIMES_PER)) {
            int times = ChineseNumerals.parse(matcher.group(1));
            claim = PhraseClaim.schedule(frequency, null, null);
            claim = times > 1 ? claim.times(times, Bound.EXACT) : claim;
        }
    }

    /** “每周一”是星期一；只写“年度”两个字的请人看。 */
    private void unclear(Matcher matcher) {
        String rest = scan.left().substring(matcher.end());
        if (matcher.group().endsWith("周") && WEEKDAY.matcher(rest).find()) {
            scan.doubt("写的是星期几");
        }
        if (matcher.start() == 0
                && rest.isEmpty()
                && PERIOD_WORD.matcher(matcher.group()).matches()) {
            scan.doubt("只写了“" + matcher.group() + "”");
        }
    }

    private void everySoMany() {
        Matcher matcher = scan.match(EVERY_SO_MANY);
        while (matcher.find()) {
            int n = ChineseNumerals.parse(matcher.group(1));
            Frequency same =
                    switch (n + matcher.group(2)) {
                        case "1年" -> Frequency.YEARLY;
                        case "6月" -> Frequency.HALF_YEARLY;
                        case "3月" -> Frequency.QUARTERLY;
                        case "1月" -> Frequency.MONTHLY;
                        case "1季度" -> Frequency.QUARTERLY;
                        case "1周", "7日", "7天" -> Frequency.WEEKLY;
                        default -> null;
                    };
            if (same == null) {
                scan.obstacle("周期“" + matcher.group() + "”不能推算");
            } else {
                found.add(same);
            }
            scan.take(matcher.start(), matcher.end());
        }
    }

    /** 次月、次年：没有写“每”，也是每期一次。 */
    private boolean nextPeriod() {
        Matcher matcher = scan.match(NEXT_PERIOD);
        boolean any = false;
        while (matcher.find()) {
            found.add(matcher.group().endsWith("月") ? Frequency.MONTHLY : Frequency.YEARLY);
            scan.take(matcher.start(), matcher.end());
            any = true;
        }
        return any;
    }

    private void dates(@Nullable Frequency frequency) {
        yearRange(frequency);
        yearDate(frequency);
        quarterOrHalf(frequency);
        if (frequency == Frequency.YEARLY) {
            yearEnd();
        }
        if (frequency == Frequency.MONTHLY) {
            monthDate();
        } else if (frequency != null) {
            Matcher day = scan.match(MONTH_DATE);
            if (day.find() && day.group(2) != null && claim == null) {
                scan.obstacle("期内的日期不能推算");
            }
        }
    }

    private void yearRange(@Nullable Frequency frequency) {
        Matcher matcher = scan.match(YEAR_RANGE);
        if (!matcher.find()) {
            return;
        }
        String from = monthDay(matcher.group(1), matcher.group(2), matcher.group(3));
        String to = monthDay(matcher.group(4), matcher.group(5), matcher.group(6));
        if (from == null || to == null) {
            return;
        }
        scan.take(matcher.start(), matcher.end());
        dated(frequency, Bound.WITHIN, from + "/" + to);
    }

    private void yearDate(@Nullable Frequency frequency) {
        for (Matcher matcher = scan.match(YEAR_DATE); matcher.find(); ) {
            String date = monthDay(matcher.group(1), matcher.group(2), matcher.group(3));
            if (date == null || (matcher.group(2) == null && matcher.group(3) == null && frequency == null)) {
                continue;
            }
            scan.take(matcher.start(), matcher.end());
            if (matcher.group(4) != null || (date.length() > 4 && noLater(matcher.start()))) {
                // 每年6月前：不含六月
                boolean wholeMonth = date.length() == 4;
                dated(frequency, Bound.BY, date);
                if (wholeMonth) {
                    scan.obstacle("“" + matcher.group() + "”不知道含不含当月");
                }
            } else if (date.length() == 4) {
                dated(frequency, Bound.WITHIN, date);
            } else {
                dated(frequency, Bound.EXACT, date);
                scan.doubt("写了日期而没有写“前”");
            }
        }
    }

    private void dated(@Nullable Frequency frequency, Bound bound, String date) {
        if (claim != null && claim.date() != null) {
            scan.obstacle("写了几个不同的日期");
        } else if (frequency == null) {
            claim = PhraseClaim.schedule(Frequency.YEARLY, bound, date).doubtful("没有写“每年”，请确认是不是每年");
        } else if (frequency == Frequency.YEARLY) {
            claim = PhraseClaim.schedule(frequency, bound, date);
        } else {
            scan.obstacle("周期和日期对不上");
        }
    }

    private static @Nullable String monthDay(String month, @Nullable String day, @Nullable String end) {
        int m = ChineseNumerals.parse(month);
        if (m < 1 || m > 12) {
            return null;
        }
        String prefix = "--" + (m < 10 ? "0" : "") + m;
        if (end != null) {
            return prefix + "-EOM";
        }
        if (day == null) {
            return prefix;
        }
        int d = ChineseNumerals.parse(day);
        return d < 1 || d > Month.of(m).maxLength() ? null : prefix + (d < 10 ? "-0" : "-") + d;
    }

    private void quarterOrHalf(@Nullable Frequency frequency) {
        Matcher quarter = scan.match(QUARTER);
        while (quarter.find()) {
            String which = quarter.group(1) == null ? quarter.group(2) : quarter.group(1);
            part(frequency, quarter, "Q" + ChineseNumerals.parse(which), quarter.group(3));
        }
        Matcher half = scan.match(HALF);
        while (half.find()) {
            part(frequency, half, half.group(1).equals("上") ? "H1" : "H2", half.group(2));
        }
    }

    private void part(@Nullable Frequency frequency, Matcher matcher, String date, @Nullable String edge) {
        scan.take(matcher.start(), matcher.end());
        dated(frequency, Bound.WITHIN, date);
        if (edge != null && !edge.equals("内")) {
            scan.doubt("“" + matcher.group() + "”的界限请确认");
        }
    }

    private void yearEnd() {
        for (Pattern pattern : new Pattern[] {YEAR_END, BARE_YEAR_END}) {
            Matcher matcher = scan.match(pattern);
            if (matcher.find()) {
                scan.take(matcher.start(), matcher.end());
                dated(Frequency.YEARLY, Bound.BY, "--12-31");
                if (matcher.group(1) == null) {
                    scan.doubt("“年底”没有写“前”");
                }
                return;
            }
        }
    }

    private void monthDate() {
        Matcher day = scan.match(MONTH_DATE);
        Matcher end = scan.match(MONTH_END);
        if (day.find() && ChineseNumerals.parse(day.group(1)) >= 1 && ChineseNumerals.parse(day.group(1)) <= 31) {
            int d = ChineseNumerals.parse(day.group(1));
            scan.take(day.start(), day.end());
            monthly((d < 10 ? "DAY-0" : "DAY-") + d, day.group(2) != null || noLater(day.start()));
            Matcher again = scan.match(MONTH_DATE);
            if (again.find() && again.group(2) != null) {
                scan.obstacle("写了几个不同的日期");
            }
        } else if (end.find()) {
            scan.take(end.start(), end.end());
            monthly("DAY-EOM", end.group(1) != null);
        }
    }

    /** “不迟于每年3月31日”就是之前。 */
    private boolean noLater(int start) {
        Matcher matcher = NO_LATER.matcher(scan.left().substring(0, start));
        if (!matcher.find()) {
            return false;
        }
        scan.take(matcher.start(), start);
        return true;
    }

    private void monthly(String date, boolean before) {
        claim = PhraseClaim.schedule(Frequency.MONTHLY, before ? Bound.BY : Bound.EXACT, date);
        if (!before) {
            scan.doubt("写了日期而没有写“前”");
        }
    }

    /** 每年至少两次；“每年一次”等于每年。 */
    private void times() {
        Matcher matcher = scan.match(TIMES);
        while (claim != null && matcher.find()) {
            int n = ChineseNumerals.parse(matcher.group(3));
            boolean atLeast = matcher.group(1) != null
                    || matcher.group(4) != null
                    || AT_LEAST.matcher(scan.left().substring(0, matcher.start(3)))
                            .find();
            boolean plainOnce = n == 1 && !atLeast && matcher.group(2).isEmpty();
            scan.take(matcher.start(3), matcher.end());
            scan.takeAll(AT_LEAST);
            if (n < 1 || claim.n() != null || claim.date() != null) {
                scan.doubt("次数请确认");
            } else if (!plainOnce) {
                claim = claim.times(n, atLeast ? Bound.AT_LEAST : Bound.EXACT);
            }
        }
    }
}
