package org.gongkai.publication;

/** 对一个版本能做的事。 What can be done to an edition. */
public enum PublicationAction {
    /** 修改 */
    EDIT,
    /** 遮盖个人信息 */
    MASK,
    /** 提交审核 */
    SUBMIT,
    /** 撤回送审 */
    RECALL,
    /** 作废草稿 */
    DISCARD,
    /** 通过 */
    APPROVE,
    /** 退回修改 */
    RETURN,
    /** 报请有关部门确定 */
    REFER,
    /** 本机构不设这一环节 */
    SKIP,
    /** 签发并公开 */
    PUBLISH,
    /** 签发并定时公开 */
    SCHEDULE,
    /** 签发并登记，不主动公开 */
    REGISTER,
    /** 取消定时 */
    CANCEL,
    /** 到时公开 */
    RELEASE,
    /** 更正，开始新的一版 */
    CORRECT,
    /** 被新版取代 */
    SUPERSEDE,
    /** 撤回 */
    WITHDRAW
}
