package org.gongkai.request;

/** 申请办到哪一步。逾期不是状态，它由日期算出来。 Where a case stands; overdue is never a state. */
public enum RequestState {
    /** 已提出，待确认收到 */
    FILED,
    /** 已收到，待分办 */
    ACCEPTED,
    /** 等待申请人补正；期限重新起算 */
    AWAITING_CORRECTION,
    /** 等待申请人说明理由；期限照算 */
    AWAITING_REASONS,
    /** 等待申请人缴费；期限重新起算 */
    AWAITING_PAYMENT,
    /** 承办：检索、征求意见、拟稿 */
    HANDLING,
    /** 答复审核 */
    REVIEW,
    /** 保密审查 */
    SECRECY_REVIEW,
    /** 待签发 */
    SIGNING,
    /** 已签发，待送达 */
    SIGNED,
    /** 已答复：交邮或者签收之日 */
    REPLIED,
    /** 不再处理：逾期不补正、不缴费，撤回，合并 */
    CLOSED,
    /** 已拆成几件分别办理，本件不计 */
    DIVIDED,
    /** 已归档 */
    ARCHIVED;

    /** 已经办结，期限不再走。 */
    public boolean isFinished() {
        return this == REPLIED || this == CLOSED || this == DIVIDED || this == ARCHIVED;
    }
}
