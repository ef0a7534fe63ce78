package org.gongkai.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    private static final int MOST_RUNS = 2_000_000;

    /** 发布的一版的一段；不再变。 */
    private record Section(ReportKey key, int edition, String number) {}

    private final Cache<Section, Likeness> known = Caffeine.newBuilder()
            .maximumWeight(MOST_RUNS)
            .weigher((Section section, Likeness text) -> text.size() + 1)
            .build();
    private final ReportStore store;
    private final PublicBodies bodies;
    private final Texts texts;

    Resemblances(ReportStore store, PublicBodies bodies, Texts texts) {
        this.store = store;
        this.bodies = bodies;
        this.texts = texts;
    }

    private record Alike(String section, IssuedNarrative other, int percent) {}

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
        List<IssuedNarrative> others = store.narratives(key.year(), key.body(), key.before());
        List<String> sentences = new ArrayList<>();
        own.forEach((section, text) -> others.stream()
                .map(other -> new Alike(section, other, text.percentIn(known(other, section))))
                .filter(alike -> alike.percent() >= ALIKE)
                .max(Comparator.comparingInt(Alike::percent))
                .ifPresent(alike -> sentences.add(sentence(alike))));
        return sentences;
    }

    private Likeness known(IssuedNarrative report, String section) {
        return known.get(
                new Section(report.key(), report.edition(), section),
                _ -> Likeness.of(sections(report.narrative()).getOrDefault(section, "")));
    }

    private static Map<String, String> sections(Narrative narrative) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("1", narrative.overview());
        sections.put("5", narrative.problems());
        sections.put("6", narrative.others());
        return sections;
    }

    private String sentence(Alike alike) {
        ReportKey key = alike.other().key();
        String name = bodies.find(key.body()).map(PublicBody::name).orElse(key.body());
        return texts.get(
                "report.alike", texts.get("report.section." + alike.section()), alike.percent(), name, key.year());
    }
}
