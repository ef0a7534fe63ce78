package org.gongkai.organisation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** 从全称看出种类和职能词。 Kind and function words of a body from its name and level. */
final class BodyNames {

    private static final Pattern PLACE =
            Pattern.compile("^(?:[\\p{IsHan}]{2,8}(?:省|自治区))?(?:[\\p{IsHan}]{2,4}市(?![场政容民管]))?"
                    + "(?:[\\p{IsHan}]{1,5}?(?:自治县|自治旗|新区|区|县|旗))?");
    private static final Pattern ENDING = Pattern.compile("(?:委员会办公室|管理委员会|委员会|办公室|管理局|总局|分局|局|厅|委|办)$");
    private static final Map<String, List<String>> ALSO = Map.ofEntries(
            Map.entry("发展改革", List.of("发改")),
            Map.entry("科学技术", List.of("科技")),
            Map.entry("人力资源社会保障", List.of("人社", "人力社保", "劳动保障")),
            Map.entry("自然资源规划", List.of("规划自然资源", "规划资源", "国土资源")),
            Map.entry("规划自然资源", List.of("自然资源规划", "规划资源", "自然资源", "国土资源")),
            Map.entry("生态环境", List.of("环境保护", "环保")),
            Map.entry("住房城乡建设", List.of("住建", "住房建设", "建设")),
            Map.entry("卫生健康", List.of("卫健", "卫生", "卫生计生")),
            Map.entry("市场监督管理", List.of("市场监管", "食品药品监督管理", "食品药品监管")),
            Map.entry("医疗保障", List.of("医保")),
            Map.entry("文化旅游", List.of("文旅")),
            Map.entry("交通运输", List.of("交通")),
            Map.entry("城市管理行政执法", List.of("城市管理", "城管")),
            Map.entry("城市管理", List.of("城管")),
            Map.entry("退役军人事务", List.of("退役军人")),
            Map.entry("应急管理", List.of("安全生产监督管理", "安全监管")),
            Map.entry("农业农村", List.of("农业")));

    private BodyNames() {}

    static BodyKind kind(String name, BodyLevel level) {
        if (name.matches(".*(?:公司|集团)$")) {
            return BodyKind.ENTERPRISE;
        }
        if (name.endsWith("街道办事处") || name.endsWith("街道")) {
            return BodyKind.STREET;
        }
        if (name.matches(".*(?:居民委员会|居委会|社区)$")) {
            return BodyKind.COMMUNITY;
        }
        if (name.matches(".*(?:村民委员会|村委会)$") || level == BodyLevel.VILLAGE) {
            return BodyKind.VILLAGE;
        }
        if (name.matches(".*(?:人民政府|新区管理委员会|开发区管理委员会|园区管理委员会|管委会)$")) {
            return level == BodyLevel.TOWN ? BodyKind.TOWN : BodyKind.GOVERNMENT;
        }
        if (name.matches(".*(?:中心|医院|学校|中学|小学|幼儿园|大学|学院|馆|所|站|院|队)$")) {
            return BodyKind.INSTITUTION;
        }
        return level == BodyLevel.TOWN ? BodyKind.TOWN : BodyKind.DEPARTMENT;
    }

    /** 宝山区人力资源和社会保障局：人力资源和社会保障、人力资源社会保障、人力资源、社会保障…… */
    static Set<String> functions(String name, BodyKind kind) {
        if (kind != BodyKind.DEPARTMENT && kind != BodyKind.INSTITUTION) {
            return Set.of();
        }
        String core = ENDING.matcher(bare(name)).replaceFirst("");
        var words = new LinkedHashSet<String>();
        words.add(core);
        String joined = core.replace("和", "").replace("与", "");
        words.add(joined);
        words.addAll(List.of(core.split("[和与、]")));
        words.addAll(ALSO.getOrDefault(joined, List.of()));
        words.addAll(ALSO.getOrDefault(joined + "管理", List.of()));
        if (name.endsWith("管理局") || name.endsWith("管理委员会")) {
            words.add(joined + "管理");
        }
        List.copyOf(words).forEach(word -> words.add(word.replaceFirst("(?:事务)?管理$|事务$", "")));
        words.removeIf(word -> word.length() < 2);
        return words;
    }

    /** 去掉地名，例如“国家税务总局上海市宝山区税务局”剩下“税务局”。 */
    private static String bare(String name) {
        String own = name.replaceFirst("^国家\\p{IsHan}{2,6}?总局", "").replaceFirst("局\\p{IsHan}{2,6}分局$", "局");
        String rest = PLACE.matcher(own).replaceFirst("");
        return rest.length() < 2 ? own : rest;
    }
}
