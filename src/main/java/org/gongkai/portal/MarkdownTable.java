package org.gongkai.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** 表格写成 Markdown：表题在前；合并的单元格占着它的各列，其余留空，各列才对得齐。 A table; merged cells keep their columns. */
final class MarkdownTable {

    private MarkdownTable() {}

    static List<String> of(Element table) {
        var blocks = new ArrayList<String>();
        table.select("> caption").forEach(caption -> blocks.add("**" + text(caption) + "**"));
        var rows = rows(table);
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width == 0) {
            return blocks;
        }
        var lines = new ArrayList<String>();
        for (List<String> row : rows) {
            row.addAll(Collections.nCopies(width - row.size(), ""));
            lines.add(row.stream().collect(Collectors.joining(" | ", "| ", " |")));
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(width));
            }
        }
        blocks.add(String.join("\n", lines));
        return blocks;
    }

    private static List<List<String>> rows(Element table) {
        var rows = new ArrayList<List<String>>();
        Map<Integer, Integer> below = new HashMap<>(); // column, rows a merged cell still reaches down
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            var cells = new ArrayList<String>();
            for (Element cell : row.select("> th, > td")) {
                skip(below, cells);
                int first = cells.size();
                cells.add(text(cell));
                cells.addAll(Collections.nCopies(span(cell, "colspan") - 1, ""));
                for (int column = first; column < cells.size(); column++) {
                    below.put(column, span(cell, "rowspan") - 1);
                }
            }
            skip(below, cells);
            rows.add(cells);
        }
        return rows;
    }

    private static void skip(Map<Integer, Integer> below, List<String> cells) {
        while (below.getOrDefault(cells.size(), 0) > 0) {
            below.merge(cells.size(), -1, Integer::sum);
            cells.add("");
        }
    }

    private static int span(Element cell, String name) {
        return cell.attr(name).matches("[1-9]\\d{0,2}") ? Integer.parseInt(cell.attr(name)) : 1;
    }

    private static String text(Element cell) {
        return MarkdownText.inline(cell)
                .replace(MarkdownText.BREAK, " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
