package org.gongkai.request.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.database.Sha256;
import org.springframework.stereotype.Component;

/**
 * 小小的验算，代替看图认字：交得太密的，浏览器替人算一道题，算对了就不用等（A-113、M12）。没有脚本、不愿意算的，等一等照样能交。
 *
 * <p>Proof of work in place of picture captchas. A challenge is {@code v1.expiry.bits.nonce.signature}; solved by any counter for
 * which SHA-256 of {@code challenge:counter} begins with so many zero bits. The server keeps no challenge, only, until they expire, those
 * already used; the key lives as long as the process, so a restart makes people ask again and no more. The most it ever asks for
 * takes 2<sup>18</sup> digests on average, seconds on a telephone.
 */
@Component
class ProofOfWork {

    static final int FEWEST_BITS = 12;
    static final int MOST_BITS = 18;

    private static final int EACH = 5;
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Pattern ANSWER =
            Pattern.compile("(v1\\.(\\d{10})\\.(\\d{1,2})\\.[0-9a-f]{32})\\.([0-9a-f]{32}):(\\d{1,12})");

    private final byte[] key = new byte[32];
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Cache<String, Boolean> used;

    ProofOfWork(Clock clock) {
        this.clock = clock;
        random.nextBytes(key);
        this.used = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(GOOD_FOR)
                .build();
    }

    /** 多交几件，难一点，到头为止。 Harder with frequency, up to what a telephone does in seconds. */
    static int bits(int beyond) {
        return Math.min(MOST_BITS, FEWEST_BITS + Math.max(0, beyond - 1) / EACH);
    }

    /** 出一道题。 */
    String challenge(int bits) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        var text = "v1.%d.%d.%s"
                .formatted(
                        clock.instant().plus(GOOD_FOR).getEpochSecond(),
                        bits,
                        HexFormat.of().formatHex(nonce));
        return text + "." + sign(text);
    }

    /**
     * 答案对不对；对的当场作废，不能用第二次。
     *
     * <p>What was asked of him is what counts: if others behind the same address have made it harder meanwhile, his answer still does.
     *
     * @param answer {@code challenge:counter}
     */
    boolean take(String answer) {
        var parts = ANSWER.matcher(answer);
        return parts.matches()
                && MessageDigest.isEqual(ascii(sign(parts.group(1))), ascii(parts.group(4)))
                && Long.parseLong(parts.group(2)) >= clock.instant().getEpochSecond()
                && zeroBits(digest(answer)) >= Integer.parseInt(parts.group(3))
                && used.asMap().putIfAbsent(parts.group(1), Boolean.TRUE) == null;
    }

    /** 没有交成的，答案还给他。 What was not filed has cost nothing. */
    void giveBack(String answer) {
        var parts = ANSWER.matcher(answer);
        if (parts.matches()) {
            used.invalidate(parts.group(1));
        }
    }

    static int zeroBits(byte[] digest) {
        int zeros = 0;
        for (byte each : digest) {
            int leading = Integer.numberOfLeadingZeros(each & 0xFF) - 24;
            zeros += leading;
            if (leading < 8) {
                break;
            }
        }
        return zeros;
    }

    static byte[] digest(String text) {
        return Sha256.of(ascii(text));
    }

    /** 记次数用的化名：不留原文，进程一停就认不出。 */
    String anonymous(String words) {
        return sign(words);
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
