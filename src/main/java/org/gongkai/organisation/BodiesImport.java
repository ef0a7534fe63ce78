package org.gongkai.organisation;

import java.util.List;
import org.gongkai.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 机构名录导入的结果，逐行。 What an import of bodies does (or did), row by row.
 *
 * @param rows 除表头和空行以外的每一行
 */
public record BodiesImport(List<Row> rows) {

    /** 一行的结果。 */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    /**
     * 一行。
     *
     * @param row 在文件里的行号，表头是 1
     * @param problem 拒绝的原因；没有问题时为空
     */
    public record Row(
            int row,
            String code,
            String name,
            Outcome outcome,
            @Nullable Problem problem) {}

    /**
     * 一处问题。
     *
     * @param column 表头里的列名
     * @param value 那一格的内容
     */
    public record Problem(String column, String value, Refusal refusal) {}

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
