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
        if (isTidy(text)) {
            return text;
        }
        var visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }

    /** 只有可见的 ASCII、汉字和全角字符，空格不在头尾也不相连：清理之后不会变。 */
    private static boolean isTidy(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? before == ' ' : !isVisible(c)) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static boolean isVisible(char c) {
        return (c > ' ' && c <= '~')
                || (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u3001' && c <= '\u301b')
                || (c >= '\uff01' && c <= '\uff5e');
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
