package org.gongkai.deadline;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 起算事件：“自……之日起”“……后”。 Finds what a quantity runs from, and takes it out of the scan. */
final class PhraseAnchors {

    /**
     * 起算事件。
     *
     * @param event 事件，没有写时为空
     * @param marked 写明“之日起”“后”
     * @param twice 写了两个起算点
     */
    record Anchor(@Nullable String event, boolean marked, boolean twice) {}

    private static final Anchor NONE = new Anchor(null, false, false);

    private static final Pattern CONNECTORS =
            Pattern.compile("(?:应当|应该|应|须|必须|需|可以|要|于|在|的|最迟|最长|最晚|至迟|不超过|不得超过|一般|原则上|限|按规定|依法|及时|主动|予以公开|公开|[,:、])+$");
    private static final Pattern MARK =
            Pattern.compile("^(.+?)(?:(?:的)?(?:之日|当日|当天|之时|时|次日|之次日|日)?(?:起算|算起|起|开始)|之日|(?:之|以)?后)(?:计算)?$");
    private static final Pattern TWO_MARKS = Pattern.compile("^(.+?)之日起?(?:和|与|或者?|、|及|以及|并)(.+)$");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:第[一二三四五六七八九十百]+条|应当|应该|须|可以|可(?=在|自|于)|必须|并且|并|可以|一般|原则上|由|在|自从|自(?!然|行(?!政)|愿|治|主|查|筹)|于|从|经(?!营|济|办|费|常)|凡|,|、|:)+");
    private static final Pattern INNER = Pattern.compile(
            "^.*(?:应当|必须|须)(?:自|在|于|从)|^.*自(?=收到|接到|受理|作出|做出|形成|产生|批准|公布|发布|成立|变更|送达|签订|选举|接受|核定)"
                    + "|^.*(?<!现)在(?=收到|接到|受理|作出|做出)|^.*(?:部门|单位|机关|机构|政府|委员会|法院|检察院|当事人|申请人|企业|公司|者)自(?!然|行(?!政)|愿|治|主|查|筹)");
    private static final Pattern EVENT = Pattern.compile(
            "(?:形成|变更|变化|产生|批准|批复|审批|审核|通过|作出|做出|制定|获取|收到|受理|接到|印发|结束|完成|备案|确定|决定|审定|核准|登记|验收|发生|生效|成交|签订|送达|届满|期满|下达|拨付)$");
    private static final Pattern LATER = Pattern.compile("自([^,;。()\u0001]{2,24}?)(?:之日|当日)起?(?:计算|算起|起算)?");
    private static final Pattern PERIOD = Pattern.compile("每?(?:季度?|年度?|月度?|半年|周)");
    private static final Pattern DATED = Pattern.compile("\\d+[年月日]|每(?:年|月|季|半年|周|学)");
    private static final Pattern ODD_EVENT = Pattern.compile("\\d|[一二三四五六七八九十]$|之日|起$|不$|少于?$|每|^.$");
    private static final Set<String> FORMED_OR_CHANGED = Set.of(
            "形成或变更",
            "形成或者变更",
            "信息形成或变更",
            "信息形成或者变更",
            "该信息形成或变更",
            "该信息形成或者变更",
            "信息形成、变更",
            "信息形成(变更)",
            "信息形成(或变更)",
            "信息形成(或者变更)",
            "信息形成和变更",
            "信息形成及变更",
            "信息形成/变更",
            "信息形成变更",
            "形成(变更)",
            "形成、变更");

    private PhraseAnchors() {}

    /** The event in front of the quantity that begins at {@code end}. */
    static Anchor before(PhraseScan scan, int end) {
        String left = scan.left();
        int from = clauseStart(left, end);
        String words = CONNECTORS.matcher(left.substring(from, end)).replaceFirst("");
        if (words.isEmpty() && from > 0 && ",;:".indexOf(left.charAt(from - 1)) >= 0) {
            from = clauseStart(left, from - 1);
            words = CONNECTORS.matcher(left.substring(from, end)).replaceFirst("");
            if (!MARK.matcher(words).matches()) {
                return NONE;
            }
        }
        return read(scan, from, words);
    }

    /** As {@link #before}, but only when “后” or “之日起” marks it. */
    static Anchor marked(PhraseScan scan, int end) {
        String left = scan.left();
        int from = clauseStart(left, end);
        return MARK.matcher(CONNECTORS.matcher(left.substring(from, end)).replaceFirst(""))
                        .matches()
                ? before(scan, end)
                : NONE;
    }

    private static int clauseStart(String left, int end) {
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            char c = left.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth < 0 || ",;。!?:\u0001".indexOf(c) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Anchor read(PhraseScan scan, int from, String words) {
        Matcher two = TWO_MARKS.matcher(words);
        boolean twice = two.matches();
        Matcher mark = MARK.matcher(twice ? two.group(1) + "之日起" : words);
        boolean marked = mark.matches();
        String event = strip(marked ? mark.group(1) : words);
        if (event.isEmpty() || (!marked && !EVENT.matcher(event).find() && !FORMED_OR_CHANGED.contains(event))) {
            return NONE;
        }
        if (PERIOD.matcher(event).matches() || DATED.matcher(event).find()) {
            scan.obstacle("起算点“" + event + "”含有日期或者周期");
        }
        if (ODD_EVENT.matcher(event).find()) {
            scan.doubt("起算点“" + event + "”请确认");
        }
        scan.take(from, from + words.length());
        return new Anchor(canonical(event), marked, twice);
    }

    private static String strip(String words) {
        String event = words;
        Matcher inner = INNER.matcher(event);
        Matcher leading = LEADING.matcher(event);
        if (leading.find()) {
            event = event.substring(leading.end());
        }
        inner = INNER.matcher(event);
        if (inner.find() && inner.end() < event.length()) {
            event = event.substring(inner.end());
        }
        return event;
    }

    private static String canonical(String event) {
        if (FORMED_OR_CHANGED.contains(event)) {
            return "信息形成或变更";
        }
        if (event.equals("信息批复")) {
            return "批复";
        }
        return event.startsWith("本级人民代表大会") ? event.substring(2) : event;
    }

    /** 写在后面的起算点：“20个工作日，自信息形成之日起计算”。 */
    static @Nullable String after(PhraseScan scan) {
        Matcher matcher = scan.match(LATER);
        if (!matcher.find()) {
            return null;
        }
        scan.take(matcher.start(), matcher.end());
        return canonical(strip(matcher.group(1)));
    }
}
