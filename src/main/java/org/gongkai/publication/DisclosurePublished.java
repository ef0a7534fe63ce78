package org.gongkai.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 一条信息首次公开。
 *
 * <p>Published for the first time. Corrections are {@link DisclosureCorrected}; moved-in history is {@link DisclosuresImported}.
 *
 * @param disclosure id
 * @param edition 版次
 * @param publishedOn 公开的法律日，按北京时间
 * @param obligation 由哪条公开义务发起
 * @param lapsesOn 自这一天起失效或者废止；没有期限的为空
 */
public record DisclosurePublished(
        long disclosure,
        int edition,
        String body,
        String item,
        String area,
        String statutoryItem,
        DisclosureType type,
        @Nullable LocalDate formedOn,
        Instant publishedAt,
        LocalDate publishedOn,
        String title,
        String indexNumber,
        @Nullable String obligation,
        @Nullable LocalDate lapsesOn)
        implements DisclosureRecorded {

    @Override
    public String act() {
        return "publication.published";
    }

    @Override
    public String summary() {
        return "公开：" + indexNumber;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("edition", edition, "body", body, "item", item, "indexNumber", indexNumber);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-26"));
    }
}
