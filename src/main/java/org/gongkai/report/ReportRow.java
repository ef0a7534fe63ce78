package org.gongkai.report;

import java.util.List;

/**
 * 表的一行。
 *
 * <p>One row of a table of the annual report.
 *
 * @param code 行的代码，表三用 R-ANN-22 的代码（A、B、C1 … C7、D），表二是 T2.1 等，表四是 T4.1 至 T4.3（R-ANN-20、R-ANN-24）
 * @param table 哪张表
 * @param columns 这一行有哪几列 column codes
 */
public record ReportRow(String code, ReportTable table, List<String> columns) {

    /** 行名的文字键；同一行在两种格式里名称不同的，文字取现行格式的。 */
    public String label() {
        return "report.row." + code;
    }

    /** 列名的文字键。 */
    public static String columnLabel(String column) {
        return "report.column." + column;
    }
}
