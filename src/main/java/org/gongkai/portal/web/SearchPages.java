package org.gongkai.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchPage;
import org.gongkai.search.SearchQuery;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 检索页和检索接口；地址就是提问，可以分享。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class SearchPages {

    private static final int LONGEST = 200;

    private final SearchIndex index;
    private final PublicBodies bodies;
    private final Catalogues catalogues;
    private final Texts texts;

    SearchPages(SearchIndex index, PublicBodies bodies, Catalogues catalogues, Texts texts) {
        this.index = index;
        this.bodies = bodies;
        this.catalogues = catalogues;
        this.texts = texts;
    }

    @GetMapping("/search")
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var query = query(q, body, area, year, sort, 20, cursor);
        var page = q.isBlank() && body == null && area == null && year == null ? SearchPage.EMPTY : index.search(query);
        model.addAttribute("query", query);
        model.addAttribute("result", page);
        model.addAttribute("names", bodies);
        model.addAttribute("bodyOptions", bodyOptions());
        model.addAttribute("areaOptions", areaOptions());
        return "portal/search";
    }

    @GetMapping("/api/v1/search")
    @ResponseBody
    SearchPage api(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        return index.search(query(q, body, area, year, sort, size, cursor));
    }

    private static SearchQuery query(
            String q,
            @Nullable String body,
            @Nullable String area,
            @Nullable Integer year,
            String sort,
            int size,
            @Nullable String cursor) {
        String text = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        return new SearchQuery(text, blank(body), blank(area), year, null, null, sort.equals("newest"), size, cursor);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Map<String, String> bodyOptions() {
        var options = new LinkedHashMap<String, String>();
        options.put("", texts.get("portal.search.any"));
        bodies.all().forEach(body -> options.put(body.code(), body.name()));
        return options;
    }

    private Map<String, String> areaOptions() {
        var options = new LinkedHashMap<String, String>();
        options.put("", texts.get("portal.search.any"));
        catalogues.areas().forEach(area -> options.put(area.code(), area.name()));
        return options;
    }
}
