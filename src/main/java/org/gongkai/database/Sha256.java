package org.gongkai.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 摘要：存下的东西用它对照、用它作证，秘密只存它。
 *
 * <p>SHA-256 digests: what is stored is compared and vouched for by them, and of secrets nothing else is kept. Every Java platform has
 * the algorithm, so nobody needs to catch its absence.
 */
public final class Sha256 {

    private Sha256() {}

    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /** 六十四位小写十六进制。 Sixty-four lower-case hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /** 同上，按 UTF-8 的字节。 The same of a text, as its UTF-8 bytes. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 分几次喂的。 For content that comes piece by piece. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
