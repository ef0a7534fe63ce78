package org.gongkai.request.web;

import org.jspecify.annotations.Nullable;

/** 要等一等，或者做一道验算。 Come back in so many seconds, or bring a proof of work. */
final class TooSoon extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final long seconds;
    private final int bits;

    private final @Nullable String challenge;

    TooSoon(String messageKey, long seconds) {
        this(messageKey, seconds, null, 0);
    }

    TooSoon(String messageKey, long seconds, @Nullable String challenge, int bits) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.seconds = seconds;
        this.challenge = challenge;
        this.bits = bits;
    }

    String messageKey() {
        return messageKey;
    }

    long seconds() {
        return seconds;
    }

    /** 验算的题目；只能等的为空。 */
    @Nullable
    String challenge() {
        return challenge;
    }

    int bits() {
        return bits;
    }
}
