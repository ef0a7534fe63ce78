package org.gongkai.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 加密申请人信息的密钥，在数据文件夹 {@code keys/personal-data.key}，第一次启动时生成，只有本程序的用户能读。
 *
 * <p>32 random bytes beside the data, not in the database: a copy of the database alone gives no names away. Back it up apart.
 */
@Component
class SealingKey {

    static final int BYTES = 32;

    private final Path file;

    SealingKey(@Value("${gongkai.home}") Path home) {
        this.file = home.resolve("keys").resolve("personal-data.key");
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    byte[] read() {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new SealingKeyUnusable("密钥文件 " + file + " 不完整。请从备份恢复它，再启动。");
            }
            return key;
        } catch (IOException e) {
            throw new SealingKeyUnusable("读不了密钥文件 " + file + "。请检查它的权限，或者从备份恢复，再启动。");
        }
    }

    byte[] create() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.write(file, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return key;
        } catch (FileAlreadyExistsException other) {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
