package org.gongkai.attachment;

import static org.gongkai.attachment.PackageCheck.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;
import org.gongkai.workflow.Refused;

/** 文件头、内容与扩展名必须一致；可执行内容、宏、脚本、加密、伪装一律不收。 */
final class FileCheck {

    private static final int HEAD = 8_192;
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Tika TIKA = new Tika();

    private FileCheck() {}

    static void check(Path file, FileKind kind) throws IOException {
        if (Files.size(file) == 0) {
            throw refused("attachment.empty");
        }
        var head = head(file);
        virus(head);
        if (!hasMagic(head, kind)) {
            throw refused("attachment.notWhatItSays", kind.extension());
        }
        if (kind.isZip()) {
            PackageCheck.check(file, kind);
        } else if (kind.isOle()) {
            ole(file, kind);
        } else if (kind == FileKind.PDF) {
            PdfCheck.check(file);
        } else if (kind.isText()) {
            text(file, head, kind);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static void virus(byte[] head) {
        if (new String(head, StandardCharsets.ISO_8859_1).contains(Eicar.TEXT)) {
            throw refused("attachment.virus");
        }
    }

    private static boolean hasMagic(byte[] head, FileKind kind) {
        if (kind.isZip()) {
            return starts(head, ZIP);
        }
        if (kind.isOle()) {
            return starts(head, OLE);
        }
        return switch (kind) {
            case PDF -> starts(head, PDF);
            case PNG -> starts(head, PNG);
            case JPG, JPEG -> starts(head, JPEG);
            default -> true;
        };
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /** 文本里不能有空字节，也不能其实是网页、脚本或者别的类型。 */
    private static void text(Path file, byte[] head, FileKind kind) throws IOException {
        boolean utf16 = starts(head, new byte[] {(byte) 0xff, (byte) 0xfe})
                || starts(head, new byte[] {(byte) 0xfe, (byte) 0xff});
        if (!utf16) {
            try (var in = Files.newInputStream(file)) {
                var buffer = new byte[65_536];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    for (int i = 0; i < n; i++) {
                        if (buffer[i] == 0) {
                            throw refused("attachment.notWhatItSays", kind.extension());
                        }
                    }
                }
            }
        }
        var detected = TIKA.detect(head);
        if (!detected.startsWith("text/plain") && !detected.startsWith("text/csv") && isActive(detected)) {
            throw refused("attachment.notWhatItSays", kind.extension());
        }
        var words = new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (words.startsWith("<!doctype")
                || words.startsWith("<html")
                || words.startsWith("<svg")
                || words.startsWith("<?php")
                || words.startsWith("<script")) {
            throw refused("attachment.notWhatItSays", kind.extension());
        }
    }

    private static boolean isActive(String detected) {
        return detected.startsWith("application/") && !detected.equals("application/octet-stream")
                || detected.startsWith("text/html")
                || detected.startsWith("image/");
    }

    private static void ole(Path file, FileKind kind) throws IOException {
        try (var files = new POIFSFileSystem(file.toFile(), true)) {
            var root = files.getRoot();
            if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
                throw refused("attachment.encrypted");
            }
            if (hasMacro(root, 0)) {
                throw refused("attachment.macro", kind.extension());
            }
            boolean fits =
                    switch (kind) {
                        case DOC, WPS ->
                            root.hasEntry("WordDocument") || root.hasEntry("CONTENTS") || root.hasEntry("MatOST");
                        case XLS -> root.hasEntry("Workbook") || root.hasEntry("Book") || root.hasEntry("WORKBOOK");
                        default -> root.hasEntry("PowerPoint Document");
                    };
            if (!fits) {
                throw refused("attachment.notWhatItSays", kind.extension());
            }
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            throw refused("attachment.damaged", kind.extension());
        }
    }

    private static boolean hasMacro(DirectoryEntry folder, int depth) {
        for (var entry : folder) {
            var name = entry.getName().toUpperCase(Locale.ROOT);
            if (name.equals("MACROS")
                    || name.equals("VBA")
                    || name.contains("_VBA_PROJECT")
                    || name.equals("OLE10NATIVE")
                    || name.equals("\1OLE10NATIVE")) {
                return true;
            }
            if (entry instanceof DirectoryEntry inner && depth < 8 && hasMacro(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
