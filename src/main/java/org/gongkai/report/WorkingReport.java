package org.gongkai.report;

import java.util.List;
import java.util.Map;

/**
 * 还在编的报告：表由台账此刻算出，连同挡住发布的事。
 *
 * <p>A report in the making: tables worked out from the ledger this moment, and what still keeps it from being issued.
 *
 * @param draft 人填的部分
 * @param prompts 各段文字可以引用的事实，段号到句子 section number to computed facts, already in words
 * @param broken 不平的勾稽关系
 * @param carriedOver 与上一年度报告对不上的结转，写了说明就不挡发布
 * @param defects 说不通的案件
 * @param blanks 还没有填的格
 */
public record WorkingReport(
        ReportKey key,
        FilledTables tables,
        ReportDraft draft,
        Map<String, String> prompts,
        List<BrokenIdentity> broken,
        List<BrokenIdentity> carriedOver,
        List<LedgerDefect> defects,
        List<CellAddress> blanks) {

    /** 表是对的、也填全了，文字也写了，可以发布。 */
    public boolean isReady() {
        return broken.isEmpty()
                && defects.isEmpty()
                && blanks.isEmpty()
                && draft.narrative().missing().isEmpty()
                && (carriedOver.isEmpty() || !draft.explanation().isEmpty());
    }
}
