package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * 把示范区的门户走一遍：从首页出发，每一种页面走几张。
 *
 * <p>Follows links from the home page of the demonstration district and holds every kind of page to the figures of the interface: no
 * barrier, no sideways scrolling at 320 pixels, no outside request, no dead link, complete without script.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("每一种页面：无障碍、三百二十像素、不用脚本、没有站外请求、没有死链")
@InDistrict
class EveryPageJourney {

    private static final String RECORD = "/xxgk/[^/]+/\\d{4}-\\d+(/edition/\\d+)?";
    private static final String COLUMN = "/(xxgk|bzml|jz)(/(?!.*compare).*)?(\\?.*)?|/ysq";
    private static final List<String> SITE = List.of("SiteDomain", "SiteIDCode");
    private static final List<String> COLUMN_TAGS =
            List.of("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType");
    private static final int PER_KIND = 3;
    private static final int LINKS = 400;

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private RunningGongkai gongkai;

    /** 一张页面上看到的，没有用脚本。 */
    private record Seen(List<String> links, boolean one, boolean full, boolean tagged) {}

    @BeforeAll
    void start() {
        gongkai = SharedDistrict.running();
        walk();
    }

    @Test
    @DisplayName("从首页走得到的链接没有一个是死的，也没有一个是五百")
    void no_link_is_dead() throws Exception {
        Set<String> links = new LinkedHashSet<>();
        seen.values().forEach(page -> links.addAll(page.links()));
        List<String> dead = new ArrayList<>();
        for (String link : links.stream().limit(LINKS).toList()) {
            int status = gongkai.anonymously(link).statusCode();
            if (status >= 400) {
                dead.add(status + " " + link);
            }
        }
        assertThat(seen.size()).as("pages walked").isGreaterThan(5);
        assertThat(dead).isEmpty();
    }

    @Test
    @DisplayName("没有严重以上的无障碍问题（axe，WCAG 2.2 AA），没有站外请求")
    void no_page_has_barriers() {
        List<String> barriers = new ArrayList<>();
        try (var visitor = Visitor.at(gongkai.url())) {
            for (String place : seen.keySet()) {
                barriers.addAll(visitor.open(place).barriers());
            }
            assertThat(barriers).isEmpty();
            assertThat(visitor.elsewhere()).isEmpty();
        }
    }

    @Test
    @DisplayName("三百六十、三百二十像素宽，不用左右滚动")
    void every_page_fits_a_narrow_phone() {
        Map<String, Integer> wide = new HashMap<>();
        try (var visitor = Visitor.onPhone(gongkai.url())) {
            for (String place : seen.keySet()) {
                visitor.open(place);
                for (int width : List.of(360, 320)) {
                    visitor.page().setViewportSize(width, 640);
                    if (visitor.overflow() > 0) {
                        wide.put(place + " at " + width, visitor.overflow());
                    }
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    @DisplayName("不用脚本也有标题、正文和政府网站标签（R-TAG-01）")
    void every_page_is_complete_without_script() {
        List<String> incomplete = new ArrayList<>();
        seen.forEach((place, page) -> {
            if (!page.one() || !page.full() || !page.tagged()) {
                incomplete.add(place + " h1=" + page.one() + " main=" + page.full() + " meta=" + page.tagged());
            }
        });
        assertThat(incomplete).isEmpty();
    }

    @Test
    @DisplayName("R-TAG-01：每一种页面的政府网站标签都齐：网站的、栏目的、内容的")
    void every_kind_of_page_has_its_tags() throws Exception {
        List<String> missing = new ArrayList<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (String place : seen.keySet()) {
            var answer = gongkai.anonymously(place);
            if (answer.statusCode() != 200) {
                continue; // sent on to a page that is walked itself
            }
            var page = Jsoup.parse(answer.body());
            String kind = place.matches(RECORD) ? "record" : place.matches(COLUMN) ? "column" : "site";
            kinds.add(kind);
            require(page, place, List.of("SiteName"), missing);
            if (!page.select("meta[name=SiteDomain], meta[name=SiteIDCode]")
                    .eachAttr("name")
                    .equals(SITE)) {
                missing.add(place + " " + SITE);
            }
            if (!kind.equals("site")) {
                require(page, place, COLUMN_TAGS, missing);
            }
            if (kind.equals("record")) {
                require(page, place, List.of("ArticleTitle", "PubDate", "ContentSource", "Url"), missing);
                if (!page.select("meta[name=PubDate]").attr("content").matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}")) {
                    missing.add(place + " PubDate " + page.select("meta[name=PubDate]"));
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(kinds).containsExactlyInAnyOrder("site", "column", "record");
    }

    private static void require(Document page, String place, List<String> names, List<String> missing) {
        for (String name : names) {
            var tags = page.select("meta[name=" + name + "]");
            if (tags.size() != 1 || tags.attr("content").isBlank()) {
                missing.add(place + " " + name + " " + tags);
            }
        }
    }

    /** 从首页出发，每一种地址最多三张。 Breadth first; the kind of an address is its path with codes and numbers left out. */
    private void walk() {
        Set<String> known = new LinkedHashSet<>(List.of("/"));
        Deque<String> waiting = new ArrayDeque<>(known);
        Map<String, Integer> kinds = new HashMap<>();
        try (var visitor = Visitor.withoutScript(gongkai.url())) {
            while (!waiting.isEmpty()) {
                String place = waiting.poll();
                if (kinds.merge(kind(place), 1, Integer::sum) > PER_KIND) {
                    continue;
                }
                Seen page = look(visitor.open(place));
                seen.put(place, page);
                page.links().stream()
                        .filter(link -> isPage(link) && known.add(link))
                        .forEach(waiting::add);
            }
        }
    }

    private Seen look(Visitor visitor) {
        var page = visitor.page();
        return new Seen(
                linksOf(visitor),
                page.locator("h1").count() == 1,
                page.locator("main").innerText().strip().length() > 20,
                page.locator("meta[name=SiteName]").count() == 1);
    }

    @SuppressWarnings("unchecked")
    private List<String> linksOf(Visitor visitor) {
        List<String> all =
                (List<String>) visitor.page().locator("a[href]").evaluateAll("links => links.map(a => a.href)");
        return all.stream()
                .filter(link -> link.startsWith(gongkai.url()))
                .map(link -> link.substring(gongkai.url().length()).replaceFirst("#.*", ""))
                .filter(link -> link.startsWith("/") && !link.startsWith("/preferences"))
                .distinct()
                .toList();
    }

    private static boolean isPage(String link) {
        String path = link.replaceFirst("\\?.*", "");
        return !path.startsWith("/api/")
                && !path.startsWith("/desk")
                && !path.startsWith("/assets")
                && !path.startsWith("/attachments/")
                && !path.equals("/feed")
                && !path.matches(".*\\.(json|md|txt|pdf|xml|atom|csv|xlsx|png|svg|ico|css|js)$");
    }

    private static String kind(String place) {
        return place.replaceFirst("\\?.*", "?").replaceAll("%[0-9A-F]{2}", "x").replaceAll("/[^/?]*[0-9x][^/?]*", "/*");
    }
}
