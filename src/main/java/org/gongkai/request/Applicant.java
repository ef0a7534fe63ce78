package org.gongkai.request;

import org.gongkai.law.Basis;
import org.gongkai.law.Term;

/**
 * 申请人；全部加密保存，只给办理这件申请的人看。没有用途一项（R-REQ-01）。
 *
 * <p>The applicant. Kept encrypted field by field. No purpose is asked.
 *
 * @param name 姓名或者名称
 * @param identity 公民身份号码或者其他证件号码；单位为统一社会信用代码
 * @param contact 单位的经办人，或者代理人；可空串
 * @param phone 电话
 * @param email 电子邮件，可空串
 * @param address 通信地址，可空串
 */
@Term("申请人")
@Basis("OGI-29")
public record Applicant(
        ApplicantKind kind, String name, String identity, String contact, String phone, String email, String address) {

    /** 不给看的人看到的：姓氏或者前两个字，其余遮盖。 */
    public Applicant masked() {
        return new Applicant(kind, mask(name, kind.isPerson() ? 1 : 2), "****", "", "****", "", "");
    }

    private static String mask(String words, int shown) {
        int end = words.offsetByCodePoints(0, Math.min(shown, words.codePointCount(0, words.length())));
        return words.substring(0, end) + "**";
    }

    /** 不打印个人信息，日志里也不会有。 */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
