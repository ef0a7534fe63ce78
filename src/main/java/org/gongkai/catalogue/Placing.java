package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * 给读懂的行认身份：同领域、同各级事项名称的是同一事项；一个名称下有几行的，先按内容相同、再按先后对应。
 *
 * <p>Matches read rows with the items of a version, so that the same file twice changes nothing.
 */
final class Placing {

    private final Map<String, List<CatalogueItem>> known = new HashMap<>();
    private final Map<String, String> keyByCode;

    /** @param keyByCode 事项代码到键 */
    Placing(List<CatalogueItem> items, Map<String, String> keyByCode) {
        this.keyByCode = keyByCode;
        for (CatalogueItem item : items) {
            known.computeIfAbsent(group(keyByCode.getOrDefault(item.code(), "")), _ -> new ArrayList<>())
                    .add(item);
        }
    }

    static String group(String key) {
        int mark = key.lastIndexOf('#');
        return mark < 0 ? key : key.substring(0, mark);
    }

    static String groupKey(String area, ReadRow row) {
        return area + "|" + Plain.key(row.primary()) + "|" + Plain.key(row.secondary()) + "|"
                + Plain.key(row.tertiary());
    }

    /** @param areas 每一行的领域代码，次序与行相同 */
    List<Placed> place(List<ReadRow> rows, List<String> areas) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(groupKey(areas.get(i), rows.get(i)), _ -> new ArrayList<>())
                    .add(i);
        }
        var placed = new Placed[rows.size()];
        groups.forEach((group, indexes) -> placeGroup(group, indexes, rows, areas, placed));
        return List.of(placed);
    }

    private void placeGroup(
            String group, List<Integer> indexes, List<ReadRow> rows, List<String> areas, Placed[] placed) {
        var free = new ArrayList<>(known.getOrDefault(group, List.of()));
        var waiting = new ArrayList<Integer>();
        for (int index : indexes) {
            String content = Plain.key(rows.get(index).content());
            var same = free.stream()
                    .filter(item -> Plain.key(item.content()).equals(content))
                    .findFirst();
            if (same.isPresent()) {
                free.remove(same.get());
                placed[index] = known(rows.get(index), areas.get(index), same.get());
            } else {
                waiting.add(index);
            }
        }
        Set<String> taken = new HashSet<>();
        known.getOrDefault(group, List.of()).forEach(item -> taken.add(keyByCode.getOrDefault(item.code(), "")));
        for (int index : waiting) {
            if (free.isEmpty()) {
                int ordinal = 1;
                while (!taken.add(group + "#" + ordinal)) {
                    ordinal++;
                }
                placed[index] = new Placed(
                        rows.get(index), areas.get(index), group + "#" + ordinal, "", Placed.Change.ADDED, List.of());
            } else {
                placed[index] = known(rows.get(index), areas.get(index), free.removeFirst());
            }
        }
    }

    private Placed known(ReadRow row, String area, CatalogueItem item) {
        var changes = changes(item, row);
        return new Placed(
                row,
                area,
                Objects.requireNonNull(keyByCode.get(item.code())),
                item.code(),
                changes.isEmpty() ? Placed.Change.UNCHANGED : Placed.Change.CHANGED,
                changes);
    }

    static List<Placed.ElementChange> changes(CatalogueItem before, ReadRow after) {
        var changes = new ArrayList<Placed.ElementChange>();
        compare(changes, "content", before.content(), after.content());
        compare(changes, "basis", before.basis(), after.basisText());
        compare(changes, "limit", before.limitText(), after.limitText());
        compare(changes, "body", before.bodyText(), after.bodyText());
        compare(changes, "channel", String.join("、", before.channelTexts()), String.join("、", after.channelTexts()));
        compare(
                changes,
                "audience",
                before.audience() + before.audienceText(),
                after.audience() + after.audienceText());
        compare(changes, "mode", before.mode().name(), after.mode().name());
        compare(changes, "level", before.levels().toString(), after.levels().toString());
        return changes;
    }

    private static void compare(List<Placed.ElementChange> changes, String field, String before, String after) {
        if (!Plain.tight(before).equals(Plain.tight(after))) {
            changes.add(new Placed.ElementChange(field, before, after));
        }
    }
}
