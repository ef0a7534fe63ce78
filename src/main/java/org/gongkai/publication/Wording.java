package org.gongkai.publication;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** 单行文字字段的清理：控制字符、零宽字符、方向控制符去掉，空白归一。 Cleans one-line fields; never HTML. */
final class Wording {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\t\\n\\r]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");

    private Wording() {}

    /** 一行文字。 */
    static String line(String text) {
        var visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }

    /** 多行文字，段落保留。 */
    static String lines(String text) {
        return String.join(
                        "\n",
                        INVISIBLE
                                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                                .replaceAll("")
                                .lines()
                                .map(Wording::line)
                                .toList())
                .strip();
    }

    static List<String> each(List<String> texts) {
        return texts.stream()
                .map(Wording::line)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
