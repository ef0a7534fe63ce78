package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.organisation.BodyLevel;

/** 一行的各要素写成给人看的字，两行逐个要素比较；空格、全半角、繁简、渠道的先后不算不同。 Compares two rows element by element. */
final class Elements {

    private Elements() {}

    static List<Placed.ElementChange> changes(CatalogueItem before, ReadRow after) {
        return changes(of(before), of(after));
    }

    static List<Placed.ElementChange> changes(CatalogueItem before, CatalogueItem after) {
        return changes(of(before), of(after));
    }

    private static Map<String, String> of(CatalogueItem item) {
        return of(
                item.content(),
                item.basis(),
                item.limitText(),
                item.bodyText(),
                item.channelTexts(),
                audience(item.audience(), item.audienceText()),
                item.mode(),
                item.levels(),
                item.stage());
    }

    private static Map<String, String> of(ReadRow row) {
        return of(
                row.content(),
                row.basisText(),
                row.limitText(),
                row.bodyText(),
                row.channelTexts(),
                audience(row.audience(), row.audienceText()),
                row.mode(),
                row.levels(),
                row.stage());
    }

    private static Map<String, String> of(
            String content,
            String basis,
            String limit,
            String body,
            List<String> channels,
            String audience,
            DisclosureMode mode,
            Set<BodyLevel> levels,
            String stage) {
        var elements = new LinkedHashMap<String, String>();
        elements.put("content", content);
        elements.put("basis", basis);
        elements.put("limit", limit);
        elements.put("body", body);
        elements.put("channel", String.join("、", channels));
        elements.put("audience", audience);
        elements.put("mode", "catalogue.mode." + mode);
        elements.put("level", levels.stream().sorted().map(ExportColumns::level).collect(Collectors.joining("、")));
        elements.put("stage", stage);
        return elements;
    }

    private static String audience(Audience kind, String text) {
        return text.isEmpty() ? "catalogue.audience." + kind : text;
    }

    private static List<Placed.ElementChange> changes(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<Placed.ElementChange>();
        before.forEach((field, was) -> {
            String is = after.getOrDefault(field, "");
            Function<String, Object> plain = field.equals("channel") ? Elements::names : Plain::tight;
            if (!was.equals(is) && !plain.apply(was).equals(plain.apply(is))) {
                changes.add(new Placed.ElementChange(field, was, is));
            }
        });
        return changes;
    }

    private static Set<String> names(String channels) {
        var names = new HashSet<String>();
        for (String name : channels.split("、")) {
            names.add(Plain.tight(name));
        }
        return names;
    }
}
