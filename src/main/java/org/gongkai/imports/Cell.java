package org.gongkai.imports;

/**
 * 一个单元格：按显示的样子读出的文字。
 *
 * <p>One cell as the reader of the file sees it: numbers and dates as displayed, formulas by their stored result.
 *
 * @param text as displayed, line breaks as {@code \n}; empty when the cell is empty
 * @param kind what the file stores
 * @param formula the text is the stored result of a formula; formulas are never computed
 */
public record Cell(String text, Kind kind, boolean formula) {

    /** 什么都没有。 */
    public static final Cell EMPTY = new Cell("", Kind.EMPTY, false);

    /** 文件里存的是什么。 */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        ERROR
    }

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT, false);
    }

    /** 没有任何看得见的字符（空格、全角空格、不间断空格都不算）。 Nothing visible in it. */
    public boolean isBlank() {
        for (int i = 0; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\u200c'
                || c == '\u200d'
                || c == '\ufeff'
                || c < ' ';
    }
}
