package org.gongkai.catalogue;

import org.gongkai.identity.CurrentActor;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/** 编制机构的草案：已有就接着改，没有就从最近审定的一版另起；谁改过都记下。 */
@Component
class Drafts {

    private final Versions versions;
    private final PublicBodies bodies;
    private final CurrentActor current;

    Drafts(Versions versions, PublicBodies bodies, CurrentActor current) {
        this.versions = versions;
        this.bodies = bodies;
        this.current = current;
    }

    /** 没有指明编制机构的，就是区级目录。 */
    String owner(String owner) {
        return owner.isBlank() ? bodies.root().map(PublicBody::code).orElse("") : owner;
    }

    Versions.Version open(String owner, String title, String reason) {
        var open = versions.draft(owner).orElseGet(() -> fresh(owner, title, reason));
        if (open.state() != VersionState.DRAFT) {
            throw new Refused(Refusal.of("catalogue.underReview"));
        }
        versions.edited(open.id(), current.get().account());
        return open;
    }

    private Versions.Version fresh(String owner, String title, String reason) {
        var old = versions.adopted(owner);
        String name = old.map(Versions.Version::title).orElse(title.isBlank() ? "基层政务公开标准目录" : title);
        var fresh = versions.newDraft(owner, name, reason, current.get().account());
        old.ifPresent(version -> versions.copyRows(version.id(), fresh.id()));
        return fresh;
    }
}
