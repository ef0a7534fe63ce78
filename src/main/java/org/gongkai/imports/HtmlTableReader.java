package org.gongkai.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** 读网页里的表格，跨行跨列按合并区域处理。 Every innermost table of a page; rowspan and colspan become merged regions. */
final class HtmlTableReader {

    private static final int MAX_SPAN = 20_000;
    private static final String BLOCKS = " p div br li tr h1 h2 h3 h4 h5 h6 ";

    private final TableLimits limits;

    HtmlTableReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, DecodedText decoded) {
        Document page = Jsoup.parse(decoded.text());
        GridBuilder.Budget budget = new GridBuilder.Budget(limits);
        List<Grid> grids = new ArrayList<>();
        for (Element table : page.select("table")) {
            if (table.select("table").size() == 1) {
                grids.add(grid(table, heading(table, page), budget));
            }
        }
        if (grids.isEmpty()) {
            throw new Refused(Refusal.of("imports.file.noHtmlTable", fileName));
        }
        List<TableFile.Note> notes = new ArrayList<>();
        notes.add(TableFile.Note.of("imports.note.encoding", decoded.encoding()));
        if (!TableReader.named(fileName, "html", "htm", "shtml")) {
            notes.add(TableFile.Note.of("imports.note.disguised", "HTML"));
        }
        return new TableFile(fileName, TableFile.Format.HTML, decoded.encoding(), grids, notes);
    }

    private static String heading(Element table, Document page) {
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            return caption.text();
        }
        Element before = table.previousElementSibling();
        if (before != null && before.text().length() <= 60 && !before.text().isBlank()) {
            return before.text();
        }
        return page.title();
    }

    private static Grid grid(Element table, String name, GridBuilder.Budget budget) {
        GridBuilder grid = new GridBuilder(name, false, budget);
        Map<Integer, BitSet> taken = new HashMap<>();
        int row = 0;
        for (Element line : table.select("tr")) {
            int column = 0;
            for (Element data : line.select("> td, > th")) {
                BitSet used = taken.computeIfAbsent(row, _ -> new BitSet());
                column = used.nextClearBit(column);
                int rows = span(data, "rowspan");
                int columns = Math.min(span(data, "colspan"), 1_000);
                grid.put(row, column, Cell.text(text(data)));
                grid.merge(row, column, row + rows - 1, column + columns - 1);
                for (int r = row; r < row + rows; r++) {
                    taken.computeIfAbsent(r, _ -> new BitSet()).set(column, column + columns);
                }
                column += columns;
            }
            taken.remove(row);
            row++;
        }
        return grid.build();
    }

    private static int span(Element data, String attribute) {
        try {
            int span = Integer.parseInt(data.attr(attribute).strip());
            return Math.clamp(span, 1, MAX_SPAN);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** The text with the line breaks a reader sees. */
    static String text(Element data) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            append(text, words.text().replace('\u00a0', ' '));
                        } else if (node.nameIs("br")) {
                            text.append('\n');
                        } else if (node.nameIs("input") && node instanceof Element box) {
                            append(text, box.hasAttr("checked") ? "☑" : "☐");
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node != data && BLOCKS.contains(" " + node.nodeName() + " ") && !node.nameIs("br")) {
                            text.append('\n');
                        }
                    }
                },
                data);
        return text.toString()
                .replaceAll(" *\n *", "\n")
                .replaceAll("\n{2,}", "\n")
                .strip();
    }

    private static void append(StringBuilder text, String words) {
        boolean lineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(lineStart ? words.stripLeading() : words);
    }
}
