package org.gongkai.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.SubjectArea;
import org.springframework.stereotype.Component;

/**
 * 公开事项的写法变成代码：代码本身，或者“领域/一级事项/二级事项”。
 *
 * <p>Answers are kept for half a minute: an import asks for the same few items a hundred thousand times.
 */
@Component
class ItemCodes {

    /** @param area 撤下的事项为空串 */
    record Item(String code, String area, Set<String> bodies) {}

    private final Catalogues catalogues;
    private final Cache<String, List<Item>> known = cache();
    private final Cache<String, Optional<String>> areas = cache();

    ItemCodes(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    private static <T> Cache<String, T> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(30))
                .build();
    }

    /** 认不出是空，几个都像是几个；同名的几行先取这个机构应当公开的。 */
    List<Item> resolve(String item, String body) {
        var found = known.get(item, this::ask);
        var own = found.stream().filter(each -> each.bodies().contains(body)).toList();
        return found.size() < 2 || own.isEmpty() ? found : own;
    }

    /** 不看机构；认不出、不止一个的是空。 */
    Optional<Item> resolve(String item) {
        var found = item.isEmpty() ? List.<Item>of() : resolve(item, "");
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Item> ask(String item) {
        var named = catalogues.item(item).map(List::of).orElseGet(() -> catalogues.allNamed(item));
        if (named.isEmpty() && catalogues.hasCode(item)) {
            return List.of(new Item(item, "", Set.of()));
        }
        return named.stream()
                .map(each -> new Item(each.code(), each.area(), each.bodies()))
                .toList();
    }

    /** 领域的代码；认不出是空。 */
    Optional<String> area(String text) {
        return areas.get(text, this::askArea);
    }

    private Optional<String> askArea(String text) {
        return catalogues.areas().stream()
                .filter(area -> area.code().equals(text)
                        || area.name().equals(text)
                        || area.aliases().contains(text))
                .findFirst()
                .map(SubjectArea::code);
    }
}
