package org.gongkai.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 随程序带的文书正文，{@code data/request/letters.txt}：一种一段，第一行是标题。 The letters that come with the program. */
final class LetterText {

    private static final Map<LetterKind, List<String>> ALL = read();

    private LetterText() {}

    /** 标题在前，之后一行一段。 */
    static List<String> of(LetterKind kind) {
        var lines = ALL.get(kind);
        if (lines == null) {
            throw new IllegalStateException("no text for " + kind);
        }
        return lines;
    }

    private static Map<LetterKind, List<String>> read() {
        try (InputStream in = LetterText.class.getResourceAsStream("/data/request/letters.txt")) {
            if (in == null) {
                throw new IllegalStateException("data/request/letters.txt is missing");
            }
            Map<LetterKind, List<String>> all = new LinkedHashMap<>();
            List<String> current = new ArrayList<>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("# ")) {
                    continue;
                }
                if (line.startsWith("== ")) {
                    current = new ArrayList<>();
                    all.put(LetterKind.valueOf(line.substring(3).strip()), current);
                } else if (!line.isBlank()) {
                    current.add(line.strip());
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
