package org.gongkai.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/** 登录尝试的限速：按账号、按来源各一只桶；不泄露账号是否存在。 Per-account and per-address buckets; says how long to wait. */
@Component
class Attempts {

    private static final int PER_ACCOUNT = 8;
    private static final int PER_ADDRESS = 40;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW).build();

    void take(String login, String address) {
        take("a:" + login, PER_ACCOUNT);
        take(address);
    }

    void take(String address) {
        take("i:" + address, PER_ADDRESS);
    }

    /** 成功的不算来源的尝试：几百人的机关可以共用一个出口。 A success does not count against the address. */
    void right(String address) {
        var bucket = buckets.getIfPresent("i:" + address);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    void signedIn(String login, String address) {
        buckets.invalidate("a:" + login);
        right(address);
    }

    private void take(String key, int capacity) {
        var bucket = buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(
                    1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
            throw new Refused(Refusal.of("account.tooManyAttempts", seconds));
        }
    }
}
