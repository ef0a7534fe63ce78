package org.gongkai.request.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * 限速：同一来源一小时内做得太多，之后每次要等的时间加倍，到五分钟为止；只是慢下来，从不拒绝权利（M12、A-113）。
 *
 * <p>Slows a network or a person down and says for how long; it never shuts anybody out. Counted per node.
 */
@Component
class Turnstile {

    /** 申请：同一网络一小时内这么多件之后要验算或者等；一个窗口、一所学校可能共用一个地址。 */
    static final int FILINGS = 60;
    /** 申请：同一申请人（按证件号码）一小时内这么多件之后要验算或者等。 */
    static final int FILINGS_OF_ONE = 30;
    /** 查询：输错这么多次之后开始要等。 */
    static final int MISSES = 20;

    private static final int MOST_DOUBLINGS = 9;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** @param until in milliseconds: nothing before */
    private record Counted(int times, long until) {}

    private final Clock clock;
    private final Cache<String, Counted> counts;

    Turnstile(Clock clock) {
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    /** 还要等几秒；0 为现在就可以。 Seconds to wait; asks only, counts nothing. */
    long wait(String kind, HttpServletRequest request) {
        return wait(key(kind, request));
    }

    /** As {@link #wait(String, HttpServletRequest)}, for anything that is counted. */
    long wait(String key) {
        var counted = counts.getIfPresent(key);
        long left = counted == null ? 0 : counted.until() - clock.millis();
        return left <= 0 || left > LONGEST.toMillis() ? 0 : (left + 999) / 1_000;
    }

    /** 已经超出几次；没有超出的为 0。 How many times beyond what is free within the hour. */
    int beyond(String key, int free) {
        var counted = counts.getIfPresent(key);
        if (counted == null || counted.until() - clock.millis() > LONGEST.toMillis()) {
            return 0;
        }
        return Math.max(0, counted.times() - free + 1);
    }

    /** 记一次。 */
    void count(String kind, int free, HttpServletRequest request) {
        count(key(kind, request), free);
    }

    /** As {@link #count(String, int, HttpServletRequest)}, for anything that is counted. */
    void count(String key, int free) {
        long now = clock.millis();
        counts.asMap().compute(key, (same, known) -> {
            boolean stale = known == null || known.until() - now > LONGEST.toMillis(); // the clock was set back
            int times = stale ? 1 : known.times() + 1;
            int beyond = times - free;
            long wait = beyond < 0 ? 0 : Math.min(LONGEST.toMillis(), 1_000L << Math.min(beyond, MOST_DOUBLINGS));
            return new Counted(times, wait == 0 ? 0 : now + wait);
        });
    }

    static String key(String kind, HttpServletRequest request) {
        return kind + ":" + request.getRemoteAddr();
    }
}
