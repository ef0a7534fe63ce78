package org.gongkai.publication;

import java.util.regex.Pattern;

/** 发文字号的规范写法（R-LIB-08）：六角括号，不编虚位，不加“第”。 */
final class DocumentNumbers {

    private static final Pattern LOOSE = Pattern.compile(
            "^([\\u4e00-\\u9fa5]+)\\s*[\\[【〔（(\\uff3b<《]\\s*((?:19|20)\\d{2})\\s*[\\]】〕）)\\uff3d>》]\\s*第?\\s*0*([1-9]\\d*)\\s*号$");

    private DocumentNumbers() {}

    /** 建议的写法；看不懂就是空串。 */
    static String suggest(String number) {
        var loose = LOOSE.matcher(Normalised.of(number).text());
        return loose.matches() ? loose.group(1) + "〔" + loose.group(2) + "〕" + loose.group(3) + "号" : "";
    }
}
