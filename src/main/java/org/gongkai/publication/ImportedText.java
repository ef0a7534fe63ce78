package org.gongkai.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 已经公开的一版说了什么：换一种写法再交来的同样内容，不是新的一版。
 *
 * <p>What the public edition says, by the digest of that edition and the fields outside of it. The same content written otherwise is no
 * new edition.
 *
 * @param digest 版次的 SHA-256，见 {@link Digests#ofEdition}
 */
record ImportedText(
        String digest, String changeNote, String item, String area, String type, String source, Instant publishedAt) {

    /** 没有公开着的一版的为空。 */
    static @Nullable ImportedText of(ResultSet row) throws SQLException {
        var digest = row.getString("edition_digest");
        var publishedAt = row.getTimestamp("published_at");
        return digest == null || publishedAt == null
                ? null
                : new ImportedText(
                        digest,
                        row.getString("change_note"),
                        row.getString("item"),
                        row.getString("area"),
                        row.getString("type"),
                        row.getString("source"),
                        publishedAt.toInstant());
    }

    boolean says(ImportLine line) {
        var content = line.draft().content();
        return item.equals(content.placement().item())
                && area.equals(content.placement().area())
                && type.equals(content.facts().type().name())
                && source.equals(content.facts().source())
                && publishedAt.equals(line.publishedAt())
                && digest.equals(Digests.ofEdition(content, List.of(), changeNote));
    }
}
