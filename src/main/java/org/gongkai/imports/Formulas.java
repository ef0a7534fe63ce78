package org.gongkai.imports;

/** 写进表格的文字不会变成公式：以 = + - @ 或制表符开头的前面加单引号；再读回来时去掉。 Guards exported text against formula injection. */
public final class Formulas {

    private static final String DANGEROUS = "=+-@\t\r";

    private Formulas() {}

    public static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** {@link #harmless} 的反面。 */
    public static String bare(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && DANGEROUS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
