package org.gongkai.deadline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimitPhrase.Also;
import org.gongkai.deadline.TimeLimitPhrase.Frequency;
import org.gongkai.deadline.TimeLimitPhrase.Kind;
import org.jspecify.annotations.Nullable;

/**
 * 期限写法的解读：从目录和法规里的一句话，到带类型的值；看不懂就说看不懂。
 *
 * <p>Reads time-limit phrases as they occur in catalogues and statutes. Several readers each take out the part they understand;
 * what two of them say differently, or what nobody understood, makes the answer not confident. It never guesses silently.
 * The same words always mean the same, so the latest readings are kept; safe for all threads.
 */
public final class TimeLimitPhrases {

    /** 更长的不读。 */
    private static final int LONGEST = 400;

    /** 超过法定上限很多的工作日数，多半是笔误（R-ACT-01）。 */
    private static final int LIKELY_MISPRINT = 60;

    private static final Pattern SAME =
            Pattern.compile("\\(?(?:同上|同前|如上|同上[一]?[行项栏款条格]|〃+|″+|\"+|〞+|'{2,}|′+)\\)?[。.]?");
    private static final Pattern SAME_LEFT = Pattern.compile("\\(?同[左右][栏列]?\\)?");
    private static final Pattern NOTHING = Pattern.compile("[-/\\\\|*×_.…]+|无|暂无|不详|略|空|/|[nN]/?[aA]");
    private static final Pattern TIME_WORDS = Pattern.compile(
            "\\d|" + ChineseNumerals.PATTERN
                    + "个?(?:工作日|日(?!常)|天|月|年|周|小时|季度|星期|分钟|学期)|工作日|小时|分钟|学期|学年|季度|每|时限|期限|期满|届满|至迟|最迟|逾期|提前|延长|延期|顺延|除外|公[示告].{0,2}[年月日天]|长.?期|常年|永久|实时|即时|次(?=$|[,;。()])"
                    + "|至少|最少|\u0001(?:不得|不予|不作|未|没有|无人|免费|允许|仍)|但|特殊情况|紧急情况|年底|年末|年初|年中|年内|季末|\u0001[末底初中]|季初|首月|[上中下]旬|月中|月底|月末|月初|旬|少于|低于|超过|(?<!级)以上|同上(?!一)|农历|半年|截止|截至|之前|以前|前完成|酌|视情");

    /** 说的是内容，不是期限。 */
    private static final Pattern NEUTRAL = Pattern.compile(
            "(?:上|前)一?个?(?:半年|年度?|季度|月份?|周)|本(?:年度?|季度|月|周|学期)|当(?:年|月|季度|期)|年度(?=计划|报告|预算|决算|工作|总结|公开)|前[一二两三四]款|第[一二三四五六七八九十百\\d]+[条款项次章]");

    /** 记住的写法最多这么多，一万行的目录里也不过几百种。 */
    private static final int REMEMBERED = 1_000;

    private static final Cache<String, TimeLimitPhrase> READ =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private TimeLimitPhrases() {}

    /**
     * 解读一个写法。
     *
     * @param text as printed; null and blank mean an empty cell
     */
    public static TimeLimitPhrase parse(@Nullable String text) {
        String original = text == null ? "" : text;
        if (original.length() > LONGEST) {
            return unknown(original, Set.of(), "太长，不像一个期限");
        }
        return READ.get(original, TimeLimitPhrases::read);
    }

    private static TimeLimitPhrase read(String original) {
        String plain = PhraseText.normalise(original);
        if (original.isBlank()
                || SAME.matcher(plain).matches()
                || SAME.matcher(original.strip()).matches()) {
            String note = original.isBlank() ? "空格：取同列上一行的值" : "取同列上一行的值";
            return phrase(original, PhraseClaim.word(Kind.SAME_AS_ABOVE), null, Set.of(), true, note);
        }
        if (SAME_LEFT.matcher(plain).matches()) {
            return phrase(original, PhraseClaim.word(Kind.SAME_AS_ABOVE), null, Set.of(), false, "指的是左右一格，请看原表");
        }
        if (plain.isEmpty() || NOTHING.matcher(plain).matches()) {
            return unknown(original, Set.of(), "没有写期限");
        }
        PhraseMisprints.Corrected corrected = PhraseMisprints.correct(plain);
        PhraseScan scan = scan(corrected.text());
        scan.doubts.addAll(corrected.slips());
        return decide(original, scan);
    }

    private static PhraseScan scan(String plain) {
        PhraseScan scan = new PhraseScan(plain);
        PhraseWords.readSideClauses(scan);
        PhraseDates.readAbsoluteDates(scan);
        PhraseDates.readAfterPeriods(scan);
        if (periodic(plain)) {
            PhraseSchedules.read(scan);
            PhraseQuantities.read(scan);
        } else {
            PhraseQuantities.read(scan);
            PhraseSchedules.read(scan);
        }
        PhraseWords.read(scan);
        return scan;
    }

    private static final Pattern PERIODIC = Pattern.compile("每|逐[年月季周]|次年|翌年|下一?个?年|次月|下个?月|" + ChineseNumerals.PATTERN
            + "月(?:份)?(?:" + ChineseNumerals.PATTERN + "[日号]|底|末)|(?<!第)[一1]次");

    /** 有“每”字或者几月几日时，先读周期和日期，免得当成“10日之前”。 */
    private static boolean periodic(String plain) {
        return PERIODIC.matcher(plain).find();
    }

    private static TimeLimitPhrase decide(String original, PhraseScan scan) {
        List<PhraseClaim> display =
                scan.claims.stream().filter(PhraseClaim::display).toList();
        List<PhraseClaim> counted =
                scan.claims.stream().filter(PhraseClaim::counted).toList();
        List<PhraseClaim> schedules = scan.claims.stream()
                .filter(claim -> claim.kind() == Kind.SCHEDULE)
                .toList();
        if (!scan.obstacles.isEmpty()) {
            return unknown(original, scan.also, String.join("；", scan.obstacles));
        }
        if (counted.stream().anyMatch(claim -> !claim.sameLimit(counted.getFirst()))
                || schedules.size() > 1
                || (!counted.isEmpty() && !schedules.isEmpty())
                || display.stream().anyMatch(claim -> !claim.equals(display.getFirst()))) {
            return unknown(original, scan.also, "一格里写了几个不同的期限");
        }
        Optional<PhraseClaim> main = main(scan, counted, schedules, display);
        return main.map(claim -> conclude(original, scan, claim, display))
                .orElseGet(() -> unknown(original, scan.also, "看不出期限"));
    }

    private static Optional<PhraseClaim> main(
            PhraseScan scan, List<PhraseClaim> counted, List<PhraseClaim> schedules, List<PhraseClaim> display) {
        if (!counted.isEmpty()) {
            if (counted.stream().map(PhraseClaim::anchor).distinct().count() > 1) {
                scan.doubt("同一期限写了几个起算点");
            }
            return counted.stream()
                    .filter(claim -> !claim.sure())
                    .findFirst()
                    .or(() -> Optional.of(counted.getFirst()));
        }
        if (!schedules.isEmpty()) {
            return Optional.of(schedules.getFirst());
        }
        List<PhraseClaim> words =
                scan.claims.stream().filter(claim -> !claim.display()).toList();
        return words.isEmpty()
                ? display.stream().findFirst()
                : words.stream().filter(PhraseClaim::sure).findFirst().or(() -> Optional.of(words.getFirst()));
    }

    private static TimeLimitPhrase conclude(
            String original, PhraseScan scan, PhraseClaim main, List<PhraseClaim> display) {
        PhraseClaim read = main;
        if ((read.counted() || read.display()) && read.anchor() == null) {
            read = read.from(PhraseAnchors.after(scan));
        }
        PhraseClaim shown = read.display() || display.isEmpty() ? null : display.getFirst();
        if (shown != null) {
            scan.also.add(Also.DISPLAY);
            if (shown.n() == null || !shown.sure() || display.size() > 1) {
                scan.doubt("展示期请确认");
            }
        }
        if (read.display() && display.size() > 1) {
            scan.doubt("写了几段展示期");
        }
        words(scan, read);
        misprint(scan, read);
        scan.takeAll(NEUTRAL);
        if (TIME_WORDS.matcher(scan.left()).find()) {
            scan.doubt("还有没读懂的部分：" + scan.left().replaceAll("\u0001+", "…"));
        }
        if (!read.sure() && read.note() != null) {
            scan.doubt(read.note());
        }
        boolean confident = scan.doubts.isEmpty();
        String note = confident ? read.note() : String.join("；", scan.doubts);
        return phrase(original, read, shown, scan.also, confident, note);
    }

    /** 两种说法能不能并存。 Whether the words without numbers agree with the main reading. */
    private static void words(PhraseScan scan, PhraseClaim read) {
        for (PhraseClaim other : scan.claims) {
            boolean agrees =
                    switch (other.kind()) {
                        case PROMPT -> read.frequency() != Frequency.UNSPECIFIED;
                        case REALTIME, LONG_TERM -> read.kind() == other.kind() || read.display();
                        default -> true;
                    };
            if (!agrees) {
                scan.doubt("写了几种不同的要求");
            }
        }
    }

    private static void misprint(PhraseScan scan, PhraseClaim read) {
        if (read.kind() == Kind.WORKDAYS && read.n() != null && read.n() > LIKELY_MISPRINT) {
            scan.doubt("按字面记 " + read.n() + " 个工作日，疑为笔误");
        }
        if (read.counted() && read.n() != null && read.n() == 0 && read.sure()) {
            scan.doubt("期限为零");
        }
        if (read.n() != null && read.unit() != null && read.n() > longest(read.unit())) {
            scan.doubt("按字面记 " + read.n() + "，太长，疑为笔误");
        }
    }

    /** 见过的写法里没有更长的。 Nothing longer has been seen; a digit too many is likelier. */
    private static int longest(TimeLimitPhrase.Unit unit) {
        return switch (unit) {
            case HOUR -> 168;
            case CALENDAR_DAY -> 240;
            case MONTH -> 60;
            case YEAR -> 30;
            default -> 366;
        };
    }

    private static TimeLimitPhrase unknown(String original, Set<Also> also, String note) {
        return phrase(original, PhraseClaim.word(Kind.UNKNOWN), null, also, false, note);
    }

    private static TimeLimitPhrase phrase(
            String original,
            PhraseClaim read,
            @Nullable PhraseClaim shown,
            Set<Also> also,
            boolean confident,
            @Nullable String note) {
        return new TimeLimitPhrase(
                original,
                read.kind(),
                read.n(),
                read.unit(),
                read.bound(),
                read.frequency(),
                read.date(),
                read.anchor(),
                shown == null ? null : shown.n(),
                shown == null ? null : shown.unit(),
                also,
                confident,
                note);
    }
}
