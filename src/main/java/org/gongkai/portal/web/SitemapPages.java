package org.gongkai.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.portal.Addresses;
import org.gongkai.portal.SiteAddress;
import org.gongkai.publication.Disclosures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** 站点地图：一个总目录，每个机构的信息每五千条一份，每个领域的事项一份；还有爬虫约定。 An index and its parts, five thousand addresses each. */
@Controller
@Requires(scope = Scope.PUBLIC)
class SitemapPages {

    private static final int PER_MAP = 5_000;
    private static final List<String> COLUMNS = List.of("zn", "zd", "nr", "nb");
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final MediaType XML = MediaType.valueOf("application/xml;charset=UTF-8");

    private final Disclosures disclosures;
    private final Catalogues catalogues;
    private final PublicBodies bodies;
    private final SiteAddress addresses;

    SitemapPages(Disclosures disclosures, Catalogues catalogues, PublicBodies bodies, SiteAddress addresses) {
        this.disclosures = disclosures;
        this.catalogues = catalogues;
        this.bodies = bodies;
        this.addresses = addresses;
    }

    /** 一个地址，和它最近一次改变的时间。 */
    private record Place(String path, @Nullable Instant changed) {}

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index(HttpServletRequest request) {
        var maps = new ArrayList<Place>();
        maps.add(new Place("/sitemap-pages.xml", null));
        catalogues
                .countByArea()
                .keySet()
                .forEach(area -> maps.add(new Place("/sitemap-area.xml?area=" + encoded(area), null)));
        disclosures
                .runs(PER_MAP)
                .forEach(run -> maps.add(
                        new Place("/sitemap-body.xml?body=" + encoded(run.body()) + "&from=" + run.from(), null)));
        return xml(request, "sitemapindex", "sitemap", maps);
    }

    /** 首页、栏目、各机构的各栏、各领域。 */
    @GetMapping("/sitemap-pages.xml")
    ResponseEntity<String> pages(HttpServletRequest request) {
        var paths = new ArrayList<>(List.of("/", "/xxgk", "/bzml", "/bzml/versions", "/jz", "/ysq", "/search"));
        catalogues.countByArea().keySet().forEach(area -> paths.add("/bzml/" + encoded(area)));
        bodies.all().forEach(body -> COLUMNS.forEach(column -> paths.add("/xxgk/" + body.code() + "/" + column)));
        return xml(request, "urlset", "url", places(paths));
    }

    /** 一个领域的公开事项。 */
    @GetMapping("/sitemap-area.xml")
    ResponseEntity<String> items(@RequestParam String area, HttpServletRequest request) {
        var items = catalogues.items(area, null, "", PER_MAP);
        if (items.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return xml(
                request,
                "urlset",
                "url",
                places(items.stream()
                        .map(item -> Addresses.item(item.area(), item.code()))
                        .toList()));
    }

    /** 一个机构公开的信息，从一个编号起的五千条。 */
    @GetMapping("/sitemap-body.xml")
    ResponseEntity<String> records(
            @RequestParam String body, @RequestParam(defaultValue = "0") long from, HttpServletRequest request) {
        if (bodies.find(body).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return xml(
                request,
                "urlset",
                "url",
                disclosures.run(body, from, PER_MAP).stream()
                        .map(line -> new Place(line.path(), line.changedAt()))
                        .toList());
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return addresses
                .answer(request)
                .contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
                .body("User-agent: *\nDisallow: /desk\nDisallow: /api/\nDisallow: /preferences\nSitemap: "
                        + addresses.of(request, "/sitemap.xml") + "\n");
    }

    private static List<Place> places(List<String> paths) {
        return paths.stream().limit(PER_MAP).map(path -> new Place(path, null)).toList();
    }

    private ResponseEntity<String> xml(HttpServletRequest request, String root, String each, List<Place> places) {
        String site = addresses.of(request, "");
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
                .append(root)
                .append(NAMESPACE);
        for (Place place : places) {
            xml.append('<').append(each).append("><loc>").append(HtmlUtils.htmlEscape(site + place.path()));
            xml.append("</loc>");
            if (place.changed() != null) {
                xml.append("<lastmod>").append(place.changed()).append("</lastmod>");
            }
            xml.append("</").append(each).append(">\n");
        }
        return addresses
                .answer(request)
                .contentType(XML)
                .body(xml.append("</").append(root).append(">\n").toString());
    }

    private static String encoded(String code) {
        return UriUtils.encode(code, java.nio.charset.StandardCharsets.UTF_8);
    }
}
