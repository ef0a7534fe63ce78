package org.gongkai.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/** 各段文字可以引用的事实，算好、成句，给写的人参考（R-ANN-06、R-ANN-08、R-ANN-09）。 Computed facts for whoever writes the sections. */
@Component
class Prompts {

    private final Texts texts;

    Prompts(Texts texts) {
        this.texts = texts;
    }

    Map<String, String> of(ReportDraft draft, FilledTables tables, LedgerFacts facts, int published) {
        int year = draft.key().year();
        Map<String, String> prompts = new LinkedHashMap<>();
        prompts.put(
                "1",
                texts.get("report.prompt.1.published", year, published)
                        + texts.get(
                                "report.prompt.1.applications",
                                at(tables, "A", "c7"),
                                at(tables, "B", "c7"),
                                at(tables, "C7", "c7"),
                                at(tables, "C1", "c7"),
                                at(tables, "C2", "c7"),
                                at(tables, "D", "c7"))
                        + unsaid(draft.narrative(), draft.key().scope()));
        prompts.put(
                "5",
                texts.get(
                        "report.prompt.5",
                        at(tables, "T4.1", "d2"),
                        sum(tables, "T4.2", "T4.3").toPlainString()));
        prompts.put("6", fees(year, facts));
        return prompts;
    }

    /** 写了总体情况而还没有写到的方面，提醒一句；还没有动笔的不说。 */
    private String unsaid(Narrative narrative, ReportScope scope) {
        var unsaid = narrative.overview().isEmpty() ? List.<Topics>of() : Topics.unsaid(narrative, scope);
        return unsaid.isEmpty()
                ? ""
                : texts.get(
                        "report.prompt.1.unsaid",
                        unsaid.stream().map(topic -> texts.get(topic.label())).collect(Collectors.joining("、")));
    }

    /** 收费通知的件数、金额和实收金额（R-FEE-10）。 */
    private String fees(int year, LedgerFacts facts) {
        var noticed = facts.fees().stream()
                .filter(fee -> fee.noticedOn().getYear() == year)
                .toList();
        long received = facts.fees().stream()
                .filter(fee -> fee.paidOn() != null && fee.paidOn().getYear() == year)
                .mapToLong(FeeFact::yuan)
                .sum();
        if (noticed.isEmpty() && received == 0) {
            return texts.get("report.prompt.6.none", year);
        }
        return texts.get(
                "report.prompt.6",
                year,
                noticed.size(),
                noticed.stream().mapToLong(FeeFact::yuan).sum(),
                received);
    }

    private static BigDecimal sum(FilledTables tables, String one, String other) {
        return tables.at(one, "d2")
                .orElse(BigDecimal.ZERO)
                .add(tables.at(other, "d2").orElse(BigDecimal.ZERO));
    }

    private static String at(FilledTables tables, String row, String column) {
        return tables.at(row, column).orElse(BigDecimal.ZERO).toPlainString();
    }
}
