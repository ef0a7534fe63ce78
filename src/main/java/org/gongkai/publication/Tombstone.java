package org.gongkai.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 撤回后原地址留下的说明。
 *
 * <p>What the address of a withdrawn disclosure says; it never answers 404.
 *
 * @param title 标题；标题本身不宜公开时为空串
 * @param note 给公众的说明
 * @param replacement 替代它的信息在门户上的地址
 */
public record Tombstone(
        long id,
        String body,
        String indexNumber,
        String title,
        Instant publishedAt,
        Instant withdrawnAt,
        WithdrawalReason reason,
        String note,
        @Nullable String replacement) {}
