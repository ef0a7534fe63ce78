package org.gongkai.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.deadline.TimeLimitPhrase.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("期限写法的解读")
class TimeLimitPhrasesTests {

    /** 这两条的起算事件在样例里被截取得不完整，我们取完整的。 The anchor of these two is cut in the sample; ours is whole. */
    private static final List<String> CUT_ANCHORS =
            List.of("在单位应当在收到申请之日起三十日内予以答复", "应当自接到医疗机构的报告或者当事人提出医疗事故争议处理申请之日起7日内移送");

    private static final List<String> NEEDING_A_PERSON =
            List.of("按时送达", "按时公示", "制定或获取信息之日起120个工作日内", "自做出决定之日起和执行完毕之日起七日内告知");

    static Stream<String[]> checkedPhrases() {
        return rows("/deadline/deadline_phrases.csv", ",").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checkedPhrases")
    @DisplayName("424 个真实写法：各字段与人工核对的解读一致")
    void agrees_with_the_checked_phrases(
            String phrase,
            String count,
            String kind,
            String n,
            String unit,
            String bound,
            String frequency,
            String date,
            String anchor,
            String displayN,
            String displayUnit,
            String also) {
        TimeLimitPhrase read = TimeLimitPhrases.parse(phrase);

        assertThat(typed(read))
                .isEqualTo(String.join("|", kind, n, unit, bound, frequency, date, displayN, displayUnit, also));
        if (!CUT_ANCHORS.contains(phrase)) {
            assertThat(text(read.anchor())).isEqualTo(anchor);
        }
        assertThat(read.confident()).isEqualTo(!NEEDING_A_PERSON.contains(phrase));
    }

    static Stream<String[]> ownPhrases() {
        return rows("/deadline/phrase-cases.csv", Pattern.quote("|")).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownPhrases")
    @DisplayName("另外的写法：读得懂的读对，读不懂的说不懂")
    void reads_or_says_it_cannot(
            String phrase,
            String kind,
            String n,
            String unit,
            String bound,
            String frequency,
            String date,
            String anchor,
            String displayN,
            String displayUnit,
            String also,
            String confident) {
        TimeLimitPhrase read = TimeLimitPhrases.parse(phrase);

        assertThat(typed(read))
                .isEqualTo(String.join("|", kind, n, unit, bound, frequency, date, displayN, displayUnit, also));
        assertThat(text(read.anchor())).isEqualTo(anchor);
        assertThat(read.confident()).isEqualTo(confident.equals("是"));
    }

    private static String typed(TimeLimitPhrase read) {
        return Stream.of(
                        read.kind(),
                        read.n(),
                        read.unit(),
                        read.bound(),
                        read.frequency(),
                        read.date(),
                        read.displayN(),
                        read.displayUnit(),
                        read.also().stream().map(Enum::name).collect(Collectors.joining(";")))
                .map(TimeLimitPhrasesTests::text)
                .collect(Collectors.joining("|"));
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof Enum<?> named ? named.name() : value.toString();
    }

    @Test
    @DisplayName("看不懂的都不会有把握，并且说明原因")
    void what_is_not_understood_is_never_confident() {
        for (String[] row : rows("/deadline/phrase-cases.csv", Pattern.quote("|"))) {
            TimeLimitPhrase read = TimeLimitPhrases.parse(row[0]);
            if (read.kind() == Kind.UNKNOWN) {
                assertThat(read.confident()).isFalse();
                assertThat(read.note()).isNotBlank();
                assertThat(read.toTimeLimit()).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "信息形成或变更之日起20个工作日内, 20wd, 自信息形成或变更之日起20个工作日内",
        "本级人民代表大会或其常务委员会批准后20日内, 20cd, 自人民代表大会或其常务委员会批准之日起20日内",
        "每年1月31日前, yearly@--01-31, 每年1月31日前",
        "每季度终了之日起十五日内向全体村民张榜公布, quarterly+15cd, 每季度终了之日起15日内",
        "每年不少于两次向业主大会公布, yearly*2, 每年至少2次",
        "每年第一季度公布, yearly@Q1, 每年第一季度",
        "实时公开, immediately, 实时",
        "长期公示, standing, 长期公开",
        "应当自传统村落名录公布之日起二年内, 2y, 自传统村落名录公布之日起2年内",
        "在二十四小时内送达, 24h, 24小时内"
    })
    @DisplayName("落成时限，并写成规范的中文")
    void becomes_a_limit_and_a_canonical_sentence(String phrase, String code, String chinese) {
        TimeLimitPhrase read = TimeLimitPhrases.parse(phrase);

        assertThat(read.toTimeLimit()).map(TimeLimit::code).contains(code);
        assertThat(read.inChinese()).isEqualTo(chinese);
    }

    @Test
    @DisplayName("规范的中文再读一遍，意思不变")
    void the_canonical_sentence_reads_back_the_same() {
        for (String[] row : rows("/deadline/deadline_phrases.csv", ",")) {
            TimeLimitPhrase read = TimeLimitPhrases.parse(row[0]);
            if (read.confident() && read.frequency() != TimeLimitPhrase.Frequency.UNSPECIFIED) {
                TimeLimitPhrase again = TimeLimitPhrases.parse(read.inChinese());
                assertThat(typed(again)).as(row[0] + " -> " + read.inChinese()).isEqualTo(typed(read));
            }
        }
    }

    @Test
    @DisplayName("及时、同上、展示期不落成公开时限；展示期另取")
    void some_phrases_are_no_limit() {
        assertThat(TimeLimitPhrases.parse("及时公开").toTimeLimit()).isEmpty();
        assertThat(TimeLimitPhrases.parse("").toTimeLimit()).isEmpty();
        assertThat(TimeLimitPhrases.parse(null).kind()).isEqualTo(Kind.SAME_AS_ABOVE);
        assertThat(TimeLimitPhrases.parse("公示期不少于七日").toTimeLimit()).isEmpty();
        assertThat(TimeLimitPhrases.parse("公示期不少于七日").displayLimit())
                .map(TimeLimit::code)
                .contains("7cd");
        assertThat(TimeLimitPhrases.parse("制定或获取信息之日起10个工作日内，公示7个工作日").displayLimit())
                .map(TimeLimit::code)
                .contains("7wd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999999999999个工作日内",
                "2024年13月45日前",
                "每年2月30日前",
                "每月99日前",
                "百百日内",
                "零个工作日内",
                "自之日起",
                "之日起日内"
            })
    @DisplayName("写错的数字和日期：没有把握，也不出错")
    void nonsense_is_not_confident(String phrase) {
        assertThat(TimeLimitPhrases.parse(phrase).confident()).isFalse();
    }

    @Test
    @DisplayName("任意字符拼成的写法都不会出错")
    void no_input_breaks_the_reader() {
        String[] pieces = {
            "每", "年", "月", "日", "前", "内", "后", "之日起", "20", "二十", "个", "工作日", "公示", "不少于", "，", "；", "(", ")", "至", "-",
            "半", "季度", "一次", "长期", "及时", "自", "信息形成", "\n", "2024年", "底", "第", "\\", "$1", "1月31日", "次", "限", "、"
        };
        Random random = new Random(424);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder phrase = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                phrase.append(pieces[random.nextInt(pieces.length)]);
            }
            String written = phrase.toString();
            assertThatCode(() -> {
                        TimeLimitPhrase read = TimeLimitPhrases.parse(written);
                        read.toTimeLimit();
                        read.displayLimit();
                        read.inChinese();
                    })
                    .as(written)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自信息形成或者变更之日起20个工作日内予以公开",
                "信息形成之日起二十个工作日内",
                "作出决定之日起7个工作日内，公示1年",
                "每年1月31日前",
                "每月10日前公布",
                "公示期不少于5个工作日",
                "24小时内",
                "收到申请之日起30日内",
                "每季度结束后15日内"
            })
    @DisplayName("任何一处多印、错印一个字：要么意思不变，要么没有把握")
    void one_wrong_character_is_never_a_silent_guess(String phrase) {
        String right = typed(TimeLimitPhrases.parse(phrase));
        for (int i = 0; i < phrase.length(); i++) {
            for (String odd : List.of("曰", "O", "口", "？", "不", "第", "-", "l")) {
                for (String wrong : List.of(
                        phrase.substring(0, i) + odd + phrase.substring(i),
                        phrase.substring(0, i) + odd + phrase.substring(i + 1))) {
                    TimeLimitPhrase read = TimeLimitPhrases.parse(wrong);
                    if (read.confident()) {
                        assertThat(typed(read)).as(wrong).isEqualTo(right);
                    }
                }
            }
        }
    }

    private static List<String[]> rows(String resource, String separator) {
        try (var in = TimeLimitPhrasesTests.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(separator, -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
