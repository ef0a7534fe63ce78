package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("已经干净的正文不必再洗，结果与洗过一样")
class PlainPassagesTests {

    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<h2>",
            "</h2>",
            "<h3>",
            "</h3>",
            "<h4>",
            "</h4>",
            "<p>",
            "</p>",
            "<p>一</p>",
            "<h2>通知</h2>",
            "<br>",
            "<div>",
            "</div>",
            "<pre>",
            "<p >",
            "<P>",
            "<p class=x>",
            "<p/>",
            "<script>",
            "<!--",
            "-->",
            "<",
            ">",
            "&",
            "&amp;",
            "&lt;",
            "&gt;",
            "&nbsp;",
            "&#60;",
            "&quot;",
            ";",
            "\"",
            "'",
            "{",
            "{{",
            "}",
            "`",
            "\\",
            " ",
            "  ",
            "\t",
            "\n",
            "\r",
            "\u00a0",
            "\u3000",
            "\u200b",
            "\ufeff",
            "\u00ad",
            "\u2028",
            "\u0000",
            "\u0085",
            "\ud842\udfb7",
            "\ud842",
            "\u0301",
            "é",
            "〇",
            "（",
            "）",
            "，",
            "·",
            "“",
            "”",
            "—",
            "…",
            "\u2024",
            "公开",
            "Ａ",
            "ﬁ",
            "a",
            "1",
            "~",
            "=",
            "@",
            "http://a.cn/?a=1&amp;b=2",
            "javascript:");

    @Test
    void whatItCallsCleanComesOutOfCleaningLetterForLetter() {
        var random = new SplittableRandom(2);
        int clean = 0;
        for (int i = 0; i < 60_000; i++) {
            var html = html(random);
            if (PlainPassages.holds(html)) {
                clean++;
                assertThat(RichText.scrub(html)).isEqualTo(html);
                assertThat(RichText.plain(html)).isEqualTo(RichText.parsed(html));
            }
        }
        assertThat(clean).isGreaterThan(1_000);
    }

    @Test
    void everyCharacterItTakesForItselfIsOne() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            var html = "<p>甲" + c + "乙</p>";
            if (PlainPassages.holds(html)) {
                assertThat(RichText.scrub(html)).as("U+%04X", (int) c).isEqualTo(html);
                assertThat(RichText.plain(html)).as("U+%04X", (int) c).isEqualTo(RichText.parsed(html));
            }
        }
    }

    @Test
    void anythingElseIsCleaned() {
        for (var html : List.of(
                "",
                " ",
                "文字",
                "<p></p>",
                "<p> </p>",
                "<p>一",
                "一</p>",
                "<p>一</h2>",
                "<p>一</p> ",
                "<p>一</p>二",
                "<p>一<br>二</p>",
                "<p onclick=x>一</p>",
                "<p>一</p><script>1</script>",
                "<p>&nbsp;</p>",
                "<p>a > b</p>",
                "<p>&</p>",
                "<p>&am</p>",
                "<p>\u200b一</p>",
                "<p>{{x}}</p>",
                "<h1>一</h1>",
                "<pre>一</pre>",
                "<table><tr><td>一</td></tr></table>")) {
            assertThat(PlainPassages.holds(html)).as(html).isFalse();
        }
    }

    /** 一半是工整的段落，一半是随便拼的。 */
    private static String html(SplittableRandom random) {
        var html = new StringBuilder();
        boolean neat = random.nextBoolean();
        for (int i = random.nextInt(6); i >= 0; i--) {
            var tag = List.of("p", "h2", "h3", "h4").get(random.nextInt(4));
            html.append(neat ? "<" + tag + ">" : "");
            for (int j = random.nextInt(4); j >= 0; j--) {
                html.append(PIECES.get(neat ? random.nextInt(24, PIECES.size()) : random.nextInt(PIECES.size())));
            }
            html.append(neat ? "</" + tag + ">" : "");
        }
        return html.toString();
    }
}
