package org.gongkai.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 机构名录表格的读法：表头认中文也认代码，别名用；、|分隔。 Reads the table of bodies into drafts, without judging them. */
final class BodyRows {

    private static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("code", "code"),
            Map.entry("机构代码", "code"),
            Map.entry("单位代码", "code"),
            Map.entry("代码", "code"),
            Map.entry("编码", "code"),
            Map.entry("name", "name"),
            Map.entry("机构名称", "name"),
            Map.entry("单位名称", "name"),
            Map.entry("名称", "name"),
            Map.entry("全称", "name"),
            Map.entry("aliases", "aliases"),
            Map.entry("别名", "aliases"),
            Map.entry("简称", "aliases"),
            Map.entry("parent", "parent"),
            Map.entry("上级", "parent"),
            Map.entry("上级机构", "parent"),
            Map.entry("上级机构代码", "parent"),
            Map.entry("上级代码", "parent"),
            Map.entry("level", "level"),
            Map.entry("层级", "level"),
            Map.entry("级别", "level"),
            Map.entry("organisationcode", "organisationCode"),
            Map.entry("组织机构代码", "organisationCode"));
    private static final Map<String, BodyLevel> LEVELS = levels();
    private static final int HEADING_WITHIN = 10;

    /** 一行，原样。 One row as written; null where the file has no such column. */
    record Draft(
            int row,
            String code,
            String name,
            @Nullable List<String> aliases,
            String parent,
            String level,
            @Nullable String organisationCode) {

        @Nullable
        BodyLevel bodyLevel() {
            return LEVELS.get(level.toUpperCase(Locale.ROOT));
        }
    }

    private BodyRows() {}

    static boolean isReadable(List<List<String>> rows) {
        return find(rows) >= 0;
    }

    static List<Draft> read(List<List<String>> rows) {
        int heading = heading(rows);
        Map<String, Integer> columns = columns(rows.get(heading));
        var drafts = new ArrayList<Draft>();
        for (int i = heading + 1; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.stream().anyMatch(text -> !plain(text).isEmpty())) {
                drafts.add(draft(i + 1, row, columns));
            }
        }
        return drafts;
    }

    /** 表头里各列的位置。 */
    static Map<String, Integer> headings(List<List<String>> rows) {
        return columns(rows.get(heading(rows)));
    }

    private static Draft draft(int number, List<String> row, Map<String, Integer> columns) {
        String aliases = text(row, columns.get("aliases"));
        return new Draft(
                number,
                blank(text(row, columns.get("code"))),
                blank(text(row, columns.get("name"))),
                aliases == null ? null : split(aliases),
                blank(text(row, columns.get("parent"))),
                blank(text(row, columns.get("level"))),
                text(row, columns.get("organisationCode")));
    }

    static List<String> split(String aliases) {
        return Arrays.stream(aliases.split("[;；、|｜/\\n]"))
                .map(BodyRows::plain)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
    }

    private static int heading(List<List<String>> rows) {
        int found = find(rows);
        if (found < 0) {
            throw new Refused(Refusal.of("organisation.noHeading"));
        }
        return found;
    }

    private static int find(List<List<String>> rows) {
        for (int i = 0; i < Math.min(rows.size(), HEADING_WITHIN); i++) {
            if (columns(rows.get(i)).keySet().containsAll(List.of("code", "name"))) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, Integer> columns(List<String> row) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < row.size(); i++) {
            String name =
                    HEADINGS.get(plain(row.get(i)).toLowerCase(Locale.ROOT).replaceAll("[\\s_*]", ""));
            if (name != null) {
                columns.putIfAbsent(name, i);
            }
        }
        return columns;
    }

    private static @Nullable String text(List<String> row, @Nullable Integer column) {
        if (column == null) {
            return null;
        }
        return column < row.size() ? plain(row.get(column)) : "";
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** NFKC would turn （） into (): names keep their punctuation, only the edges are cleaned. */
    private static String plain(String text) {
        String clean = text.replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n]]", "").strip();
        return clean.matches("[\\x00-\\xff\\uff01-\\uff5e]*")
                ? Normalizer.normalize(clean, Normalizer.Form.NFKC)
                : clean;
    }

    private static Map<String, BodyLevel> levels() {
        var levels = new HashMap<String, BodyLevel>();
        for (BodyLevel level : BodyLevel.values()) {
            levels.put(level.name(), level);
        }
        put(levels, BodyLevel.PROVINCE, "省级", "省", "直辖市");
        put(levels, BodyLevel.CITY, "市级", "市", "地级", "地市级");
        put(levels, BodyLevel.COUNTY, "县级", "区级", "县", "区", "区县级", "县区级", "县（区）级", "区（县）级", "县(区)级", "区(县)级");
        put(levels, BodyLevel.TOWN, "乡级", "镇级", "街镇级", "乡镇级", "街道", "乡镇", "镇街级", "街道级", "乡镇（街道）级", "乡镇(街道)级", "乡", "镇");
        put(levels, BodyLevel.VILLAGE, "村级", "社区级", "村居级", "村居", "村", "社区", "村（社区）级", "村(社区)级", "村（居）级");
        return Map.copyOf(levels);
    }

    private static void put(Map<String, BodyLevel> levels, BodyLevel level, String... words) {
        for (String word : words) {
            levels.put(word, level);
        }
    }
}
