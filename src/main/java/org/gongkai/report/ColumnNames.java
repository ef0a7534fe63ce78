package org.gongkai.report;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** 从列名认出是哪一列。 Recognises a column by its code or its Chinese name. */
final class ColumnNames {

    private static final Pattern CODE = Pattern.compile("c[1-7]|d[1-5]|a[1-5]|b[1-8]");
    private static final Map<String, String> APPLICANTS = Map.of(
            "自然人", "c1",
            "商业企业", "c2",
            "科研机构", "c3",
            "社会公益组织", "c4",
            "法律服务机构", "c5",
            "其他", "c6",
            "总计", "c7",
            "合计", "c7");
    private static final Map<String, String> OUTCOMES =
            Map.of("结果维持", "d1", "结果纠正", "d2", "其他结果", "d3", "尚未审结", "d4", "总计", "d5", "合计", "d5");

    private ColumnNames() {}

    static Optional<String> applicant(String text) {
        String name = RowNames.bare(text);
        return name.matches("c[1-7]") ? Optional.of(name) : Optional.ofNullable(APPLICANTS.get(name));
    }

    /** 某一行的某一列。 */
    static Optional<String> of(String row, String text) {
        String name = RowNames.bare(text);
        if (CODE.matcher(name).matches()) {
            return Optional.of(name);
        }
        return Optional.ofNullable((row.startsWith("T4") ? OUTCOMES : APPLICANTS).get(name));
    }
}
