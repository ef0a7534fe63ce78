package org.gongkai.publication;

import java.time.Instant;
import java.util.List;

/**
 * 看懂并清洗过的一行。
 *
 * @param digest 内容的 SHA-256，与 JSON 怎样排版无关，再次导入时凭它认出没有变化；不含公开渠道
 * @param written 原样一行的 SHA-256，从前迁入的凭它认出
 * @param outlets 还在哪里公开过
 */
record ImportLine(
        long row,
        String externalId,
        CleanDraft draft,
        Instant publishedAt,
        String digest,
        String written,
        List<OutletDraft> outlets) {

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
