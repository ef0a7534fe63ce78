package org.gongkai.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 认出文件到底是什么，交给相应的读法。 Looks at the bytes, not at the name, and picks the way to read them. */
final class TableReader {

    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final List<byte[]> NO_TABLES = List.of(
            "%PDF".getBytes(StandardCharsets.US_ASCII),
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "Rar!".getBytes(StandardCharsets.US_ASCII),
            "7z\u00bc\u00af".getBytes(StandardCharsets.ISO_8859_1),
            "GIF8".getBytes(StandardCharsets.US_ASCII),
            "{\\rtf".getBytes(StandardCharsets.US_ASCII));

    private final TableLimits limits;

    TableReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refused(Refusal.of("imports.file.empty", fileName));
        }
        if (bytes.length > limits.bytes()) {
            throw new Refused(Refusal.of("imports.file.tooLarge", fileName, limits.bytes() >> 20));
        }
        TableFile file = readAsWhatItIs(fileName, bytes);
        if (file.sheets().stream().allMatch(grid -> grid.rowCount() == 0)) {
            throw new Refused(Refusal.of("imports.file.noCells", fileName));
        }
        return file;
    }

    private TableFile readAsWhatItIs(String fileName, byte[] bytes) {
        if (startsWith(bytes, ZIP)) {
            return new XlsxReader(limits).read(fileName, bytes);
        }
        if (startsWith(bytes, OLE2)) {
            return new XlsReader(limits).read(fileName, bytes);
        }
        for (byte[] magic : NO_TABLES) {
            if (startsWith(bytes, magic)) {
                throw new Refused(Refusal.of("imports.file.notATable", fileName));
            }
        }
        DecodedText text = DecodedText.of(bytes);
        if (text.binary()) {
            throw new Refused(Refusal.of("imports.file.notATable", fileName));
        }
        String head =
                text.text().substring(0, Math.min(4_000, text.text().length())).toLowerCase(Locale.ROOT);
        if (head.contains("urn:schemas-microsoft-com:office:spreadsheet") && head.contains("<?xml")) {
            return new SpreadsheetXmlReader(limits).read(fileName, text);
        }
        if (head.startsWith("mime-version:")) {
            throw new Refused(Refusal.of("imports.file.webArchive", fileName));
        }
        String start = head.strip();
        boolean html = start.startsWith("<!doctype html")
                || start.startsWith("<")
                        && (head.contains("<html") || head.contains("<table") || head.contains("<body"));
        return html
                ? new HtmlTableReader(limits).read(fileName, text)
                : new DelimitedReader(limits).read(fileName, text);
    }

    /** One kind of line break. */
    static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    static boolean startsWith(byte[] bytes, byte[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The file's name says something else than its content: worth a sentence. */
    static boolean named(String fileName, String... extensions) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (lower.endsWith("." + extension)) {
                return true;
            }
        }
        return !lower.contains(".");
    }
}
