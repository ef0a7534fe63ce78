package org.gongkai.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 压缩容器（docx、xlsx、pptx、ofd）的预检：条目数、展开大小、压缩比、路径、重名、加密、嵌套、宏、外部实体。
 *
 * <p>Looks through a zip container before any parser does. Sizes are counted while inflating; what the directory claims is not believed.
 */
final class PackageCheck {

    static final int MOST_ENTRIES = 2_000;
    static final long MOST_UNPACKED = 200L * 1024 * 1024;
    static final int MOST_RATIO = 100;

    /** 小到这个程度的部件不看压缩比：空白表格的重复内容本来就压得很小。 */
    private static final long RATIO_FREE = 4L * 1024 * 1024;

    private static final int UNIX_LINK = 0120000;
    private static final int UNIX_TYPE = 0170000;
    private static final Set<String> ARCHIVES = Set.of(
            "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "jar", "war", "cab", "iso", "docm", "xlsm", "exe",
            "dll", "js", "vbs", "bat", "ps1");
    private static final Pattern REMOTE = Pattern.compile(
            "relationships/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath)\"[^>]*TargetMode=\"External\""
                    + "|TargetMode=\"External\"[^>]*relationships/(?:attachedTemplate|oleObject|frame|subDocument)\"");

    private PackageCheck() {}

    static void check(Path file, FileKind kind) throws IOException {
        mustEndWithDirectory(file);
        try (var zip =
                ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(false).get()) {
            if (zip.getFirstLocalFileHeaderOffset() != 0) {
                throw refused("attachment.polyglot");
            }
            var names = names(zip);
            container(zip, kind, names);
            content(zip, kind);
        } catch (ZipException | IllegalArgumentException e) {
            throw refused("attachment.damaged", kind.extension());
        }
    }

    /** 结尾之后不能再有内容：那是伪装成两种类型的文件。 */
    private static void mustEndWithDirectory(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), 22 + 65_535);
            var tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int i = length - 22; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    int comment = (tail[i + 20] & 0xff) | (tail[i + 21] & 0xff) << 8;
                    if (i + 22 + comment != length) {
                        throw refused("attachment.polyglot");
                    }
                    return;
                }
            }
        }
        throw refused("attachment.damaged", "zip");
    }

    private static Set<String> names(ZipFile zip) {
        Set<String> names = new HashSet<>();
        int count = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (++count > MOST_ENTRIES) {
                throw refused("attachment.tooManyEntries", MOST_ENTRIES);
            }
            if (!names.add(checkedName(entry))) {
                throw refused("attachment.duplicateEntry", shown(entry.getName()));
            }
        }
        return names;
    }

    private static String checkedName(ZipArchiveEntry entry) {
        var name = entry.getName();
        if (name.isEmpty()
                || name.length() > 255
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.matches("^[A-Za-z]:.*")
                || java.util.Arrays.asList(name.split("/")).contains("..")) {
            throw refused("attachment.traversal", shown(name));
        }
        if ((entry.getUnixMode() & UNIX_TYPE) == UNIX_LINK) {
            throw refused("attachment.symlink", shown(name));
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refused("attachment.encrypted");
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (ARCHIVES.contains(lower.substring(lower.lastIndexOf('.') + 1))) {
            throw refused("attachment.nested", shown(name));
        }
        if (lower.endsWith("vbaproject.bin") || lower.contains("/macrosheets/") || lower.contains("/activex/")) {
            throw refused("attachment.macro", shown(name));
        }
        return lower;
    }

    private static void container(ZipFile zip, FileKind kind, Set<String> names) throws IOException {
        if (kind == FileKind.OFD) {
            if (!names.contains("ofd.xml")) {
                throw refused("attachment.notWhatItSays", kind.extension());
            }
            return;
        }
        var types = zip.getEntry("[Content_Types].xml");
        if (types == null) {
            throw refused("attachment.notWhatItSays", kind.extension());
        }
        try (var in = zip.getInputStream(types)) {
            var text = new String(in.readNBytes(1_000_000), StandardCharsets.UTF_8).replace("\0", "");
            if (text.contains("macroEnabled") || text.contains("vbaProject")) {
                throw refused("attachment.macro", "[Content_Types].xml");
            }
            if (!text.contains(mainType(kind))) {
                throw refused("attachment.notWhatItSays", kind.extension());
            }
        }
    }

    private static String mainType(FileKind kind) {
        return switch (kind) {
            case DOCX -> "wordprocessingml.document.main+xml";
            case XLSX -> "spreadsheetml.sheet.main+xml";
            default -> "presentationml.";
        };
    }

    private static void content(ZipFile zip, FileKind kind) throws IOException {
        long total = 0;
        var buffer = new byte[65_536];
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            var scan = new PartScan(entry.getName());
            long size = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    total += n;
                    mustBeInLimits(size, total, entry);
                    scan.feed(buffer, n);
                }
            } catch (ZipException e) {
                throw refused("attachment.damaged", kind.extension());
            }
            scan.finish();
        }
    }

    private static void mustBeInLimits(long size, long total, ZipArchiveEntry entry) {
        if (total > MOST_UNPACKED) {
            throw refused("attachment.tooLargeUnpacked", MOST_UNPACKED / 1024 / 1024);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (size > RATIO_FREE && size / packed > MOST_RATIO) {
            throw refused("attachment.ratio", shown(entry.getName()), size / packed, MOST_RATIO);
        }
    }

    static Refused refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }

    private static String shown(String name) {
        var visible = name.replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return visible.length() > 80 ? visible.substring(0, 80) + "…" : visible;
    }

    /** 一个部件的原始字节里有没有实体声明、外部模板、DDE、病毒测试串、嵌套压缩包。 */
    private static final class PartScan {

        private static final int KEEP = 64;
        private static final int MOST_RELS = 1_000_000;

        private final String name;
        private final boolean xml;
        private final boolean rels;
        private final StringBuilder window = new StringBuilder();
        private final StringBuilder relations = new StringBuilder();
        private boolean first = true;

        PartScan(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            this.name = name;
            this.rels = lower.endsWith(".rels");
            this.xml = rels || lower.endsWith(".xml") || lower.endsWith(".vml");
        }

        void feed(byte[] bytes, int n) {
            if (first) {
                first = false;
                magic(bytes, n);
            }
            if (!xml) {
                return;
            }
            for (int i = 0; i < n; i++) {
                if (bytes[i] != 0) {
                    window.append((char) (bytes[i] & 0xff));
                }
            }
            look();
        }

        private void magic(byte[] bytes, int n) {
            var head = new String(bytes, 0, Math.min(n, 80), StandardCharsets.ISO_8859_1);
            if (head.startsWith("PK\3\4")
                    && !name.toLowerCase(Locale.ROOT).matches(".*/embeddings/[^/]+\\.(?:xlsx|docx|pptx)")) {
                throw refused("attachment.nested", shown(name));
            }
            if (head.startsWith("MZ") || head.startsWith("\177ELF")) {
                throw refused("attachment.executable", shown(name));
            }
            if (head.contains(Eicar.TEXT)) {
                throw refused("attachment.virus");
            }
        }

        private void look() {
            var text = window.toString().toUpperCase(Locale.ROOT);
            if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                throw refused("attachment.entity", shown(name));
            }
            if (text.contains("DDEAUTO") || text.contains("<DDELINK") || text.contains(":DDELINK")) {
                throw refused("attachment.dde", shown(name));
            }
            if (rels && relations.length() < MOST_RELS) {
                relations.append(window);
            }
            if (window.length() > KEEP) {
                window.delete(0, window.length() - KEEP);
            }
        }

        void finish() {
            if (rels && REMOTE.matcher(relations).find()) {
                throw refused("attachment.remotePart", shown(name));
            }
        }
    }
}
