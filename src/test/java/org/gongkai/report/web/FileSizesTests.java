package org.gongkai.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.TestClock;
import org.gongkai.printing.PdfPrinter;
import org.gongkai.printing.PrintFonts;
import org.gongkai.report.FilledTables;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.Narrative;
import org.gongkai.report.ReportForm;
import org.gongkai.report.ReportKey;
import org.gongkai.report.ReportScope;
import org.gongkai.ui.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("年报下载文件的大小：一版只做一次")
class FileSizesTests {

    private static final Texts TEXTS = (locale, key, args) -> key;

    private static IssuedReport edition(int number) {
        return new IssuedReport(
                new ReportKey("Q", 2025, ReportScope.OWN),
                number,
                IssuedReport.Origin.ISSUED,
                FilledTables.of(ReportForm.FORM_2021, Map.of()),
                new Narrative("全年新收四件。", "没有。", "没有。"),
                "",
                List.of(),
                LocalDate.of(2026, 1, 20));
    }

    @Test
    @DisplayName("同一版再问不再做文件；更正了的一版是另一个")
    void an_edition_is_made_once() {
        var made = new AtomicInteger();
        var document = new ReportDocument(TEXTS) {
            @Override
            byte[] of(String bodyName, IssuedReport report) {
                made.incrementAndGet();
                return super.of(bodyName, report);
            }
        };
        var printer = new PdfPrinter(new PrintFonts(List.of(), new TestClock()));
        var sizes = new FileSizes(document, new ReportPdf(printer, document, TEXTS));

        long first = sizes.docx("某局", edition(1));
        assertThat(first).isPositive();
        assertThat(sizes.docx("某局", edition(1))).isEqualTo(first);
        assertThat(made).hasValue(1);
        sizes.docx("某局", edition(2));
        assertThat(made).hasValue(2);
    }
}
