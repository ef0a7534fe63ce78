package org.gongkai.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * 清洗过的正文写成 Markdown：标题、段落、层层的列表、表格和表题、引用、原样文字、分隔线、链接。
 *
 * <p>Cleaned text as Markdown; nothing of its structure is lost.
 */
public final class MarkdownText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "table",
            "hr");
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]#|<>])");
    private static final Pattern FENCE = Pattern.compile("`{3,}");
    private static final Pattern OUTER_BREAKS = Pattern.compile("^(?:\\s*\\\\\\n)+|(?:\\\\\\n\\s*)+$");
    static final String BREAK = "\\\n";

    private MarkdownText() {}

    public static String of(String html) {
        return String.join("\n\n", blocks(Jsoup.parseBodyFragment(html).body()));
    }

    /** Paragraphs and other blocks, top down; text beside blocks makes paragraphs of its own. */
    private static List<String> blocks(Element parent) {
        var blocks = new ArrayList<String>();
        var line = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                add(blocks, line.toString());
                line.setLength(0);
                blocks.addAll(block(element));
            } else {
                line.append(inline(node));
            }
        }
        add(blocks, line.toString());
        return blocks;
    }

    private static void add(List<String> blocks, String text) {
        String inside = OUTER_BREAKS.matcher(text).replaceAll("").strip();
        if (!inside.isEmpty()) {
            blocks.add(inside.replaceAll(" *\\n *", "\n"));
        }
    }

    private static List<String> block(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                blocks(element).stream()
                        .map(text -> "#".repeat(element.normalName().charAt(1) - '0') + " " + text.replace(BREAK, " "))
                        .toList();
            case "ul", "ol" -> List.of(list(element));
            case "blockquote" ->
                List.of(prefixed(String.join("\n\n", blocks(element)), "> ", "> ")
                        .replaceAll("(?m)^> $", ">"));
            case "pre" -> List.of(verbatim(element));
            case "hr" -> List.of("---");
            case "table" -> MarkdownTable.of(element);
            default -> blocks(element);
        };
    }

    private static String list(Element list) {
        boolean ordered = list.normalName().equals("ol");
        int number = list.attr("start").matches("\\d{1,9}") ? Integer.parseInt(list.attr("start")) : 1;
        var items = new ArrayList<String>();
        for (Element item : list.children()) {
            String mark = ordered ? number++ + ". " : "- ";
            items.add(prefixed(String.join("\n", blocks(item)), mark, " ".repeat(mark.length())));
        }
        return String.join("\n", items);
    }

    private static String prefixed(String text, String first, String others) {
        return first + text.replace("\n", "\n" + others);
    }

    private static String verbatim(Element pre) {
        String text = pre.wholeText().stripTrailing();
        int longest = FENCE.matcher(text)
                .results()
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(2);
        String fence = "`".repeat(longest + 1);
        return fence + "\n" + text + "\n" + fence;
    }

    /** The text of a line, marks included. */
    static String inline(Node node) {
        if (node instanceof TextNode text) {
            return SPECIAL.matcher(text.text()).replaceAll("\\\\$1");
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        return switch (element.normalName()) {
            case "strong", "b" -> around(element, "**");
            case "em", "i" -> around(element, "*");
            case "s" -> around(element, "~~");
            case "br" -> BREAK;
            case "a" -> "[" + inlines(element) + "](" + element.attr("href") + ")";
            case "img" -> "![" + element.attr("alt") + "](" + element.attr("src") + ")";
            default -> inlines(element);
        };
    }

    private static String inlines(Element element) {
        return element.childNodes().stream().map(MarkdownText::inline).collect(Collectors.joining());
    }

    private static String around(Element element, String mark) {
        String text = inlines(element);
        return text.isBlank() ? text : mark + text + mark;
    }
}
