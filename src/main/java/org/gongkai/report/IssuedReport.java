package org.gongkai.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一份已经发布的报告，谁都看得到。
 *
 * <p>A published annual report, open to everybody.
 *
 * @param edition 第几版
 * @param origin 来历
 * @param explanation 上年结转不一致的书面说明
 * @param carried 结转下年的收件编号；导入的没有，为空
 * @param issuedOn 发布之日；导入的为导入之日
 */
public record IssuedReport(
        ReportKey key,
        int edition,
        Origin origin,
        FilledTables tables,
        Narrative narrative,
        String explanation,
        @Nullable List<String> carried,
        LocalDate issuedOn) {

    /** 来历。 */
    public enum Origin {
        /** 在这里发布 */
        ISSUED,
        /** 往年的报告导入 */
        IMPORTED
    }
}
