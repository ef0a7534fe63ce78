package org.gongkai.database;

import org.jspecify.annotations.Nullable;

/** 数据库用不了，一句话说明原因和怎么办。 The database cannot be used; the message is one Chinese sentence that says why and what to do. */
public final class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String sentence) {
        super(sentence);
    }

    DatabaseUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
