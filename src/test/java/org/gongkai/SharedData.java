package org.gongkai;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 仓库旁边的真实数据（../shared/data，不随仓库分发）：目录、年报、检索判定集。没有就跳过，说出缺的是哪一份。
 *
 * <p>Real data that lies beside the repository and is not part of it; a test that needs what is not there is skipped and says so.
 * {@code -Dgongkai.shared=…} names another folder.
 */
public final class SharedData {

    private static final Path FOLDER = folder();

    private SharedData() {}

    /** 一份数据，没有的为空。 @param place below {@code ../shared/data}, as {@code catalogue/raw} */
    public static Optional<Path> find(String place) {
        return Optional.of(FOLDER.resolve("data").resolve(place)).filter(Files::exists);
    }

    /** 一份数据，没有就跳过这个测试。 */
    public static Path need(String place) {
        var found = find(place);
        assumeTrue(found.isPresent(), () -> "没有 " + FOLDER.resolve("data").resolve(place) + "，跳过");
        return found.orElseThrow();
    }

    private static Path folder() {
        return Stream.of(System.getProperty("gongkai.shared", "../shared"), "../../shared")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("../shared"));
    }
}
