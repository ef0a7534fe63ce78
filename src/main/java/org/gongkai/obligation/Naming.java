package org.gongkai.obligation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.organisation.PublicBodies;
import org.springframework.stereotype.Component;

/** 把机构全称、“领域/一级/二级”换成代码；认不出的原样留下，随后按“没有这项要求”拒绝。 */
@Component
class Naming {

    private final PublicBodies bodies;

    private final Catalogues catalogues;

    Naming(PublicBodies bodies, Catalogues catalogues) {
        this.bodies = bodies;
        this.catalogues = catalogues;
    }

    List<Formation> resolve(List<Formation> lines) {
        Map<String, String> items = new HashMap<>();
        return lines.stream().map(line -> resolve(line, items)).toList();
    }

    private Formation resolve(Formation line, Map<String, String> items) {
        String body = line.body().strip();
        if (bodies.find(body).isEmpty()) {
            var named = bodies.named(body);
            body = named.size() == 1 ? named.getFirst().code() : body;
        }
        return new Formation(
                line.externalId(),
                body,
                items.computeIfAbsent(line.item().strip(), this::item),
                line.formedOn(),
                line.title().strip());
    }

    private String item(String text) {
        return text.indexOf('/') < 0
                ? text
                : catalogues.named(text).map(CatalogueItem::code).orElse(text);
    }
}
