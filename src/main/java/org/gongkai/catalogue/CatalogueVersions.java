package org.gongkai.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 目录版本的查询与比较。 Versions and their public diff. */
@Component
public class CatalogueVersions {

    private final Versions versions;
    private final Adjustments adjustments;
    private final BodyPhrases phrases;
    private final CurrentActor current;
    private final Clock clock;

    CatalogueVersions(
            Versions versions, Adjustments adjustments, BodyPhrases phrases, CurrentActor current, Clock clock) {
        this.versions = versions;
        this.adjustments = adjustments;
        this.phrases = phrases;
        this.current = current;
        this.clock = clock;
    }

    /** 操作人看得到的各版：公布过的，和够得着的机构的草案。 What the actor may see: published versions, and drafts within reach. */
    public List<VersionView> all() {
        var inForce = inForce();
        return versions.all().stream()
                .map(version -> view(version, inForce))
                .filter(this::isSeen)
                .toList();
    }

    /** 审定公布过的各版，新的在前。 */
    public List<VersionView> published() {
        return all().stream().filter(CatalogueVersions::isPublished).toList();
    }

    public Optional<VersionView> find(long id) {
        return versions.find(id).map(version -> view(version, inForce())).filter(this::isSeen);
    }

    /** 审定公布过的一版；草案对外是没有的。 */
    public Optional<VersionView> published(long id) {
        return find(id).filter(CatalogueVersions::isPublished);
    }

    public List<CatalogueItem> items(long version) {
        phrases.ready();
        return versions.rows(version, text -> phrases.resolve(text).orElse(Set.of()));
    }

    /** 前一个审定公布过的版本。 */
    public Optional<VersionView> before(VersionView version) {
        return published().stream()
                .filter(other -> other.owner().equals(version.owner()) && other.number() < version.number())
                .findFirst();
    }

    /** 与前一版相比；第一版全是新增。 */
    public VersionDiff diff(long version) {
        var after = find(version).orElseThrow();
        return diff(before(after).orElse(null), after);
    }

    /** 任意两版相比。 @param before 较早的一版；没有时全是新增 */
    public VersionDiff diff(@Nullable VersionView before, VersionView after) {
        var old = before == null ? List.<CatalogueItem>of() : items(before.id());
        var reasons = adjustments.reasons(after.owner(), before == null ? 0 : before.number(), after.number());
        return diff(old, items(after.id()), reasons);
    }

    private boolean isSeen(VersionView version) {
        return isPublished(version) || Drafts.reaches(current.get(), version.owner());
    }

    private static boolean isPublished(VersionView version) {
        return version.state() == VersionState.ADOPTED || version.state() == VersionState.SUPERSEDED;
    }

    private Set<Long> inForce() {
        return Set.of(versions.inForce(LocalDate.now(clock)));
    }

    private VersionView view(Versions.Version version, Set<Long> inForce) {
        return new VersionView(
                version.id(),
                version.owner(),
                version.number(),
                version.state(),
                standing(version, inForce),
                version.title(),
                version.reason(),
                version.effectiveFrom(),
                version.author(),
                version.reviewer(),
                CatalogueWorkflow.TABLE.possible(version.state(), current.get()));
    }

    private VersionStanding standing(Versions.Version version, Set<Long> inForce) {
        return switch (version.state()) {
            case DRAFT -> VersionStanding.DRAFT;
            case REVIEWED -> VersionStanding.REVIEWED;
            case SUPERSEDED -> VersionStanding.ENDED;
            case ADOPTED -> {
                var from = version.effectiveFrom();
                boolean later = from != null && from.isAfter(LocalDate.now(clock));
                yield inForce.contains(version.id())
                        ? VersionStanding.IN_FORCE
                        : later ? VersionStanding.UPCOMING : VersionStanding.ENDED;
            }
        };
    }

    private static VersionDiff diff(
            List<CatalogueItem> before, List<CatalogueItem> after, Map<String, String> reasons) {
        Map<String, CatalogueItem> old = new LinkedHashMap<>();
        before.forEach(item -> old.put(item.code(), item));
        var added = new ArrayList<CatalogueItem>();
        var changed = new ArrayList<VersionDiff.Changed>();
        for (CatalogueItem item : after) {
            var was = old.remove(item.code());
            if (was == null) {
                added.add(item);
            } else {
                var elements = Elements.changes(was, item).stream()
                        .map(each -> new VersionDiff.Element(
                                "catalogue.element." + each.field(), each.before(), each.after()))
                        .toList();
                if (!elements.isEmpty()) {
                    changed.add(new VersionDiff.Changed(item, elements));
                }
            }
        }
        return new VersionDiff(added, List.copyOf(old.values()), changed, reasons);
    }
}
