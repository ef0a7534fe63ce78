package org.gongkai.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 规则文件里的样表 T-ANN-01、T-ANN-02，和把一份表写成各地常见版式的写法。 The vectors, and the layouts tables come in. */
final class SampleReport {

    static final FilledTables CONSISTENT = table("""
            A 58,7,0,0,1,0,66
            B 2,0,0,0,0,0,2
            C1 20,3,0,0,0,0,23
            C2 16,1,0,0,0,0,17
            C3.4 2,0,0,0,0,0,2
            C3.5 1,0,0,0,0,0,1
            C3.6 1,0,0,0,0,0,1
            C3.8 2,0,0,0,0,0,2
            C4.1 9,2,0,0,1,0,12
            C4.2 1,0,0,0,0,0,1
            C5.1 2,0,0,0,0,0,2
            C5.2 1,0,0,0,0,0,1
            C6.1 1,0,0,0,0,0,1
            C6.3 2,1,0,0,0,0,3
            C7 58,7,0,0,1,0,66
            D 2,0,0,0,0,0,2
            T4.1 119,25,91,24,259
            T4.2 7,0,15,6,28
            T4.3 21,1,7,9,38
            """);

    static final FilledTables CITY = table("""
            A 13612,252,0,45,128,32,14069
            B 535,6,0,1,18,0,560
            C1 5345,129,0,41,19,14,5548
            C2 2120,39,0,1,6,2,2168
            C3.1 13,0,0,0,0,0,13
            C3.2 30,0,0,0,0,0,30
            C3.3 11,0,0,0,0,0,11
            C3.4 49,2,0,0,0,0,51
            C3.5 103,1,0,0,0,0,104
            C3.6 84,1,0,0,0,0,85
            C3.7 282,4,0,0,0,0,286
            C3.8 147,0,0,0,1,2,150
            C4.1 3075,50,0,0,89,8,3222
            C4.2 177,3,0,0,0,0,180
            C4.3 19,0,0,0,0,0,19
            C5.1 199,1,0,0,3,0,203
            C5.2 147,1,0,0,0,0,148
            C5.3 0,0,0,0,0,0,0
            C5.4 100,1,0,0,0,0,101
            C5.5 5,0,0,0,0,0,5
            C6.1 315,3,0,0,0,0,318
            C6.2 202,0,0,1,0,0,203
            C6.3 941,17,0,1,3,3,965
            C7 13364,252,0,44,121,29,13810
            D 783,6,0,2,25,3,819
            T4.1 376,97,196,121,790
            T4.2 16,1,12,27,56
            T4.3 74,1,30,51,156
            T2.1 3,5,74
            T2.2 564,984,4185
            T2.3 11398889
            T2.4 6937489
            T2.5 166105
            T2.6 316441
            """);

    static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("A", "一、本年新收政府信息公开申请数量");
        NAMES.put("B", "二、上年结转政府信息公开申请数量");
        NAMES.put("C1", "（一）予以公开");
        NAMES.put("C2", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
        NAMES.put("C3.1", "1.属于国家秘密");
        NAMES.put("C3.2", "2.其他法律行政法规禁止公开");
        NAMES.put("C3.3", "3.危及“三安全一稳定”");
        NAMES.put("C3.4", "4.保护第三方合法权益");
        NAMES.put("C3.5", "5.属于三类内部事务信息");
        NAMES.put("C3.6", "6.属于四类过程性信息");
        NAMES.put("C3.7", "7.属于行政执法案卷");
        NAMES.put("C3.8", "8.属于行政查询事项");
        NAMES.put("C4.1", "1.本机关不掌握相关政府信息");
        NAMES.put("C4.2", "2.没有现成信息需要另行制作");
        NAMES.put("C4.3", "3.补正后申请内容仍不明确");
        NAMES.put("C5.1", "1.信访举报投诉类申请");
        NAMES.put("C5.2", "2.重复申请");
        NAMES.put("C5.3", "3.要求提供公开出版物");
        NAMES.put("C5.4", "4.无正当理由大量反复申请");
        NAMES.put("C5.5", "5.要求行政机关确认或重新出具已获取信息");
        NAMES.put("C6.1", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请");
        NAMES.put("C6.2", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请");
        NAMES.put("C6.3", "3.其他");
        NAMES.put("C7", "（七）总计");
        NAMES.put("D", "四、结转下年度继续办理");
    }

    static final String HEADS = """
            （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）,,,申请人情况,,,,,,
            ,,,自然人,法人或其他组织,,,,,总计
            ,,,,商业企业,科研机构,社会公益组织,法律服务机构,其他,
            """;

    private SampleReport() {}

    /** “行 数,数,…”；表三没有写的行是零。 */
    static FilledTables table(String lines) {
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
        for (ReportRow row : ReportForm.FORM_2021.rows(ReportTable.APPLICATIONS)) {
            row.columns().forEach(column -> figures.put(CellAddress.of(row.code(), column), BigDecimal.ZERO));
        }
        lines.lines().forEach(line -> {
            String[] parts = line.strip().split(" ");
            List<String> columns =
                    ReportForm.FORM_2021.row(parts[0]).orElseThrow().columns();
            String[] values = parts[1].split(",");
            for (int i = 0; i < values.length; i++) {
                figures.put(CellAddress.of(parts[0], columns.get(i)), new BigDecimal(values[i]));
            }
        });
        return FilledTables.of(ReportForm.FORM_2021, figures);
    }

    static BigDecimal figure(long value) {
        return BigDecimal.valueOf(value);
    }

    /** 只有表三、表四。 */
    static FilledTables withoutTableTwo(FilledTables tables) {
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>(tables.figures());
        figures.keySet().removeIf(cell -> cell.row().startsWith("T2"));
        return FilledTables.of(tables.form(), figures);
    }

    /** 网页表格导出的样子：三列行名，合并的格子只在第一行有字；表四没有行名。 */
    static String asExportedFromPage(FilledTables tables) {
        StringBuilder csv = new StringBuilder("某区2025年政府信息公开工作年度报告\n").append(HEADS);
        NAMES.forEach((row, name) -> {
            String group = row.endsWith(".1") ? "（组）" : "";
            csv.append(
                            row.equals("C1")
                                    ? "三、本年度办理结果"
                                    : row.equals("A") ? name : row.equals("B") ? name : row.equals("D") ? name : "")
                    .append(',')
                    .append(
                            row.startsWith("C") && row.length() > 2
                                    ? group
                                    : row.startsWith("C") ? '"' + name + '"' : "")
                    .append(',')
                    .append(row.length() > 2 ? '"' + name + '"' : "")
                    .append(',')
                    .append(values(tables, row))
                    .append('\n');
        });
        csv.append("行政复议,,,,,行政诉讼,,,,,,,,,\n");
        csv.append("结果维持,结果纠正,其他结果,尚未审结,总计,未经复议直接起诉,,,,,复议后起诉,,,,\n");
        csv.append(",,,,,结果维持,结果纠正,其他结果,尚未审结,总计,结果维持,结果纠正,其他结果,尚未审结,总计\n");
        return csv.append(values(tables, "T4.1"))
                .append(',')
                .append(values(tables, "T4.2"))
                .append(',')
                .append(values(tables, "T4.3"))
                .append('\n')
                .toString();
    }

    static String values(FilledTables tables, String row) {
        return String.join(
                ",",
                tables.form().row(row).orElseThrow().columns().stream()
                        .map(column -> tables.at(row, column)
                                .map(BigDecimal::toPlainString)
                                .orElse(""))
                        .toList());
    }

    /** 只有代码和数。 */
    static String asCodes(FilledTables tables) {
        StringBuilder csv = new StringBuilder("row,c1,c2,c3,c4,c5,c6,c7\n");
        tables.form().rows().stream()
                .filter(row -> tables.at(row.code(), row.columns().getFirst()).isPresent())
                .forEach(row -> csv.append(row.code())
                        .append(',')
                        .append(values(tables, row.code()))
                        .append('\n'));
        return csv.toString();
    }
}
