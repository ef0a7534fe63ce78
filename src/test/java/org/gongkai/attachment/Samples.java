package org.gongkai.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** 生成的文件样本：正常的和恶意的，都不是真实文件。 Generated files, benign and hostile. */
final class Samples {

    static final String DOCX_TYPES = "<?xml version=\"1.0\"?><Types><Override PartName=\"/word/document.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    interface Filler<T> {
        void fill(T target) throws Exception;
    }

    private Samples() {}

    static byte[] docx(Filler<XWPFDocument> filler) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                filler.fill(document);
                document.write(out);
            }
        });
    }

    static byte[] docx(String text) {
        return docx(document -> document.createParagraph().createRun().setText(text));
    }

    static byte[] xlsx(Filler<Workbook> filler) {
        return bytes(out -> {
            try (var workbook = new XSSFWorkbook()) {
                filler.fill(workbook);
                workbook.write(out);
            }
        });
    }

    static byte[] xls(Filler<Workbook> filler) {
        return bytes(out -> {
            try (var workbook = new HSSFWorkbook()) {
                filler.fill(workbook);
                workbook.write(out);
            }
        });
    }

    static byte[] pptx() {
        return bytes(out -> {
            try (var show = new XMLSlideShow()) {
                show.createSlide().createTextBox().setText("幻灯片");
                show.write(out);
            }
        });
    }

    static byte[] pdf(Filler<PDDocument> filler) {
        return bytes(out -> {
            try (var pdf = new PDDocument()) {
                var page = new PDPage();
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText("Open government 13812345678");
                    content.endText();
                }
                filler.fill(pdf);
                pdf.save(out);
            }
        });
    }

    static byte[] picture(String format, int width, int height) {
        return bytes(out -> {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(Color.RED);
            graphics.fillRect(0, 0, width / 2, height / 2);
            graphics.dispose();
            ImageIO.write(image, format, out);
        });
    }

    /** 最小的 docx，可以加、换部件。 */
    static Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", utf8(DOCX_TYPES));
        parts.put(
                "word/document.xml",
                utf8(
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>内容</w:t></w:r></w:p></w:body></w:document>"));
        return parts;
    }

    static byte[] with(String name, byte[] content) {
        var parts = parts();
        parts.put(name, content);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        return zip(zip -> {
            for (var part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        });
    }

    static byte[] zip(Filler<ZipArchiveOutputStream> filler) {
        return bytes(out -> {
            try (var zip = new ZipArchiveOutputStream(out)) {
                filler.fill(zip);
            }
        });
    }

    static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipArchiveEntry(name);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    static byte[] join(byte[]... pieces) {
        return bytes(out -> {
            for (var piece : pieces) {
                out.write(piece);
            }
        });
    }

    static byte[] bytes(Filler<ByteArrayOutputStream> filler) {
        try {
            var out = new ByteArrayOutputStream();
            filler.fill(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
