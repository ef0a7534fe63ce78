package org.gongkai.obligation.web;

import org.gongkai.catalogue.Catalogues;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.Outcome;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 把地址里的条件读成筛选；写错的不当作没有写。 Reads the filter in an address; what is wrong is refused, not dropped. */
@Component
class AskedObligations {

    private final PublicBodies bodies;
    private final Catalogues catalogues;

    AskedObligations(PublicBodies bodies, Catalogues catalogues) {
        this.bodies = bodies;
        this.catalogues = catalogues;
    }

    ObligationFilter filter(
            @Nullable String view,
            @Nullable String state,
            @Nullable String body,
            @Nullable String area,
            @Nullable String item,
            @Nullable String dueBefore) {
        var kind = Asked.one("view", view, ObligationFilter.View.class);
        return ObligationFilter.of(kind == null ? ObligationFilter.View.DATED : kind)
                .outcome(Asked.one("state", state, Outcome.class))
                .body(bodies.asked(body))
                .area(catalogues.askedArea(area))
                .item(Asked.text(item))
                .dueBefore(Asked.day("dueBefore", dueBefore));
    }
}
