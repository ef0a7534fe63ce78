package org.gongkai.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一次收费通知（R-FEE-10）：年报第六部分写通知件数、通知金额、实收金额。
 *
 * @param yuan 通知的金额，元
 * @param paidOn 缴费之日，没有缴的为空
 */
record CountedFee(
        long request,
        String body,
        LocalDate noticedOn,
        FeeBasis basis,
        int count,
        long yuan,
        @Nullable LocalDate paidOn) {}
