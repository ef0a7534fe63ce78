package org.gongkai.bench;

import java.nio.file.Path;

/**
 * How thoroughly to measure.
 *
 * @param source the repository
 * @param scratch a folder that is deleted afterwards
 * @param rounds interleaved rounds
 * @param seconds of each round
 * @param quick smaller sizes where a size costs time and shows nothing more
 * @param full up to a million documents, ten million obligations
 */
record Setting(Path source, Path scratch, int rounds, int seconds, boolean quick, boolean full) {

    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
