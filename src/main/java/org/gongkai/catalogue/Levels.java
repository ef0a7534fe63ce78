package org.gongkai.catalogue;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.organisation.BodyLevel;

/** 层级的写法：县级、区级、乡镇（街道）、村（社区）…… Words for levels. */
final class Levels {

    private Levels() {}

    static Set<BodyLevel> in(String text) {
        String plain = Plain.tight(text).replace("县(市、区)", "县").replace("市、县", "县");
        var levels = EnumSet.noneOf(BodyLevel.class);
        if (plain.contains("省")) {
            levels.add(BodyLevel.PROVINCE);
        }
        if (plain.matches(".*(?:(?<!县级)市级|设区市|地市).*")) {
            levels.add(BodyLevel.CITY);
        }
        if (plain.matches(".*(?:县|区级|区本级|旗|(?<!社)区(?:政府|直)).*")) {
            levels.add(BodyLevel.COUNTY);
        }
        if (plain.matches(".*(?:乡|镇|街道|街).*")) {
            levels.add(BodyLevel.TOWN);
        }
        if (plain.matches(".*(?:村|社区|居委).*")) {
            levels.add(BodyLevel.VILLAGE);
        }
        return levels;
    }
}
