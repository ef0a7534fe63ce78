package org.gongkai.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.catalogue.Adaptations;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.SubjectArea;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.law.Basis;
import org.gongkai.obligation.StillOwed;
import org.gongkai.obligation.Worklist;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.Disclosures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 标准目录对外的样子：按领域、按单位，每个事项连到实际公开的信息（A-22）。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class CatalogueColumnPages {

    private static final int ALL = 5000;
    private static final int PUBLISHED = 20;

    private final Catalogues catalogues;
    private final Adaptations adaptations;
    private final Disclosures disclosures;
    private final StillOwed owed;
    private final Worklist worklist;
    private final PublicBodies bodies;
    private final Clock clock;

    CatalogueColumnPages(
            Catalogues catalogues,
            Adaptations adaptations,
            Disclosures disclosures,
            StillOwed owed,
            Worklist worklist,
            PublicBodies bodies,
            Clock clock) {
        this.clock = clock;
        this.catalogues = catalogues;
        this.adaptations = adaptations;
        this.disclosures = disclosures;
        this.owed = owed;
        this.worklist = worklist;
        this.bodies = bodies;
    }

    @GetMapping("/bzml")
    @Basis("GB54-2019")
    String areas(Model model) {
        var counts = catalogues.countByArea();
        model.addAttribute(
                "areas",
                catalogues.areas().stream()
                        .filter(area -> counts.containsKey(area.code()))
                        .toList());
        model.addAttribute("counts", counts);
        model.addAttribute("bodies", bodies.all());
        return "portal/areas";
    }

    @GetMapping("/bzml/{area:\\w{1,10}}")
    String area(
            @PathVariable String area,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String level,
            Model model) {
        model.addAttribute("area", require(area));
        model.addAttribute("place", "/bzml/" + area);
        model.addAttribute("only", body == null ? null : bodies.find(body).orElse(null));
        return table(catalogues.items(area, body, "", ALL), body, audience, level, model);
    }

    @GetMapping("/bzml/dw/{body}")
    String body(
            @PathVariable String body,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String level,
            Model model) {
        var owner = bodies.find(body).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("area", new SubjectArea("", owner.name(), List.of(), "", true));
        model.addAttribute("place", "/bzml/dw/" + body);
        return table(catalogues.items(null, body, "", ALL), body, audience, level, model);
    }

    private String table(List<CatalogueItem> all, @Nullable String body, String audience, String level, Model model) {
        var shown = all.stream()
                .filter(item -> audience.isEmpty() || item.audience().name().equals(audience))
                .filter(item -> level.isEmpty()
                        || item.levels().stream().anyMatch(each -> each.name().equals(level)))
                .toList();
        var codes = shown.stream().map(CatalogueItem::code).toList();
        model.addAttribute("items", shown);
        model.addAttribute("newest", disclosures.newest(codes, body));
        model.addAttribute("owed", owed.nearest(codes, body));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("audience", audience);
        model.addAttribute("level", level);
        model.addAttribute(
                "audiences",
                all.stream().map(CatalogueItem::audience).distinct().sorted().toList());
        model.addAttribute(
                "levels",
                all.stream()
                        .flatMap(item -> item.levels().stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("names", bodies);
        return "portal/area";
    }

    @GetMapping("/bzml/{area:\\w{1,10}}/{code}")
    String item(
            @PathVariable String area,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        CatalogueItem item = catalogues
                .item(code)
                .filter(found -> found.area().equals(area))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("area", require(area));
        model.addAttribute("item", item);
        model.addAttribute("names", bodies);
        model.addAttribute("adaptations", adaptations.approvedFor(code));
        model.addAttribute("slice", disclosures.list(DisclosureFilter.ALL.item(code), cursor, PUBLISHED));
        var open = owed.of(code);
        model.addAttribute("owed", open.stream().map(worklist::line).toList());
        model.addAttribute(
                "ledger",
                open.stream()
                        .flatMap(each -> worklist.deadline(each).stream())
                        .findFirst()
                        .orElse(null));
        return "portal/item";
    }

    private SubjectArea require(String area) {
        return catalogues.areas().stream()
                .filter(each -> each.code().equals(area))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
