package org.gongkai.request;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.gongkai.database.Sha256;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 查询码：128 位随机数加两位校验，每四个字符一组；只存摘要（T20）。
 *
 * <p>128 random bits in 26 letters, two check letters, in groups of four. Only its digest is kept. The check finds every single
 * wrong letter and every swap of neighbours, so that a slip of the pen is told apart from a guess.
 */
final class LookupCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without I, L, O and U, which are misread. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 128;
    private static final int BODY = 26;
    private static final int LENGTH = BODY + 2;
    private static final BigInteger CHECK = BigInteger.valueOf(1021);
    private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());

    private LookupCode() {}

    static String fresh() {
        return of(new BigInteger(BITS, RANDOM));
    }

    static String of(BigInteger secret) {
        var letters = letters(secret, BODY) + letters(secret.mod(CHECK), 2);
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }

    private static String letters(BigInteger number, int length) {
        var letters = new char[length];
        var rest = number;
        for (int i = length - 1; i >= 0; i--) {
            var parts = rest.divideAndRemainder(BASE);
            letters[i] = LETTERS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(letters);
    }

    /**
     * 查询码的摘要；写法宽容，全角、小写、空格、连字符都行，O 当 0，I、L 当 1。
     *
     * @throws Refused {@code request.codeMistyped} with what to do
     */
    static byte[] digest(String typed) {
        var letters = plain(typed);
        if (letters.length() != LENGTH) {
            throw new Refused(Refusal.of("request.codeLength", LENGTH, letters.length()));
        }
        var secret = BigInteger.ZERO;
        for (int i = 0; i < BODY; i++) {
            secret = secret.multiply(BASE).add(BigInteger.valueOf(value(letters.charAt(i))));
        }
        int check = value(letters.charAt(BODY)) * LETTERS.length() + value(letters.charAt(BODY + 1));
        if (secret.bitLength() > BITS || secret.mod(CHECK).intValue() != check) {
            throw new Refused(Refusal.of("request.codeMistyped"));
        }
        return Sha256.of(letters.getBytes(StandardCharsets.US_ASCII));
    }

    private static int value(char letter) {
        int value = LETTERS.indexOf(letter);
        if (value < 0) {
            throw new Refused(Refusal.of("request.codeMistyped"));
        }
        return value;
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}\\p{Cf}_.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
