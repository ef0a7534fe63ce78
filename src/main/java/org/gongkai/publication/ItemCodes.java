package org.gongkai.publication;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.catalogue.CatalogueAdopted;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** 公开事项的写法变成代码：代码本身，或者“领域/一级事项/二级事项”。 */
@Component
class ItemCodes {

    record Item(String code, String area) {}

    private final Catalogues catalogues;
    private final Map<String, Optional<Item>> known = new ConcurrentHashMap<>();

    ItemCodes(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** 现行目录里有的按目录；目录里没有的代码照原样记下（旧站的内容可能先于目录），没有的名称认不出。 */
    Optional<Item> resolve(String item, String area) {
        if (item.isEmpty()) {
            return Optional.empty();
        }
        return known.computeIfAbsent(item, this::inCatalogue)
                .or(() -> item.indexOf('/') >= 0 ? Optional.empty() : Optional.of(new Item(item, area)));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(CatalogueAdopted adopted) {
        known.clear();
    }

    private Optional<Item> inCatalogue(String item) {
        return catalogues.named(item).map(ItemCodes::item);
    }

    private static Item item(CatalogueItem found) {
        return new Item(found.code(), found.area());
    }
}
