package org.gongkai.publication;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.attachment.StoredFile;
import org.gongkai.database.Sha256;

/**
 * 版本内容的摘要，任何人都能按 {@code docs/ideas/editions.md} 重算。
 *
 * <p>The digest of an edition: SHA-256 over a fixed list of fields, each as {@code name:length:value} and a line feed; the length counts
 * UTF-8 bytes.
 */
final class Digests {

    private Digests() {}

    static String ofEdition(DisclosureDraft draft, List<StoredFile> files, String changeNote) {
        var facts = draft.facts();
        var text = new StringBuilder("gongkai-edition-1\n");
        field("body", draft.placement().body(), text);
        field("title", facts.title(), text);
        field("documentNumber", facts.documentNumber(), text);
        field("issuers", String.join("\n", facts.issuers()), text);
        field("formedOn", facts.formedOn(), text);
        field("effectiveOn", facts.effectiveOn(), text);
        field("validUntil", facts.validUntil(), text);
        field("repealedOn", facts.repealedOn(), text);
        field("html", draft.html(), text);
        field(
                "attachments",
                String.join("\n", files.stream().map(StoredFile::sha256).toList()),
                text);
        field("changeNote", changeNote, text);
        return Sha256.hex(text.toString());
    }

    private static void field(String name, @org.jspecify.annotations.Nullable Object value, StringBuilder text) {
        var string = value == null ? "" : value.toString();
        text.append(name)
                .append(':')
                .append(string.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(string)
                .append('\n');
    }
}
