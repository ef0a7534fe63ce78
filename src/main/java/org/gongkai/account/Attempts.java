package org.gongkai.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/**
 * 登录尝试的限速：错几次之后，每错一次要等的时间加倍；按“账号和来源”、账号、来源分别计数，不泄露账号是否存在。
 *
 * <p>Counted before it is known whether the attempt is right, so that many at once gain nothing; a right one is taken back. After a
 * few free attempts each further one doubles the wait. Counted per account from one address (nobody else's mistakes lock a person
 * out), per account from anywhere (many addresses share a larger allowance) and per address (one address trying many accounts).
 */
@Component
class Attempts {

    private static final int FREE = 5;
    private static final int FREE_PER_ACCOUNT = 30;
    private static final int FREE_PER_ADDRESS = 40;
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_PER_ACCOUNT = Duration.ofMinutes(2);
    private static final Duration LONGEST_PER_ADDRESS = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** @param until in milliseconds: no attempt before */
    private record Counted(int attempts, long until) {

        static final Counted NONE = new Counted(0, 0);

        Counted next(long now, int free, Duration longest) {
            int beyond = attempts + 1 - free;
            long wait = beyond < 0 ? 0 : Math.min(longest.toMillis(), 2_000L << Math.min(beyond, MOST_DOUBLINGS));
            return new Counted(attempts + 1, wait == 0 ? 0 : now + wait);
        }
    }

    private final Clock clock;
    private final Cache<String, Counted> counts;

    Attempts(Clock clock) {
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    void take(String login, String address) {
        take("p:" + login + "@" + address, FREE, LONGEST);
        take("a:" + login, FREE_PER_ACCOUNT, LONGEST_PER_ACCOUNT);
        take(address);
    }

    void take(String address) {
        take("i:" + address, FREE_PER_ADDRESS, LONGEST_PER_ADDRESS);
    }

    /** 口令对了：这次不算尝试（几百人的机关可以共用一个出口），以前的错仍记着，要等两步都对。 */
    void right(String login, String address) {
        back("p:" + login + "@" + address);
        back("a:" + login);
        back("i:" + address);
    }

    /** 两步都对：这个人从这个来源重新开始。 */
    void signedIn(String login, String address) {
        counts.invalidate("p:" + login + "@" + address);
        right(login, address);
    }

    private void back(String key) {
        counts.asMap().computeIfPresent(key, (unused, counted) -> new Counted(Math.max(0, counted.attempts() - 1), 0));
    }

    private void take(String key, int free, Duration longest) {
        long now = clock.millis();
        counts.asMap().compute(key, (unused, counted) -> {
            var known = counted == null ? Counted.NONE : counted;
            if (known.until() > now && known.until() - now <= longest.toMillis()) {
                throw new Refused(Refusal.of("account.tooManyAttempts", (known.until() - now + 999) / 1_000));
            }
            return known.next(now, free, longest);
        });
    }
}
