package org.gongkai.deadline;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 把写法整理成一种样子：半角、简体、没有空白和换行。 One normal form: NFKC, simplified script, no white space, no list marks. */
final class PhraseText {

    private static final Pattern CIRCLED =
            Pattern.compile("[\\u2460-\\u2473\\u2474-\\u2487\\u2488-\\u249B\\u2776-\\u277F]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212~〜]+");
    private static final Pattern DOTTED_DATE =
            Pattern.compile("(?<!\\d)(20\\d\\d)[./-](\\d{1,2})[./-](\\d{1,2})日?(?!\\d)");
    private static final Pattern LIST_MARK =
            Pattern.compile("(^|[;。])(?:\\(\\d{1,2}\\)|\\d{1,2}[.、)](?!\\d)|\\([一二三四五六七八九十]\\)|[一二三四五六]、)");
    private static final Pattern LABEL =
            Pattern.compile("^(?:信息)?(?:公开|发布|公布|更新|办理|答复|反馈)?(?:时限|频率|频次|周期|时间要求|期限要求)(?:要求)?[:为是]+");
    private static final Pattern LABEL_OF_NUMBER =
            Pattern.compile(LABEL.pattern() + "(?=" + ChineseNumerals.PATTERN + "个?(?:工作|日|天|小时|月))");
    private static final Pattern MEANT_AFTER =
            Pattern.compile("((?:之|以)?内)(\\((?:指|均为|均指|按|为)?(?:法定)?(?:工作日|自然日|日历日)(?:计算|计)?\\))");
    private static final Pattern TWICE = Pattern.compile(
            "(" + ChineseNumerals.PATTERN + ")\\((" + ChineseNumerals.PATTERN + ")\\)(?=个|工作|日|天|小时|年|月)");
    private static final Pattern ROUND_ZERO = Pattern.compile("(?<=[一二三四五六七八九])[○◯](?=[一二三四五六七八九]|个|工作|日|天)");
    private static final Pattern FORMAL = Pattern.compile("[壹贰叁肆伍陆柒捌玖拾佰](?=[壹贰叁肆伍陆柒捌玖拾佰]*个?(?:工作日|日|天|个月|月|年|小时))");
    private static final Pattern TRADITIONAL = Pattern.compile(
            "[個內開條時實長佈後報間兩屆滿訂製獲資訊徵見費據關決議應當則規範導為與結終審覆復發務會權處罰許證書聽選舉購項財預額廳檢監測質氣環災險貧補償糧農業産產學園齡變齊從該並經執徑單張貼網聞週適雙進遲過達違還鄉鎮區縣訴託註籌紀錄線總續維縱級約納細給組織統練編緊締緝緩]");

    private PhraseText() {}

    static String normalise(String text) {
        String plain = CIRCLED.matcher(text).replaceAll(";");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        plain = SPACE.matcher(plain).replaceAll("");
        plain = DASHES.matcher(plain).replaceAll("-");
        if (TRADITIONAL.matcher(plain).find()) {
            plain = ZhConverterUtil.toSimple(plain).replace("资讯", "信息");
        }
        plain = plain.replace('佈', '布').replace('毎', '每');
        plain = ROUND_ZERO.matcher(plain).replaceAll("〇");
        plain = FORMAL.matcher(plain).replaceAll(PhraseText::plainNumeral);
        plain = DOTTED_DATE.matcher(plain).replaceAll("$1年$2月$3日");
        plain = LIST_MARK.matcher(plain).replaceAll("$1");
        plain = LABEL_OF_NUMBER.matcher(plain).replaceFirst("限");
        plain = LABEL.matcher(plain).replaceFirst("");
        plain = MEANT_AFTER.matcher(plain).replaceAll("$2$1");
        plain = TWICE.matcher(plain).replaceAll(PhraseText::once);
        return trim(plain);
    }

    /** 贰拾：大写数字改成小写。 */
    private static String plainNumeral(MatchResult formal) {
        return String.valueOf("一二三四五六七八九十百".charAt("壹贰叁肆伍陆柒捌玖拾佰".indexOf(formal.group())));
    }

    /** 二十（20）个工作日：两个写法一致时只留一个。 */
    private static String once(MatchResult twice) {
        boolean same = ChineseNumerals.parse(twice.group(1)) == ChineseNumerals.parse(twice.group(2));
        return same ? twice.group(1) : Matcher.quoteReplacement(twice.group());
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && ";,。.:、".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ";,。.:、".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
