package org.gongkai.deadline;

import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimitPhrase.Also;
import org.gongkai.deadline.TimeLimitPhrase.Kind;

/** 不带数字的说法：及时、实时、长期、当日、从其规定、转为依申请公开。 Reads what carries no number. */
final class PhraseWords {

    private static final Pattern AS_LAW = Pattern.compile(
            "[,。;(]?(?:但|但是|如|若)?[^,。;()]{0,30}另有(?:明确|特别|不同)?(?:规定|要求|约定)的?,?(?:从其规定|除外|(?:依|按|依照|按照|遵从|遵照|适用|执行)其规定)?\\)?");
    private static final Pattern MODE_CHANGE = Pattern.compile(
            "[,。;(]?(?:公示|公开|公告|展示|征集|公布)?(?:期|期限|时间|时限)?(?:结束|期满|届满|到期|完成|满)(?:后|之后|以后|的)?,?(?:可|应|应当|将|则|自动|即)*"
                    + "(?:转为|转|改为|变更为|变为|调整为|按)(?:依申请公开|不予公开|不公开|内部公开)\\)?");
    private static final Pattern NEGATED = Pattern.compile("(?:不|未|没有|未能|不能|是否)(?:及时|适时|立即|实时|按时|长期)");
    private static final Pattern REALTIME = Pattern.compile("实时|即时|即刻|立即|立刻|当场|马上|随即|当即|同步(?!解读|录音|推进|落实|规划)");
    private static final Pattern PROMPT = Pattern.compile("及时|适时|尽快|尽早");
    private static final Pattern ELSEWHERE = Pattern.compile("按时|按期|如期|准时");
    private static final Pattern LOOSE = Pattern.compile("随时|动态|第一时间|同时");
    private static final Pattern STANDING =
            Pattern.compile("(?:长期|常年|永久|持续|始终|长久)(?=公开|公示|公布|公告|展示|有效|保留|张贴|发布|更新|性|$|[,;。()\u0001])(?:有效|性)?");
    private static final Pattern SAME_DAY = Pattern.compile("(?:当日|当天|本日)(?:之|以)?内?(?!起)");
    private static final Pattern NEXT_WORKDAY =
            Pattern.compile("(?:次|下|下一|第二|后一)个?工作日(?:之|以)?[内前]?|(?:次|翌)日(?:之|以)?内?(?!起|前)");
    private static final Pattern BY_RULE = Pattern.compile(
            "(?:规定|法定|约定|承诺|要求)的?(?:时限|期限|时间|时日)(?:之|以)?内?|(?:时限|期限|限期)(?:之|以)?内|待定|另行(?:通知|确定|公布|规定)|视情(?:况)?(?:而定)?|酌情|条例》?(?:的)?(?:规定|要求)");

    private PhraseWords() {}

    /** Side clauses, before anything else is read. */
    static void readSideClauses(PhraseScan scan) {
        if (scan.takeAll(AS_LAW) > 0) {
            scan.also.add(Also.AS_LAW);
        }
        if (scan.takeAll(MODE_CHANGE) > 0) {
            scan.also.add(Also.MODE_CHANGE);
        }
    }

    /** Everything without a number that is left. */
    static void read(PhraseScan scan) {
        if (scan.takeAll(NEGATED) > 0) {
            scan.obstacle("是否定的说法");
        }
        if (scan.takeAll(BY_RULE) > 0) {
            scan.obstacle("期限规定在别处");
        }
        days(scan);
        if (scan.takeAll(STANDING) > 0) {
            scan.claims.add(PhraseClaim.word(Kind.LONG_TERM));
        }
        word(scan, REALTIME, PhraseClaim.word(Kind.REALTIME));
        word(scan, PROMPT, PhraseClaim.word(Kind.PROMPT).noted("无可计算期限"));
        if (scan.takeAll(ELSEWHERE) > 0) {
            scan.claims.add(PhraseClaim.word(Kind.PROMPT).doubtful("无可计算期限；“按时”指向别处的期限"));
        }
        if (scan.takeAll(LOOSE) > 0) {
            scan.claims.add(PhraseClaim.word(Kind.PROMPT).doubtful("说法含糊，算不出日期"));
        }
    }

    /** “作出后及时公开”：有起点，没有期限。 */
    private static void word(PhraseScan scan, Pattern pattern, PhraseClaim claim) {
        var matcher = scan.match(pattern);
        if (matcher.find()) {
            scan.take(matcher.start(), matcher.end());
            var anchor = PhraseAnchors.marked(scan, matcher.start());
            scan.takeAll(pattern);
            scan.claims.add(claim.from(anchor.event()));
        }
    }

    private static void days(PhraseScan scan) {
        var next = scan.match(NEXT_WORKDAY);
        while (next.find()) {
            boolean working = next.group().contains("工作日");
            var claim = PhraseClaim.quantity(
                    working ? Kind.WORKDAYS : Kind.CALENDAR_DAYS,
                    1,
                    working ? TimeLimitPhrase.Unit.WORKDAY : TimeLimitPhrase.Unit.CALENDAR_DAY,
                    TimeLimitPhrase.Bound.WITHIN);
            scan.take(next.start(), next.end());
            scan.claims.add(claim.from(PhraseAnchors.before(scan, next.start()).event()));
        }
        var same = scan.match(SAME_DAY);
        while (same.find()) {
            var claim = PhraseClaim.quantity(
                    Kind.CALENDAR_DAYS, 0, TimeLimitPhrase.Unit.CALENDAR_DAY, TimeLimitPhrase.Bound.WITHIN);
            scan.take(same.start(), same.end());
            scan.claims.add(
                    claim.from(PhraseAnchors.before(scan, same.start()).event()).doubtful("按事件发生的当日（0日）理解，请确认"));
        }
    }
}
