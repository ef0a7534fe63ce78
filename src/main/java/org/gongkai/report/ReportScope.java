package org.gongkai.report;

import java.time.LocalDate;
import org.gongkai.law.Basis;

/**
 * 报告的范围（R-ANN-11）：本机关的，还是汇总下级的政府报告；两种从不混在一起。
 *
 * <p>A body's own report, or a government's that gathers those of the bodies below it.
 */
public enum ReportScope {
    /** 本机关 */
    OWN(1),
    /** 汇总下级 */
    GATHERED(3);

    private static final int LAST_DAY = 31;

    private final int month;

    ReportScope(int month) {
        this.month = month;
    }

    /**
     * 最迟哪一天公布（R-ANN-01、R-ANN-02、R-ANN-05）：机关 1 月 31 日，政府 3 月 31 日；是日期不是期限，遇周末不顺延。
     *
     * <p>A fixed date; it does not roll.
     */
    @Basis("OGI-49")
    public LocalDate dueOn(int year) {
        return LocalDate.of(year + 1, month, LAST_DAY);
    }
}
