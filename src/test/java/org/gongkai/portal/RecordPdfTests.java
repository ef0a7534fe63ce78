package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.TestClock;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.PublicBody;
import org.gongkai.printing.PdfPrinter;
import org.gongkai.printing.PrintFonts;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.DisclosureView;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("公开信息的 PDF：缺字不出，并说出是哪个字；没有字体说没有字体")
class RecordPdfTests {

    private static final Texts KEYS = (locale, key, args) -> key.endsWith("indexNumber") ? "索引号" : "栏目";
    private static final Path SYSTEM = Path.of("/usr/share/fonts");

    private final TestClock clock = new TestClock();

    @TempDir
    Path empty;

    @Test
    @DisplayName("字体里没有的字：不生成，说出是哪个字、编码是多少")
    void a_missing_glyph_is_named() {
        var pdf = new RecordPdf(new PdfPrinter(chinese()), KEYS);
        assertThatThrownBy(() -> pdf.of(body("民政局"), view("<p>当事人𱁬某</p>")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().messageKey()).isEqualTo("printing.missing");
                    assertThat(refused.refusal().args()).containsExactly("𱁬", "U+3106C");
                });
    }

    @Test
    @DisplayName("一个中文字体也没有：说没有字体；一分钟内不再翻找，放进字体一分钟后就能用")
    void no_font_is_said_and_not_looked_for_at_every_request() throws IOException {
        var fonts = new PrintFonts(List.of(empty), clock);
        var pdf = new RecordPdf(new PdfPrinter(fonts), KEYS);
        assertThatThrownBy(() -> pdf.of(body("民政局"), view("<p>内容</p>")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("printing.noFont"));
        var face = chinese().faces().getFirst();
        Files.copy(face.file().toPath(), empty.resolve(face.file().getName()));
        assertThat(fonts.faces()).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        assertThat(fonts.faces()).hasSize(1);
    }

    @Test
    @DisplayName("字体够了就不再往下找")
    void looking_stops_when_there_are_enough() throws IOException {
        var face = chinese().faces().getFirst();
        for (int i = 0; i < 5; i++) {
            Files.copy(face.file().toPath(), empty.resolve(i + "-" + face.file().getName()));
        }
        assertThat(new PrintFonts(List.of(empty, SYSTEM), clock).faces())
                .extracting(found -> found.file().getName().charAt(0))
                .containsExactly('0', '1', '2');
    }

    @Test
    @DisplayName("机构改了名，PDF 里的名称随之改变；文字可以复制")
    void a_renamed_body_is_printed_by_its_new_name() throws IOException {
        var pdf = new RecordPdf(new PdfPrinter(chinese()), KEYS);
        assertThat(text(pdf.of(body("民政局"), view("<p>每月八百二十元</p>")))).contains("民政局", "每月八百二十元");
        assertThat(text(pdf.of(body("民政和养老局"), view("<p>每月八百二十元</p>")))).contains("民政和养老局");
        var again = view("<p>每月八百二十元</p>");
        assertThat(pdf.of(body("民政局"), again)).isSameAs(pdf.of(body("民政局"), again));
    }

    private PrintFonts chinese() {
        var fonts = new PrintFonts(List.of(SYSTEM), clock);
        assumeTrue(!fonts.faces().isEmpty(), "没有可以嵌入的中文字体，跳过 (no Chinese TrueType font)");
        return fonts;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static PublicBody body(String name) {
        return new PublicBody("MZJ", name, name, List.of(), null, BodyLevel.COUNTY, BodyKind.DEPARTMENT, Set.of(), "");
    }

    private static DisclosureView view(String html) {
        return new DisclosureView(
                1,
                "MZJ",
                "MZJ/2026-00001",
                null,
                null,
                1,
                1,
                true,
                "",
                "",
                "",
                DisclosureType.ANNOUNCEMENT,
                "",
                "",
                "关于低保标准的公告",
                "",
                List.of(),
                null,
                null,
                null,
                null,
                "",
                "",
                List.of(),
                "",
                html,
                "",
                "",
                Instant.parse("2026-09-02T01:00:00Z"),
                Instant.parse("2026-09-02T01:00:00Z"),
                "0123456789abcdef",
                false,
                false,
                List.of());
    }
}
