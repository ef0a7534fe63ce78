package org.gongkai.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.identity.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 为一次请求造出 {@link Page}，给模板和需要文字的控制器用。 Makes the {@link Page} of a request. */
@Component
public class Pages {

    private final RequestPage.Surroundings surroundings;
    private final CurrentActor actor;

    Pages(
            Texts texts,
            Assets assets,
            SiteProperties site,
            ObjectProvider<DeskEntry> entries,
            FictionalData fiction,
            CurrentActor actor) {
        this.surroundings = new RequestPage.Surroundings(
                texts,
                assets,
                site.site(),
                entries.stream()
                        .sorted(java.util.Comparator.comparingInt(DeskEntry::order))
                        .toList(),
                fiction);
        this.actor = actor;
    }

    public Page of(HttpServletRequest request) {
        return new RequestPage(request, actor.get(), surroundings);
    }
}
