package org.gongkai.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 公开主体这一格：真实的目录里写全称、简称或者类称，三种都用。 */
final class Subjects {

    private static final List<String> GROUPS = List.of("G", "T", "Z", "V", "A");

    private Subjects() {}

    /** 应当认出的机构。 */
    static List<District.Body> bodies(String who, District district) {
        List<District.Body> bodies = new ArrayList<>();
        for (String token : tokens(who)) {
            bodies.addAll(group(token, district));
        }
        return bodies;
    }

    private static List<District.Body> group(String token, District district) {
        return switch (token) {
            case "G" -> List.of(district.government());
            case "T" -> district.streetsAndTowns();
            case "Z" -> district.towns();
            case "V" -> district.villages();
            case "A" -> district.bureaus();
            default -> List.of(district.bureau(token));
        };
    }

    /** 按序号轮换写法：全称、简称、类称。 */
    static String printed(String who, District district, int number) {
        Set<String> printed = new LinkedHashSet<>();
        for (String token : tokens(who)) {
            List<District.Body> bodies = group(token, district);
            boolean kind = token.equals("T") || token.equals("V") || (number % 3 == 2 && !GROUPS.contains(token));
            for (District.Body body : bodies) {
                printed.add(kind ? body.phrase() : number % 3 == 1 ? body.shortName() : body.name());
            }
        }
        return String.join("、", printed);
    }

    /** 多个区用同一份目录时只写类称。 */
    static String kinds(String who, List<District> districts) {
        return districts.stream()
                .flatMap(district -> bodies(who, district).stream())
                .map(District.Body::phrase)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** “民政T”拆成民政、T。 */
    private static List<String> tokens(String who) {
        List<String> tokens = new ArrayList<>();
        String rest = who;
        while (!rest.isEmpty() && GROUPS.contains(rest.substring(rest.length() - 1))) {
            tokens.addFirst(rest.substring(rest.length() - 1));
            rest = rest.substring(0, rest.length() - 1);
        }
        if (!rest.isEmpty()) {
            tokens.addFirst(rest);
        }
        return tokens;
    }
}
