package org.gongkai.publication;

import static org.gongkai.publication.SelfCheck.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.publication.Finding.Level;

/** 一段文字里的个人信息、密级标志和可疑用词。 */
final class TextCheck {

    /** 密级标志：密级后跟星号或者年限（R-SEC-06）。 */
    private static final Pattern MARK = Pattern.compile("(?:绝\\s{0,4}密|机\\s{0,4}密|秘\\s{0,4}密)\\s{0,4}[★☆✩⭐*＊]");

    /** 单独成行的密级或者内部标志。 */
    private static final Pattern STAMP =
            Pattern.compile("(?m)^[\\s\\[【（(]*(?:绝\\s{0,4}密|机\\s{0,4}密|秘\\s{0,4}密|内部资料|内部文件|内部参考)[\\s，,、。:：]*"
                    + "(?:注意保存|注意保管|不得外传|严禁外传|[0-9一二三四五六七八九十长]{1,3}\\s*(?:年|期))?[\\s\\]】）)]*$");

    private static final Pattern INTERNAL =
            Pattern.compile("内部资料[，,、\\s]{0,2}(?:注意保存|注意保管|不得外传|严禁外传|请勿外传)|注意保存[，,、\\s]{0,2}(?:不得|严禁|请勿)外传");

    private static final int AROUND = 8;

    private TextCheck() {}

    static List<Finding> check(String where, String text) {
        var findings = new ArrayList<Finding>();
        marks(where, text, findings);
        for (var hit : PersonalData.scan(text)) {
            findings.add(finding(hit.kind().level(), hit.kind().rule(), where, excerpt(text, hit), ""));
        }
        for (var word : SuspiciousWords.in(text)) {
            findings.add(finding(word.level(), "word", where, word.wrong(), word.right()));
        }
        return findings;
    }

    /** 带密级标志的内容不能进入本系统，连草稿也不能存。 The text must not even be saved. */
    static boolean isMarkedSecret(String text) {
        if (text.indexOf('密') < 0 && text.indexOf('内') < 0) {
            return false;
        }
        var normal = Normalised.of(text).text();
        return MARK.matcher(normal).find() || STAMP.matcher(normal).find();
    }

    private static void marks(String where, String text, List<Finding> findings) {
        var normal = Normalised.of(text).text();
        for (var pattern : List.of(MARK, STAMP, INTERNAL)) {
            var matcher = pattern.matcher(normal);
            if (matcher.find()) {
                findings.add(finding(
                        Level.BLOCK, "classifiedMark", where, matcher.group().strip(), ""));
                return;
            }
        }
    }

    private static String excerpt(String text, PersonalData.Hit hit) {
        var before = text.substring(Math.max(0, hit.start() - AROUND), hit.start());
        var after = text.substring(hit.end(), Math.min(text.length(), hit.end() + AROUND));
        return hideDigits(before) + PersonalData.mask(hit.kind(), hit.value()) + hideDigits(after);
    }

    /** 片段旁边可能是另一个号码的一部分，也遮住。 */
    private static String hideDigits(String text) {
        return text.replaceAll("[0-9０-９]{4,}", "****").replace('\n', ' ').replace('\t', ' ');
    }
}
