package org.gongkai.report.web;

import java.util.List;
import org.gongkai.report.AnnualReports;
import org.gongkai.report.CellAddress;
import org.gongkai.report.ReportForm;
import org.gongkai.report.ReportKey;
import org.gongkai.report.ReportScope;
import org.gongkai.ui.Asked;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 地址里的参数。 The parameters of report requests. */
final class AskedReport {

    private static final int FIRST_YEAR = 2008;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_EDITIONS = 1_000_000;

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

    /** 公历年；没有写的是 {@code usual}。 */
    static int year(@Nullable String text, int usual) {
        return Asked.text(text) == null ? usual : year(text);
    }

    /** 第几版；没有写的为空。 */
    static @Nullable Integer edition(@Nullable String text) {
        String given = Asked.text(text);
        return given == null ? null : Asked.number("edition", given, 0, MOST_EDITIONS);
    }

    /** own 或 gathered；没有写的看是不是本级政府。 */
    static ReportKey key(AnnualReports reports, String body, String year, @Nullable String scope) {
        ReportScope asked = Asked.one("scope", scope, ReportScope.class);
        return new ReportKey(body, year(year), asked == null ? reports.usualScope(body) : asked);
    }

    /** 一格，例如 C3.4.c1。 */
    static CellAddress cell(String text) {
        for (ReportForm form : ReportForm.values()) {
            for (CellAddress cell : form.cells()) {
                if (cell.toString().equals(text.strip())) {
                    return cell;
                }
            }
        }
        throw Refused.missing("report.cellUnknown", text.length() > 40 ? text.substring(0, 40) : text);
    }
}
