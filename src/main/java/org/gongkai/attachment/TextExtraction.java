package org.gongkai.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 取出附件里的文字，有时间和长度上限；取不出不是错误，如实说。 */
final class TextExtraction {

    /** 结果。 */
    record Result(String text, StoredFile.TextState state, java.util.List<String> hidden) {}

    private static final Logger log = LoggerFactory.getLogger(TextExtraction.class);
    private static final long SECONDS = 20;
    private static final int MOST_PAGES = 500;
    private static final long LARGEST_XLS = 20L * 1024 * 1024;

    private TextExtraction() {}

    static Result of(Path file, FileKind kind) {
        var task = new FutureTask<>(() -> extract(file, kind));
        Thread.ofPlatform().daemon().name("text extraction").start(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            log.info("{} 文件的文字没有取出来 (text could not be taken out of a file)", kind, e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            log.info("{} 文件取文字超过 {} 秒，不再等 (text extraction took too long)", kind, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Result("", StoredFile.TextState.UNREADABLE, java.util.List.of());
    }

    private static Result extract(Path file, FileKind kind) throws IOException {
        if (kind.isImage()) {
            return new Result("", StoredFile.TextState.NO_TEXT, java.util.List.of());
        }
        var out = new Extracted();
        switch (kind) {
            case DOCX, XLSX, PPTX, OFD -> new PackageText(out).read(file, kind);
            case PDF -> pdf(file, out);
            case XLS -> xls(file, out);
            case TXT, CSV -> out.add(decode(Files.readAllBytes(file)));
            default -> {
                return new Result("", StoredFile.TextState.UNREADABLE, java.util.List.of());
            }
        }
        return new Result(out.text(), out.state(), out.hidden());
    }

    private static void pdf(Path file, Extracted out) throws IOException {
        try (var pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            int pages = Math.min(MOST_PAGES, pdf.getNumberOfPages());
            for (int page = 1; page <= pages && !out.isFull(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                out.add(stripper.getText(pdf));
            }
            if (pages < pdf.getNumberOfPages()) {
                out.hidden("只检查了前 " + MOST_PAGES + " 页");
            }
        }
    }

    private static void xls(Path file, Extracted out) throws IOException {
        if (Files.size(file) > LARGEST_XLS) {
            throw new IOException("too large to read as a whole");
        }
        try (var files = new POIFSFileSystem(file.toFile(), true);
                var workbook = new HSSFWorkbook(files);
                var extractor = new ExcelExtractor(workbook)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
                    out.hidden("隐藏的工作表：" + workbook.getSheetName(i));
                }
            }
            extractor.setIncludeCellComments(true);
            extractor.setFormulasNotResults(false);
            out.add(Extracted.plainNumbers(extractor.getText()));
        }
    }

    /** 先按 UTF-8，不行再按 GB18030。 */
    static String decode(byte[] bytes) {
        for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString()
                        .replace("\ufeff", "");
            } catch (CharacterCodingException e) {
                // try the next
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
