package org.gongkai.imports;

/** 写进表格的文字不会变成公式：以 = + - @（全角、前有空白也算）开头的前面加单引号；只有一个横线的不是公式；再读回来时去掉。 Guards exported text against formula injection. */
public final class Formulas {

    private static final String DANGEROUS = "=+-@＝＋－＠";

    private Formulas() {}

    public static String harmless(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    /**
     * CSV 的一格：不成公式，遇到分隔符、引号、换行就括起来。
     *
     * <p>One cell of an exported CSV file: harmless, quoted where a reader could take it apart.
     */
    public static String cell(String text) {
        String safe = harmless(text);
        return safe.matches("(?s).*[\",;|\\t\\r\\n，].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** {@link #harmless} 的反面。 */
    public static String bare(String text) {
        return text.startsWith("'") && dangerous(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean dangerous(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String stripped = text.strip();
        boolean begins = stripped.length() > 1 && DANGEROUS.indexOf(stripped.charAt(0)) >= 0;
        return begins || Character.isISOControl(text.charAt(0));
    }
}
