package org.gongkai.catalogue;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** 用来比较的写法：全半角、繁简、空格、换行都不计。 The form texts are compared in; the original is always kept beside. */
final class Plain {

    private static final char FIRST = '\u2e80';
    private static final char[] SIMPLIFIED = simplified();
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b-\\u200d\\ufeff\\u3000]+");
    private static final Pattern POINTS = Pattern.compile("[\\p{P}\\p{S}]+");

    private Plain() {}

    /** Without any white space, half width, simplified. */
    static String tight(String text) {
        String half = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        var tight = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (!isSpace(c)) {
                tight.append(c < FIRST || c >= FIRST + SIMPLIFIED.length ? c : SIMPLIFIED[c - FIRST]);
            }
        }
        return tight.toString();
    }

    /** As {@link #tight} and without punctuation: for the identity of an item. */
    static String key(String text) {
        return POINTS.matcher(tight(text)).replaceAll("");
    }

    /** One line, single spaces, still as written. */
    static String line(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\u3000'
                || c >= '\u200b' && c <= '\u200d'
                || c == '\ufeff'
                || c == '\u0085'
                || c == '\u2028';
    }

    /** One character at a time is what the script conversion of names needs, and a table answers it at once. */
    private static char[] simplified() {
        var script = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char['\ua000' - FIRST];
        var all = new StringBuilder(table.length);
        for (int i = 0; i < table.length; i++) {
            all.append((char) (FIRST + i)).append('\n');
        }
        String[] converted = script.transliterate(all.toString()).split("\n", -1);
        for (int i = 0; i < table.length; i++) {
            table[i] = converted[i].length() == 1 ? converted[i].charAt(0) : (char) (FIRST + i);
        }
        return table;
    }
}
