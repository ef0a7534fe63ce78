package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/** 查询要数：查不到的才数，数多了要等（T20）。 Counts look-ups that found nothing; many of them slow a network down. */
@Component
final class Lookup {

    private final Turnstile turnstile;

    Lookup(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    <T> T counted(HttpServletRequest request, Supplier<T> look) {
        long seconds = turnstile.wait("look", request);
        if (seconds > 0) {
            throw new TooSoon("request.tooManyTries", seconds);
        }
        try {
            return look.get();
        } catch (Refused refused) {
            if (refused.isMissing() || refused.refusal().messageKey().startsWith("request.code")) {
                turnstile.count("look", Turnstile.MISSES, request);
            }
            throw refused;
        }
    }
}
