package org.gongkai.catalogue;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** 用来比较的写法：全半角、繁简、空格、换行都不计。 The form texts are compared in; the original is always kept beside. */
final class Plain {

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b-\\u200d\\ufeff\\u3000]+");
    private static final Pattern POINTS = Pattern.compile("[\\p{P}\\p{S}]+");

    private Plain() {}

    /** Without any white space, half width, simplified. */
    static String tight(String text) {
        return SPACE.matcher(SIMPLIFIED.transliterate(Normalizer.normalize(text, Normalizer.Form.NFKC)))
                .replaceAll("");
    }

    /** As {@link #tight} and without punctuation: for the identity of an item. */
    static String key(String text) {
        return POINTS.matcher(tight(text)).replaceAll("");
    }

    /** One line, single spaces, still as written. */
    static String line(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
