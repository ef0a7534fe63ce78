package org.gongkai.publication;

/**
 * 归一后的文字，每个字符记得原文位置：全角变半角，零宽字符去掉，成串的中文数字变数字。
 *
 * <p>Text normalised for detection; each character remembers where it stood, so that findings can be shown and masked in the original.
 *
 * @param text 归一后
 * @param origin 归一后每个字符在原文的位置
 * @param source 原文
 */
record Normalised(String text, int[] origin, String source) {

    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    /** 中文数字连续这么多个才当作号码。 */
    private static final int NUMERAL_RUN = 11;

    static Normalised of(String source) {
        var chars = new StringBuilder(source.length());
        var origin = new int[source.length()];
        for (int i = 0; i < source.length(); i++) {
            char c = fold(source.charAt(i));
            if (c != 0) {
                origin[chars.length()] = i;
                chars.append(c);
            }
        }
        numerals(chars);
        return new Normalised(chars.toString(), origin, source);
    }

    /** 0 表示去掉。 */
    private static char fold(char c) {
        if (c < 0x80 || (c >= '\u4e00' && c <= '\u9fff')) {
            return c;
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return (char) (c - 0xfee0);
        }
        if (c == '\u3000' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200a') || c == '\u202f') {
            return ' ';
        }
        int type = Character.getType(c);
        if (type == Character.FORMAT || c == '\u00ad') {
            return 0;
        }
        if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
            return '-';
        }
        int digit = Character.digit(c, 10);
        return digit >= 0 ? (char) ('0' + digit) : c;
    }

    private static void numerals(StringBuilder chars) {
        int start = 0;
        while (start < chars.length()) {
            int end = start;
            while (end < chars.length() && numeral(chars.charAt(end)) >= 0) {
                end++;
            }
            if (end - start >= NUMERAL_RUN) {
                for (int i = start; i < end; i++) {
                    chars.setCharAt(i, (char) ('0' + numeral(chars.charAt(i))));
                }
            }
            start = Math.max(end, start + 1);
        }
    }

    private static int numeral(char c) {
        int plain = NUMERALS.indexOf(c);
        return plain >= 0 ? plain : FORMAL.indexOf(c);
    }

    /** 归一后一段在原文的终点。 */
    int originEnd(int end) {
        return end == 0 ? 0 : origin[end - 1] + 1;
    }
}
