package org.gongkai.obligation;

import java.util.List;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.DisclosureMode;
import org.gongkai.catalogue.OwedRow;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.obligation.Rule.Terms;
import org.springframework.stereotype.Component;

/** 现行目录要求的全部：主动公开的每一行对每一个认定的机构；只依申请公开的不要求。 What the adopted catalogues demand. */
@Component
class Demands {

    private final Catalogues catalogues;

    Demands(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** 主动公开的各行。 */
    List<OwedRow> rows() {
        return catalogues.owed().stream()
                .filter(row -> row.mode() != DisclosureMode.ON_REQUEST)
                .toList();
    }

    static List<Rule> rules(List<OwedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.bodies().stream().map(body -> rule(row, body)))
                .toList();
    }

    private static Rule rule(OwedRow row, String body) {
        var terms =
                new Terms(row.area(), name(row), row.limit(), row.limitKind().name(), row.version());
        return new Rule(new Pair(row.item(), body), row.effectiveFrom(), terms, null);
    }

    private static String name(OwedRow row) {
        return row.primary().isBlank() || row.primary().equals(row.secondary())
                ? row.secondary()
                : row.secondary().isBlank() ? row.primary() : row.primary() + "－" + row.secondary();
    }
}
