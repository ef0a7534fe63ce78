package org.gongkai.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gongkai.TestClock;
import org.gongkai.printing.PdfPrinter;
import org.gongkai.printing.PrintFonts;
import org.gongkai.report.CellAddress;
import org.gongkai.report.FilledTables;
import org.gongkai.report.IssuedReport;
import org.gongkai.report.Narrative;
import org.gongkai.report.ReportForm;
import org.gongkai.report.ReportKey;
import org.gongkai.report.ReportScope;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("年报的 PDF：表格横放、印得下、数都在；缺字不出，说出是哪个字")
class ReportPdfTests {

    private static final Path SYSTEM = Path.of("/usr/share/fonts");
    private static final Properties WORDS = new Properties();

    private final Texts texts = (locale, key, args) -> java.text.MessageFormat.format(
            WORDS.getProperty(key, key).replace("'", "''"),
            java.util.Arrays.stream(args).map(String::valueOf).toArray());
    private final ReportPdf pdf = new ReportPdf(
            new PdfPrinter(new PrintFonts(List.of(SYSTEM), new TestClock())), new ReportDocument(texts), texts);

    @BeforeEach
    void a_machine_with_chinese_fonts() throws IOException {
        assumeTrue(!new PrintFonts(List.of(SYSTEM), new TestClock()).faces().isEmpty(), "这台机器没有能嵌入的中文字体，跳过");
        try (var words = Files.newBufferedReader(Path.of("src/main/resources/messages/report.properties"))) {
            WORDS.load(words);
        }
    }

    private static IssuedReport report(FilledTables tables, String overview) {
        return new IssuedReport(
                new ReportKey("Q", 2025, ReportScope.GATHERED),
                tables.form().ordinal() + 1,
                IssuedReport.Origin.ISSUED,
                tables,
                new Narrative(overview, "答复不够快。\n已增加人手。", "收取信息处理费 380 元。"),
                "",
                List.of(),
                LocalDate.of(2026, 3, 20));
    }

    /** 每个数都有八位，比真的报告都宽。 */
    private static FilledTables wide(String form) {
        ReportForm known = ReportForm.of(form).orElseThrow();
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
        known.cells().forEach(cell -> figures.put(cell, BigDecimal.valueOf(11_398_889)));
        return FilledTables.of(known, figures);
    }

    @Test
    @DisplayName("两种格式都一样：表在横页上，没有一个字伸出页边，每格的数都印出来，六个部分都有")
    void the_tables_fit() throws IOException {
        for (String form : List.of("2019", "2021")) {
            FilledTables tables = wide(form);
            byte[] bytes = pdf.of("某区人民政府", report(tables, "全年新收四件。"));
            try (PDDocument document = Loader.loadPDF(bytes)) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(text.split("11398889", -1))
                        .as(form)
                        .hasSize(tables.figures().size() + 1);
                assertThat(text)
                        .contains("某区人民政府2025年政府信息公开工作年度报告（汇总）", "一、总体情况全年新收四件。", "六、其他需要报告的事项收取信息处理费380元。", "法律服务机构");
                assertThat(document.getPage(0).getMediaBox().getHeight())
                        .isGreaterThan(document.getPage(0).getMediaBox().getWidth());
                int landscape = 0;
                for (var page : document.getPages()) {
                    landscape +=
                            page.getMediaBox().getWidth() > page.getMediaBox().getHeight() ? 1 : 0;
                }
                assertThat(landscape).isPositive();
                assertThat(outside(document)).isEmpty();
            }
        }
    }

    private static List<String> outside(PDDocument document) throws IOException {
        List<String> outside = new ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                float right = text.getXDirAdj() + text.getWidthDirAdj();
                boolean beyond = text.getXDirAdj() < 0
                        || right > text.getPageWidth()
                        || text.getYDirAdj() < 0
                        || text.getYDirAdj() > text.getPageHeight();
                if (beyond) {
                    outside.add(text.getUnicode());
                }
            }
        }.getText(document);
        return outside;
    }

    @Test
    @DisplayName("文字里有字体没有的字：不出 PDF，说出是哪个字")
    void a_missing_glyph_is_named() {
        assertThatThrownBy(() -> pdf.of("某局", report(wide("2021"), "由𱁬某负责。")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().messageKey()).isEqualTo("printing.missing");
                    assertThat(refused.refusal().args()).containsExactly("𱁬", "U+3106C");
                });
    }
}
