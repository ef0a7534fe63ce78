package org.gongkai.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 一版目录审定生效，前一版随之失效。
 *
 * <p>An edition of a catalogue was adopted and supersedes the one before from its effective day on.
 *
 * @param version 版本
 * @param owner 编制机构
 * @param effectiveFrom 生效日
 */
public record CatalogueAdopted(long version, String owner, LocalDate effectiveFrom) implements Recorded {

    @Override
    public String act() {
        return "catalogue.adopted";
    }

    @Override
    public String subjectType() {
        return "catalogueVersion";
    }

    @Override
    public String subjectId() {
        return String.valueOf(version);
    }

    @Override
    public String summary() {
        return "审定标准目录，自 " + effectiveFrom + " 起生效";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("owner", owner, "effectiveFrom", effectiveFrom.toString());
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("GB54-2019"));
    }
}
