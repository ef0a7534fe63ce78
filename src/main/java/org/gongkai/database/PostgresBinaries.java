package org.gongkai.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** 从依赖包中解出 PostgreSQL 程序。 Unpacks the server programs from the jar, once per version. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    static void unpackTo(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return;
        }
        var draft = place.resolveSibling(place.getFileName() + ".new");
        PostgresFiles.delete(draft);
        Files.createDirectories(draft);
        try (var packed = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        PostgresFiles.settle(draft, place);
    }

    private static InputStream archive() {
        var name = "/postgres-" + platform() + ".txz";
        var in = PostgresBinaries.class.getResourceAsStream(name);
        if (in == null) {
            throw new DatabaseUnusable(
                    "本机平台（" + platform()
                            + "）没有内置数据库程序。请安装 PostgreSQL 16 以上，并设置 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD。");
        }
        return in;
    }

    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ", 2)[0];
        var arch = System.getProperty("os.arch");
        return os + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        var parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                permissions.add(PosixFilePermission.GROUP_EXECUTE);
                permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                Files.setPosixFilePermissions(target, permissions);
            }
        }
    }
}
