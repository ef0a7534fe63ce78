package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.springframework.stereotype.Component;

/** 目录版本的查询与比较。 Versions and their public diff. */
@Component
public class CatalogueVersions {

    private final Versions versions;
    private final BodyPhrases phrases;
    private final CurrentActor current;

    CatalogueVersions(Versions versions, BodyPhrases phrases, CurrentActor current) {
        this.versions = versions;
        this.phrases = phrases;
        this.current = current;
    }

    public List<VersionView> all() {
        return versions.all().stream().map(this::view).toList();
    }

    public Optional<VersionView> find(long id) {
        return versions.find(id).map(this::view);
    }

    public List<CatalogueItem> items(long version) {
        return versions.rows(version, text -> phrases.resolve(text).orElse(Set.of()));
    }

    /** 与前一版相比；第一版全是新增。 */
    public VersionDiff diff(long version) {
        var after = versions.find(version).orElseThrow();
        var before = versions.all().stream()
                .filter(other -> other.owner().equals(after.owner()) && other.number() < after.number())
                .max(java.util.Comparator.comparingInt(Versions.Version::number));
        return diff(before.map(old -> items(old.id())).orElse(List.of()), items(version));
    }

    private VersionView view(Versions.Version version) {
        return new VersionView(
                version.id(),
                version.owner(),
                version.number(),
                version.state(),
                version.title(),
                version.reason(),
                version.effectiveFrom(),
                version.author(),
                version.reviewer(),
                CatalogueWorkflow.TABLE.possible(version.state(), current.get()));
    }

    private static VersionDiff diff(List<CatalogueItem> before, List<CatalogueItem> after) {
        Map<String, CatalogueItem> old = new LinkedHashMap<>();
        before.forEach(item -> old.put(item.code(), item));
        var added = new ArrayList<CatalogueItem>();
        var changed = new ArrayList<VersionDiff.Changed>();
        for (CatalogueItem item : after) {
            var was = old.remove(item.code());
            if (was == null) {
                added.add(item);
            } else {
                var elements = elements(was, item);
                if (!elements.isEmpty()) {
                    changed.add(new VersionDiff.Changed(item, elements));
                }
            }
        }
        return new VersionDiff(added, List.copyOf(old.values()), changed);
    }

    private static List<VersionDiff.Element> elements(CatalogueItem before, CatalogueItem after) {
        var elements = new ArrayList<VersionDiff.Element>();
        compare(elements, "content", before.content(), after.content());
        compare(elements, "basis", before.basis(), after.basis());
        compare(elements, "limit", before.limitText(), after.limitText());
        compare(elements, "body", before.bodyText(), after.bodyText());
        compare(elements, "channel", String.join("、", before.channelTexts()), String.join("、", after.channelTexts()));
        compare(
                elements,
                "audience",
                before.audience() + before.audienceText(),
                after.audience() + after.audienceText());
        compare(elements, "mode", before.mode().name(), after.mode().name());
        return elements;
    }

    private static void compare(List<VersionDiff.Element> elements, String key, String before, String after) {
        if (!Plain.tight(before).equals(Plain.tight(after))) {
            elements.add(new VersionDiff.Element("catalogue.element." + key, before, after));
        }
    }
}
