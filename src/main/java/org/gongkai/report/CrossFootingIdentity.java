package org.gongkai.report;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.law.Term;

/**
 * 一条勾稽关系：左边各格之和等于右边各格之和（R-ANN-23、R-ANN-24）。
 *
 * <p>The sum of the left cells equals the sum of the right cells.
 *
 * @param rule 规则编号，例如 {@code R-ANN-23-2}
 * @param kind 种类
 * @param of 哪一行或者哪一列 the row or column code it speaks of
 */
@Term("勾稽关系")
record CrossFootingIdentity(String rule, Kind kind, String of, List<CellAddress> left, List<CellAddress> right) {

    /** 种类；名字就是文字键的一段。 */
    enum Kind {
        /** 新收加结转等于总计加结转下年 */
        BALANCE,
        /** 各办理结果之和等于总计 */
        RESULTS,
        /** 各类申请人之和等于总计列 */
        APPLICANTS,
        /** 表四的各项之和等于总计 */
        REMEDIES
    }

    CrossFootingIdentity {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    List<CellAddress> cells() {
        List<CellAddress> cells = new ArrayList<>(left);
        cells.addAll(right);
        return cells;
    }

    /** 一张表之内的全部勾稽关系：先各行，再各列，再表四。 All identities within one filled report. */
    static List<CrossFootingIdentity> of(ReportForm form) {
        List<CrossFootingIdentity> all = new ArrayList<>();
        for (ReportRow row : form.rows(ReportTable.APPLICATIONS)) {
            all.add(rowSum("R-ANN-23-3", Kind.APPLICANTS, row));
        }
        for (String column : ReportForm.applicantColumns()) {
            all.add(new CrossFootingIdentity(
                    "R-ANN-23-1",
                    Kind.BALANCE,
                    column,
                    List.of(CellAddress.of("A", column), CellAddress.of("B", column)),
                    List.of(CellAddress.of("C7", column), CellAddress.of("D", column))));
            all.add(new CrossFootingIdentity(
                    "R-ANN-23-2",
                    Kind.RESULTS,
                    column,
                    form.resultRows().stream()
                            .map(row -> CellAddress.of(row, column))
                            .toList(),
                    List.of(CellAddress.of("C7", column))));
        }
        for (ReportRow row : form.rows(ReportTable.REMEDIES)) {
            all.add(rowSum("R-ANN-24", Kind.REMEDIES, row));
        }
        return all;
    }

    private static CrossFootingIdentity rowSum(String rule, Kind kind, ReportRow row) {
        List<CellAddress> cells = row.columns().stream()
                .map(column -> CellAddress.of(row.code(), column))
                .toList();
        return new CrossFootingIdentity(
                rule,
                kind,
                row.code(),
                cells.subList(0, cells.size() - 1),
                cells.subList(cells.size() - 1, cells.size()));
    }
}
