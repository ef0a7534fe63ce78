package org.gongkai.portal.web;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.portal.SiteAddress;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.DisclosureLine;
import org.gongkai.publication.Disclosures;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** 给程序看的：Atom、站点地图、爬虫约定。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class FeedPages {

    /** What XML cannot hold. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final int ENTRIES = 50;
    private static final int PER_MAP = 50_000;
    private static final int SLICE = 500;
    private static final List<String> COLUMNS = List.of("zn", "zd", "nr", "nb");

    private final Disclosures disclosures;
    private final PublicBodies bodies;
    private final Texts texts;
    private final SiteAddress addresses;

    FeedPages(Disclosures disclosures, PublicBodies bodies, Texts texts, SiteAddress addresses) {
        this.addresses = addresses;
        this.disclosures = disclosures;
        this.bodies = bodies;
        this.texts = texts;
    }

    @GetMapping(value = "/feed", produces = "application/atom+xml;charset=UTF-8")
    @ResponseBody
    String feed(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            HttpServletRequest request)
            throws FeedException {
        String site = addresses.of(request, "");
        var lines = disclosures
                .list(DisclosureFilter.ALL.body(body).area(area), null, ENTRIES)
                .items();
        var feed = new Feed("atom_1.0");
        feed.setId(site + "/feed" + place(body, area));
        var self = new Link();
        self.setRel("self");
        self.setHref(site + "/feed" + place(body, area));
        feed.setOtherLinks(List.of(self));
        feed.setTitle(texts.get("portal.feed.title"));
        feed.setUpdated(
                lines.isEmpty() ? new Date(0) : Date.from(lines.getFirst().changedAt()));
        feed.setEntries(lines.stream().map(line -> entry(site, line)).toList());
        return new WireFeedOutput().outputString(feed);
    }

    @GetMapping(value = "/sitemap.xml", produces = "application/xml;charset=UTF-8")
    @ResponseBody
    String sitemap(HttpServletRequest request) {
        String site = addresses.of(request, "");
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        bodies.all()
                .forEach(body -> xml.append("<sitemap><loc>")
                        .append(HtmlUtils.htmlEscape(site + "/sitemap-body.xml?body=" + body.code()))
                        .append("</loc></sitemap>\n"));
        xml.append("<sitemap><loc>")
                .append(HtmlUtils.htmlEscape(site + "/sitemap-pages.xml"))
                .append("</loc></sitemap>\n");
        return xml.append("</sitemapindex>\n").toString();
    }

    /** 首页、栏目和各机构的四栏。 */
    @GetMapping(value = "/sitemap-pages.xml", produces = "application/xml;charset=UTF-8")
    @ResponseBody
    String sitemapOfPages(HttpServletRequest request) {
        String site = addresses.of(request, "");
        var paths = new ArrayList<>(List.of("/", "/xxgk", "/bzml", "/jz", "/ysq", "/search"));
        bodies.all().forEach(body -> COLUMNS.forEach(column -> paths.add("/xxgk/" + body.code() + "/" + column)));
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        paths.stream()
                .limit(PER_MAP)
                .forEach(path -> xml.append("<url><loc>")
                        .append(HtmlUtils.htmlEscape(site + path))
                        .append("</loc></url>\n"));
        return xml.append("</urlset>\n").toString();
    }

    @GetMapping(value = "/sitemap-body.xml", produces = "application/xml;charset=UTF-8")
    @ResponseBody
    String sitemapOf(@RequestParam String body, HttpServletRequest request) {
        String site = addresses.of(request, "");
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (DisclosureLine line : newest(body)) {
            xml.append("<url><loc>")
                    .append(HtmlUtils.htmlEscape(site + DisclosureLine.path(line.body(), line.indexNumber())))
                    .append("</loc><lastmod>")
                    .append(line.changedAt())
                    .append("</lastmod></url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    @GetMapping(value = "/robots.txt", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String robots(HttpServletRequest request) {
        String site = addresses.of(request, "");
        return "User-agent: *\nDisallow: /desk\nDisallow: /api/\nDisallow: /preferences\nSitemap: " + site
                + "/sitemap.xml\n";
    }

    private static String place(@Nullable String body, @Nullable String area) {
        var query = UriComponentsBuilder.fromPath("");
        if (body != null) {
            query.queryParam("body", body);
        }
        if (area != null) {
            query.queryParam("area", area);
        }
        return query.encode().toUriString();
    }

    private List<DisclosureLine> newest(String body) {
        var lines = new ArrayList<DisclosureLine>();
        String cursor = null;
        do {
            var slice = disclosures.list(DisclosureFilter.ALL.body(body), cursor, SLICE);
            lines.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null && lines.size() < PER_MAP);
        return lines;
    }

    private Entry entry(String site, DisclosureLine line) {
        var entry = new Entry();
        String address = site + DisclosureLine.path(line.body(), line.indexNumber());
        entry.setId(address);
        entry.setTitle(UNWRITABLE.matcher(line.title()).replaceAll(""));
        entry.setPublished(Date.from(line.publishedAt()));
        entry.setUpdated(Date.from(line.changedAt()));
        var link = new Link();
        link.setHref(address);
        entry.setAlternateLinks(List.of(link));
        return entry;
    }
}
