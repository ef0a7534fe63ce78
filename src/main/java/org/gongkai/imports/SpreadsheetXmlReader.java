package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** 读 Excel 2003 的 XML 表格（常被存成 .xls）。 XML Spreadsheet 2003, often found under the name .xls. */
final class SpreadsheetXmlReader {

    private final TableLimits limits;

    SpreadsheetXmlReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, DecodedText decoded) {
        GridBuilder.Budget budget = new GridBuilder.Budget(limits);
        List<Grid> grids = new ArrayList<>();
        for (Element sheet : Jsoup.parse(decoded.text(), "", Parser.xmlParser()).getAllElements()) {
            if (local(sheet).equals("worksheet")) {
                GridBuilder grid = new GridBuilder(attribute(sheet, "name"), false, budget);
                fill(sheet, grid);
                grids.add(grid.build());
            }
        }
        return new TableFile(
                fileName,
                TableFile.Format.SPREADSHEET_XML,
                decoded.encoding(),
                grids,
                List.of(TableFile.Note.of("imports.note.disguised", "XML")));
    }

    private static void fill(Element sheet, GridBuilder grid) {
        int row = -1;
        for (Element line : sheet.getAllElements()) {
            if (!local(line).equals("row")) {
                continue;
            }
            row = number(line, "index", row + 2) - 1;
            int column = 0;
            for (Element cell : line.children()) {
                if (!local(cell).equals("cell")) {
                    continue;
                }
                column = number(cell, "index", column + 1) - 1;
                int across = number(cell, "mergeacross", 0);
                int down = number(cell, "mergedown", 0);
                for (Element data : cell.children()) {
                    if (local(data).equals("data")) {
                        grid.put(row, column, Cell.text(data.wholeText().replace("\r\n", "\n")));
                    }
                }
                grid.merge(row, column, row + down, column + across);
                column += across + 1;
            }
        }
    }

    private static String local(Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }

    private static String attribute(Element element, String name) {
        return element.attributes().asList().stream()
                .filter(a -> a.getKey().substring(a.getKey().indexOf(':') + 1).equalsIgnoreCase(name))
                .map(org.jsoup.nodes.Attribute::getValue)
                .findFirst()
                .orElse("");
    }

    private static int number(Element element, String name, int otherwise) {
        String value = attribute(element, name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }
}
