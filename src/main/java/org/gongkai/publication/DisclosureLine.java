package org.gongkai.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 列表里的一条已公开信息。
 *
 * <p>A published disclosure in a list.
 *
 * @param publishedAt 首次公开时间
 * @param changedAt 最近一次公开、更正的时间
 */
public record DisclosureLine(
        long id,
        String body,
        String indexNumber,
        String title,
        String documentNumber,
        String item,
        String area,
        String statutoryItem,
        DisclosureType type,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate repealedOn,
        Instant publishedAt,
        Instant changedAt) {

    /** 门户上的地址，永不改变。 The portal address of the record; never changes. */
    public String path() {
        return path(body, indexNumber);
    }

    /** The part of the index number behind the slash names the record within its body. */
    public static String path(String body, String indexNumber) {
        return "/xxgk/" + body + "/" + indexNumber.substring(indexNumber.indexOf('/') + 1);
    }

    public Validity validity(LocalDate today) {
        return Validity.on(today, effectiveOn, validUntil, repealedOn);
    }
}
