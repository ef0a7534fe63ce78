package org.gongkai.attachment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** 从一个文件取出的文字和发现的隐藏内容。 Text with a bound, and what was found hidden. */
final class Extracted {

    static final int MOST = 2_000_000;

    private static final Pattern SCIENTIFIC = Pattern.compile("(?<![\\w.])[0-9](?:\\.[0-9]{1,20})?E[0-9]{1,2}(?!\\w)");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> hidden = new LinkedHashSet<>();
    private boolean full;

    void add(String words) {
        int room = MOST - text.length();
        if (words.length() > room) {
            full = true;
            text.append(words, 0, Math.max(0, room));
        } else {
            text.append(words);
        }
    }

    /** 表格把长号码存成 1.3812345678E10，写回十一位数字才查得出来。 */
    static String plainNumbers(String words) {
        return SCIENTIFIC.matcher(words).replaceAll(found -> new BigDecimal(found.group()).toPlainString());
    }

    void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            add("\n");
        }
    }

    void hidden(String sentence) {
        hidden.add(sentence);
    }

    boolean isFull() {
        return full;
    }

    String text() {
        return text.toString().replace("\0", "");
    }

    List<String> hidden() {
        return new ArrayList<>(hidden);
    }

    StoredFile.TextState state() {
        if (full) {
            return StoredFile.TextState.PARTLY;
        }
        return text.toString().isBlank() ? StoredFile.TextState.NO_TEXT : StoredFile.TextState.READ;
    }
}
