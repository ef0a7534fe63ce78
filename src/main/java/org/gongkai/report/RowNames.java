package org.gongkai.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 从行名认出是哪一行；行名写法各地略有出入，抓得住的词就够了。
 *
 * <p>Recognises the row by the telling words of its name, whatever numbering, spaces and brackets surround them; or by its code, as in
 * {@code C3.1} and {@code 3.3.1}.
 */
final class RowNames {

    private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();

    static {
        words("D", "结转下年|结转至?下一?年");
        words("B", "上年度?结转|上一年度?结转");
        words("A", "年度?新收");
        words("C3.1", "国家秘密");
        words("C3.2", "(?:法律|法规)禁止公开");
        words("C3.3", "三安全一?稳?定?|危及.{0,3}安全");
        words("C3.4", "第三方合法权益|保护第三方");
        words("C3.5", "内部事务");
        words("C3.6", "过程性信息");
        words("C3.7", "执法案卷");
        words("C3.8", "行政查询|查询事项");
        words("C4.1", "不掌握");
        words("C4.2", "现成信息|另行制作");
        words("C4.3", "仍不明确");
        words("C6.1", "逾期不补正|逾期未?不?补正");
        words("C6.2", "收费通知|逾期未.{0,6}缴纳");
        words("C5.1", "信访");
        words("C5.2", "重复申请");
        words("C5.3", "公开出版物");
        words("C5.4", "大量反复");
        words("C5.5", "重新出具|要求行政机关确认");
        words("C2", "部分公开");
        words("C1", "(?<!不)予以公开");
        words("T4.3", "复议后起诉");
        words("T4.2", "未经复议|直接起诉");
    }

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("规章", "T2.1"),
            Map.entry("规范性文件", "T2.2"),
            Map.entry("行政规范性文件", "T2.2"),
            Map.entry("行政许可", "T2.3"),
            Map.entry("行政处罚", "T2.4"),
            Map.entry("行政强制", "T2.5"),
            Map.entry("行政事业性收费", "T2.6"),
            Map.entry("其他对外管理服务事项", "T2.7"),
            Map.entry("政府集中采购", "T2.8"),
            Map.entry("行政复议", "T4.1"),
            Map.entry("总计", "C7"),
            Map.entry("合计", "C7"),
            Map.entry("其他处理", "C6"),
            Map.entry("其他", "C6.3"));

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.．]|[（(]?\\d{1,2}[）)、.．:：]|\\d{1,2}(?=[（(]))+");
    private static final Pattern CODE = Pattern.compile("[A-D](?:[1-7](?:\\.[1-8])?)?|T[24]\\.[1-8]|T4");
    private static final Pattern NUMBERED = Pattern.compile("[1-4](?:\\.[1-7](?:\\.[1-8])?)?");

    private RowNames() {}

    private static void words(String row, String words) {
        WORDS.put(row, Pattern.compile(words));
    }

    /** 没有空白、标点统一的行名。 */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\"“”‘’'「」『』《》]+", "");
    }

    /** 有汉字，而且不是“无”“件”一类的一个字。 A label, as opposed to a figure or a mark. */
    static boolean isLabel(String text) {
        return HAN.matcher(text).find() && !FigureText.of(text).isFilled();
    }

    /**
     * 认出一行。
     *
     * @param labels 行首的各格，从左到右 the label cells, left to right
     * @param codes 行首像代码的格 cells that may hold a code
     */
    static Optional<String> row(List<String> labels, List<String> codes) {
        List<String> names = new ArrayList<>(labels.stream().map(RowNames::bare).toList());
        java.util.Collections.reverse(names);
        for (String name : names) {
            Optional<String> found = named(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return codes.stream().flatMap(code -> code(code).stream()).findFirst();
    }

    private static Optional<String> named(String name) {
        String whole = NUMBERING.matcher(name).replaceFirst("");
        whole = whole.replaceFirst("[:：、。]$", "");
        String row = WHOLE.get(whole);
        if (row != null) {
            return Optional.of(row);
        }
        for (var words : WORDS.entrySet()) {
            if (words.getValue().matcher(name).find()) {
                return Optional.of(words.getKey());
            }
        }
        return name.contains("其他处理") ? Optional.of("C6") : Optional.empty();
    }

    /** 行的代码：C3.1，或者 3.3.1（一、二、四分别是 1、2、4）。 */
    static Optional<String> code(String text) {
        String code = bare(text);
        if (CODE.matcher(code).matches()) {
            return Optional.of(code);
        }
        if (!NUMBERED.matcher(code).matches()) {
            return Optional.empty();
        }
        return switch (code.charAt(0)) {
            case '1' -> code.length() == 1 ? Optional.of("A") : Optional.empty();
            case '2' -> code.length() == 1 ? Optional.of("B") : Optional.empty();
            case '3' -> code.length() == 1 ? Optional.empty() : Optional.of("C" + code.substring(2));
            default -> code.length() == 1 ? Optional.of("D") : Optional.empty();
        };
    }
}
