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

    private final PrintFonts fonts;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public PdfPrinter(PrintFonts fonts) {
        this.fonts = fonts;
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
