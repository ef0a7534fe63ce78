package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** 上传的导入文件，按任务编号放在一个文件夹里；先落盘，再登记。 Uploaded files, on the disk before anything promises to import them. */
final class Uploads {

    private static final int LONGEST = 200;
    private final Path folder;

    Uploads(Path folder) {
        this.folder = folder;
    }

    Path file(long id) {
        return folder.resolve(id + ".bin");
    }

    /** Forced to the disk under a name of its own, until it is {@linkplain #keep kept}. */
    Path store(InputStream content) {
        try {
            Files.createDirectories(folder);
            Path waiting = Files.createTempFile(folder, "upload", ".part");
            Files.copy(content, waiting, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(waiting, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return waiting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(Path waiting, long id) {
        try {
            Files.move(waiting, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 用户给的文件名：去掉路径、控制字符和改变方向的字符，过长的留后一段。 */
    static String safeName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\u202a-\u202e\u2066-\u2069]", "");
        return last.isBlank() ? "file" : last.substring(Math.max(0, last.length() - LONGEST));
    }
}
