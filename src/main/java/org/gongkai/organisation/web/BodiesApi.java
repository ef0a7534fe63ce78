package org.gongkai.organisation.web;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.Guides;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 机构名录，公开（R-DUTY-06）。 */
@RestController
@RequestMapping("/api/v1/bodies")
@Requires(scope = Scope.PUBLIC)
class BodiesApi {

    private static final Pattern CODE = Pattern.compile("[\\p{Alnum}._-]{0,64}");

    /**
     * 一页机构。
     *
     * @param next cursor of the next page; null at the end
     */
    record PagePayload(List<BodyView> items, @Nullable String next) {}

    private final PublicBodies bodies;
    private final Guides guides;

    BodiesApi(PublicBodies bodies, Guides guides) {
        this.bodies = bodies;
        this.guides = guides;
    }

    /**
     * 按代码排序。
     *
     * @param cursor 上一页的 next
     * @param size 每页几个，1 至 1000
     * @param parent 只要这个机构的直接下级
     */
    @GetMapping
    PagePayload list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(required = false) @Nullable String size,
            @RequestParam(required = false) @Nullable String parent) {
        int limit = Asked.size(size, 100, Asked.LONGEST_PAGE);
        if (!CODE.matcher(cursor).matches()) {
            throw Asked.cursor();
        }
        String above = bodies.asked(parent);
        var found = bodies.all().stream()
                .filter(body -> body.code().compareTo(cursor) > 0)
                .filter(body -> above == null || above.equals(body.parent()))
                .limit(limit + 1L)
                .map(body -> BodyView.of(body, null))
                .toList();
        return found.size() <= limit
                ? new PagePayload(found, null)
                : new PagePayload(found.subList(0, limit), found.get(limit - 1).code());
    }

    /** 一个机构和它的公开指南。 */
    @GetMapping("/{code}")
    BodyView one(@PathVariable String code) {
        return bodies.find(code)
                .map(body -> BodyView.of(body, guides.find(code).orElse(null)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
