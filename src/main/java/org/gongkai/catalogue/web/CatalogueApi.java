package org.gongkai.catalogue.web;

import java.util.List;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.SubjectArea;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 现行标准目录的接口。 */
@RestController
@RequestMapping("/api/v1/catalogue")
@Requires(scope = Scope.PUBLIC)
class CatalogueApi {

    /** 一页。 */
    record Slice(List<CatalogueItem> items, @Nullable String next) {}

    private final Catalogues catalogues;
    private final PublicBodies bodies;

    CatalogueApi(Catalogues catalogues, PublicBodies bodies) {
        this.catalogues = catalogues;
        this.bodies = bodies;
    }

    @GetMapping("/items")
    Slice items(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(required = false) @Nullable String size) {
        int wanted = Asked.size(size, 50, Asked.LONGEST_PAGE);
        if (!cursor.isEmpty() && !catalogues.hasCode(cursor)) {
            throw Asked.cursor();
        }
        var items = catalogues.items(catalogues.askedArea(area), bodies.asked(body), cursor, wanted + 1);
        boolean more = items.size() > wanted;
        var page = more ? items.subList(0, wanted) : items;
        return new Slice(page, more ? page.getLast().code() : null);
    }

    @GetMapping("/areas")
    List<SubjectArea> areas() {
        return catalogues.areas();
    }
}
