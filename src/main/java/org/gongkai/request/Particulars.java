package org.gongkai.request;

import java.time.LocalDate;
import org.gongkai.publication.NonDisclosureGround;
import org.jspecify.annotations.Nullable;

/**
 * 一次行为的内容；不相干的项为空。
 *
 * <p>What an act carries; what does not concern it is null. {@code words} and {@code party} may hold personal data: they are kept
 * encrypted and never reach the journal.
 *
 * @param words 要补正什么、检索了什么、理由、意见、答复正文
 * @param party 第三方、共同制作机关、承办人、申请人以外的名称
 * @param until 补正、延迟答复到哪一天
 * @param days 延长几个工作日
 * @param count 计费的件数、页数
 * @param letter 所答复的那次征求意见、收费通知的序号
 * @param consulted 向谁征求意见
 * @param opinion 对方的意见
 * @param sound 理由成立（说明理由的认定；第三方不同意但公共利益更重）
 * @param reply 答复类型
 * @param ground 不予公开的情形
 * @param fee 计收方式
 * @param manner 送达方式
 * @param reference 邮件号、文号、会议纪要号
 * @param related 另一件申请的编号：重复、合并
 * @param remedy 复议、诉讼
 * @param result 复议、诉讼结果
 */
public record Particulars(
        @Nullable String words,
        @Nullable String party,
        @Nullable LocalDate until,
        @Nullable Integer days,
        @Nullable Integer count,
        @Nullable Integer letter,
        @Nullable ConsultedParty consulted,
        @Nullable Opinion opinion,
        @Nullable Boolean sound,
        @Nullable ReplyKind reply,
        @Nullable NonDisclosureGround ground,
        @Nullable FeeBasis fee,
        @Nullable ServiceManner manner,
        @Nullable String reference,
        @Nullable Long related,
        @Nullable RemedyKind remedy,
        @Nullable RemedyResult result) {

    public static final Particulars NONE = new Particulars(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public static Particulars words(String words) {
        return new Particulars(
                words, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** 去掉可能有个人信息的两项，其余可以明文保存。 */
    Particulars withoutWords() {
        return withWords(null, null);
    }

    Particulars withWords(@Nullable String text, @Nullable String name) {
        return new Particulars(
                text, name, until, days, count, letter, consulted, opinion, sound, reply, ground, fee, manner,
                reference, related, remedy, result);
    }

    /** 同样的内容，写明是复议还是诉讼。 */
    Particulars remedy(RemedyKind kind) {
        return new Particulars(
                words, party, until, days, count, letter, consulted, opinion, sound, reply, ground, fee, manner,
                reference, related, kind, result);
    }

    /** 通知的费用；不是收费通知的为空。 */
    @Nullable
    ProcessingFee processingFee() {
        return fee == null || count == null ? null : ProcessingFee.of(fee, count);
    }

    /** 日志里不会有内容。 */
    @Override
    public String toString() {
        return "Particulars[]";
    }
}
