package org.gongkai.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 口语与公文用语对照，来自 {@code data/search/synonyms.csv}。 Everyday words and what official texts call them. */
final class Synonyms {

    private final Map<String, String> officialBySpoken = new LinkedHashMap<>();

    Synonyms() {
        try (var in = Synonyms.class.getResourceAsStream("/data/search/synonyms.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/search/synonyms.csv is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 2))
                    .forEach(cell -> officialBySpoken.put(cell[0], cell[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 提问里的口语词对应的公文用语。 */
    List<String> official(String text) {
        return officialBySpoken.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
