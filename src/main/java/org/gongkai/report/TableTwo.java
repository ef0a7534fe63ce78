package org.gongkai.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.PublicationFigures;
import org.gongkai.publication.PublicationFigures.NormativeDocuments;
import org.springframework.stereotype.Component;

/**
 * 表二：行政规范性文件由公开的文件数出；县级以下不制定规章，是零；许可、处罚、强制、收费由人填，填了的以人填的为准。
 *
 * <p>Table two. Normative documents are counted from what is published; bodies of a county and below make no rules (规章), so that is
 * zero by law; the rest, and any figure a person corrects, is entered.
 */
@Component
class TableTwo {

    private static final List<String> DOCUMENTS = List.of("a1", "a2", "a3");

    private final PublicationFigures publications;
    private final PublicBodies bodies;

    TableTwo(PublicationFigures publications, PublicBodies bodies) {
        this.publications = publications;
        this.bodies = bodies;
    }

    /** 各机构的和；2019 年格式的表二早已不用，只取人填的。 */
    Map<CellAddress, BigDecimal> figures(
            ReportForm form, int year, Collection<String> codes, Map<String, Map<CellAddress, BigDecimal>> entered) {
        Map<String, NormativeDocuments> counted = new LinkedHashMap<>();
        publications.normativeDocuments(year).forEach(one -> counted.put(one.body(), one));
        Map<CellAddress, BigDecimal> sums = new LinkedHashMap<>();
        for (String code : codes) {
            Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
            if (form == ReportForm.FORM_2021) {
                figures.putAll(computed(code, counted.get(code)));
            }
            entered.getOrDefault(code, Map.of()).forEach((cell, figure) -> {
                if (form.has(cell)) {
                    figures.put(cell, figure);
                }
            });
            figures.forEach((cell, figure) -> sums.merge(cell, figure, BigDecimal::add));
        }
        return sums;
    }

    private Map<CellAddress, BigDecimal> computed(
            String code, @org.jspecify.annotations.Nullable NormativeDocuments documents) {
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
        boolean makesNoRules = bodies.find(code)
                .filter(body -> body.level() != BodyLevel.PROVINCE && body.level() != BodyLevel.CITY)
                .isPresent();
        if (makesNoRules) {
            DOCUMENTS.forEach(column -> figures.put(CellAddress.of("T2.1", column), BigDecimal.ZERO));
        }
        put(figures, "a1", documents == null ? 0 : documents.made());
        put(figures, "a2", documents == null ? 0 : documents.repealed());
        put(figures, "a3", documents == null ? 0 : documents.inForce());
        return figures;
    }

    private static void put(Map<CellAddress, BigDecimal> figures, String column, int count) {
        figures.put(CellAddress.of("T2.2", column), BigDecimal.valueOf(count));
    }
}
