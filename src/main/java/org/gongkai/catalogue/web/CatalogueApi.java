package org.gongkai.catalogue.web;

import java.util.List;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.SubjectArea;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
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

    private static final int LARGEST = 200;

    /** 一页。 */
    record Slice(List<CatalogueItem> items, @Nullable String next) {}

    private final Catalogues catalogues;

    CatalogueApi(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @GetMapping("/items")
    Slice items(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int size) {
        int wanted = Math.clamp(size, 1, LARGEST);
        var items = catalogues.items(area, body, cursor, wanted + 1);
        boolean more = items.size() > wanted;
        var page = more ? items.subList(0, wanted) : items;
        return new Slice(page, more ? page.getLast().code() : null);
    }

    @GetMapping("/areas")
    List<SubjectArea> areas() {
        return catalogues.areas();
    }
}
