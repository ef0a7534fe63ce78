package org.gongkai.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** 内置数据库的文件夹布局。 Where the embedded server keeps what. */
record PostgresFiles(Path root) {

    /** Bumped together with the binaries in the pom; the major part names the cluster folder. */
    static final String VERSION = "18.6";

    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    Path binaries() {
        return root.resolve("server-" + VERSION);
    }

    Path cluster() {
        return root.resolve("cluster-" + MAJOR);
    }

    Path settings() {
        return cluster().resolve("gongkai.conf");
    }

    Path postmasterPid() {
        return cluster().resolve("postmaster.pid");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path commandLog() {
        return root.resolve("command.log");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }

    Path usersLock() {
        return root.resolve("users.lock");
    }

    /** 某一角色的口令文件，仅本用户可读；没有就随机生成一个。 */
    String password(String role) throws IOException {
        var file = root.resolve(role + ".password");
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            var draft = root.resolve(role + ".password.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(secret));
            settle(draft, file);
        }
        return Files.readString(file).strip();
    }

    /** 先写旁边，再改名，改名后落盘：断电也不会留下半个。 Rename that survives a power cut. */
    static void settle(Path draft, Path place) throws IOException {
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        var folder = place.getParent();
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (var walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
