package org.gongkai.demonstration;

import java.util.ArrayList;
import java.util.List;

/** 一个编写的区：区政府、部门、街道、镇、村居。 Every name is made up. */
record District(
        String code,
        String name,
        String prefix,
        Body government,
        List<Body> bureaus,
        List<Body> streets,
        List<Body> towns,
        List<Body> villages) {

    /** 层级，写进名录文件的词。 */
    enum Level {
        CITY("市级"),
        COUNTY("区级"),
        TOWN("街镇级"),
        VILLAGE("村居级");

        final String chinese;

        Level(String chinese) {
            this.chinese = chinese;
        }
    }

    /**
     * 一个机构。
     *
     * @param function 职能词；街镇、村居为空串
     * @param phrase 目录里的类称，例如“县级民政部门”
     * @param number 发文代字，例如“澄民”
     */
    record Body(
            String code,
            String name,
            String shortName,
            String parent,
            Level level,
            String function,
            String phrase,
            String number) {}

    private static final String[] NAMES = "澄湖 云屏 锦溪 望江 清濑 平澜 秀川 东屿 梅浦 竹渚 枫桥湾 白石湾 南浔湾 柳岸 沙汀 长汀洲".split(" ");
    private static final String[] STREETS = "柳桥 望亭 文昌 锦带 南塘 清波 云台 东屏 北关 桂园 学府 临湖".split(" ");
    private static final String[] TOWNS = "青石 白鹭 双溪 横塘 沙渚 石梁 大圩 梅岭 枣林 龙泉".split(" ");
    private static final String[] VILLAGES = "桃源 枫林 新河 前进 幸福里 荷塘 长乐 松涛 银杏 望湖 春晖 石榴".split(" ");

    /** 第 index 个区。 */
    static District build(DistrictSize size, int index, String above) {
        String name = NAMES[index % NAMES.length] + "区";
        String code = "D" + (char) ('A' + index);
        String prefix = name.substring(0, 1);
        Body government = new Body(
                code + "000",
                name + "人民政府",
                size.districts() == 1 ? "区政府" : name + "政府",
                above,
                Level.COUNTY,
                "",
                name + "人民政府",
                prefix + "府办");
        String own = size.districts() == 1 ? "区" : name;
        List<Body> bureaus = new ArrayList<>();
        for (String line : Lines.of("bodies.txt").subList(0, size.bureaus())) {
            String[] c = line.split(" \\| ");
            bureaus.add(new Body(
                    code + (101 + bureaus.size()),
                    name + c[1],
                    own + c[2],
                    government.code,
                    Level.COUNTY,
                    c[0],
                    "县级" + c[3],
                    prefix + c[4]));
        }
        return withLowerLevels(size, code, name, prefix, government, bureaus);
    }

    private static District withLowerLevels(
            DistrictSize size, String code, String name, String prefix, Body government, List<Body> bureaus) {
        List<Body> streets = new ArrayList<>();
        List<Body> towns = new ArrayList<>();
        List<Body> villages = new ArrayList<>();
        for (int i = 0; i < size.streets(); i++) {
            streets.add(
                    lower(size, code + (201 + i), name, STREETS[i] + "街道办事处", STREETS[i] + "街道", government, prefix));
        }
        for (int i = 0; i < size.towns(); i++) {
            towns.add(lower(size, code + (301 + i), name, TOWNS[i] + "镇人民政府", TOWNS[i] + "镇", government, prefix));
        }
        int v = 0;
        for (Body town : concat(streets, towns)) {
            for (int i = 0; i < size.villages(); i++, v++) {
                boolean rural = town.name.endsWith("镇人民政府");
                String word = VILLAGES[v % VILLAGES.length];
                String place = town.shortName.substring(town.shortName.startsWith(name) ? name.length() : 0) + word;
                villages.add(new Body(
                        code + (401 + v),
                        name + place + (rural ? "村村民委员会" : "社区居民委员会"),
                        word + (rural ? "村" : "社区"),
                        town.code,
                        Level.VILLAGE,
                        "",
                        "村（居）民委员会",
                        ""));
            }
        }
        return new District(code, name, prefix, government, bureaus, streets, towns, villages);
    }

    private static Body lower(
            DistrictSize size, String code, String district, String name, String shortName, Body above, String prefix) {
        return new Body(
                code,
                district + name,
                size.districts() == 1 ? shortName : district + shortName,
                above.code,
                Level.TOWN,
                "",
                "乡镇政府（街道办）",
                prefix + shortName.charAt(0) + "府");
    }

    List<Body> streetsAndTowns() {
        return concat(streets, towns);
    }

    List<Body> all() {
        List<Body> all = new ArrayList<>();
        all.add(government);
        all.addAll(bureaus);
        all.addAll(streetsAndTowns());
        all.addAll(villages);
        return all;
    }

    Body bureau(String function) {
        return bureaus.stream()
                .filter(body -> body.function.equals(function))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no bureau for " + function));
    }

    private static List<Body> concat(List<Body> a, List<Body> b) {
        List<Body> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
