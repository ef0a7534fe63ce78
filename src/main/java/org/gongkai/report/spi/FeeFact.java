package org.gongkai.report.spi;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一份收费通知，第六部分要写（R-FEE-10）。
 *
 * <p>One notice of a processing fee, as section six must tell it; amounts in whole yuan.
 *
 * @param reference 申请的收件编号
 * @param body 机构代码
 * @param noticedOn 通知之日
 * @param yuan 通知的金额，元
 * @param paidOn 缴费之日；没有缴的为空
 */
public record FeeFact(
        String reference,
        String body,
        LocalDate noticedOn,
        long yuan,
        @Nullable LocalDate paidOn) {}
