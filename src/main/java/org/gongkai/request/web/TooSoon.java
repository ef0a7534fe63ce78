package org.gongkai.request.web;

/** 要等一等。 Come back in so many seconds. */
final class TooSoon extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final long seconds;

    TooSoon(String messageKey, long seconds) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.seconds = seconds;
    }

    String messageKey() {
        return messageKey;
    }

    long seconds() {
        return seconds;
    }
}
