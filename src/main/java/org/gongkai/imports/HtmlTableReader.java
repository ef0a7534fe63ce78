package org.gongkai.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern SOURCE_BREAK =
            Pattern.compile("(?<=[\\p{IsHan}，。；：、）》”])[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=[\\p{IsHan}，。；：、（《“])");
    private static final String BLOCKS = " p div br li tr h1 h2 h3 h4 h5 h6 ";

    private final TableLimits limits;

    HtmlTableReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, DecodedText decoded) {
        Document page = Jsoup.parse(decoded.text());
        GridBuilder.Budget budget = new GridBuilder.Budget(limits);
        List<Grid> grids = new ArrayList<>();
        for (Element table : dataTables(page)) {
            grids.add(grid(table, heading(table, page), budget));
        }
        if (grids.isEmpty()) {
            throw new Refused(Refusal.of("imports.file.noHtmlTable", fileName));
        }
        List<TableFile.Note> notes = new ArrayList<>();
        notes.add(TableFile.Note.of("imports.note.encoding", decoded.encoding()));
        if (!TableReader.named(fileName, "html", "htm", "shtml")) {
            notes.add(TableFile.Note.of("imports.note.disguised", "HTML"));
        }
        if (budget.cut()) {
            notes.add(TableFile.Note.of("imports.note.columnsCut", limits.columns()));
        }
        return new TableFile(fileName, TableFile.Format.HTML, decoded.encoding(), grids, notes);
    }

    /** 排版用的外层表格不算；一格里套着的小表算作那一格的文字。 Neither layout tables around the data nor small ones inside a cell. */
    private static List<Element> dataTables(Element from) {
        List<Element> found = new ArrayList<>();
        for (Element table : from.select("table")) {
            boolean inside = found.stream().anyMatch(outer -> table.parents().contains(outer));
            int own = cells(table);
            boolean layout = table.select("table").stream()
                    .anyMatch(inner -> inner != table && cells(inner) >= Math.max(own, 4));
            if (!inside && !layout) {
                found.add(table);
            }
        }
        return found;
    }

    private static int cells(Element table) {
        return rows(table).stream()
                .mapToInt(line -> line.select("> td, > th").size())
                .sum();
    }

    /** The rows of this very table, not those of a table inside a cell. */
    private static List<Element> rows(Element table) {
        return table.select("tr").stream()
                .filter(line -> line.closest("table") == table)
                .toList();
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
        List<Element> lines = rows(table);
        for (Element line : lines) {
            int column = 0;
            for (Element data : line.select("> td, > th")) {
                BitSet used = taken.computeIfAbsent(row, _ -> new BitSet());
                column = used.nextClearBit(column);
                int rows = Math.min(span(data, "rowspan"), lines.size() - row);
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
            if (span == 0) {
                return MAX_SPAN; // to the end of the table
            }
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
                            append(text, joined(words.getWholeText()));
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

    /** 源文件里汉字之间的换行不是空格。 A line break of the source between Chinese characters is no space. */
    private static String joined(String source) {
        return SOURCE_BREAK
                .matcher(source)
                .replaceAll("")
                .replace('\u00a0', ' ')
                .replaceAll("[ \t\r\n\f]+", " ");
    }

    private static void append(StringBuilder text, String words) {
        boolean lineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(lineStart ? words.stripLeading() : words);
    }
}
