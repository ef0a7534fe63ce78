package org.gongkai.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 年报表四里的一件：一件申请的一次复议或者诉讼，以案号认。
 *
 * <p>One reconsideration or suit, recognised by its case number.
 *
 * @param reference 案号
 * @param filedOn 登记的最早一日
 * @param result 最近一次登记的结果
 * @param resultOn 结果之日；尚未审结的为空
 */
record CountedRemedy(
        long request,
        String body,
        RemedyKind kind,
        String reference,
        LocalDate filedOn,
        RemedyResult result,
        @Nullable LocalDate resultOn) {}
