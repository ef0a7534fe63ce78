package org.gongkai.report.spi;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请在台账上的样子，没有个人信息。
 *
 * <p>One application as the ledger sees it; never personal data. Whether it counts as new, carried over or carried on follows from
 * its two dates (R-ANN-23 rules 7 and 8).
 *
 * @param reference 收件编号，一件一个 what staff call the case; unique
 * @param body 机构代码
 * @param applicant 申请人种类，表三的列
 * @param receivedOn 收到申请之日（R-REQ-08）
 * @param repliedOn 答复（寄出、签收）或者终止之日；没有办结的为空 the counting date of the result
 * @param row 结果计入的行，例如 {@code C1}、{@code C3.4}；没有办结的为空
 * @param path 点开看这件申请的地址，只给工作人员 where staff open it, for example {@code /desk/requests/17}
 */
public record ApplicationFact(
        String reference,
        String body,
        ApplicantColumn applicant,
        LocalDate receivedOn,
        @Nullable LocalDate repliedOn,
        @Nullable String row,
        String path) {}
