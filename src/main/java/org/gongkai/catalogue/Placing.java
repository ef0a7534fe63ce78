package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * 给读懂的行认身份：同领域、同各级事项名称的是同一事项；一个名称下有几行的，先按内容相同、再按先后对应。
 *
 * <p>Matches read rows with the items of a version, so that the same file twice changes nothing.
 */
final class Placing {

    private final Map<String, List<CatalogueItem>> known = new HashMap<>();
    private final Map<String, String> keyByCode;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Set<String>> areasByNames = new HashMap<>();

    /** @param keyByCode 给过的全部事项代码到键，撤销了的也在内：它们的键不再给别人 */
    Placing(List<CatalogueItem> items, Map<String, String> keyByCode) {
        this.keyByCode = keyByCode;
        keyByCode.values().forEach(key -> given.add(group(key) + "#" + ordinal(key)));
        for (CatalogueItem item : items) {
            String group = group(keyByCode.getOrDefault(item.code(), ""));
            known.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
            areasByNames
                    .computeIfAbsent(group.substring(group.indexOf('|') + 1), _ -> new HashSet<>())
                    .add(item.area());
        }
    }

    /** 没有写明领域的一行：目录里同名的事项只在一个领域的，就是那个领域。 */
    Optional<String> areaOf(ReadRow row) {
        String names = groupKey("", row).substring(1);
        var areas = areasByNames.getOrDefault(names, Set.of());
        return areas.size() == 1 ? Optional.of(areas.iterator().next()) : Optional.empty();
    }

    /** 键里去掉序数；一级与二级同名的，等于没有一级。 */
    static String group(String key) {
        int mark = key.lastIndexOf('#');
        String[] part = (mark < 0 ? key : key.substring(0, mark)).split("\\|", -1);
        return part.length < 4 ? key : joined(part[0], part[1], part[2], part[3]);
    }

    private static String ordinal(String key) {
        return key.substring(key.lastIndexOf('#') + 1);
    }

    static String groupKey(String area, ReadRow row) {
        return joined(area, Plain.key(row.primary()), Plain.key(row.secondary()), Plain.key(row.tertiary()));
    }

    private static String joined(String area, String primary, String secondary, String tertiary) {
        return area + "|" + (primary.equals(secondary) ? "" : primary) + "|" + secondary + "|" + tertiary;
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
        for (int index : waiting) {
            if (free.isEmpty()) {
                int ordinal = 1;
                while (!given.add(group + "#" + ordinal)) {
                    ordinal++;
                }
                placed[index] = new Placed(
                        rows.get(index), areas.get(index), group + "#" + ordinal, "", Placed.Change.ADDED, List.of());
            } else {
                placed[index] = known(rows.get(index), areas.get(index), free.removeFirst());
            }
        }
    }

    private Placed known(ReadRow read, String area, CatalogueItem item) {
        var row = read.completedFrom(item);
        var changes = Elements.changes(item, row);
        return new Placed(
                row,
                area,
                Objects.requireNonNull(keyByCode.get(item.code())),
                item.code(),
                changes.isEmpty() ? Placed.Change.UNCHANGED : Placed.Change.CHANGED,
                changes);
    }
}
