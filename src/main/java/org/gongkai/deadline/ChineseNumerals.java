package org.gongkai.deadline;

/** 数字：阿拉伯数字和中文数字（二十、廿五、一百二十、两）。 Reads what {@link #PATTERN} matches. */
final class ChineseNumerals {

    /** A number in a phrase. */
    static final String PATTERN = "(?:\\d{1,6}|[〇零一二两三四五六七八九十百廿卅]{1,7})";

    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseNumerals() {}

    /** The value, or -1 when the characters do not form a number. */
    static int parse(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : chinese(text);
    }

    private static int chinese(String text) {
        String plain =
                text.replace('零', '〇').replace('两', '二').replace("廿", "二十").replace("卅", "三十");
        boolean placed = plain.indexOf('十') >= 0 || plain.indexOf('百') >= 0;
        return placed ? placed(plain) : positional(plain);
    }

    /** 一〇五、二〇. A single digit, or digits in sequence. */
    private static int positional(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value * 10 + DIGITS.indexOf(text.charAt(i));
        }
        return text.length() > 1 && text.indexOf('〇') < 0 ? -1 : value;
    }

    private static int placed(String text) {
        int total = 0;
        int digit = -1;
        int smallest = 1000;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int place = c == '百' ? 100 : c == '十' ? 10 : 0;
            if (place > 0) {
                boolean leadingTen = place == 10 && i == 0;
                if (place >= smallest || (digit < 1 && !leadingTen)) {
                    return -1;
                }
                total += (digit < 1 ? 1 : digit) * place;
                smallest = place;
                digit = -1;
            } else {
                int value = DIGITS.indexOf(c);
                if (digit > 0) {
                    return -1;
                }
                digit = value;
            }
        }
        return total + Math.max(digit, 0);
    }
}
