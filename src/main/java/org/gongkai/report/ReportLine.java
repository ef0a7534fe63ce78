package org.gongkai.report;

import java.time.LocalDate;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;

/**
 * 清单的一行：一个机构这一年的报告编到哪里。
 *
 * <p>One line of the list: how far a body has come with its report, and by when it must be published.
 *
 * @param state NONE 没有稿子，WORKING 在编，ISSUED 已发布，IMPORTED 往年导入
 * @param dueOn 最迟公布日
 * @param internalDueOn 本级要求的报送日；没有定的为空
 * @param issuedOn 第一版发布之日；更正不改变它
 * @param today 今天
 */
public record ReportLine(
        PublicBody body,
        String state,
        LocalDate dueOn,
        @Nullable LocalDate internalDueOn,
        @Nullable LocalDate issuedOn,
        boolean owed,
        LocalDate today) {

    /** 在账上，过了法定日期还没有发布，或者发布得迟；平台知道这个机构之前的年份不在账上。 Late by the statute; only what is owed can be. */
    public boolean late() {
        return owed && after(dueOn);
    }

    /** 没有迟于法定日期，却迟于本级要求（R-ANN-04）。 In time for the statute, too late for the district. */
    public boolean internallyLate() {
        return internalDueOn != null && !late() && after(internalDueOn);
    }

    private boolean after(LocalDate day) {
        boolean published = issuedOn != null || state.equals("IMPORTED");
        return published ? issuedOn != null && issuedOn.isAfter(day) : today.isAfter(day);
    }
}
