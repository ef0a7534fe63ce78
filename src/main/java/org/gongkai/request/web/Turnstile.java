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
 * <p>Slows a network down and says for how long; it never shuts anybody out. Counted per node.
 */
@Component
class Turnstile {

    /** 申请：一小时内这么多件之后开始要等。 */
    static final int FILINGS = 60;
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
        var counted = counts.getIfPresent(key(kind, request));
        long left = counted == null ? 0 : counted.until() - clock.millis();
        return left <= 0 || left > LONGEST.toMillis() ? 0 : (left + 999) / 1_000;
    }

    /** 记一次。 */
    void count(String kind, int free, HttpServletRequest request) {
        long now = clock.millis();
        counts.asMap().compute(key(kind, request), (key, known) -> {
            boolean stale = known == null || known.until() - now > LONGEST.toMillis(); // the clock was set back
            int times = stale ? 1 : known.times() + 1;
            int beyond = times - free;
            long wait = beyond < 0 ? 0 : Math.min(LONGEST.toMillis(), 1_000L << Math.min(beyond, MOST_DOUBLINGS));
            return new Counted(times, wait == 0 ? 0 : now + wait);
        });
    }

    private static String key(String kind, HttpServletRequest request) {
        return kind + ":" + request.getRemoteAddr();
    }
}
