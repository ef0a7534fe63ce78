package org.gongkai.report.web;

import java.util.List;
import org.gongkai.report.ReportForm;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;

/** 地址里的参数。 The parameters of report requests. */
final class AskedReport {

    private static final int FIRST_YEAR = 2008;
    private static final int LAST_YEAR = 2100;

    private AskedReport() {}

    /** 2019 或 2021；没有写的为空。 */
    static @Nullable ReportForm form(@Nullable String text) {
        String given = Asked.text(text);
        return given == null
                ? null
                : ReportForm.of(given).orElseThrow(() -> Asked.unknown("form", given, List.of("2019", "2021")));
    }

    /** 公历年，自条例施行之年起。 */
    static int year(@Nullable String text) {
        return Asked.number("year", Asked.needed("year", text), FIRST_YEAR, LAST_YEAR);
    }
}
