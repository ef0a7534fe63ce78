package org.gongkai.catalogue;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.organisation.PublicBodies;
import org.springframework.stereotype.Component;

/** 事项代码：领域-一级-二级（R-CAT-13），给出后不变，撤销后不再使用；单位自己的目录前面加机构代码。 */
@Component
class ItemNumbering {

    private final Versions versions;
    private final PublicBodies bodies;

    ItemNumbering(Versions versions, PublicBodies bodies) {
        this.versions = versions;
        this.bodies = bodies;
    }

    /** 为一个编制机构的一批新事项编号；给过的代码先都看一遍。 Numbers for the new items of one import. */
    Numbers numbers(String owner) {
        var numbers = new Numbers(prefix(owner));
        versions.allKeys().forEach(numbers::taken);
        return numbers;
    }

    private String prefix(String owner) {
        boolean district = owner.isEmpty()
                || bodies.find(owner).filter(body -> body.parent() == null).isPresent();
        return district ? "" : owner + "-";
    }

    /** 一批编号。 */
    static final class Numbers {

        private final String prefix;
        private final Map<String, Integer> groups = new HashMap<>();
        private final Map<String, Integer> lastGroup = new HashMap<>();
        private final Map<String, Integer> lastItem = new HashMap<>();

        Numbers(String prefix) {
            this.prefix = prefix;
        }

        void taken(String code, String key) {
            String[] part =
                    code.substring(Math.min(code.length(), prefix.length())).split("-");
            String[] names = key.split("\\|", -1);
            if (!code.startsWith(prefix) || part.length != 3 || names.length < 2) {
                return;
            }
            int group = Integer.parseInt(part[1]);
            groups.merge(names[0] + "|" + names[1], group, Math::min);
            lastGroup.merge(part[0], group, Math::max);
            lastItem.merge(part[0] + "-" + group, Integer.parseInt(part[2]), Math::max);
        }

        /** @param key 领域、一级、二级、三级归一后的键 */
        String next(String area, String key) {
            String[] names = key.split("\\|", -1);
            int group = groups.computeIfAbsent(area + "|" + names[1], _ -> lastGroup.merge(area, 1, Integer::sum));
            int item = lastItem.merge(area + "-" + group, 1, Integer::sum);
            return prefix + area + "-%02d-%03d".formatted(group, item);
        }
    }
}
