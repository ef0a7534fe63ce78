package org.gongkai.publication;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.gongkai.ui.Asked;

/** 列表读到哪里。 Where a list was left: time and id of the last row, opaque outside. */
record Cursor(Instant at, long id) {

    String text() {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + "." + id).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\.", 2);
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException
                | ArrayIndexOutOfBoundsException
                | DateTimeException
                | ArithmeticException e) {
            throw Asked.cursor();
        }
    }
}
