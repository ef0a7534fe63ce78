package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * 数据库主进程，按它自己写下的 {@code postmaster.pid}。
 *
 * <p>The server process as its pid file describes it. A pid alone proves nothing: after a restart of the machine or container it may
 * belong to somebody else, and a killed process whose parent does not reap it still has one. What counts is a living process that
 * works in the cluster folder.
 */
record Postmaster(long pid, int port) {

    private static final int PORT_LINE = 3;

    static Optional<Postmaster> of(PostgresFiles files) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(files.postmasterPid());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    boolean alive(Path cluster) {
        return worksIn(pid, cluster);
    }

    /** 该编号的进程（不论是谁）是否存在，PostgreSQL 会因此拒绝启动。 */
    boolean pidTaken() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** 主进程死后还没退出的子进程。 Backends that outlived a killed postmaster; they must be gone before a new start. */
    static boolean orphans(Path cluster) {
        return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process.pid(), cluster));
    }

    private static boolean worksIn(long pid, Path cluster) {
        var proc = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath());
        } catch (NoSuchFileException e) {
            return false; // gone, or a zombie, which has no folder any more
        } catch (IOException e) {
            return Files.isDirectory(Path.of("/proc"))
                    ? ofSameServer(proc)
                    : ProcessHandle.of(pid).isPresent();
        }
    }

    private static boolean ofSameServer(Path proc) {
        try {
            return Files.readString(proc.resolve("comm")).startsWith("postgres");
        } catch (IOException e) {
            return false;
        }
    }
}
