package org.gongkai.request;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Locale;

/** 归一：空格、标点、全半角、繁简、大小写不同的是同一段文字（M13）。 The same words whatever their spaces, punctuation, width, script or case. */
public final class SameText {

    private SameText() {}

    public static String of(String... texts) {
        var plain = Normalizer.normalize(String.join(" ", texts), Normalizer.Form.NFKC);
        return ZhConverterUtil.toSimple(plain).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
