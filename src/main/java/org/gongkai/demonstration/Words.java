package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 填进文稿的词。 */
final class Words {

    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");
    private static final String[] PLACES = "桃源 枫林 新河 前进 荷塘 长乐 松涛 银杏 望湖 春晖 石榴 柳桥 青石 白鹭 双溪 横塘".split(" ");
    private static final String[] TOWNS = "柳桥街道 望亭街道 文昌街道 锦带街道 南塘街道 青石镇 白鹭镇 双溪镇".split(" ");
    private static final String[] TRADES = "建筑工程 餐饮管理 物业服务 机械制造 生物科技 食品 商贸 物流 医药 环保科技 信息技术 纺织".split(" ");
    private static final String[] NAMES = "瑞和 恒泽 嘉禾 盛景 安澜 启明 同润 广源 博远 华耀 德昌 新程".split(" ");
    private static final String[] PROJECTS =
            "东环路道路改造工程 滨湖公园二期 第三小学教学楼扩建 老旧小区雨污分流改造 区疾控中心迁建 农村公路提档升级 污水处理厂提标改造 社区养老服务中心 高标准农田建设 区图书馆新馆 城区停车场 湖岸生态修复"
                    .split(" ");
    private static final String[] ROADS = "东环路 人民路 湖滨大道 文昌路 解放路 青石路 学府路 望亭路 建设路 新河路".split(" ");

    private Words() {}

    static Map<String, String> of(CatalogueRow row, District.Body body, LocalDate formed) {
        Map<String, String> words = new HashMap<>();
        String basis = row.basis().split("、")[0];
        words.put("body", body.name());
        words.put("short", body.shortName());
        words.put("district", body.name().substring(0, body.name().indexOf('区') + 1));
        words.put("noun", row.noun());
        words.put("area", row.area());
        words.put("secondary", row.secondary());
        words.put("content", row.content());
        words.put("basis", basis);
        words.put("prefix", body.number().isEmpty() ? "村" : body.number());
        words.put("year", Integer.toString(formed.getYear()));
        words.put("date", formed.getYear() + "年" + formed.getMonthValue() + "月" + formed.getDayOfMonth() + "日");
        words.put(
                "project", PROJECTS[Math.floorMod((body.code() + row.number() + formed).hashCode(), PROJECTS.length)]);
        words.put("period", period(row.limit(), formed));
        return words;
    }

    /** 统计类说的是上一期。 */
    private static String period(RowLimit limit, LocalDate formed) {
        return switch (limit) {
            case YEAR -> formed.minusYears(1).getYear() + "年度";
            case QUARTER -> quarter(limit.periodStart(formed).minusDays(1));
            case MONTH -> month(formed.withDayOfMonth(1).minusDays(1));
            default -> month(formed);
        };
    }

    private static String month(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月";
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "年第" + "一二三四".charAt((day.getMonthValue() - 1) / 3) + "季度";
    }

    static String fill(String pattern, Map<String, String> words, SplittableRandom random) {
        Function<String, String> one = hole -> value(hole, words, random);
        Matcher matcher = HOLE.matcher(pattern);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(one.apply(found.group(1))));
    }

    private static String value(String hole, Map<String, String> words, SplittableRandom random) {
        String known = words.get(hole);
        if (known != null) {
            return known;
        }
        String[] part = hole.split(" ", 2);
        return switch (part[0]) {
            case "village" -> pick(PLACES, random) + (random.nextBoolean() ? "村" : "社区");
            case "town" -> pick(TOWNS, random);
            case "road" -> pick(ROADS, random);
            case "works" -> pick(PROJECTS, random);
            case "company" -> "澄湖" + pick(NAMES, random) + pick(TRADES, random) + "有限公司";
            case "pick" -> pick(part[1].split("/"), random);
            case "int", "rate" -> Integer.toString(between(part[1], random));
            case "money" -> String.format(Locale.ROOT, "%.2f", between(part[1], random) + random.nextInt(100) / 100.0);
            default -> throw new IllegalStateException("unknown word {" + hole + "}");
        };
    }

    private static String pick(String[] of, SplittableRandom random) {
        return of[random.nextInt(of.length)];
    }

    private static int between(String bounds, SplittableRandom random) {
        String[] bound = bounds.split(" ");
        return random.nextInt(Integer.parseInt(bound[0]), Integer.parseInt(bound[1]) + 1);
    }
}
