package org.gongkai.report;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/**
 * 两段文字有多像（R-ANN-10，内容雷同）：不计标点、空白和数字，一段里有百分之几的八字连写在另一段里也有。
 *
 * <p>How much of one text stands in another: the share of its runs of eight characters found there, whatever the punctuation and the
 * figures. Changing only the numbers of last year's report changes nothing.
 */
final class Likeness {

    private static final int RUN = 8;
    /** 太短的段落像不像说明不了什么，例如“没有其他需要报告的事项”。 */
    private static final int SHORTEST = 60;

    private final String text;

    private final Set<String> runs;

    private Likeness(String text) {
        this.text = text;
        this.runs = runs(text);
    }

    static Likeness of(String text) {
        return new Likeness(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}]+", ""));
    }

    boolean isLongEnough() {
        return text.length() >= SHORTEST;
    }

    /** 本段有百分之几也在另一段里；太短的是零。 Percent, rounded down. */
    int percentIn(Likeness other) {
        if (!isLongEnough() || runs.isEmpty()) {
            return 0;
        }
        return (int) (100L * runs.stream().filter(other.runs::contains).count() / runs.size());
    }

    private static Set<String> runs(String text) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= text.length(); i++) {
            runs.add(text.substring(i, i + RUN));
        }
        return runs;
    }
}
