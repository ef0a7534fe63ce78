package org.gongkai.imports;

/** 写进表格的文字不会变成公式：以 = + - @ 或制表符开头的前面加单引号。 Guards exported text against formula injection. */
public final class Formulas {

    private Formulas() {}

    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
