package org.gongkai.report;

/**
 * 哪一份报告。
 *
 * <p>Which annual report: whose, of which year, and the body’s own or gathered from those below it.
 *
 * @param body 机构代码
 * @param year 报告哪一年
 * @param scope 范围
 */
public record ReportKey(String body, int year, ReportScope scope) {

    public ReportKey before() {
        return new ReportKey(body, year - 1, scope);
    }

    @Override
    public String toString() {
        return body + "-" + year + "-" + scope;
    }
}
