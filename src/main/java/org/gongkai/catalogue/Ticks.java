package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** 勾和框：√、■、t、R、口……，以及一格里的整组渠道。 Ticks in a cell, and a whole group of boxes in one cell. */
final class Ticks {

    private static final String FILLED = "■√✓✔☑☒●◼▇◆★▲✅⬛☆▣◉";
    private static final String OPEN = "□☐○◻◇▢⬜〇▫";
    /** Wingdings 和 Symbol 字体里的勾和实心框，字体丢了就剩字母。 */
    private static final String WINGDINGS_FILLED =
            "tRPnlxSüþýÖ\uf052\uf050\uf053\uf06e\uf06c\uf0fe\uf0fc\uf0fd\uf0d6\uf078";

    private static final String WINGDINGS_OPEN = "oq¨£¡\uf0a3\uf06f\uf071\uf0a8\uf0a1";
    private static final Set<String> YES = Set.of(
            "t", "T", "R", "P", "1", "是", "有", "Y", "y", "V", "v", "Ö", "ü", "þ", "ý", "x", "X", "\uf052", "\uf050",
            "\uf0fe", "\uf0fc", "对", "勾", "*", "yes", "YES", "true", "TRUE", "公开", "S", "n", "l", "J", "a", "√√");
    private static final Set<String> NO = Set.of(
            "0", "否", "无", "-", "--", "—", "——", "/", "\\", "N", "n/a", "N/A", "×", "✗", "✘", "口", "", "o", "O", "no",
            "NO", "false", "FALSE", "¨", "£", "不公开", "空");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[、，,；;\\n|]|\\s{1,}");
    private static final Pattern BRACKETED_YES = Pattern.compile("[\\[【（(]\\s*[√✓✔■●☑vVxXR]\\s*[\\])】）]");
    private static final Pattern BRACKETED_NO = Pattern.compile("[\\[【（(]\\s*[□○]?\\s*[\\])】）]");

    /** 一格渠道的解读。 @param boxed whether boxes were printed at all */
    record Group(List<String> chosen, List<String> all, boolean boxed) {}

    private Ticks() {}

    /** 只有一个圈：两栏里一栏画圈、一栏空着，圈就是选中。 */
    static boolean isCircle(String text) {
        return Plain.tight(text).matches("[○〇◯oO]");
    }

    static boolean isYes(String text) {
        String plain = Plain.tight(text);
        return YES.contains(plain)
                || YES.contains(text.strip())
                || !plain.isEmpty() && plain.chars().allMatch(c -> FILLED.indexOf(c) >= 0);
    }

    static boolean isNo(String text) {
        String plain = Plain.tight(text);
        return NO.contains(plain) || plain.chars().allMatch(c -> OPEN.indexOf(c) >= 0);
    }

    /** 一格里有框的按框，没有框的全部算选中。 */
    static Group group(String text) {
        String marked = boxes(text);
        if (marked.chars().noneMatch(c -> c == '\u0001' || c == '\u0002')) {
            var names = split(marked, BETWEEN_NAMES);
            return new Group(names, names, false);
        }
        if (boxesFollow(marked)) {
            return following(marked);
        }
        var chosen = new LinkedHashSet<String>();
        var all = new ArrayList<String>();
        boolean onlyFilled = marked.indexOf('\u0002') < 0;
        char box = 0;
        var name = new StringBuilder();
        for (char c : (marked + '\u0002').toCharArray()) {
            if (c == '\u0001' || c == '\u0002') {
                add(name, box, onlyFilled, chosen, all);
                box = c;
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        return new Group(List.copyOf(chosen), all, true);
    }

    /** “政府网站√ 政府公报□”：框在名称后面。 */
    private static boolean boxesFollow(String marked) {
        String text = marked.strip();
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        return first != '\u0001' && first != '\u0002' && (last == '\u0001' || last == '\u0002');
    }

    private static Group following(String marked) {
        var chosen = new LinkedHashSet<String>();
        var all = new ArrayList<String>();
        var name = new StringBuilder();
        for (char c : marked.toCharArray()) {
            if (c == '\u0001' || c == '\u0002') {
                var names = split(name.toString(), BETWEEN_NAMES);
                all.addAll(names);
                if (c == '\u0001' && !names.isEmpty()) {
                    chosen.add(names.getLast());
                }
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        return new Group(List.copyOf(chosen), all, true);
    }

    /** 一个框后面跟着几行字的，只有第一个名称属于这个框（其余的框漏印了）。 */
    private static void add(StringBuilder text, char box, boolean onlyFilled, Set<String> chosen, List<String> all) {
        var names = split(text.toString(), Pattern.compile("\\n|\\s{2,}|[；;]"));
        for (int i = 0; i < names.size(); i++) {
            all.add(names.get(i));
            if (box == '\u0001' && (i == 0 || onlyFilled)) {
                chosen.add(names.get(i));
            }
        }
    }

    private static List<String> split(String text, Pattern between) {
        return between.splitAsStream(text)
                .map(Plain::line)
                .filter(name -> !name.isEmpty() && !name.chars().allMatch(c -> "_＿-".indexOf(c) >= 0))
                .distinct()
                .toList();
    }

    /** Filled boxes become U+0001, open ones U+0002; 口 and the letters of Wingdings count only in front of a name. */
    private static String boxes(String cell) {
        String ticked = BRACKETED_YES.matcher(cell).replaceAll("■");
        String text = ticked.equals(cell) ? cell : BRACKETED_NO.matcher(ticked).replaceAll("□");
        var marked = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FILLED.indexOf(c) >= 0 || letter(text, i, WINGDINGS_FILLED)) {
                marked.append('\u0001');
            } else if (OPEN.indexOf(c) >= 0
                    || letter(text, i, WINGDINGS_OPEN)
                    || c == '口' && starts(text, i) && named(text, i)) {
                marked.append('\u0002');
            } else {
                marked.append(c);
            }
        }
        return marked.toString();
    }

    private static boolean letter(String text, int i, String letters) {
        if (letters.indexOf(text.charAt(i)) < 0) {
            return false;
        }
        boolean own = text.charAt(i) >= '\ue000';
        boolean before = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) || isHan(text.charAt(i - 1));
        return own || before && named(text, i) || before && starts(text, i) && spaced(text, i);
    }

    private static boolean starts(String text, int i) {
        return i == 0 || Character.isWhitespace(text.charAt(i - 1)) || "、，,；;".indexOf(text.charAt(i - 1)) >= 0;
    }

    /** “t 政府网站” */
    private static boolean spaced(String text, int i) {
        return i + 2 < text.length() && text.charAt(i + 1) == ' ' && isHan(text.charAt(i + 2));
    }

    private static boolean named(String text, int i) {
        return i + 1 < text.length() && isHan(text.charAt(i + 1));
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
