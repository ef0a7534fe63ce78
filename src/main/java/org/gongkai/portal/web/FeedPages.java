package org.gongkai.portal.web;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.portal.SiteAddress;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.DisclosureLine;
import org.gongkai.publication.Disclosures;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 订阅：最近公开的五十条，全部的、一个机构的、一个领域的。 Atom feeds. */
@Controller
@Requires(scope = Scope.PUBLIC)
class FeedPages {

    /** What XML cannot hold. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final MediaType ATOM = MediaType.valueOf("application/atom+xml;charset=UTF-8");
    private static final int ENTRIES = 50;

    private final Disclosures disclosures;
    private final Texts texts;
    private final SiteAddress addresses;

    FeedPages(Disclosures disclosures, Texts texts, SiteAddress addresses) {
        this.addresses = addresses;
        this.disclosures = disclosures;
        this.texts = texts;
    }

    @GetMapping("/feed")
    ResponseEntity<String> feed(
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
        return addresses.answer(request).contentType(ATOM).body(new WireFeedOutput().outputString(feed));
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
