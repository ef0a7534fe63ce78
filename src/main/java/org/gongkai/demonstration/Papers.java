package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 文稿：由样式和填充词拼成的通知、公示、指南，读起来像真的，但全是编写的。 */
final class Papers {

    /** 一种文稿的样式。 */
    record Style(String type, boolean numbered, String title, List<String> body, List<String> attachments) {}

    /**
     * 一份文稿。
     *
     * @param html 已转义的正文
     * @param attachments 附件名
     */
    record Paper(String type, String number, String html, List<String> attachments) {}

    private static final Pattern REPEATED = Pattern.compile("\\|\\*(\\d+)-(\\d+)(\\|.*)");
    private static final Map<String, Style> STYLES = read();

    private Papers() {}

    /** 标题在形成时就定下来，发布和更正都用它。 */
    static String title(CatalogueRow row, District.Body body, LocalDate formedOn, int n, int issue) {
        Map<String, String> words = new HashMap<>(Words.of(row, body, formedOn));
        boolean numbered = (row.perYear() > 1 || n > 1) && !row.limit().periodic();
        if (numbered) {
            words.put("period", words.get("period") + "（第" + n + "批）");
        }
        Style style = style(row.paper());
        String title = Words.fill(style.title(), words, new SplittableRandom(issue));
        return numbered && !style.title().contains("{period}")
                ? title + "（" + formedOn.getYear() + "年第" + n + "号）"
                : title;
    }

    static Paper write(Formed one) {
        Style style = style(one.row().paper());
        SplittableRandom random = new SplittableRandom(one.id().hashCode());
        Map<String, String> words = new HashMap<>(Words.of(one.row(), one.body(), one.formedOn()));
        words.put("title", one.title());
        String number = style.numbered()
                ? one.body().number() + "〔" + one.formedOn().getYear() + "〕" + random.nextInt(1, 180) + "号"
                : "";
        StringBuilder html = new StringBuilder();
        boolean table = false;
        for (String line : style.body()) {
            boolean row = line.startsWith("|");
            if (row != table) {
                html.append(row ? "<table>" : "</table>");
                table = row;
            }
            line(html, line, words, random);
        }
        html.append(table ? "</table>" : "");
        return new Paper(
                style.type(),
                number,
                html.toString(),
                style.attachments().stream()
                        .map(name -> Words.fill(name, words, random))
                        .toList());
    }

    private static void line(StringBuilder html, String line, Map<String, String> words, SplittableRandom random) {
        Matcher repeated = REPEATED.matcher(line);
        if (repeated.matches()) {
            int n = random.nextInt(Integer.parseInt(repeated.group(1)), Integer.parseInt(repeated.group(2)) + 1);
            for (int i = 1; i <= n; i++) {
                words.put("n", Integer.toString(i));
                cells(html, "td", repeated.group(3), words, random);
            }
        } else if (line.startsWith("||")) {
            cells(html, "td", line.substring(1), words, random);
        } else if (line.startsWith("|")) {
            cells(html, "th", line, words, random);
        } else if (line.startsWith("# ")) {
            html.append("<h2>")
                    .append(escape(Words.fill(line.substring(2), words, random)))
                    .append("</h2>");
        } else {
            html.append("<p>").append(escape(Words.fill(line, words, random))).append("</p>");
        }
    }

    private static void cells(
            StringBuilder html, String tag, String line, Map<String, String> words, SplittableRandom random) {
        html.append("<tr>");
        for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
            html.append('<').append(tag).append('>');
            html.append(escape(Words.fill(cell, words, random)));
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Style style(String paper) {
        Style style = STYLES.get(paper);
        if (style == null) {
            throw new IllegalStateException("no style " + paper);
        }
        return style;
    }

    private static Map<String, Style> read() {
        Map<String, Style> styles = new HashMap<>();
        Style current = null;
        for (String line : Lines.of("papers.txt")) {
            if (line.startsWith("== ")) {
                String[] head = line.substring(3).split(" \\| ");
                current = new Style(head[1], head[2].equals("有"), head[3], new ArrayList<>(), new ArrayList<>());
                styles.put(head[0], current);
            } else if (current != null) {
                boolean attachment = line.startsWith("@");
                (attachment ? current.attachments : current.body).add(attachment ? line.substring(1) : line);
            }
        }
        return styles;
    }
}
