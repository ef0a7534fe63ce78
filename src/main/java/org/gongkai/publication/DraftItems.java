package org.gongkai.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** 起草时要看的目录：一个机构应公开的事项，一个事项的要求。 What the catalogue asks, beside the draft. */
@Component
public class DraftItems {

    private static final int MOST = 500;

    private final Catalogues catalogues;

    DraftItems(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** 现行目录里的一个事项；代码不认识就是空。 */
    public Optional<CatalogueItem> card(String item) {
        return item.isBlank() ? Optional.empty() : catalogues.item(item.strip());
    }

    /** 这个机构应公开的事项，代码对名称，最多五百项。 Codes and names of what a body owes, in the order of the codes. */
    public Map<String, String> owedBy(String body) {
        var names = new LinkedHashMap<String, String>();
        if (!body.isBlank()) {
            catalogues.items(null, body, "", MOST).forEach(item -> names.put(item.code(), item.fullName()));
        }
        return names;
    }

    /** 全部领域，代码对名称。 */
    public Map<String, String> areas() {
        var names = new LinkedHashMap<String, String>();
        catalogues.areas().forEach(area -> names.put(area.code(), area.name()));
        return names;
    }
}
