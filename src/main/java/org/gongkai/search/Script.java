package org.gongkai.search;

import com.ibm.icu.text.Transliterator;

/** 字形归一：繁体按简体、全角按半角检索，长度不变，因此高亮位置不变。 Folds script character by character, keeping the length. */
final class Script {

    private static final char[] FOLDED = fold();

    private Script() {}

    static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = FOLDED[chars[i]];
        }
        return new String(chars);
    }

    /** 折成小写，长度不变：个别字（İ）整串折小写会变长，高亮就错位了。 Lower case, character by character. */
    static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    private static char[] fold() {
        var simplified = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        for (char c = '\u4e00'; c <= '\u9fff'; c++) {
            String simple = simplified.transliterate(String.valueOf(c));
            table[c] = simple.length() == 1 ? simple.charAt(0) : c;
        }
        for (char c = '\uff01'; c <= '\uff5e'; c++) {
            table[c] = (char) (c - 0xfee0);
        }
        for (char bracket : "[【［〔﹝(".toCharArray()) {
            table[bracket] = '〔';
        }
        for (char bracket : "]】］〕﹞)".toCharArray()) {
            table[bracket] = '〕';
        }
        table['\u3000'] = ' ';
        table['（'] = '〔';
        table['）'] = '〕';
        return table;
    }
}
