package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** 勾和框：√、■、t、R、口……，以及一格里的整组渠道。 Ticks in a cell, and a whole group of boxes in one cell. */
final class Ticks {

    private static final String FILLED = "■√✓✔☑☒●◼▇◆★▲✅";
    private static final String OPEN = "□☐○◻◇▢";
    private static final Set<String> YES = Set.of(
            "t", "T", "R", "P", "1", "是", "有", "Y", "y", "V", "v", "Ö", "ü", "x", "X", "\uf052", "\uf050", "\uf0fe",
            "\uf0fc", "对", "勾", "*");
    private static final Set<String> NO = Set.of("0", "否", "无", "-", "—", "/", "\\", "N", "n", "×", "口", "");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[、，,；;\\n|]|\\s{1,}");

    /** 一格渠道的解读。 @param boxed whether boxes were printed at all */
    record Group(List<String> chosen, List<String> all, boolean boxed) {}

    private Ticks() {}

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

    /** Filled boxes become U+0001, open ones U+0002; 口 and t count as boxes only in front of a name. */
    private static String boxes(String text) {
        var marked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean start =
                    i == 0 || Character.isWhitespace(text.charAt(i - 1)) || "、，,；;".indexOf(text.charAt(i - 1)) >= 0;
            boolean name = i + 1 < text.length()
                    && Character.UnicodeScript.of(text.charAt(i + 1)) == Character.UnicodeScript.HAN;
            if (FILLED.indexOf(c) >= 0 || c == '\uf052' || c == '\uf0fe') {
                marked.append('\u0001');
            } else if (OPEN.indexOf(c) >= 0 || c == '\uf0a3' || c == '\uf06f') {
                marked.append('\u0002');
            } else if (c == '口' && start && name) {
                marked.append('\u0002');
            } else if ((c == 't' || c == 'R') && start && name) {
                marked.append('\u0001');
            } else {
                marked.append(c);
            }
        }
        return marked.toString();
    }
}
