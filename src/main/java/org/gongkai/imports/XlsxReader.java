package org.gongkai.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** 流式读 .xlsx：按显示的样子取字，另记合并区域；公式只取存着的结果。 Streams the sheets; memory grows with the text only. */
final class XlsxReader {

    private final TableLimits limits;

    XlsxReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, byte[] bytes) {
        new ZipScan(limits, fileName).check(bytes);
        var grids = new ArrayList<Grid>();
        var budget = new GridBuilder.Budget(limits);
        try (var container = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            var reader = new XSSFReader(container);
            var strings = new ReadOnlySharedStringsTable(container);
            var styles = reader.getStylesTable();
            var hidden = hiddenSheets(reader);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    var builder =
                            new GridBuilder(sheets.getSheetName(), hidden.contains(sheets.getSheetName()), budget);
                    parse(sheet, styles, strings, builder);
                    grids.add(builder.build());
                }
            }
        } catch (SAXException e) {
            if (e.getException() instanceof Refused refused) {
                throw refused;
            }
            throw damaged(fileName);
        } catch (IOException | OpenXML4JException | javax.xml.parsers.ParserConfigurationException e) {
            throw damaged(fileName);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException e) {
            throw damaged(fileName);
        }
        var notes = new ArrayList<TableFile.Note>();
        if (!TableReader.named(fileName, "xlsx", "xlsm")) {
            notes.add(TableFile.Note.of("imports.note.disguised", "XLSX"));
        }
        if (budget.cut()) {
            notes.add(TableFile.Note.of("imports.note.columnsCut", limits.columns()));
        }
        return new TableFile(fileName, TableFile.Format.XLSX, null, grids, notes);
    }

    /** 隐藏的工作表的名字。 */
    private static Set<String> hiddenSheets(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, javax.xml.parsers.ParserConfigurationException {
        var hidden = new HashSet<String>();
        var parser = XMLHelper.newXMLReader();
        parser.setContentHandler(new DefaultHandler() {
            @Override
            public void startElement(String uri, String localName, String qName, Attributes attributes) {
                String state = attributes.getValue("state");
                if ("sheet".equals(localName) && state != null && !state.equals("visible")) {
                    hidden.add(attributes.getValue("name"));
                }
            }
        });
        try (InputStream workbook = reader.getWorkbookData()) {
            parser.parse(new InputSource(workbook));
        }
        return hidden;
    }

    private static Refused damaged(String fileName) {
        return new Refused(Refusal.of("imports.file.damaged", fileName));
    }

    private static void parse(InputStream sheet, StylesTable styles, SharedStrings strings, GridBuilder builder)
            throws IOException, SAXException, javax.xml.parsers.ParserConfigurationException {
        var parser = XMLHelper.newXMLReader();
        parser.setContentHandler(new SheetHandler(styles, strings, builder));
        parser.parse(new InputSource(sheet));
    }

    /** Cells come from the library, merged regions from the element behind them. */
    private static final class SheetHandler extends XSSFSheetXMLHandler {

        private final GridBuilder builder;

        SheetHandler(StylesTable styles, SharedStrings strings, GridBuilder builder) {
            super(styles, null, strings, new Cells(builder), new DataFormatter(java.util.Locale.CHINA), false);
            this.builder = builder;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if ("mergeCell".equals(localName)) {
                var range = CellRangeAddress.valueOf(attributes.getValue("ref"));
                builder.merge(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn());
                return;
            }
            super.startElement(uri, localName, qName, attributes);
        }
    }

    private record Cells(GridBuilder builder) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            if (reference != null && value != null) {
                var at = new CellReference(reference);
                builder.put(at.getRow(), at.getCol(), Cell.text(TableReader.lines(value)));
            }
        }
    }
}
