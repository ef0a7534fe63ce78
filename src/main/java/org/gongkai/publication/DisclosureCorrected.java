package org.gongkai.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 已公开的信息有了新的一版，原版仍可查。
 *
 * <p>A new edition of something already public. Body, item and formation day are those of the new edition.
 *
 * @param edition 新版的版次
 * @param publishedOn 首次公开的法律日
 * @param correctedAt 新版公开时间
 * @param lapsesOn 自这一天起失效或者废止；没有期限的为空
 */
public record DisclosureCorrected(
        long disclosure,
        int edition,
        String body,
        String item,
        String area,
        String statutoryItem,
        DisclosureType type,
        @Nullable LocalDate formedOn,
        LocalDate publishedOn,
        Instant correctedAt,
        String title,
        String indexNumber,
        @Nullable String obligation,
        @Nullable LocalDate lapsesOn)
        implements DisclosureRecorded {

    @Override
    public String act() {
        return "publication.corrected";
    }

    @Override
    public String summary() {
        return "更正：" + indexNumber + " 第 " + edition + " 版";
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
