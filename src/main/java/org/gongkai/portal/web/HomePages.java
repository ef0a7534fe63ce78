package org.gongkai.portal.web;

import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.Disclosures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 首页和几张说明页。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class HomePages {

    private static final int LATEST = 10;
    private static final List<String> TOPICS =
            List.of("work", "insurance", "aged", "school", "health", "housing", "relief", "business");
    private static final List<String> ABOUT = List.of("sitemap", "accessibility", "privacy", "mistakes");

    private final Disclosures disclosures;
    private final Catalogues catalogues;
    private final PublicBodies bodies;
    private final ObligationFigures figures;

    HomePages(Disclosures disclosures, Catalogues catalogues, PublicBodies bodies, ObligationFigures figures) {
        this.figures = figures;
        this.disclosures = disclosures;
        this.catalogues = catalogues;
        this.bodies = bodies;
    }

    @GetMapping("/")
    String home(Model model) {
        Map<String, Integer> counts = catalogues.countByArea();
        model.addAttribute(
                "latest", disclosures.list(DisclosureFilter.ALL, null, LATEST).items());
        model.addAttribute(
                "areas",
                catalogues.areas().stream()
                        .filter(area -> counts.containsKey(area.code()))
                        .toList());
        model.addAttribute("counts", counts);
        model.addAttribute("topics", TOPICS);
        model.addAttribute(
                "coverage",
                figures.coverage(null, false, false).stream().findFirst().orElse(null));
        model.addAttribute("bodies", bodies.all());
        return "portal/home";
    }

    @GetMapping("/about/{name:[a-z]+}")
    String about(@PathVariable String name, Model model) {
        if (!ABOUT.contains(name)) {
            throw new org.springframework.web.server.ResponseStatusException(
                    org.springframework.http.HttpStatus.NOT_FOUND);
        }
        model.addAttribute("name", name);
        model.addAttribute("bodies", bodies.all());
        return "portal/about";
    }
}
