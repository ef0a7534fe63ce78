package org.gongkai.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.publication.Finding.Level;

/** 可疑用词表，来自 {@code data/publication/suspicious-words.csv}。 */
final class SuspiciousWords {

    record Word(String wrong, String right, Level level) {}

    private static final List<Word> WORDS = load();

    private SuspiciousWords() {}

    static List<Word> in(String text) {
        return WORDS.stream().filter(word -> text.contains(word.wrong())).toList();
    }

    private static List<Word> load() {
        try (var in = SuspiciousWords.class.getResourceAsStream("/data/publication/suspicious-words.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/publication/suspicious-words.csv is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cell -> new Word(cell[0], cell[1], Level.valueOf(cell[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
