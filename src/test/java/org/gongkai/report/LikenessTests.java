package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-ANN-10：文字雷同的算法")
class LikenessTests {

    private static final String CHARACTERS = "公开信息申请答复机关平台网站监督考核全年主动受理，。0123456789";

    private static String text(Random random, int length) {
        return random.ints(length, 0, CHARACTERS.length())
                .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static int naive(String one, String other) {
        Set<String> runs = runs(one);
        Set<String> there = runs(other);
        return (int) (100L * runs.stream().filter(there::contains).count() / runs.size());
    }

    private static Set<String> runs(String text) {
        String letters = text.replaceAll("[，。0-9]", "");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 8 <= letters.length(); i++) {
            runs.add(letters.substring(i, i + 8));
        }
        return runs;
    }

    @Test
    @DisplayName("一千对随机拼接的段落，与逐一比较八字连写的笨办法相同")
    void agrees_with_comparing_each_run() {
        var random = new Random(20_260_101);
        for (int i = 0; i < 1_000; i++) {
            String common = text(random, random.nextInt(400));
            String one = common + text(random, 200);
            String other = text(random, 100) + common;
            assertThat(Likeness.of(one).percentIn(Likeness.of(other))).isEqualTo(naive(one, other));
        }
    }
}
