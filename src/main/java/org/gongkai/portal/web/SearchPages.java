package org.gongkai.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.DisclosureType;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchPage;
import org.gongkai.search.SearchQuery;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 检索页；地址就是提问，可以分享。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class SearchPages {

    private static final int LONGEST = 200;
    private static final int YEARS = 20;

    private final SearchIndex index;
    private final PublicBodies bodies;
    private final Catalogues catalogues;
    private final Texts texts;
    private final Clock clock;

    SearchPages(SearchIndex index, PublicBodies bodies, Catalogues catalogues, Texts texts, Clock clock) {
        this.clock = clock;
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
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "") String validity,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Integer wantedYear = year.isBlank() ? null : Asked.number("year", year.strip(), 1949, 9999);
        boolean newest = Asked.one("sort", sort, SearchApi.Order.class) == SearchApi.Order.NEWEST;
        var query = query(q, body, area, wantedYear, type, validity(validity), newest, cursor);
        boolean asked = !q.isBlank()
                || query.body() != null
                || query.area() != null
                || query.year() != null
                || query.type() != null
                || query.validity() != null;
        var page = asked ? index.search(query) : SearchPage.EMPTY;
        model.addAttribute("asked", asked);
        model.addAttribute("yearOptions", yearOptions());
        model.addAttribute("typeOptions", typeOptions());
        model.addAttribute("validityOptions", validityOptions());
        model.addAttribute("next", page.next() == null ? null : next(query, page.next()));
        model.addAttribute("query", query);
        model.addAttribute("result", page);
        model.addAttribute("names", bodies);
        model.addAttribute("bodyOptions", bodyOptions());
        model.addAttribute("areaOptions", areaOptions());
        return "portal/search";
    }

    private static SearchQuery query(
            String q,
            @Nullable String body,
            @Nullable String area,
            @Nullable Integer year,
            @Nullable String type,
            SearchQuery.@Nullable Validity validity,
            boolean newest,
            @Nullable String cursor) {
        String text = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        return new SearchQuery(text, blank(body), blank(area), year, blank(type), validity, newest, 20, blank(cursor));
    }

    private SearchQuery.@Nullable Validity validity(String text) {
        var state = Asked.one("validity", text, SearchQuery.Validity.State.class);
        return state == null ? null : new SearchQuery.Validity(state, LocalDate.now(clock));
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

    private Map<String, String> typeOptions() {
        var options = new LinkedHashMap<String, String>();
        options.put("", texts.get("portal.search.any"));
        for (DisclosureType type : DisclosureType.values()) {
            options.put(type.name(), type.chinese());
        }
        return options;
    }

    private Map<String, String> validityOptions() {
        var options = new LinkedHashMap<String, String>();
        options.put("", texts.get("portal.search.any"));
        for (var state : SearchQuery.Validity.State.values()) {
            options.put(state.name(), texts.get("portal.validity." + state));
        }
        return options;
    }

    private Map<String, String> yearOptions() {
        var options = new LinkedHashMap<String, String>();
        options.put("", texts.get("portal.search.any"));
        int thisYear = LocalDate.now(clock).getYear();
        for (int year = thisYear; year > thisYear - YEARS; year--) {
            options.put(String.valueOf(year), String.valueOf(year));
        }
        return options;
    }

    /** The same question, a page further. */
    private static String next(SearchQuery query, String cursor) {
        var address = UriComponentsBuilder.fromPath("");
        var values = new ArrayList<String>();
        add(address, values, "q", query.text());
        add(address, values, "body", query.body());
        add(address, values, "area", query.area());
        add(address, values, "year", query.year() == null ? null : String.valueOf(query.year()));
        add(address, values, "type", query.type());
        var validity = query.validity();
        add(
                address,
                values,
                "validity",
                validity == null ? null : validity.state().name());
        add(address, values, "sort", query.newestFirst() ? "newest" : null);
        add(address, values, "cursor", cursor);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder address, List<String> values, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
            values.add(value);
        }
    }
}
