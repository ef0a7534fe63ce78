package org.gongkai.report;

import java.time.LocalDate;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;

/**
 * 清单的一行：一个机构这一年的报告编到哪里。
 *
 * @param state NONE 没有稿子，WORKING 在编，ISSUED 已发布，IMPORTED 往年导入
 * @param dueOn 最迟公布日
 * @param late 过了法定日期还没有发布，或者发布得迟
 */
public record ReportLine(
        PublicBody body,
        String state,
        LocalDate dueOn,
        @Nullable LocalDate issuedOn,
        boolean late) {}
