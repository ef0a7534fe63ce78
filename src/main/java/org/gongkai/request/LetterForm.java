package org.gongkai.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * 整理好的文书模板：每一项都完整地在一截文字里，填写时只换字，不再解析。
 *
 * <p>A template made ready once: every field stands whole within one piece of text, so that a letter is written by replacing words.
 * Numbers of letters are held while a letter is written; this keeps that short.
 */
final class LetterForm {

    private static final String DOCUMENT = "word/document.xml";
    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}<>]{1,20})}}");
    private static final Pattern NAMESPACE =
            Pattern.compile("xmlns:(\\w+)=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"");

    private record Part(String name, byte[] content) {}

    private final List<Part> parts;
    private final String document;
    private final String lineBreak;

    private LetterForm(List<Part> parts, String document) {
        this.parts = parts;
        var prefix = NAMESPACE.matcher(document);
        String w = prefix.find() ? prefix.group(1) + ":" : "";
        this.document = document.replace("<" + w + "t>", "<" + w + "t xml:space=\"preserve\">");
        this.lineBreak = "</%1$st><%1$sbr/><%1$st xml:space=\"preserve\">".formatted(w);
    }

    /** @param docx as {@link WordLetter#settled} leaves it */
    static LetterForm of(byte[] docx) {
        List<Part> parts = new ArrayList<>();
        String document = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (entry.getName().equals(DOCUMENT)) {
                    document = new String(content, StandardCharsets.UTF_8);
                } else {
                    parts.add(new Part(entry.getName(), content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LetterForm(List.copyOf(parts), document);
    }

    /** 占多少字节。 */
    int size() {
        return document.length() * 2
                + parts.stream().mapToInt(part -> part.content().length).sum();
    }

    /** 填写；没有给出的项是空的，内容里的换行照样换行。 */
    byte[] filled(Map<String, String> values) {
        String words = FIELD.matcher(document)
                .replaceAll(found -> Matcher.quoteReplacement(text(values.getOrDefault(found.group(1), ""))));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts) {
                write(zip, part.name(), part.content());
            }
            write(zip, DOCUMENT, words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String text(String value) {
        var text = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '\n' -> text.append(lineBreak);
                default -> text.appendCodePoint(isXml(c) ? c : ' ');
            }
        });
        return text.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
