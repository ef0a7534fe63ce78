package org.gongkai.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.attachment.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * 一条公开信息的一个公开版本，详情页所需的全部。
 *
 * <p>All a record page shows: one public edition and the identity of its disclosure.
 *
 * @param edition 版次
 * @param editions 一共公开过几版
 * @param latest 是否当前版
 * @param issuers 发文机关名称，空时即公开主体
 * @param html 清洗过的正文
 * @param plain 纯文本
 * @param publishedAt 首次公开时间
 * @param editionPublishedAt 本版公开时间
 * @param digest 本版内容的 SHA-256
 * @param hasParts 有公开着的信息所属于它 others belong to it
 * @param hasOutlets 登记过别的公开渠道 it was disclosed elsewhere as well
 */
public record DisclosureView(
        long id,
        String body,
        String indexNumber,
        @Nullable String externalId,
        @Nullable Long parent,
        int edition,
        int editions,
        boolean latest,
        String item,
        String area,
        String statutoryItem,
        DisclosureType type,
        String genre,
        String theme,
        String title,
        String documentNumber,
        List<String> issuers,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate repealedOn,
        String source,
        String editor,
        List<String> keywords,
        String summary,
        String html,
        String plain,
        String changeNote,
        Instant publishedAt,
        Instant editionPublishedAt,
        String digest,
        boolean hasParts,
        boolean hasOutlets,
        List<StoredFile> attachments) {

    /** 门户上的地址，永不改变。 */
    public String path() {
        return DisclosureLine.path(body, indexNumber);
    }

    public Validity validity(LocalDate today) {
        return Validity.on(today, effectiveOn, validUntil, repealedOn);
    }

    /** 本版在版次表里的一行。 This edition as a line of the history. */
    public EditionLine line() {
        return new EditionLine(edition, title, editionPublishedAt, changeNote, digest);
    }

    DisclosureView attachments(List<StoredFile> files) {
        return new DisclosureView(
                id,
                body,
                indexNumber,
                externalId,
                parent,
                edition,
                editions,
                latest,
                item,
                area,
                statutoryItem,
                type,
                genre,
                theme,
                title,
                documentNumber,
                issuers,
                formedOn,
                effectiveOn,
                validUntil,
                repealedOn,
                source,
                editor,
                keywords,
                summary,
                html,
                plain,
                changeNote,
                publishedAt,
                editionPublishedAt,
                digest,
                hasParts,
                hasOutlets,
                files);
    }
}
