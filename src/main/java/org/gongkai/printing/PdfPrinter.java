package org.gongkai.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * 把一页印成 PDF：嵌入中文字体，可以复制、检索；缺一个字也不出，并说出是哪个字。
 *
 * <p>Never prints a substitute for a character no face has: the refusal names it. Nothing is fetched from anywhere meanwhile.
 */
@Component
public class PdfPrinter {

    private static final int AT_ONCE = 2;

    /** 每种版式文件都有的样子：A4、页边、页码、标题、段落、表格。 What every printed page looks like. */
    private static final String STYLE = """
            @page { size: A4; margin: 30mm 26mm 28mm 28mm; @bottom-center { content: counter(page); font-size: 9pt; } }
            body { font-family: %s; font-size: 12pt; line-height: 1.7; color: #000; }
            h1 { font-size: 18pt; text-align: center; font-weight: normal; } h2, h3, h4 { font-size: 13pt; font-weight: normal; }
            p { margin: 0 0 2mm; text-indent: 2em; }
            table { border-collapse: collapse; width: 100%%; -fs-table-paginate: paginate; } tr { page-break-inside: avoid; }
            th, td { border: 0.5pt solid #444; text-align: left; font-weight: normal; word-wrap: break-word; }
            """;

    private final PrintFonts fonts;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public PdfPrinter(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * 还没有内容的一页。
     *
     * @param style 这一种文件自己的样式，写在共同的之后
     */
    public Document page(String title, String style) {
        var page = Document.createShell("");
        page.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        page.title(title);
        page.head().appendElement("style").appendText(STYLE.formatted(families()) + style);
        return page;
    }

    /** 写在样式里的字体名。 The names of the faces, for {@code font-family}. */
    public String families() {
        var families = new ArrayList<String>();
        for (int i = 0; i < Math.max(1, fonts.faces().size()); i++) {
            families.add("f" + i);
        }
        return String.join(", ", families);
    }

    /** @throws Refused when there is no Chinese face, or none has one of the characters */
    public byte[] print(Document page) {
        places.acquireUninterruptibly();
        try {
            return make(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private byte[] make(Document page) throws IOException {
        var faces = fonts.faces();
        if (faces.isEmpty()) {
            throw new Refused(Refusal.of("printing.noFont"));
        }
        page.text().codePoints().filter(PdfPrinter::isPrinted).forEach(each -> {
            if (faces.stream().noneMatch(face -> face.has(each))) {
                throw new Refused(Refusal.of(
                        "printing.missing",
                        Character.toString(each),
                        "U+" + Integer.toHexString(each).toUpperCase(java.util.Locale.ROOT)));
            }
        });
        var bytes = new ByteArrayOutputStream();
        var open = new ArrayList<AutoCloseable>();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useUriResolver((base, uri) -> null)
                    .withW3cDocument(new W3CDom().fromJsoup(page), null)
                    .toStream(bytes);
            for (int i = 0; i < faces.size(); i++) {
                var font = faces.get(i).open();
                open.add(font);
                builder.useFont(
                        new PDFontSupplier(PDType0Font.load(document, font, true)),
                        "f" + i,
                        400,
                        FontStyle.NORMAL,
                        true);
            }
            builder.run();
        } finally {
            close(open);
        }
        return bytes.toByteArray();
    }

    private static void close(List<AutoCloseable> open) throws IOException {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    private static boolean isPrinted(int character) {
        return !Character.isWhitespace(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT
                && !Character.isSpaceChar(character);
    }
}
