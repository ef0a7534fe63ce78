package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("查询码（T20）")
class LookupCodeTests {

    @Test
    @DisplayName("七组四个字符；写法宽容：小写、空格、全角、O 与 0 不计")
    void is_read_however_it_is_typed() {
        var code = LookupCode.fresh();
        assertThat(code).matches("([0-9A-Z]{4}-){6}[0-9A-Z]{4}");
        byte[] digest = LookupCode.digest(code);
        assertThat(LookupCode.digest(code.toLowerCase().replace("-", " "))).isEqualTo(digest);
        assertThat(LookupCode.digest(code.replace('0', 'o').replace('1', 'l').replace("-", "—")))
                .isEqualTo(digest);
        assertThat(LookupCode.digest(code.chars()
                        .mapToObj(c -> c == '-' ? "－" : String.valueOf((char) (c + 0xFEE0)))
                        .reduce("", String::concat)))
                .isEqualTo(digest);
    }

    @Test
    @DisplayName("任何一个字符输错、任何相邻两个字符颠倒，都认得出是输错")
    void every_slip_is_found() {
        var letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var plain = LookupCode.fresh().replace("-", "");
        for (int i = 0; i < plain.length(); i++) {
            for (char other : letters.toCharArray()) {
                if (other != plain.charAt(i)) {
                    slip(plain.substring(0, i) + other + plain.substring(i + 1));
                }
            }
            if (i > 0 && plain.charAt(i) != plain.charAt(i - 1)) {
                slip(plain.substring(0, i - 1) + plain.charAt(i) + plain.charAt(i - 1) + plain.substring(i + 1));
            }
        }
    }

    private static void slip(String typed) {
        assertThatThrownBy(() -> LookupCode.digest(typed))
                .as(typed)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("request.codeMistyped"));
    }

    @Test
    @DisplayName("一千万次猜测，没有一次猜中一万件里的任何一件")
    void ten_million_guesses_hit_nothing() {
        Set<BigInteger> given = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            given.add(secret(LookupCode.fresh()));
        }
        assertThat(given).hasSize(10_000);
        var random = new Random(20261126);
        var bytes = new byte[16];
        int hits = 0;
        for (int i = 0; i < 10_000_000; i++) {
            random.nextBytes(bytes);
            hits += given.contains(new BigInteger(1, bytes)) ? 1 : 0;
        }
        assertThat(hits).isZero();
        var known = given.iterator().next();
        assertThat(LookupCode.digest(LookupCode.of(known)))
                .as("对照：知道号码的进得来")
                .isEqualTo(LookupCode.digest(LookupCode.of(known)));
    }

    /** The 128 bits of a code. */
    private static BigInteger secret(String code) {
        var number = BigInteger.ZERO;
        for (char letter : code.replace("-", "").substring(0, 26).toCharArray()) {
            number = number.shiftLeft(5).add(BigInteger.valueOf("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(letter)));
        }
        return number;
    }
}
