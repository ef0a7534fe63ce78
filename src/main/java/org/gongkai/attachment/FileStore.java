package org.gongkai.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import org.gongkai.database.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 文件落盘：隔离区、按内容存放；先写临时文件、刷盘、改名、刷目录，再由事务记下，断电不会留下半个文件。
 *
 * <p>Files on disk under {@code <home>/files}: {@code quarantine/} while being checked, then {@code ab/cd/<sha256>}.
 */
@Component
class FileStore {

    private final Path root;

    FileStore(@Value("${gongkai.home:data}") Path home) {
        this.root = home.resolve("files");
    }

    /** 写进隔离区；超过上限立即停止并删除。 Returns null when there is more than {@code most} bytes. */
    @org.jspecify.annotations.Nullable
    Path quarantine(InputStream in, long most) throws IOException {
        var folder = Files.createDirectories(root.resolve("quarantine"));
        var file = folder.resolve(UUID.randomUUID().toString());
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            var buffer = new byte[65_536];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > most) {
                    break;
                }
                out.write(buffer, 0, n);
            }
            if (size <= most) {
                return file;
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        Files.deleteIfExists(file);
        return null;
    }

    Path besides(Path quarantined) {
        return quarantined.resolveSibling(quarantined.getFileName() + ".clean");
    }

    static String sha256(Path file) throws IOException {
        var digest = Sha256.begin();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** 从隔离区移到按内容的位置；同样内容已在就不再存。 */
    void keep(Path quarantined, String sha256) throws IOException {
        var target = path(sha256);
        var folder = Files.createDirectories(target.resolveSibling("."));
        try (var channel = FileChannel.open(quarantined, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            if (!Files.exists(target) || !sha256(target).equals(sha256)) {
                Files.move(quarantined, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (FileAlreadyExistsException sameContent) {
            // another upload of the same bytes was faster
        }
        try (var directory = FileChannel.open(folder.normalize(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a digest");
        }
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /**
     * 清理没有登记的文件：上传中断留下的，改名之后事务没有成功的。
     *
     * @return how many were removed
     */
    int sweep(Predicate<String> isKnown, Instant olderThan) throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int removed = 0;
        try (var files = Files.walk(root, 3)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(olderThan);
                if (old && !isKnown.test(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                    removed++;
                }
            }
        }
        return removed;
    }
}
