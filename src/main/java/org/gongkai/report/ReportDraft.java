package org.gongkai.report;

import java.math.BigDecimal;
import java.util.Map;

/**
 * 人填的部分：表二的数、三段文字、结转不一致的说明。
 *
 * <p>What people fill in: the figures of table two, the prose, and why carried-over cases differ.
 *
 * @param version 并发版本；还没有存过的是零
 */
public record ReportDraft(
        ReportKey key, Map<CellAddress, BigDecimal> figures, Narrative narrative, String explanation, int version) {

    public ReportDraft {
        figures = Map.copyOf(figures);
        explanation = explanation.strip();
    }

    static ReportDraft fresh(ReportKey key) {
        return new ReportDraft(key, Map.of(), Narrative.NOTHING, "", 0);
    }
}
