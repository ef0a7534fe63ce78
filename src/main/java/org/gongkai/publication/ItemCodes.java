package org.gongkai.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.gongkai.catalogue.CatalogueItem;
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

    record Item(String code, String area) {}

    private final Catalogues catalogues;
    private final Cache<String, Optional<Item>> known = cache();
    private final Cache<String, String> areas = cache();

    ItemCodes(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    private static <T> Cache<String, T> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(30))
                .build();
    }

    /** 认不出就是空。 */
    Optional<Item> resolve(String item) {
        return item.isEmpty() ? Optional.empty() : known.get(item, this::ask);
    }

    private Optional<Item> ask(String item) {
        Optional<CatalogueItem> found = catalogues.item(item).or(() -> catalogues.named(item));
        return found.map(each -> new Item(each.code(), each.area()));
    }

    /** 领域的代码；认不出就原样。 */
    String area(String text) {
        return text.isEmpty() ? "" : areas.get(text, this::askArea);
    }

    private String askArea(String text) {
        return catalogues.areas().stream()
                .filter(area -> area.code().equals(text)
                        || area.name().equals(text)
                        || area.aliases().contains(text))
                .findFirst()
                .map(SubjectArea::code)
                .orElse(text);
    }
}
