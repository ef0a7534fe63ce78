package org.gongkai.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 从上传的文件读入正文。 */
final class BodyReader {

    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private BodyReader() {}

    static String read(FileStore store, String givenName, InputStream content) throws IOException {
        var lower = givenName.strip().toLowerCase(Locale.ROOT);
        var extension = lower.substring(lower.lastIndexOf('.') + 1);
        if (!extension.matches("docx|html|htm|txt")) {
            throw new Refused(Refusal.of("attachment.notABody", extension.replaceAll("[^a-z0-9]", "")));
        }
        var file = store.quarantine(content, MOST_BYTES);
        if (file == null) {
            throw new Refused(Refusal.of("attachment.tooLarge", extension, MOST_BYTES / 1024 / 1024));
        }
        try {
            return read(file, extension);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String read(Path file, String extension) throws IOException {
        if (extension.equals("docx")) {
            FileCheck.check(file, FileKind.DOCX);
            return DocxBody.html(file);
        }
        var bytes = Files.readAllBytes(file);
        var text = TextExtraction.decode(bytes);
        return extension.equals("txt") ? paragraphs(text) : text;
    }

    private static String paragraphs(String text) {
        var html = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(
                        line -> html.append("<p>").append(DocxBody.escape(line)).append("</p>"));
        return html.toString();
    }
}
