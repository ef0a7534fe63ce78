package org.gongkai.obligation.web;

import org.gongkai.identity.Actor;
import org.gongkai.obligation.Obligations;
import org.gongkai.publication.EditionState;
import org.gongkai.publication.PublicationFigures;
import org.gongkai.ui.DeskCounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 顶栏的三个数：待办、逾期、退回。 */
@Component
class WorkCounts implements DeskCounts {

    private static final int MOST = 10_000;

    private final Obligations obligations;
    private final PublicationFigures publications;

    WorkCounts(Obligations obligations, PublicationFigures publications) {
        this.obligations = obligations;
        this.publications = publications;
    }

    @Override
    @Transactional(readOnly = true)
    public Counts of(Actor actor) {
        if (!actor.district() && actor.bodies().isEmpty()) {
            return new Counts(0, 0, 0);
        }
        var due = obligations.due(MOST);
        long returned = publications.inWork().stream()
                .filter(each -> each.state() == EditionState.RETURNED)
                .mapToLong(PublicationFigures.InWork::count)
                .sum();
        return new Counts(due.open(), due.overdue(), returned);
    }
}
