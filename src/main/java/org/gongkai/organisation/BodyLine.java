package org.gongkai.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 名录文件的一行，读懂之后。
 *
 * <p>Kind and functions are read from the name: 澄湖区住房和城乡建设局 is a department that does 住房城乡建设.
 */
record BodyLine(
        String code,
        String name,
        String shortName,
        List<String> aliases,
        @Nullable String parent,
        BodyLevel level,
        BodyKind kind,
        Set<String> functions) {

    private static final Map<String, BodyLevel> LEVELS = Map.ofEntries(
            Map.entry("省级", BodyLevel.PROVINCE),
            Map.entry("省", BodyLevel.PROVINCE),
            Map.entry("市级", BodyLevel.CITY),
            Map.entry("市", BodyLevel.CITY),
            Map.entry("县级", BodyLevel.COUNTY),
            Map.entry("区级", BodyLevel.COUNTY),
            Map.entry("区县级", BodyLevel.COUNTY),
            Map.entry("县", BodyLevel.COUNTY),
            Map.entry("区", BodyLevel.COUNTY),
            Map.entry("乡级", BodyLevel.TOWN),
            Map.entry("乡镇级", BodyLevel.TOWN),
            Map.entry("街镇级", BodyLevel.TOWN),
            Map.entry("镇级", BodyLevel.TOWN),
            Map.entry("街道级", BodyLevel.TOWN),
            Map.entry("乡镇", BodyLevel.TOWN),
            Map.entry("街道", BodyLevel.TOWN),
            Map.entry("镇", BodyLevel.TOWN),
            Map.entry("村级", BodyLevel.VILLAGE),
            Map.entry("村居级", BodyLevel.VILLAGE),
            Map.entry("社区级", BodyLevel.VILLAGE),
            Map.entry("村", BodyLevel.VILLAGE),
            Map.entry("社区", BodyLevel.VILLAGE));
    private static final Pattern BETWEEN = Pattern.compile("[;；、|/]");
    private static final Pattern PLACE = Pattern.compile("^.{1,12}?(?:省|市|区|县|旗)(?=.{2,})");
    private static final Pattern ENDING = Pattern.compile("(?:委员会|办公室|管理局|监督局|分局|总局|局|委|厅|办|署)$");

    static Optional<BodyLevel> level(String text) {
        String plain = text.strip();
        return Arrays.stream(BodyLevel.values())
                .filter(level -> level.name().equals(plain.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> Optional.ofNullable(LEVELS.get(plain)));
    }

    static BodyLine of(String code, String name, String aliases, String parent, BodyLevel level) {
        List<String> others = new ArrayList<>();
        for (String alias : BETWEEN.split(aliases)) {
            if (!alias.isBlank() && !alias.strip().equals(name)) {
                others.add(alias.strip());
            }
        }
        BodyKind kind = kind(name, level);
        String shortName = others.isEmpty() ? name : others.getFirst();
        return new BodyLine(
                code,
                name,
                shortName,
                List.copyOf(others),
                parent.isEmpty() ? null : parent,
                level,
                kind,
                kind == BodyKind.DEPARTMENT ? functions(name) : Set.of());
    }

    private static BodyKind kind(String name, BodyLevel level) {
        if (level == BodyLevel.VILLAGE) {
            return name.contains("居民委员会") || name.contains("居委会") || name.endsWith("社区")
                    ? BodyKind.COMMUNITY
                    : BodyKind.VILLAGE;
        }
        if (name.contains("街道") && level == BodyLevel.TOWN) {
            return BodyKind.STREET;
        }
        if (name.endsWith("人民政府") || name.endsWith("管理委员会") || name.endsWith("管委会")) {
            return level == BodyLevel.TOWN ? BodyKind.TOWN : BodyKind.GOVERNMENT;
        }
        if (name.endsWith("公司") || name.endsWith("厂")) {
            return BodyKind.ENTERPRISE;
        }
        if (level == BodyLevel.TOWN) {
            return BodyKind.TOWN;
        }
        return ENDING.matcher(name).find() ? BodyKind.DEPARTMENT : BodyKind.INSTITUTION;
    }

    /** 职能词：去掉地名和“局”“委员会”，“和”字有无都算，并列的各算一个。 */
    private static Set<String> functions(String name) {
        String bare = ENDING.matcher(PLACE.matcher(name).replaceFirst("")).replaceFirst("");
        String joined = bare.replace("和", "");
        Set<String> words = new LinkedHashSet<>(List.of(bare, joined));
        for (String part : bare.split("和")) {
            words.add(part);
        }
        for (String word : List.copyOf(words)) {
            words.add(word.replaceFirst("(?:管理|行政|事务)$", ""));
        }
        words.removeIf(word -> word.length() < 2);
        return words;
    }
}
