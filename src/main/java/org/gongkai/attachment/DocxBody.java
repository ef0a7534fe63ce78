package org.gongkai.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** docx 变成干净的 HTML：标题、段落、列表、表格，不要版式。 Structure only; fonts and colours stay behind. */
final class DocxBody {

    private final StringBuilder html = new StringBuilder();
    private String list = "";

    private DocxBody() {}

    static String html(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var document = new XWPFDocument(in)) {
            var body = new DocxBody();
            body.elements(document.getBodyElements(), document);
            body.closeList();
            return body.html.toString();
        } catch (POIXMLException | IllegalArgumentException e) {
            throw new Refused(Refusal.of("attachment.damaged", "docx"));
        }
    }

    private void elements(List<IBodyElement> elements, XWPFDocument document) {
        for (var element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraph(paragraph, document);
            } else if (element instanceof XWPFTable table) {
                closeList();
                table(table, document);
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph, XWPFDocument document) {
        var words = runs(paragraph);
        if (words.isBlank()) {
            return;
        }
        int level = headingLevel(paragraph, document);
        if (level > 0) {
            closeList();
            html.append("<h")
                    .append(level)
                    .append('>')
                    .append(words)
                    .append("</h")
                    .append(level)
                    .append('>');
        } else if (paragraph.getNumID() != null) {
            var format = paragraph.getNumFmt();
            openList(format == null || format.equals("bullet") ? "ul" : "ol");
            html.append("<li>").append(words).append("</li>");
        } else {
            closeList();
            html.append("<p>").append(words).append("</p>");
        }
    }

    private static int headingLevel(XWPFParagraph paragraph, XWPFDocument document) {
        var id = paragraph.getStyle();
        if (id == null) {
            return 0;
        }
        var styles = document.getStyles();
        var style = styles == null ? null : styles.getStyle(id);
        var name = (style == null || style.getName() == null ? id : style.getName())
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        if (name.equals("title") || name.equals("标题")) {
            return 2;
        }
        if (name.matches("(?:heading|标题)[1-9]")) {
            return Math.min(4, name.charAt(name.length() - 1) - '0' + 1);
        }
        return 0;
    }

    private static String runs(XWPFParagraph paragraph) {
        var words = new StringBuilder();
        for (var run : paragraph.getIRuns()) {
            if (run instanceof XWPFRun part) {
                words.append(run(part, paragraph));
            } else {
                words.append(escape(run.toString()));
            }
        }
        return words.toString();
    }

    private static String run(XWPFRun run, XWPFParagraph paragraph) {
        if (run.isVanish()) {
            return "";
        }
        var words = escape(run.text()).replace("\n", "<br>").replace("\t", " ");
        if (words.isBlank()) {
            return words;
        }
        if (run.isBold()) {
            words = "<strong>" + words + "</strong>";
        }
        if (run instanceof XWPFHyperlinkRun link) {
            var target = link.getHyperlink(paragraph.getDocument());
            if (target != null) {
                words = "<a href=\"" + escape(target.getURL()) + "\">" + words + "</a>";
            }
        }
        return words;
    }

    private void table(XWPFTable table, XWPFDocument document) {
        html.append("<table>");
        var rows = table.getRows();
        for (int i = 0; i < rows.size(); i++) {
            html.append("<tr>");
            row(rows, i, document);
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void row(List<XWPFTableRow> rows, int index, XWPFDocument document) {
        int column = 0;
        for (var cell : rows.get(index).getTableCells()) {
            int span = span(cell);
            if (!continuesMerge(cell)) {
                html.append("<td");
                int down = rowSpan(rows, index, column);
                if (span > 1) {
                    html.append(" colspan=\"").append(span).append('"');
                }
                if (down > 1) {
                    html.append(" rowspan=\"").append(down).append('"');
                }
                html.append('>');
                cell(cell, document);
                html.append("</td>");
            }
            column += span;
        }
    }

    private void cell(XWPFTableCell cell, XWPFDocument document) {
        var paragraphs = cell.getParagraphs();
        if (cell.getTables().isEmpty()
                && paragraphs.size() == 1
                && paragraphs.getFirst().getNumID() == null) {
            html.append(runs(paragraphs.getFirst()));
        } else {
            elements(cell.getBodyElements(), document);
            closeList();
        }
    }

    private static int span(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null
                        || properties.getGridSpan() == null
                        || properties.getGridSpan().getVal() == null
                ? 1
                : Math.clamp(properties.getGridSpan().getVal().intValue(), 1, 200);
    }

    private static boolean continuesMerge(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.getVMerge() != null
                && (properties.getVMerge().getVal() == null
                        || !properties.getVMerge().getVal().toString().equals("restart"));
    }

    private static int rowSpan(List<XWPFTableRow> rows, int index, int column) {
        int span = 1;
        for (int i = index + 1; i < rows.size(); i++) {
            int at = 0;
            boolean continues = false;
            for (var cell : rows.get(i).getTableCells()) {
                if (at == column) {
                    continues = continuesMerge(cell);
                    break;
                }
                at += span(cell);
            }
            if (!continues) {
                return span;
            }
            span++;
        }
        return span;
    }

    private void openList(String kind) {
        if (!list.equals(kind)) {
            closeList();
            html.append('<').append(kind).append('>');
            list = kind;
        }
    }

    private void closeList() {
        if (!list.isEmpty()) {
            html.append("</").append(list).append('>');
            list = "";
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
