package org.gongkai.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 一格里的文字读成数：全角数字、千分位、字母 O、脚注号、单位都是常见的。
 *
 * <p>Reads one cell as people fill it. What is not a figure is said, not guessed.
 *
 * @param figure 读出的数
 * @param kind 没有读出的情形，或者改正过；照常读出的为空 null when simply read
 */
record FigureText(@Nullable BigDecimal figure, UnreadCell.@Nullable Kind kind) {

    private static final Pattern FOOTNOTE =
            Pattern.compile("[\u2460-\u2473\u00b9\u00b2\u00b3\u2070-\u2079*＊※†‡]|(?:注|\\[注?)\\d{1,2}]?$");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
    private static final Pattern UNIT = Pattern.compile("(?<=\\d)\\(?(?:万元|件次|元|件|个|次|份|项|条|起|宗)\\)?$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?");
    private static final Pattern ZEROES = Pattern.compile("[\\doO〇○零]+");
    private static final Pattern MARK = Pattern.compile("[/\\\\|.·\\-‐-―−ー—_~～]+|无|暂无|无此项|N/?A|n/?a|空|null|不涉及|不适用");

    static FigureText of(String raw) {
        String visible = INVISIBLE.matcher(raw).replaceAll("");
        if (visible.isEmpty()) {
            return new FigureText(null, UnreadCell.Kind.BLANK);
        }
        String noted = FOOTNOTE.matcher(visible).replaceAll("");
        boolean corrected = !noted.isEmpty() && !noted.equals(visible);
        String text = INVISIBLE
                .matcher(Normalizer.normalize(corrected ? noted : visible, Normalizer.Form.NFKC))
                .replaceAll("");
        if (MARK.matcher(text).matches()) {
            return new FigureText(null, UnreadCell.Kind.MARK);
        }
        String bare = UNIT.matcher(text).replaceFirst("");
        corrected |= !bare.equals(text);
        if (GROUPED.matcher(bare).matches()) {
            bare = bare.replaceAll("[,，]", "");
        } else if (!NUMBER.matcher(bare).matches() && ZEROES.matcher(bare).matches()) {
            bare = bare.replaceAll("[oO〇○零]", "0");
            corrected = true;
        }
        if (!NUMBER.matcher(bare).matches()) {
            return new FigureText(null, UnreadCell.Kind.TEXT);
        }
        BigDecimal figure = new BigDecimal(bare).stripTrailingZeros();
        return new FigureText(
                figure.scale() < 0 ? figure.setScale(0) : figure, corrected ? UnreadCell.Kind.CORRECTED : null);
    }

    /** 填数的地方：数，或者“/”一类的记号；空格不算。 */
    boolean isFilled() {
        return figure != null || kind == UnreadCell.Kind.MARK;
    }
}
