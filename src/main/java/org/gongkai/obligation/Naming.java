package org.gongkai.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 把机构全称、“领域/一级/二级”换成代码；认不出、或者不止一个的，说出来，不猜。 Names into codes; unknown or ambiguous is said. */
@Component
class Naming {

    private final PublicBodies bodies;
    private final Catalogues catalogues;

    Naming(PublicBodies bodies, Catalogues catalogues) {
        this.bodies = bodies;
        this.catalogues = catalogues;
    }

    /**
     * 换成代码的一行。
     *
     * @param problem 认不出机构或者事项时为什么
     */
    record Named(Formation line, @Nullable Refusal problem) {}

    List<Named> resolve(List<Formation> lines) {
        var names = lines.stream().map(line -> line.item().strip()).collect(Collectors.toSet());
        Map<String, List<CatalogueItem>> items = catalogues.allNamed(names);
        return lines.stream().map(line -> resolve(line, items)).toList();
    }

    private Named resolve(Formation line, Map<String, List<CatalogueItem>> items) {
        List<String> found = bodies(line.body().strip());
        String body = found.size() == 1 ? found.getFirst() : line.body().strip();
        String text = line.item().strip();
        List<CatalogueItem> named =
                text.indexOf('/') < 0 ? List.of() : owedBy(body, items.getOrDefault(text, List.of()));
        String item = named.size() == 1 ? named.getFirst().code() : text;
        Refusal problem = null;
        if (found.size() > 1) {
            problem = Refusal.of("obligation.bodyAmbiguous", body, String.join("、", found));
        } else if (text.indexOf('/') >= 0 && named.isEmpty()) {
            problem = Refusal.of("obligation.itemUnknown", text);
        } else if (named.size() > 1) {
            problem = Refusal.of(
                    "obligation.itemAmbiguous",
                    text,
                    String.join("、", named.stream().map(CatalogueItem::code).toList()));
        }
        return new Named(
                new Formation(
                        line.externalId(),
                        body,
                        item,
                        line.formedOn(),
                        line.title().strip()),
                problem);
    }

    /** 没有这样的要求：机构、事项、还是两者之间没有关系。 Why nothing is owed. */
    Refusal whyNotOwed(Formation line) {
        if (bodies.find(line.body()).isEmpty()) {
            return Refusal.of("obligation.bodyUnknown", line.body());
        }
        return catalogues.item(line.item()).isEmpty()
                ? Refusal.of("obligation.itemUnknown", line.item())
                : Refusal.of("obligation.notOwed", line.item(), line.body());
    }

    private List<String> bodies(String text) {
        return bodies.find(text).isPresent()
                ? List.of(text)
                : bodies.named(text).stream().map(PublicBody::code).toList();
    }

    /** 同名的几行，先取这个机构应当公开的。 */
    private static List<CatalogueItem> owedBy(String body, List<CatalogueItem> named) {
        if (named.size() < 2) {
            return named;
        }
        List<CatalogueItem> owed = new ArrayList<>(named);
        owed.removeIf(item -> !item.bodies().contains(body));
        return owed.isEmpty() ? named : owed;
    }
}
