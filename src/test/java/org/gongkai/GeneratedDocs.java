package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 由测试生成并提交的文档。持续集成（{@code CI=true}）时与提交的不一致就失败；{@code ./gongkai test} 会更新它们。
 *
 * <p>Documents written by tests and committed. With {@code CI=true} a difference fails the build; {@code ./gongkai test} (which sets
 * {@code -Dgongkai.docs=write}) rewrites the file, so that the diff is seen in review. A single test run leaves them alone, its
 * version lies under {@code target/generated-docs/}.
 */
public final class GeneratedDocs {

    private GeneratedDocs() {}

    /** 架构文档文件夹中的一个文件。 A file under {@code docs/architecture/generated/}. */
    public static void architecture(String name, String content) {
        keep(Path.of("docs", "architecture", "generated", name), content);
    }

    public static void keep(Path file, String content) {
        try {
            write(Path.of("target", "generated-docs").resolve(file), content);
            var committed = Files.exists(file) ? Files.readString(file) : "";
            if (committed.equals(content)) {
                return;
            }
            if ("true".equals(System.getenv("CI"))) {
                assertThat(committed)
                        .as("%s is generated: run ./gongkai test and commit it", file)
                        .isEqualTo(content);
            } else if ("write".equals(System.getProperty("gongkai.docs"))) {
                write(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) throws IOException {
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, content);
    }
}
