package org.gongkai.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;

/**
 * 认出公开主体：名称、简称、别名，“县级民政部门”这样的种类，“A、B”这样的并列。认不出就交给人。
 *
 * <p>Whom a cell means. An empty optional is "ask a person", never a guess.
 */
final class BodyResolver {

    private static final Pattern BETWEEN = Pattern.compile("[、，,；;/\\n]");
    private static final Pattern AND = Pattern.compile("以及|或者|和|及|或");
    private static final Pattern DEPARTMENT = Pattern.compile(
            "^(?:本级|同级|各级|地方各级|县级以上|县级|区级|区|县|市级?|县\\(市、区\\)级?|区县|县区)?(?:人民)?(?:政府)?(.{2,14}?)(?:行政)?(?:主管)?(?:管理)?(?:部门|机关)$");
    private static final Set<String> TOWNS = Set.of(
            "乡镇政府",
            "乡镇人民政府",
            "乡镇",
            "街道办事处",
            "街道办",
            "街镇",
            "镇街",
            "各街镇",
            "各镇街",
            "各乡镇",
            "各街道",
            "乡镇街道",
            "乡(镇)人民政府",
            "乡级政府",
            "街道",
            "乡级人民政府",
            "各镇人民政府",
            "镇人民政府",
            "乡人民政府",
            "镇政府",
            "各乡镇街道",
            "乡镇街道办事处",
            "各镇",
            "乡镇级政府");
    private static final Set<String> VILLAGES =
            Set.of("村民委员会", "村委会", "居委会", "居民委员会", "村(居)委会", "村(居)民委员会", "村(社区)", "村级", "社区", "各村", "各村居", "村居", "村");
    private static final Set<String> GOVERNMENT =
            Set.of("县级政府", "区政府", "县政府", "县级人民政府", "区人民政府", "县人民政府", "本级政府", "本级人民政府", "人民政府", "区级政府", "县区政府");
    private static final Set<String> EVERYBODY =
            Set.of("各部门", "各单位", "区级各部门", "县级各部门", "各委办局", "政府各部门", "区政府各部门", "县政府各部门", "各级各部门", "县直各部门", "区直各部门");

    private final PublicBodies bodies;

    BodyResolver(PublicBodies bodies) {
        this.bodies = bodies;
    }

    void ready() {
        bodies.find("");
    }

    Optional<Set<String>> resolve(String text) {
        String plain = Plain.tight(text).replaceAll("[。.]$", "").replaceAll("\\(.*?(?:盖章|联系).*?\\)", "");
        var whole = one(plain);
        if (whole.isPresent()) {
            return whole;
        }
        var found = new LinkedHashSet<String>();
        List<String> parts = BETWEEN.splitAsStream(unfold(plain))
                .filter(part -> !part.isBlank())
                .toList();
        for (String part : parts) {
            var each = one(part).or(() -> joined(part));
            if (each.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(each.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** “和”可能是名称的一部分（发展和改革委员会），整个认不出才拆。 */
    private Optional<Set<String>> joined(String part) {
        var found = new LinkedHashSet<String>();
        List<String> names =
                AND.splitAsStream(part).filter(name -> !name.isBlank()).toList();
        for (String name : names) {
            var each = one(name);
            if (names.size() < 2 || each.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(each.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** 乡镇政府（街道办） reads as 乡镇政府、街道办. */
    private static String unfold(String plain) {
        return plain.replaceAll("\\((街道办事处|街道办|街道|社区|居委会)\\)", "、$1");
    }

    private Optional<Set<String>> one(String name) {
        var named = bodies.named(name);
        if (named.size() == 1) {
            return Optional.of(Set.of(named.getFirst().code()));
        }
        if (TOWNS.contains(name)) {
            return some(body -> body.level() == BodyLevel.TOWN);
        }
        if (VILLAGES.contains(name)) {
            return some(body -> body.level() == BodyLevel.VILLAGE);
        }
        if (GOVERNMENT.contains(name)) {
            return bodies.root().map(root -> Set.of(root.code()));
        }
        if (EVERYBODY.contains(name)) {
            return some(body -> body.level() == BodyLevel.COUNTY && body.kind() == BodyKind.DEPARTMENT);
        }
        Matcher department = DEPARTMENT.matcher(name);
        return department.matches() ? byFunction(department.group(1)) : byEnding(name);
    }

    /** 县级民政部门 → the one department at county level that does it. */
    private Optional<Set<String>> byFunction(String function) {
        if (function.matches("相关|有关|相关审批|职能|审批|业务|主管|各|所属|其他|行政|政府|公开")) {
            return Optional.empty();
        }
        var exact = departments(body -> body.functions().contains(function));
        return exact.size() == 1
                ? Optional.of(exact)
                : only(departments(body -> body.name().contains(function)));
    }

    /** 县司法局 for 宝山区司法局: the same words at the end, one body only. */
    private Optional<Set<String>> byEnding(String name) {
        String bare = name.replaceFirst("^(?:本)?(?:县|区|市)(?:级)?(?=.{3,})", "");
        return bare.length() < 3
                ? Optional.empty()
                : only(departments(body -> body.name().endsWith(bare)));
    }

    private Set<String> departments(java.util.function.Predicate<PublicBody> which) {
        var found = new LinkedHashSet<String>();
        bodies.all().stream()
                .filter(body -> body.level() == BodyLevel.COUNTY && body.kind() != BodyKind.GOVERNMENT)
                .filter(which)
                .forEach(body -> found.add(body.code()));
        return found;
    }

    private static Optional<Set<String>> only(Set<String> found) {
        return found.size() == 1 ? Optional.of(found) : Optional.empty();
    }

    private Optional<Set<String>> some(java.util.function.Predicate<PublicBody> which) {
        var found = new LinkedHashSet<String>();
        bodies.all().stream().filter(which).forEach(body -> found.add(body.code()));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
