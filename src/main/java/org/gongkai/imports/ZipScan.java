package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 打开压缩容器之前先看清楚：条目数、展开大小、压缩比、路径、外部实体、宏。 Refuses hostile containers before a library opens them. */
final class ZipScan {

    private static final int BUFFER = 1 << 16;
    private static final List<String> NESTED =
            List.of(".zip", ".jar", ".rar", ".7z", ".gz", ".exe", ".dll", ".js", ".vbs");

    private final TableLimits limits;
    private final String fileName;
    private final HashSet<String> names = new HashSet<>();
    private long unpacked;

    ZipScan(TableLimits limits, String fileName) {
        this.limits = limits;
        this.fileName = fileName;
    }

    void check(byte[] bytes) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                name(entry.getName());
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw refuse("imports.file.encrypted");
                }
                if (entry.isUnixSymlink()) {
                    throw refuse("imports.file.damaged");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    content(entry.getName(), in, bytes.length);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refuse("imports.file.damaged");
        }
        if (names.contains("word/document.xml")) {
            throw refuse("imports.file.word");
        }
        if (names.contains("xl/workbook.bin") || names.contains("content.xml")) {
            throw refuse("imports.file.otherSheet");
        }
        if (!names.contains("[content_types].xml") || names.stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw refuse("imports.file.notATable");
        }
    }

    private void name(String name) {
        if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.indexOf(':') >= 0) {
            throw refuse("imports.file.hostile");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT)) || names.size() > limits.entries()) {
            throw refuse("imports.file.hostile");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("vbaproject.bin") || lower.contains("/macrosheets/") || lower.contains("/activex/")) {
            throw refuse("imports.file.macros");
        }
        if (NESTED.stream().anyMatch(lower::endsWith)) {
            throw refuse("imports.file.hostile");
        }
    }

    private void content(String name, InputStream in, long packed) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean xml = lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
        byte[] buffer = new byte[BUFFER];
        String tail = "";
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            unpacked += read;
            if (unpacked > limits.unpacked()
                    || unpacked > TableLimits.RATIO_FROM && unpacked / Math.max(1, packed) > limits.ratio()) {
                throw refuse("imports.file.bomb");
            }
            if (xml) {
                String text = tail + new String(buffer, 0, read, StandardCharsets.ISO_8859_1).replace("\0", "");
                String upper = text.toUpperCase(Locale.ROOT);
                if (upper.contains("<!DOCTYPE") || upper.contains("<!ENTITY")) {
                    throw refuse("imports.file.hostile");
                }
                tail = text.substring(Math.max(0, text.length() - 16));
            }
        }
    }

    private Refused refuse(String key) {
        return new Refused(Refusal.of(key, fileName));
    }
}
