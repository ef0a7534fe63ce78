package org.gongkai.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.Validity;
import org.gongkai.search.SearchHit;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchPage;
import org.gongkai.search.SearchQuery;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 检索接口：已公开的信息，公开。 Full-text search over what is published; no token. */
@RestController
@Requires(scope = Scope.PUBLIC)
class SearchApi {

    private static final int LONGEST = 200;

    /** 次序。 */
    enum Order {
        RELEVANCE,
        NEWEST
    }

    /**
     * 一条结果。
     *
     * @param id 公开信息的编号，可用于 /api/v1/disclosures/{id}
     * @param title 标题
     * @param snippet 正文里最相关的一两句
     * @param titleParts 标题分段，命中的 matched 为真
     * @param snippetParts 摘录分段
     * @param url 门户地址
     */
    record Hit(
            long id,
            String title,
            String snippet,
            List<SearchHit.Fragment> titleParts,
            List<SearchHit.Fragment> snippetParts,
            String type,
            String documentNumber,
            String body,
            String area,
            @Nullable LocalDate publishedOn,
            Validity validity,
            String url) {}

    /**
     * 一页结果。
     *
     * @param total 命中总数；{@code capped} 为真时表示“至少这么多”
     * @param next 下一页的 cursor，没有下一页时为空
     */
    record Answer(
            List<Hit> items,
            int total,
            boolean capped,
            @Nullable String next) {}

    private final SearchIndex index;
    private final PublicBodies bodies;
    private final Catalogues catalogues;
    private final Clock clock;

    SearchApi(SearchIndex index, PublicBodies bodies, Catalogues catalogues, Clock clock) {
        this.index = index;
        this.bodies = bodies;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * 用自己的话检索。
     *
     * @param q 提问，最多取前 200 个字；空的按公开日期列出
     * @param body 机构代码或者全称
     * @param area 领域代码或者名称
     * @param year 公开年份
     * @param type 信息类型
     * @param validity 有效性：NOT_YET_EFFECTIVE、IN_FORCE、EXPIRED、REPEALED、UNSTATED，按今天
     * @param sort relevance（默认）或者 newest
     * @param size 一页几条，1 至 1000，默认 20
     * @param cursor 上一页的 next
     */
    @GetMapping("/api/v1/search")
    Answer search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String size,
            @RequestParam(required = false) @Nullable String cursor) {
        var today = LocalDate.now(clock);
        var kind = DisclosureType.asked(type);
        var state = Asked.one("validity", validity, SearchQuery.Validity.State.class);
        String wantedYear = Asked.text(year);
        SearchPage page = index.search(new SearchQuery(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                bodies.asked(body),
                catalogues.askedArea(area),
                wantedYear == null ? null : Asked.number("year", wantedYear, 1949, 9999),
                kind == null ? null : kind.name(),
                state == null ? null : new SearchQuery.Validity(state, today),
                Asked.one("sort", sort, Order.class) == Order.NEWEST,
                Asked.size(size, 20, Asked.LONGEST_PAGE),
                Asked.text(cursor)));
        return new Answer(
                page.hits().stream().map(hit -> hit(hit, today)).toList(), page.total(), page.capped(), page.next());
    }

    private static Hit hit(SearchHit from, LocalDate today) {
        var life = from.lifetime();
        return new Hit(
                Long.parseLong(from.id().substring(from.id().indexOf(':') + 1)),
                from.plainTitle(),
                from.plainSnippet(),
                from.title(),
                from.snippet(),
                from.type(),
                from.documentNumber(),
                from.body(),
                from.area(),
                from.publishedOn(),
                Validity.on(today, life.effectiveOn(), life.validUntil(), life.repealedOn()),
                from.url());
    }
}
