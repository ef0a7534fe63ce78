package org.gongkai.request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 加密与带密钥的摘要：申请人的每一项单独加密（AES-256-GCM），并与所在的字段和申请绑定，挪到别处就解不开。
 *
 * <p>Each field is sealed by itself and bound to its field and row. Keyed digests let equal values be found without being readable.
 */
@Component
class Sealing {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec searching;
    private final SecureRandom random = new SecureRandom();

    Sealing(SealingKey file, JdbcClient jdbc) {
        byte[] master = master(file, jdbc);
        this.sealing = new SecretKeySpec(derive(master, "seal"), "AES");
        this.searching = new SecretKeySpec(derive(master, "search"), "HmacSHA256");
        String fingerprint = HexFormat.of().formatHex(Arrays.copyOf(derive(master, "fingerprint"), 8));
        jdbc.sql("insert into request.sealing (fingerprint) values (?) on conflict do nothing")
                .param(fingerprint)
                .update();
        if (!fingerprint.equals(known(jdbc))) {
            throw new SealingKeyUnusable("密钥文件 " + file.file() + " 不是这个数据库用的那一把，申请人的信息会读不出来。请从备份恢复原来的密钥，再启动。");
        }
    }

    private static byte[] master(SealingKey file, JdbcClient jdbc) {
        if (file.exists()) {
            return file.read();
        }
        if (known(jdbc) != null) {
            throw new SealingKeyUnusable("找不到密钥文件 " + file.file() + "，而数据库里已经有加密的申请。请从备份恢复它，再启动。");
        }
        return file.create();
    }

    private static @Nullable String known(JdbcClient jdbc) {
        return jdbc.sql("select fingerprint from request.sealing")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * 加密一项。
     *
     * @param field 字段，例如 {@code request.name}
     * @param row 所属的申请
     */
    byte[] seal(String field, long row, String words) {
        return seal(field, row, words.getBytes(StandardCharsets.UTF_8));
    }

    byte[] seal(String field, long row, byte[] content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, field, row);
            byte[] sealed = cipher.doFinal(content);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String open(String field, long row, byte[] sealed) {
        return new String(bytes(field, row, sealed), StandardCharsets.UTF_8);
    }

    byte[] bytes(String field, long row, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, field, row).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(field + " of " + row + " does not open", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String field, long row) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((field + "@" + row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** 带密钥的摘要：相等的值摘要相等，没有密钥的人试不出来。 */
    byte[] digest(String field, String words) {
        return hmac(searching, field + "\n" + words);
    }

    private static byte[] derive(byte[] master, String purpose) {
        return hmac(new SecretKeySpec(master, "HmacSHA256"), purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
