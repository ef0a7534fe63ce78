package org.gongkai.deadline;

import static org.gongkai.deadline.ChineseNumerals.PATTERN;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimitPhrase.Bound;
import org.gongkai.deadline.TimeLimitPhrase.Kind;
import org.gongkai.deadline.TimeLimitPhrase.Unit;
import org.jspecify.annotations.Nullable;

/** 多少个工作日、多少日、多少个月：以内，还是展示期，还是别的意思。 Reads quantities by what stands before and after them. */
final class PhraseQuantities {

    private static final String UNIT =
            "(个?日历月|个月|个?(?:法定)?工作[日天]|个?自然[日天]|个?日历[日天]" + "|月(?![\\d底末份一二三四五六七八九十])|年半|年(?!度)|周|个?星期|个?小时|h|日|天|号)";
    private static final Pattern QUANTITY =
            Pattern.compile("(?<![\\d.第〇零一二两三四五六七八九十百])(?!(?<=[上前])[一1半二两三]个?(?:年|月|周|季|学期))(半|" + PATTERN + ")" + UNIT
                    + "(\\((?:指|均为|均指|按|为)?(?:法定)?(?:工作日|自然日|日历日)(?:计算|计)?\\))?");
    private static final Pattern WORKDAYS_BACKWARDS = Pattern.compile("工作日(" + PATTERN + ")个?[日天]?(?=(?:之|以)?内)");
    private static final Pattern RANGE = Pattern.compile(PATTERN + "个?(?:工作日|日|天|个月|月|年|小时)?(?:-|至|到|或者?|、|/)" + PATTERN
            + "个?(?:法定)?(?:工作[日天]|自然日|日历日|日|天|个月|年|小时)(?!起|前|止)");
    private static final Pattern VAGUE =
            Pattern.compile("(?:约|大约|左右|上下|" + PATTERN + "[多余几来]个?|[数几]个?)" + "(?:工作日|[日天]|个月|月|年|小时)|" + PATTERN
                    + "个?(?:工作日|日|天|个月|年|小时)(?:左右|上下)|(?:[_×xX*○]{1,4}|[()]{2})个?(?:工作日|日内|天内|个月)");

    private static final Pattern WITHIN = Pattern.compile("^(?:之|以)?内");
    private static final Pattern BEFORE = Pattern.compile("^(?:之|以)?前");
    private static final Pattern AFTER = Pattern.compile("^(?:之|以)?后");
    private static final Pattern OR_MORE = Pattern.compile("^(?:及|或)?(?:其)?以上");
    private static final Pattern AT_MOST = Pattern.compile(
            "((?:最迟|最晚|最长|至迟)?(?:在|于)?不(?:得|能|应|应当|可|宜)?(?:超过|超出|迟于|晚于|多于|长于|高于)|最长|最迟|最晚|至迟|至多|最多|控制在|(?<![期时])限(?!期))(?:为|在|于|不得?超过|不得?迟于)?$");
    private static final Pattern AT_LEAST =
            Pattern.compile("((?:一般|原则上)?不(?:得|能|应|应当|可|宜)?(?:少于|低于|短于|小于)|至少|最少|最短)(?:为|需|应|应当)?$");
    private static final Pattern AHEAD = Pattern.compile("(?:提前|提早)(?:至少|不少于)?$");
    private static final Pattern BEFORE_EVENT = Pattern.compile("(?<![目当日])前的?$");
    private static final Pattern SIGNED = Pattern.compile("[-+*/=<>A-Za-z?!不半口个]$");
    private static final Pattern FULL = Pattern.compile("(?<!期)(?:满|届满|逾|超过)$");
    private static final Pattern DISPLAY_NOUN =
            Pattern.compile("(?:公示|公告|公布|公开|展示|张贴|张榜|征求意见|征集意见|征询意见|意见征集|意见征求|听取意见|征求|征集|挂网|发布|展览|悬挂|登报|上墙|保留|留存公示)"
                    + "(?:[^,;。\u0001后起内满]{0,8}?的?(?:期限|时间|期间|期|时长|天数|周期))?(?:的)?"
                    + "(?:一般|原则上|应当|应|均|需|须|要|至|为|是|:)*$");
    private static final Pattern EITHER_PERIOD =
            Pattern.compile("(?:公开|公布|发布)(?:的)?(?:期限|时间|期)(?:一般|原则上|应当|应|为|是|:)*$");
    private static final Pattern PERIOD_WORD =
            Pattern.compile("(?:^|[,;。(\u0001])(?:期限|时间|期间|期|时限|时长|天数|周期)(?:一般|原则上|应当|应|均|需|须|要|为|是|:)*$");
    private static final Pattern OTHER_TERM =
            Pattern.compile("(?:有效|保存|保管|留存|存档|任|服务|工|聘|试用|处分|影响|执行|整改|保质)期?(?:限|期间|时间)?(?:为|是|:|应|一般)*$");

    private static final Pattern SHOWN = Pattern.compile("(?:公示|公告|展示|公布|发布|公开)$");

    private final PhraseScan scan;

    private PhraseQuantities(PhraseScan scan) {
        this.scan = scan;
    }

    static void read(PhraseScan scan) {
        new PhraseQuantities(scan).read();
    }

    private void read() {
        if (scan.takeAll(VAGUE) > 0) {
            scan.obstacle("数量不确定");
        }
        if (scan.takeAll(RANGE) > 0) {
            scan.obstacle("写的是一个范围");
        }
        backwards();
        for (Matcher matcher = scan.match(QUANTITY); matcher.find(); matcher = scan.match(QUANTITY)) {
            quantity(matcher);
        }
    }

    private void backwards() {
        for (Matcher matcher = scan.match(WORKDAYS_BACKWARDS);
                matcher.find();
                matcher = scan.match(WORKDAYS_BACKWARDS)) {
            int n = ChineseNumerals.parse(matcher.group(1));
            settle(matcher, PhraseClaim.quantity(Kind.WORKDAYS, Math.max(n, 0), Unit.WORKDAY, Bound.WITHIN), n > 0);
        }
    }

    private void quantity(Matcher matcher) {
        PhraseClaim claim = typed(matcher.group(1), bare(matcher.group(2)), matcher.group(3));
        if (claim == null) {
            scan.take(matcher.start(), matcher.end());
            scan.obstacle("“" + matcher.group() + "”不能推算");
            return;
        }
        settle(matcher, claim, true);
    }

    private static String bare(String unit) {
        return unit.startsWith("个") && !unit.equals("个月") ? unit.substring(1) : unit;
    }

    /** 数量和单位。 */
    private static @Nullable PhraseClaim typed(String number, String unit, @Nullable String meant) {
        int n = ChineseNumerals.parse(number.equals("半") ? "1" : number);
        if (number.matches("0\\d+")) {
            return null;
        }
        if (n < 0 || n > 9999 || unit.equals("号")) {
            return null;
        }
        if (number.equals("半")) {
            return unit.equals("年") ? PhraseClaim.quantity(Kind.MONTHS, 6, Unit.MONTH, Bound.WITHIN) : null;
        }
        if (unit.contains("工作") || (meant != null && meant.contains("工作日"))) {
            return PhraseClaim.quantity(Kind.WORKDAYS, n, Unit.WORKDAY, Bound.WITHIN);
        }
        return switch (unit) {
            case "日", "天" ->
                PhraseClaim.quantity(Kind.CALENDAR_DAYS, n, Unit.CALENDAR_DAY, Bound.WITHIN)
                        .noted(meant == null ? "未写“工作日”，按自然日" : "写明自然日");
            case "自然日", "自然天", "日历日", "日历天" ->
                PhraseClaim.quantity(Kind.CALENDAR_DAYS, n, Unit.CALENDAR_DAY, Bound.WITHIN);
            case "周", "星期" ->
                PhraseClaim.quantity(Kind.CALENDAR_DAYS, 7 * n, Unit.CALENDAR_DAY, Bound.WITHIN)
                        .noted("一周按七日");
            case "个月", "日历月" -> PhraseClaim.quantity(Kind.MONTHS, n, Unit.MONTH, Bound.WITHIN);
            case "月" -> n > 12 ? PhraseClaim.quantity(Kind.MONTHS, n, Unit.MONTH, Bound.WITHIN) : null;
            case "年" -> n > 99 ? null : PhraseClaim.quantity(Kind.YEARS, n, Unit.YEAR, Bound.WITHIN);
            case "年半" -> PhraseClaim.quantity(Kind.MONTHS, 12 * n + 6, Unit.MONTH, Bound.WITHIN);
            case "小时", "h" -> PhraseClaim.quantity(Kind.HOURS, n, Unit.HOUR, Bound.WITHIN);
            default -> null;
        };
    }

    /** 前后的字决定它是什么意思。 */
    private void settle(Matcher matcher, PhraseClaim claim, boolean readable) {
        String before = scan.left().substring(0, matcher.start());
        String after = scan.left().substring(matcher.end());
        Matcher within = WITHIN.matcher(after);
        boolean inside = within.find();
        int end = matcher.end() + (inside ? within.end() : 0);
        Matcher most = AT_MOST.matcher(before);
        boolean atMost = most.find();
        Matcher least = AT_LEAST.matcher(before);
        boolean atLeast = least.find();
        int start = atMost ? most.start() : atLeast ? least.start() : matcher.start();
        String lead = before.substring(0, start);
        boolean signed = SIGNED.matcher(before).find();
        scan.take(start, end);
        if (!readable || claim.n() == null || OTHER_TERM.matcher(lead).find()) {
            scan.obstacle("“" + matcher.group() + "”不是公开的期限");
        } else if (signed) {
            scan.obstacle("“" + matcher.group() + "”前面有看不懂的字符");
        } else if (BEFORE.matcher(after).find()
                || AHEAD.matcher(before).find()
                || BEFORE_EVENT.matcher(lead).find()) {
            scan.obstacle("是某事之前若干日，不是之后");
        } else if (AFTER.matcher(after).find() || (FULL.matcher(before).find() && !atMost)) {
            scan.obstacle("是若干日之后，不是以内");
        } else if (atLeast || OR_MORE.matcher(after).find()) {
            displayed(claim, lead, Bound.AT_LEAST);
        } else {
            limited(claim, lead, start, inside, atMost);
        }
    }

    private void displayed(PhraseClaim claim, String lead, Bound bound) {
        if (claim.unit() == Unit.HOUR) {
            scan.obstacle("以小时计的不是展示期");
            return;
        }
        boolean either = bound == Bound.EXACT && EITHER_PERIOD.matcher(lead).find();
        boolean display = (take(DISPLAY_NOUN, lead) || take(PERIOD_WORD, lead)) && !either;
        Kind kind = bound == Bound.AT_LEAST ? Kind.MIN_DISPLAY : Kind.DISPLAY_PERIOD;
        var read = PhraseClaim.quantity(kind, claim.n() == null ? 0 : claim.n(), unit(claim), bound)
                .noted(bound == Bound.AT_LEAST ? "是展示期下限，不是公开时限" : "展示期长度");
        scan.claims.add(display ? read : read.doubtful("说不清是展示的期间还是别的期间"));
    }

    private boolean take(Pattern pattern, String lead) {
        Matcher matcher = pattern.matcher(lead);
        if (!matcher.find()) {
            return false;
        }
        scan.take(matcher.start(), lead.length());
        return true;
    }

    private static Unit unit(PhraseClaim claim) {
        return claim.unit() == null ? Unit.CALENDAR_DAY : claim.unit();
    }

    private void limited(PhraseClaim claim, String lead, int start, boolean inside, boolean atMost) {
        boolean display = DISPLAY_NOUN.matcher(lead).find() && !lead.endsWith("之日起");
        if (display && !inside && !atMost) {
            displayed(claim, lead, Bound.EXACT);
            return;
        }
        var anchor = PhraseAnchors.before(scan, start);
        PhraseClaim read = claim.from(anchor.event());
        if (display && anchor.event() == null) {
            read = read.doubtful("说不清是公开的时限还是展示的期间");
        }
        if (anchor.twice()) {
            read = read.doubtful("写了两个起算点");
        }
        boolean onDisplay =
                anchor.event() != null && SHOWN.matcher(anchor.event()).find();
        if (!inside && !atMost && (!anchor.marked() || onDisplay)) {
            read = read.doubtful("没有写“内”，请确认是不是公开的时限");
        }
        scan.claims.add(read);
    }
}
