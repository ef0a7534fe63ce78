package org.gongkai.request;

/** 办理申请的法定行为。 The acts of a case. */
public enum RequestAction {
    /** 确认收到 */
    CONFIRM,
    /** 到期未确认，系统确认 */
    CONFIRM_BY_SYSTEM(Who.SYSTEM),
    /** 分办：交给承办人 */
    ASSIGN,
    /** 一次性告知补正 */
    ASK_CORRECTION,
    /** 申请人补正 */
    CORRECT(Who.APPLICANT),
    /** 登记收到的补正 */
    RECORD_CORRECTION,
    /** 要求说明理由 */
    ASK_REASONS,
    /** 申请人说明理由 */
    EXPLAIN(Who.APPLICANT),
    /** 登记收到的理由，作出认定 */
    RECORD_REASONS,
    /** 通知缴纳信息处理费 */
    NOTICE_FEE,
    /** 登记缴费 */
    RECORD_PAYMENT,
    /** 一事一申请，拆分 */
    SPLIT,
    /** 与先收到的申请合并 */
    MERGE,
    /** 记录检索 */
    RECORD_SEARCH,
    /** 征求第三方、共同制作机关意见 */
    CONSULT,
    /** 登记征求意见书送到之日 */
    RECORD_DELIVERY,
    /** 登记收到的意见 */
    RECORD_OPINION,
    /** 告知第三方决定公开的内容和理由 */
    INFORM_THIRD_PARTY,
    /** 会商研判 */
    CONFER,
    /** 记录与申请人的沟通 */
    CONTACT,
    /** 延期答复 */
    EXTEND,
    /** 延迟答复（第三十五条） */
    DEFER,
    /** 拟答复 */
    DRAFT_REPLY,
    /** 审核通过 */
    APPROVE,
    /** 通过保密审查 */
    CLEAR,
    /** 退回 */
    RETURN,
    /** 签发 */
    SIGN,
    /** 交邮、送达 */
    DISPATCH,
    /** 登记送达回证 */
    RECORD_SERVICE,
    /** 申请人撤回 */
    WITHDRAW(Who.APPLICANT),
    /** 登记撤回 */
    RECORD_WITHDRAWAL,
    /** 逾期不补正、不缴费，终止处理 */
    ABANDON,
    /** 登记复议、诉讼及其结果 */
    RECORD_REMEDY,
    /** 复议决定、判决责令重新答复：另起一轮办理 */
    REHANDLE,
    /** 新一轮办理：收到复议决定、判决之日 */
    RECEIVE_ORDER(Who.SYSTEM),
    /** 建议转为主动公开 */
    PROPOSE_DISCLOSURE,
    /** 归档 */
    ARCHIVE;

    private enum Who {
        STAFF,
        APPLICANT,
        SYSTEM
    }

    private final Who who;

    RequestAction() {
        this(Who.STAFF);
    }

    RequestAction(Who who) {
        this.who = who;
    }

    /** 申请人凭查询码自己做的。 */
    public boolean isByApplicant() {
        return who == Who.APPLICANT;
    }

    /** 可以一并交来文件：补正。 */
    public boolean takesPapers() {
        return this == CORRECT || this == RECORD_CORRECTION;
    }

    /** 接口里的写法，例如 {@code ask-correction}。 */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
