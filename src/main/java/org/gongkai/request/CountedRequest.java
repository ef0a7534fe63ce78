package org.gongkai.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 年报里的一件：没有申请人，没有内容。拆分出来的各算一件，被拆分的不算；没有收到的不算；责令重新答复的又一轮不算。
 *
 * <p>A case as the annual report counts it. Parts count, the whole they were divided from does not, nor does what was never received.
 *
 * @param applicant 申请人类别，表三的列
 * @param receivedOn 收到申请之日：在哪一年新收
 * @param endedOn 办结之日：交邮、签收、终止；没有办结的为空（结转）
 * @param reply 答复类型
 * @param row 表三的行，例如 {@code C3.4}
 * @param late 办结时已经逾期
 */
public record CountedRequest(
        long id,
        String body,
        String reference,
        ApplicantKind applicant,
        LocalDate receivedOn,
        @Nullable LocalDate endedOn,
        @Nullable ReplyKind reply,
        @Nullable String row,
        boolean late) {}
