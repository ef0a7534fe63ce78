package org.gongkai.account;

import java.security.SecureRandom;
import org.gongkai.database.Sha256;

/** 随机码与摘要：令牌、设置码、恢复码都只存摘要。 Random codes, stored only as digests. */
final class Digest {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Digest() {}

    static String of(String secret) {
        return Sha256.hex(secret.strip());
    }

    /** Letters and digits that cannot be confused, five bits each. */
    static String random(int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
