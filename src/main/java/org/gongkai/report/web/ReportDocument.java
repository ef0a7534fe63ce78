package org.gongkai.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.gongkai.report.FilledTables;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.ReportRow;
import org.gongkai.report.ReportScope;
import org.gongkai.report.ReportTable;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/** 年报的 .docx：六个部分，三张表。 The report as a document. */
@Component
class ReportDocument {

    private static final int TITLE_SIZE = 18;
    private static final int HEADING_SIZE = 14;
    private static final int TEXT_SIZE = 12;

    private final Texts texts;

    ReportDocument(Texts texts) {
        this.texts = texts;
    }

    String title(String bodyName, IssuedReport report) {
        return texts.get(
                report.key().scope() == ReportScope.GATHERED ? "report.title.gathered" : "report.title.own",
                bodyName,
                report.key().year());
    }

    byte[] of(String bodyName, IssuedReport report) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            paragraph(document, title(bodyName, report), TITLE_SIZE, true).setAlignment(ParagraphAlignment.CENTER);
            section(document, "1", report.narrative().overview());
            heading(document, "2");
            table(document, report.tables(), ReportTable.ACTIVE_DISCLOSURE);
            heading(document, "3");
            table(document, report.tables(), ReportTable.APPLICATIONS);
            heading(document, "4");
            table(document, report.tables(), ReportTable.REMEDIES);
            section(document, "5", report.narrative().problems());
            section(document, "6", report.narrative().others());
            if (!report.explanation().isEmpty()) {
                text(document, texts.get("report.explanation.printed", report.explanation()));
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void section(XWPFDocument document, String number, String text) {
        heading(document, number);
        text(document, text.isEmpty() ? texts.get("report.section.none") : text);
    }

    private void heading(XWPFDocument document, String number) {
        paragraph(document, texts.get("report.section." + number), HEADING_SIZE, true);
    }

    private static void text(XWPFDocument document, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> paragraph(document, line, TEXT_SIZE, false));
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        return paragraph;
    }

    /** 列不同的行各成一张表，每张表先是列名。 */
    private void table(XWPFDocument document, FilledTables tables, ReportTable which) {
        List<String> columns = List.of();
        XWPFTable table = null;
        for (ReportRow row : tables.form().rows(which)) {
            if (table == null || !row.columns().equals(columns)) {
                columns = row.columns();
                document.createParagraph();
                table = document.createTable(1, columns.size() + 1);
                table.setWidth("100%");
                for (int i = 0; i < columns.size(); i++) {
                    table.getRow(0).getCell(i + 1).setText(texts.get(ReportRow.columnLabel(columns.get(i))));
                }
            }
            var line = table.createRow();
            line.getCell(0).setText(texts.get(row.label()));
            for (int i = 0; i < columns.size(); i++) {
                line.getCell(i + 1)
                        .setText(tables.at(row.code(), columns.get(i))
                                .map(BigDecimal::toPlainString)
                                .orElse(""));
            }
        }
    }
}
