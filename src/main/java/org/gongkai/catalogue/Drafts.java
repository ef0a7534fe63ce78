package org.gongkai.catalogue;

import java.util.List;
import java.util.Optional;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/** 编制机构的草案：已有就接着改，没有就从最近审定的一版另起；谁改过都记下。 */
@Component
class Drafts {

    private static final String GENERAL = "基层政务公开标准目录";
    private static final String ONE_AREA = "领域";

    private final Versions versions;
    private final PublicBodies bodies;
    private final CurrentActor current;

    Drafts(Versions versions, PublicBodies bodies, CurrentActor current) {
        this.versions = versions;
        this.bodies = bodies;
        this.current = current;
    }

    /** 空串是还没有机构名录时的区级目录，只有全区范围的人够得着。 */
    static boolean reaches(Actor actor, String owner) {
        return owner.isEmpty() ? actor.district() : actor.reaches(owner);
    }

    /**
     * 编制机构的代码：写代码、全称都行；没有指明的，全区范围的人编的是区级目录，别人编的是本机构的。
     *
     * <p>The issuing body of a draft, which must be registered and within reach.
     */
    String owner(String said) {
        var actor = current.get();
        String named = said.strip();
        if (named.isEmpty()) {
            String own = actor.body() == null ? "" : actor.body();
            return actor.district() ? bodies.root().map(PublicBody::code).orElse("") : own;
        }
        return bodies.find(named)
                .or(() -> only(bodies.named(named)))
                .map(PublicBody::code)
                .filter(actor::reaches)
                .orElseThrow(() -> Refused.missing("catalogue.noSuchBody", named));
    }

    private static Optional<PublicBody> only(List<PublicBody> named) {
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** 直接生效的导入不夹带别人没有审定的修改。 An import that takes effect at once never carries others' pending edits with it. */
    void onlyMine(String owner) {
        versions.draft(owner)
                .filter(open ->
                        versions.hasOtherEditors(open.id(), current.get().account()))
                .ifPresent(open -> {
                    throw new Refused(Refusal.of("catalogue.draftOfOthers", open.number()));
                });
    }

    Versions.Version open(String owner, String title, String reason) {
        var open = versions.draft(owner).orElseGet(() -> fresh(owner, title, reason));
        if (open.state() != VersionState.DRAFT) {
            throw new Refused(Refusal.of("catalogue.underReview"));
        }
        versions.edited(open.id(), current.get().account());
        String name = name(open.title(), title);
        if (!name.equals(open.title())) {
            versions.rename(open.id(), name);
        }
        return open;
    }

    private Versions.Version fresh(String owner, String title, String reason) {
        var old = versions.adopted(owner);
        String name = name(old.map(Versions.Version::title).orElse(""), title);
        var fresh = versions.newDraft(owner, name, reason, current.get().account());
        old.ifPresent(version -> versions.copyRows(version.id(), fresh.id()));
        return fresh;
    }

    /** 文件有标题就用它；几个领域的文件合成一本时，不能再叫其中一个领域的名字。 */
    static String name(String old, String title) {
        if (title.isBlank() || title.equals(old)) {
            return old.isBlank() ? GENERAL : old;
        }
        boolean ofAreas = old.contains(ONE_AREA) || title.contains(ONE_AREA);
        return !old.isBlank() && ofAreas ? GENERAL : title;
    }
}
