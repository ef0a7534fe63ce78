package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;

/**
 * 认出公开主体：名称、简称、别名，“县级民政部门”这样的种类，“各镇（街道）”这样的一级，“A、B”这样的并列。认不出就交给人。
 *
 * <p>Whom a cell means. An empty optional is "ask a person", never a guess.
 */
final class BodyResolver {

    private static final Pattern BETWEEN = Pattern.compile("[、，,；;/\\n]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern AND = Pattern.compile("以及|或者|和|及|或|与");
    /** 受委托办理的不是另一个公开主体。 */
    private static final Pattern ENTRUSTED = Pattern.compile("其(?:委托|授权|指定|聘请)的.*");

    private static final Pattern ALL_OF = Pattern.compile("^(?:全[区县市]?)?(?:辖区内?|所辖|所属|本[区县市])?各(?:相关)?");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)$");

    private final PublicBodies bodies;

    BodyResolver(PublicBodies bodies) {
        this.bodies = bodies;
    }

    void ready() {
        bodies.find("");
    }

    Optional<Set<String>> resolve(String text) {
        String plain = Plain.tight(text).replaceAll("[。.]$", "").replaceAll("\\([^()]*(?:盖章|联系|电话)[^()]*\\)", "");
        var whole = one(plain);
        if (whole.isPresent()) {
            return whole;
        }
        var parts = new ArrayList<String>();
        BETWEEN.splitAsStream(text.replace('（', '(').replace('）', ')'))
                .filter(part -> !part.isBlank())
                .forEach(parts::add);
        return every(parts, part -> part(part.strip()));
    }

    /** 并列中的一个：整个认；拆“和、及”认；拆空格认。 */
    private Optional<Set<String>> part(String part) {
        String plain = Plain.tight(part).replaceAll("[。.]$", "");
        return one(plain)
                .or(() -> several(AND.splitAsStream(plain).toList()))
                .or(() -> several(SPACES.splitAsStream(part).map(Plain::tight).toList()))
                .or(() -> withoutBrackets(plain));
    }

    /** “和”可能是名称的一部分（发展和改革委员会），整个认不出才拆。 */
    private Optional<Set<String>> several(List<String> names) {
        var real = names.stream().filter(name -> !name.isBlank()).toList();
        return real.size() < 2
                ? Optional.empty()
                : every(real, name -> one(name).or(() -> withoutBrackets(name)));
    }

    /** 乡镇政府（街道办） is both; 市司法局（行政复议局） is the first. */
    private Optional<Set<String>> withoutBrackets(String plain) {
        Matcher brackets = BRACKETS.matcher(plain);
        if (!brackets.find()) {
            return Optional.empty();
        }
        String before = plain.substring(0, brackets.start());
        String inside = plain.substring(brackets.start() + 1, plain.length() - 1);
        return BodyWords.town(inside).isPresent() || BodyWords.isVillage(inside)
                ? every(List.of(before, inside), this::one)
                : one(before);
    }

    private static Optional<Set<String>> every(
            List<String> names, java.util.function.Function<String, Optional<Set<String>>> how) {
        var found = new LinkedHashSet<String>();
        for (String name : names) {
            if (ENTRUSTED.matcher(Plain.tight(name)).matches()) {
                continue;
            }
            var each = how.apply(name);
            if (each.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(each.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private Optional<Set<String>> one(String name) {
        var named = bodies.named(name);
        if (named.size() == 1) {
            return Optional.of(Set.of(named.getFirst().code()));
        }
        if (BodyWords.isCity(name) && !ownIsCity()) {
            return Optional.empty();
        }
        String bare = ALL_OF.matcher(name).replaceFirst("");
        var town = BodyWords.town(bare);
        if (town.isPresent()) {
            return towns(town.get());
        }
        if (BodyWords.isVillage(bare)) {
            return some(body -> body.level() == BodyLevel.VILLAGE);
        }
        if (BodyWords.isGovernment(name)) {
            return bodies.root().map(root -> Set.of(root.code()));
        }
        if (BodyWords.isEverybody(name)) {
            return some(body -> body.level() == BodyLevel.COUNTY && body.kind() == BodyKind.DEPARTMENT);
        }
        var function = BodyWords.function(name);
        return function.isPresent() ? byFunction(function.get()) : byEnding(name);
    }

    /** 本级是不是市：县级市的“市民政局”是自己的，区、县的“市民政局”是上级的，要问人。 */
    private boolean ownIsCity() {
        return bodies.root().filter(root -> root.name().matches(".*市(?:人民)?政府")).isPresent();
    }

    /** 只说镇或者只说街道的，只是那一种；本区没有那一种的，是这一级的全部。 */
    private Optional<Set<String>> towns(BodyWords.Town town) {
        var kind = town == BodyWords.Town.TOWN ? BodyKind.TOWN : BodyKind.STREET;
        var exact = town == BodyWords.Town.BOTH
                ? Optional.<Set<String>>empty()
                : some(body -> body.level() == BodyLevel.TOWN && body.kind() == kind);
        return exact.or(() -> some(body -> body.level() == BodyLevel.TOWN));
    }

    /** 县级民政部门 → the one department at county level that does it. */
    private Optional<Set<String>> byFunction(String said) {
        if (BodyWords.isNobody(said)) {
            return Optional.empty();
        }
        String function = BodyWords.inFull(said);
        var exact = departments(
                body -> body.functions().contains(said) || body.functions().contains(function));
        return exact.size() == 1
                ? Optional.of(exact)
                : only(departments(
                        body -> body.name().contains(function) || body.name().contains(said)));
    }

    /** 县司法局 for 宝山区司法局: the same words at the end, one body only. */
    private Optional<Set<String>> byEnding(String name) {
        String bare = name.replaceFirst("^(?:本)?(?:县|区|市)(?:级)?(?=.{3,})", "");
        if (bare.length() < 3) {
            return Optional.empty();
        }
        var exact = only(departments(body -> body.name().endsWith(bare)));
        Matcher short1 = BodyWords.OFFICE.matcher(bare);
        return exact.isPresent() || !short1.matches() ? exact : byFunction(short1.group(1));
    }

    private Set<String> departments(Predicate<PublicBody> which) {
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

    private Optional<Set<String>> some(Predicate<PublicBody> which) {
        var found = new LinkedHashSet<String>();
        bodies.all().stream().filter(which).forEach(body -> found.add(body.code()));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
