package org.gongkai.publication;

/**
 * 已经干净的正文：只有一个接一个的段落和标题，里面只有文字。清洗不会再改动它，所以不必再解析。
 *
 * <p>A body that cleaning would hand back letter for letter: paragraphs and headings one after another, without attributes, holding only
 * characters that are written as themselves. Most texts moved in from an old site or typed here are of this kind. Anything in doubt is
 * not.
 */
final class PlainPassages {

    private static final String[] OPEN = {"<p>", "<h2>", "<h3>", "<h4>"};
    private static final String[] CLOSE = {"</p>", "</h2>", "</h3>", "</h4>"};
    private static final String[] ENTITIES = {"&amp;", "&lt;", "&gt;"};
    private static final String MEANT = "&<>";

    private PlainPassages() {}

    /** 清洗后一字不变？ */
    static boolean holds(String html) {
        int at = 0;
        while (at < html.length()) {
            at = passage(html, at);
            if (at < 0) {
                return false;
            }
        }
        return !html.isEmpty();
    }

    /** 从一个开始标签到它的结束标签之后；不是这样的为 -1。 */
    private static int passage(String html, int start) {
        int kind = one(OPEN, html, start);
        if (kind < 0) {
            return -1;
        }
        int at = start + OPEN[kind].length();
        boolean blank = true;
        while (at < html.length() && html.charAt(at) != '<') {
            char c = html.charAt(at);
            int entity = c == '&' ? one(ENTITIES, html, at) : 0;
            if (entity < 0 || (c != '&' && !isItself(c))) {
                return -1;
            }
            blank &= c == ' ';
            at += c == '&' ? ENTITIES[entity].length() : 1;
        }
        return !blank && html.startsWith(CLOSE[kind], at) ? at + CLOSE[kind].length() : -1;
    }

    /** {@link RichText#plain} 对这样的正文的结果。 */
    static String plain(String html) {
        var text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                text.append('\n');
                at = html.indexOf('>', at) + 1;
            } else if (c == '&') {
                int entity = one(ENTITIES, html, at);
                text.append(MEANT.charAt(entity));
                at += ENTITIES[entity].length();
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private static int one(String[] words, String html, int at) {
        for (int i = 0; i < words.length; i++) {
            if (html.startsWith(words[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** 可见的 ASCII、汉字、中文标点和全角字符；花括号除外，清洗时另有讲究。 */
    private static boolean isItself(char c) {
        return (c >= ' ' && c <= '~' && c != '>' && c != '{')
                || (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u3001' && c <= '\u301b')
                || (c >= '\uff01' && c <= '\uff5e')
                || (c >= '\u2013' && c <= '\u2026')
                || c == '\u00b7';
    }
}
