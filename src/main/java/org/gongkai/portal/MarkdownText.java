package org.gongkai.portal;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** 清洗过的正文写成 Markdown；正文只有标题、段落、列表、表格、引用、链接。 Cleaned text as Markdown. */
public final class MarkdownText {

    private final StringBuilder out = new StringBuilder();

    private MarkdownText() {}

    public static String of(String html) {
        var text = new MarkdownText();
        text.children(Jsoup.parseBodyFragment(html).body());
        return text.out
                .toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private void children(Element element) {
        element.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            out.append(text.text().replaceAll("([\\\\`*_\\[\\]#|<>])", "\\\\$1"));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                block(element, "#".repeat(element.normalName().charAt(1) - '0') + " ");
            case "li" -> item(element);
            case "table" -> table(element);
            case "blockquote" -> block(element, "> ");
            case "strong", "b" -> around(element, "**");
            case "em", "i" -> around(element, "*");
            case "br" -> out.append("  \n");
            case "a" -> link(element);
            case "img" ->
                out.append("![")
                        .append(element.attr("alt"))
                        .append("](")
                        .append(element.attr("src"))
                        .append(')');
            case "p", "div", "ul", "ol", "section" -> block(element, "");
            default -> children(element);
        }
    }

    private void block(Element element, String before) {
        out.append("\n\n").append(before);
        children(element);
        out.append("\n\n");
    }

    private void item(Element element) {
        var parent = element.parent();
        boolean ordered = parent != null && parent.normalName().equals("ol");
        out.append('\n').append(ordered ? element.elementSiblingIndex() + 1 + ". " : "- ");
        children(element);
    }

    private void around(Element element, String mark) {
        out.append(mark);
        children(element);
        out.append(mark);
    }

    private void link(Element element) {
        out.append('[');
        children(element);
        out.append("](").append(element.attr("href")).append(')');
    }

    private void table(Element table) {
        out.append("\n\n");
        boolean head = true;
        for (Element row : table.select("tr")) {
            var cells = row.select("> th, > td");
            out.append('|');
            cells.forEach(cell ->
                    out.append(' ').append(cell.text().replace("|", "\\|")).append(" |"));
            out.append('\n');
            if (head) {
                out.append('|').append(" --- |".repeat(cells.size())).append('\n');
                head = false;
            }
        }
        out.append('\n');
    }
}
