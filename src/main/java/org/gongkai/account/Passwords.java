package org.gongkai.account;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** 口令：Argon2id 摘要；长度为先，不许常见口令和登录名。 */
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final Set<String> COMMON =
            Set.of("123456789012", "password1234", "qwertyuiop12", "admin1234567", "aaaaaaaaaaaa", "111111111111");

    /** Each takes 16 MB: many at once must wait for each other, not exhaust the heap. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    /**
     * Hashed against when there is no such account, so that both answers take the same time. Of the same cost as a real one, but no
     * password is behind it; not computed, since every start would wait for that.
     */
    static final String DECOY = "$argon2id$v=19$m=16384,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    String hash(String password) {
        return one(() -> String.valueOf(argon2.encode(password)));
    }

    boolean matches(String password, String hash) {
        return one(() -> argon2.matches(password, hash));
    }

    void waste(String password) {
        matches(password, DECOY);
    }

    private <T> T one(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    void check(String password, String login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refused(Refusal.of("account.passwordLength", SHORTEST, LONGEST));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower)
                || lower.contains(login.toLowerCase(Locale.ROOT))
                || lower.chars().distinct().count() < 5) {
            throw new Refused(Refusal.of("account.passwordGuessable"));
        }
    }
}
