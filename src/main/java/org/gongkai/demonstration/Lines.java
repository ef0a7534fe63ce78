package org.gongkai.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 示范数据的文字资源，一行一条，第一行是说明。 */
final class Lines {

    private Lines() {}

    /** 去掉空行和开头的说明行。 Lines of a resource without blank ones and without the leading comment. */
    static List<String> of(String name) {
        try (InputStream in = Lines.class.getResourceAsStream("/data/demonstration/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .dropWhile(line -> line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
