package org.gongkai.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 说一类机构的字：街镇、村居、部门，和部门的通用简称。 Words for kinds of bodies; all texts are {@link Plain#tight}. */
final class BodyWords {

    /** 县级、本级、地方各级……职能……部门。 */
    private static final Pattern DEPARTMENT = Pattern.compile(
            "^(?:本级|同级|各级|地方各级|县级以上|县级|区级|市级|区|县|市|市级|县\\(市、区\\)级?|区县|县区|地方)?(?:人民)?(?:政府)?(.{2,14}?)(?:行政)?(?:主管)?(?:管理)?(?:部门|机关)$");

    /** 住建局、卫健委：简称加机构的类名。 */
    static final Pattern OFFICE = Pattern.compile("^(.{2,8}?)(?:局|委|委员会|办|办公室)$");

    private static final Pattern TOWN = Pattern.compile("^(?:乡镇|镇乡|乡|镇|乡\\(镇\\)|镇\\(乡\\))(?:人民)?政府$|^乡镇$|^各?乡$|^镇$");
    private static final Pattern STREET = Pattern.compile("^街道(?:办|办事处)?$");
    private static final Pattern BOTH = Pattern.compile(
            "^(?:街镇|镇街|街乡镇?|乡镇街|镇街道|街道乡镇|街道镇|乡镇\\(?街道\\)?|乡\\(?镇街道\\)?|镇\\(?街道\\)?|街道\\(?乡?镇\\)?|镇\\(?乡、?街道\\)?)(?:办|办事处)?\\)?$"
                    + "|^(?:乡|镇|乡镇|镇街|街镇|苏木乡镇)级(?:(?:人民)?政府)?$|^乡镇(?:人民)?政府级$"
                    + "|^(?:乡镇|镇|乡)(?:人民)?政府\\(?街道(?:办|办事处)?\\)?$|^街道(?:办|办事处)?\\(?(?:乡镇|镇)(?:(?:人民)?政府)?\\)?$");
    private static final Pattern VILLAGE = Pattern.compile(
            "^村(?:民|级|居|\\(居\\))?(?:委员?会|民委员会)?(?:\\(社区\\)|\\(居委会\\))?$|^居(?:民)?委(?:员)?会$|^社区(?:居委会)?$|^村\\(社区\\)$|^村社区$|^村居(?:委会|两委)?$|^村\\(居\\)民?委(?:员)?会$");
    private static final Set<String> GOVERNMENT = Set.of(
            "县级政府",
            "区政府",
            "县政府",
            "市政府",
            "县级人民政府",
            "区人民政府",
            "县人民政府",
            "本级政府",
            "本级人民政府",
            "人民政府",
            "区级政府",
            "县区政府",
            "区级人民政府",
            "同级人民政府",
            "县(区)人民政府",
            "县(市、区)人民政府",
            "县(区)政府",
            "旗县级政府");
    private static final Set<String> EVERYBODY = Set.of(
            "各部门", "各单位", "区级各部门", "县级各部门", "各委办局", "政府各部门", "区政府各部门", "县政府各部门", "各级各部门", "县直各部门", "区直各部门", "区各部门",
            "县各部门", "区级部门", "县级部门", "政府部门");
    /** 市级的某个机构；市场、市政、市容、市民中心的“市”不是。 */
    private static final Pattern CITY = Pattern.compile("市(?!场|容|政(?!府|务|法|协)|民(?:服务|中心|热线)|\\(县|区).+");

    private static final Pattern NOBODY = Pattern.compile(
            "(?:各?相关|各?有关|职能|审批|业务|主管|各|所属|其他|其|行政|政府|公开|负责|监管|责任|牵头|行业|监督管理|执法|实施|许可)+(?:审批|行政|职能|业务|行业|监督|执法|管理|许可)*");
    /** 县级部门的通用简称，按国家机构的规范名称展开。 */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("住建", "住房和城乡建设"),
            Map.entry("住房城乡建设", "住房和城乡建设"),
            Map.entry("建设", "住房和城乡建设"),
            Map.entry("人社", "人力资源和社会保障"),
            Map.entry("人力资源社会保障", "人力资源和社会保障"),
            Map.entry("卫健", "卫生健康"),
            Map.entry("卫计", "卫生健康"),
            Map.entry("市监", "市场监督管理"),
            Map.entry("市场监管", "市场监督管理"),
            Map.entry("食品药品监管", "市场监督管理"),
            Map.entry("发改", "发展和改革"),
            Map.entry("发展改革", "发展和改革"),
            Map.entry("应急", "应急管理"),
            Map.entry("城管", "城市管理"),
            Map.entry("文旅", "文化和旅游"),
            Map.entry("文化旅游", "文化和旅游"),
            Map.entry("医保", "医疗保障"),
            Map.entry("自规", "自然资源"),
            Map.entry("国土", "自然资源"),
            Map.entry("环保", "生态环境"),
            Map.entry("农业", "农业农村"),
            Map.entry("司法行政", "司法"),
            Map.entry("工信", "工业和信息化"));

    /** 乡级的哪一种。 */
    enum Town {
        TOWN,
        STREET,
        BOTH
    }

    private BodyWords() {}

    static Optional<Town> town(String text) {
        if (TOWN.matcher(text).matches()) {
            return Optional.of(Town.TOWN);
        }
        if (STREET.matcher(text).matches()) {
            return Optional.of(Town.STREET);
        }
        return BOTH.matcher(text).matches() ? Optional.of(Town.BOTH) : Optional.empty();
    }

    static boolean isVillage(String text) {
        return VILLAGE.matcher(text).matches();
    }

    static boolean isGovernment(String text) {
        return GOVERNMENT.contains(text);
    }

    /** 以“市”打头、说的是市一级的。 */
    static boolean isCity(String text) {
        return CITY.matcher(text).matches();
    }

    static boolean isEverybody(String text) {
        return EVERYBODY.contains(text);
    }

    /** “县级民政部门”的职能。 */
    static Optional<String> function(String text) {
        Matcher department = DEPARTMENT.matcher(text);
        return department.matches() ? Optional.of(department.group(1)) : Optional.empty();
    }

    /** 没有说是谁：相关、有关、审批…… */
    static boolean isNobody(String function) {
        return NOBODY.matcher(function).matches();
    }

    static String inFull(String function) {
        return SHORT.getOrDefault(function, function);
    }
}
