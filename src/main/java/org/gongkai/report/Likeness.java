package org.gongkai.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * 两段文字有多像（R-ANN-10，内容雷同）：不计标点、空白和数字，一段里有百分之几的八字连写在另一段里也有。
 *
 * <p>How much of one text stands in another: the share of its runs of eight characters found there, whatever the punctuation and the
 * figures. Changing only the numbers of last year's report changes nothing. A run is kept as a number of 64 bits, so that the texts of
 * a whole district fit into a few megabytes.
 */
final class Likeness {

    private static final int RUN = 8;
    /** 太短的段落像不像说明不了什么，例如“没有其他需要报告的事项”。 */
    private static final int SHORTEST = 60;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final int length;

    /** Sorted, each once. */
    private final long[] runs;

    private Likeness(String letters) {
        this.length = letters.length();
        this.runs = IntStream.rangeClosed(0, length - RUN)
                .mapToLong(from -> run(letters, from))
                .sorted()
                .distinct()
                .toArray();
    }

    static Likeness of(String text) {
        return new Likeness(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}]+", ""));
    }

    boolean isLongEnough() {
        return length >= SHORTEST;
    }

    /** 有多少种八字连写。 */
    int size() {
        return runs.length;
    }

    /** 本段有百分之几也在另一段里；太短的是零。 Percent, rounded down. */
    int percentIn(Likeness other) {
        if (!isLongEnough()) {
            return 0;
        }
        long there = Arrays.stream(runs)
                .filter(run -> Arrays.binarySearch(other.runs, run) >= 0)
                .count();
        return (int) (100 * there / runs.length);
    }

    /** FNV-1a of the characters of a run. */
    private static long run(String letters, int from) {
        long hash = FNV_BASIS;
        for (int i = from; i < from + RUN; i++) {
            hash = (hash ^ letters.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
