package org.gongkai.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/** 差错编号：页面上的编号就是日志里的编号。 The number a user quotes is the one in the log. */
final class References {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final String ATTRIBUTE = References.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private References() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String reference = fresh();
        request.setAttribute(ATTRIBUTE, reference);
        return reference;
    }

    static String fresh() {
        var reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
