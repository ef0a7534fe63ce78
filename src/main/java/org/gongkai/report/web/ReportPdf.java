package org.gongkai.report.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.util.List;
import org.gongkai.printing.PdfPrinter;
import org.gongkai.report.FilledTables;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.ReportRow;
import org.gongkai.report.ReportTable;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * 年报的 PDF：文字竖排页，表格横放一页宽；缺一个字也不出，并说出是哪个字。
 *
 * <p>The report as PDF: prose upright, tables on landscape pages as wide as they need. A character no face has stops it.
 */
@Component
class ReportPdf {

    private static final int KEPT_BYTES = 16 * 1024 * 1024;
    private static final String STYLE = """
            @page wide { size: A4 landscape; margin: 16mm 14mm 15mm 14mm; @bottom-center { content: counter(page); font-size: 9pt; } }
            h1 { margin: 8mm 0; } h2 { margin: 4mm 0 2mm; } .wide { page: wide; }
            table { table-layout: fixed; margin: 0 0 4mm; } th, td { padding: 0.7mm 1.5mm; font-size: 9pt; line-height: 1.25; }
            td { text-align: right; } th.row { width: 42%; } thead th { text-align: center; }
            """;

    private final PdfPrinter printer;
    private final ReportDocument document;
    private final Texts texts;
    private final Cache<String, byte[]> ready = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String key, byte[] pdf) -> pdf.length)
            .build();

    ReportPdf(PdfPrinter printer, ReportDocument document, Texts texts) {
        this.printer = printer;
        this.document = document;
        this.texts = texts;
    }

    /** @throws Refused 没有中文字体，或者哪一个字字体里没有 when there is no Chinese face, or none has one of the characters */
    byte[] of(String bodyName, IssuedReport report) {
        return ready.get(edition(bodyName, report), _ -> printer.print(page(bodyName, report)));
    }

    /** 一版的文件由它定：改名、更正之后是另一份。 What the files of an edition follow from. */
    static String edition(String bodyName, IssuedReport report) {
        return report.key() + "/" + report.edition() + "/" + bodyName;
    }

    private Document page(String bodyName, IssuedReport report) {
        String title = document.title(bodyName, report);
        var page = printer.page(title, STYLE);
        page.body().appendElement("h1").text(title);
        prose(page, "1", report.narrative().overview());
        var wide = page.body().appendElement("div").addClass("wide");
        for (ReportTable which : ReportTable.values()) {
            wide.appendElement("h2").text(texts.get("report.section." + which.code()));
            tables(wide, report.tables(), which);
        }
        prose(page, "5", report.narrative().problems());
        prose(page, "6", report.narrative().others());
        if (!report.explanation().isEmpty()) {
            paragraphs(page, texts.get("report.explanation.printed", report.explanation()));
        }
        return page;
    }

    private void prose(Document page, String number, String text) {
        page.body().appendElement("h2").text(texts.get("report.section." + number));
        paragraphs(page, text.isEmpty() ? texts.get("report.section.none") : text);
    }

    private static void paragraphs(Document page, String text) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> page.body().appendElement("p").text(line.strip()));
    }

    /** 列不同的行各成一张表。 */
    private void tables(Element into, FilledTables tables, ReportTable which) {
        List<String> columns = List.of();
        Element body = null;
        for (ReportRow row : tables.form().rows(which)) {
            if (body == null || !row.columns().equals(columns)) {
                columns = row.columns();
                body = table(into, columns);
            }
            var line = body.appendElement("tr");
            line.appendElement("th").addClass("row").text(texts.get(row.label()));
            for (String column : columns) {
                line.appendElement("td")
                        .text(tables.at(row.code(), column)
                                .map(BigDecimal::toPlainString)
                                .orElse(""));
            }
        }
    }

    private Element table(Element into, List<String> columns) {
        var table = into.appendElement("table");
        var head = table.appendElement("thead").appendElement("tr");
        head.appendElement("th").addClass("row").text(texts.get("report.row"));
        columns.forEach(column -> head.appendElement("th").text(texts.get(ReportRow.columnLabel(column))));
        return table.appendElement("tbody");
    }
}
