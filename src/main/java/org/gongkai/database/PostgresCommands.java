package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** 运行 initdb 和 pg_ctl。 Runs the server's own tools, each as the right user, with a clean environment. */
final class PostgresCommands {

    private static final int LONGEST_MINUTES = 10;

    /** 口令是随机的 24 字节，多算几千次不会更安全，只会让每次连接都等。 Stretching helps guessable passwords; ours are random. */
    static final String ITERATIONS = "scram_iterations";

    static final String ONE = "1";

    private final PostgresFiles files;
    private final ServerUser user;

    PostgresCommands(PostgresFiles files, ServerUser user) {
        this.files = files;
        this.user = user;
    }

    /** 新建数据库簇：口令认证、校验和、不依赖系统语言环境。 */
    void initialise(Path cluster, String superuser, String password) throws IOException {
        var passwordFile = files.root().resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        user.own(passwordFile);
        try {
            must(
                    "initdb",
                    "-D",
                    cluster.toString(),
                    "-U",
                    superuser,
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    passwordFile.toString(),
                    "--set",
                    ITERATIONS + "=" + ONE,
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** 启动并等它能接受连接。 Starts and waits, recovery after a crash included. */
    boolean start(int port) throws IOException {
        return run(
                        "pg_ctl",
                        "start",
                        "-w",
                        "-t",
                        "300",
                        "-s",
                        "-D",
                        files.cluster().toString(),
                        "-l",
                        files.log().toString(),
                        "-o",
                        "-p " + port)
                == 0;
    }

    void stop() throws IOException {
        must(
                "pg_ctl",
                "stop",
                "-w",
                "-t",
                "120",
                "-s",
                "-m",
                "fast",
                "-D",
                files.cluster().toString());
    }

    private void must(String program, String... arguments) throws IOException {
        if (run(program, arguments) != 0) {
            throw new DatabaseUnusable(
                    "内置数据库的 " + program + " 没有成功：" + lastLine() + "。详情见 " + files.commandLog() + "，数据没有改动。");
        }
    }

    private int run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(user.prefix());
        command.add(files.binaries().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.directory(files.root().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        // A file, never a pipe: the server inherits it and would keep the pipe open.
        builder.redirectOutput(files.commandLog().toFile());
        var process = builder.start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + program, e);
        }
    }

    private String lastLine() throws IOException {
        var lines = Files.readAllLines(files.commandLog());
        return lines.reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("没有输出");
    }
}
