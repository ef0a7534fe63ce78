package org.gongkai.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 稿子的文字与本机构上一年度、与其他机构同一年已发布的报告像不像（R-ANN-10）：说出来，不挡发布，改不改由写的人定。
 *
 * <p>Says which sections stand almost word for word in last year's report or in another body's. A hint, never a bar.
 */
@Component
@Transactional(readOnly = true)
public class Resemblances {

    /** 百分之几起算雷同。 */
    static final int ALIKE = 70;

    private final ReportStore store;
    private final PublicBodies bodies;
    private final Texts texts;

    Resemblances(ReportStore store, PublicBodies bodies, Texts texts) {
        this.store = store;
        this.bodies = bodies;
        this.texts = texts;
    }

    private record Alike(String section, IssuedReport other, int percent) {}

    /** 逐段最像的一份，成句；都不像就是空。 For each section the report it resembles most, in words. */
    @Basis("OGI-50")
    public List<String> of(ReportKey key, Narrative narrative) {
        Map<String, String> sections = sections(narrative);
        Map<String, Likeness> own = new LinkedHashMap<>();
        sections.forEach((section, text) -> own.put(section, Likeness.of(text)));
        own.values().removeIf(each -> !each.isLongEnough());
        if (own.isEmpty()) {
            return List.of();
        }
        List<IssuedReport> others = new ArrayList<>();
        store.issued(key.before()).ifPresent(others::add);
        store.issuedIn(key.year(), null).stream()
                .filter(one -> !one.key().body().equals(key.body()))
                .forEach(others::add);
        List<String> sentences = new ArrayList<>();
        own.forEach((section, text) -> others.stream()
                .map(other -> new Alike(section, other, text.percentIn(Likeness.of(text(other, section)))))
                .filter(alike -> alike.percent() >= ALIKE)
                .max(Comparator.comparingInt(Alike::percent))
                .ifPresent(alike -> sentences.add(sentence(alike))));
        return sentences;
    }

    private static Map<String, String> sections(Narrative narrative) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("1", narrative.overview());
        sections.put("5", narrative.problems());
        sections.put("6", narrative.others());
        return sections;
    }

    private static String text(IssuedReport report, String section) {
        return sections(report.narrative()).getOrDefault(section, "");
    }

    private String sentence(Alike alike) {
        ReportKey key = alike.other().key();
        String name = bodies.find(key.body()).map(PublicBody::name).orElse(key.body());
        return texts.get(
                "report.alike", texts.get("report.section." + alike.section()), alike.percent(), name, key.year());
    }
}
