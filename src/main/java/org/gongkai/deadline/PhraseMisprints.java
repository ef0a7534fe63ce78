package org.gongkai.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 期限写法里常见的错字：只有一个意思的照那个意思读，但要请人看。
 *
 * <p>Misprints with one possible meaning only. The reading follows that meaning and names the misprint; it is never confident, because
 * the words as printed say something else or nothing.
 */
final class PhraseMisprints {

    private static final String DIGIT = "[\\d〇零一二两三四五六七八九十百廿卅]";
    private static final String UNIT_FOLLOWS = "(?=[\\dOolI]*个?个?(?:工|公|作|上作|[日曰天月年]|小时))";

    /** 形近、音近、漏字、重字；次序要紧：先数字，再“日”，再词。 */
    private static final List<Slip> SLIPS = List.of(
            slip("(?<=[\\dlI])[OoQ]" + UNIT_FOLLOWS, "0"),
            slip("(?<![A-Za-z])[lI|](?=[\\dOo])" + UNIT_FOLLOWS, "1"),
            slip("(?<=\\d)[lI|](?=个?(?:工作|[日曰天月]))", "1"),
            slip("(?<=[年每次])[lI|](?=月)", "1"),
            slip("(?<=[\\dlI])[OoQ]" + UNIT_FOLLOWS, "0"),
            slip("(?<=[一二三四五六七八九])[0Oo](?=个?(?:工作?|公作|[日曰天]))", "〇"),
            slip("(?<=[一二三四五六七八九])\\+(?=个?(?:工作|[日曰天]))", "十"),
            slip("(?<=" + DIGIT + ")[,.、](?=个工作)", ""),
            slip("(?<=" + DIGIT + "个)[,.、](?=工作)", ""),
            slip("曰", "日"),
            slip("(?<=工作)目", "日"),
            slip("(?<=" + DIGIT + ")个{2,}", "个"),
            slip(
                    "(?<=" + DIGIT + "个?)(?:工做日|公作日|工昨日|工件日|上作日|土作日|工作工作日|工工作日|工作作日|作工日|作日|工日|工作日日|工作(?=(?:之|以)?内))",
                    "工作日"),
            slip("(?<=[日天月年时以之])内{2,}", "内"),
            slip("(?<=[日天])肉", "内"),
            slip("(?<=之日)[启其气岂赴超]", "起"),
            slip("(?<=[成更准出到布过束])(?:这|只|知)日起", "之日起"),
            slip("(?<=[成更准出到布过束])之起", "之日起"),
            slip("[型行]成(?=之|后|、|或|的|\\()|(?<=信息)形城", "形成"),
            slip("^[白目](?=信息|该|政府|收到|作出|批准|受理)", "自"),
            slip("每(?=\\d{1,2}月\\d{1,2}[日号])", "每年"),
            slip("李度|季渡", "季度"),
            slip("既时|即吋", "即时"),
            slip("级时|急时|极时|及吋", "及时"),
            slip("常期|长其(?=公)|长斯", "长期"),
            slip("小吋", "小时"));

    private record Slip(Pattern wrong, String right) {}

    /**
     * 改过的写法。
     *
     * @param slips 每处错字：印的 → 读作的
     */
    record Corrected(String text, List<String> slips) {}

    private PhraseMisprints() {}

    private static Slip slip(String wrong, String right) {
        return new Slip(Pattern.compile(wrong), right);
    }

    static Corrected correct(String plain) {
        String text = plain;
        List<String> found = new ArrayList<>();
        for (Slip slip : SLIPS) {
            var matcher = slip.wrong().matcher(text);
            if (matcher.find()) {
                found.add(
                        "“" + matcher.group() + "”疑为错字" + (slip.right().isEmpty() ? "" : "，读作“" + slip.right() + "”"));
                text = matcher.replaceAll(slip.right());
            }
        }
        return new Corrected(text, found);
    }
}
