package org.gongkai.publication;

import java.time.Instant;

/**
 * 看懂并清洗过的一行。
 *
 * @param digest 原始内容的 SHA-256，再次导入时凭它认出没有变化
 */
record ImportLine(long row, String externalId, CleanDraft draft, Instant publishedAt, String digest) {

    String body() {
        return draft.content().placement().body();
    }

    /** 同一机构的同一编号是同一条。 */
    Key key() {
        return new Key(body(), externalId);
    }

    record Key(String body, String externalId) {}

    boolean isProactive() {
        return draft.content().openness().classification() == Classification.PROACTIVE;
    }
}
