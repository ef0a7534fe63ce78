package org.gongkai.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** 从标题、分节行里取出领域的名称。 The area a heading names: “（二）公共资源交易领域基层政务公开标准目录”. */
final class AreaWords {

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:附件\\s*\\d*\\s*[:：.、]?|[（(【]?\\s*[一二三四五六七八九十百\\d]{1,4}\\s*[）)】]?\\s*[、.．:：]?|第[一二三四五六七八九十\\d]+[章节部分]+)\\s*");
    private static final Pattern PLACE = Pattern.compile("^.{2,8}?(?:省|市|区|县|旗|镇|乡|街道)(?!域|政|场)(?=.{2,})");
    private static final int LONGEST = 60;

    private AreaWords() {}

    /** 写着“领域”的一行说的是哪个领域。 */
    static Optional<String> of(String heading) {
        String text = NUMBER.matcher(Plain.tight(heading)).replaceFirst("").replaceAll("[《》“”\"]", "");
        if (!text.contains("领域")) {
            return Optional.empty();
        }
        String name = text.substring(0, text.lastIndexOf("领域"));
        return name.isEmpty() || name.length() > LONGEST ? Optional.empty() : Optional.of(name);
    }

    /** 去掉前面的地名：示范区社会救助。 */
    static String withoutPlace(String name) {
        return PLACE.matcher(Plain.line(name)).replaceFirst("");
    }

    /** 去掉编号的一行。 */
    static String unnumbered(String heading) {
        return NUMBER.matcher(Plain.line(heading)).replaceFirst("");
    }
}
