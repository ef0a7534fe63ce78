package org.gongkai.publication;

/** 版本的状态。 States of one edition; the table is {@code PublicationWorkflow}. */
public enum EditionState {
    /** 草稿 */
    DRAFT,
    /** 已退回 */
    RETURNED,
    /** 科室审核 */
    SECTION_REVIEW,
    /** 保密审查 */
    SECRECY_REVIEW,
    /** 已报请确定（R-SEC-02） */
    REFERRED,
    /** 待签发 */
    SIGNING,
    /** 已定时 */
    SCHEDULED,
    /** 已公开 */
    PUBLISHED,
    /** 已被新版取代，仍可查 */
    SUPERSEDED,
    /** 已登记（依申请公开、不予公开） */
    REGISTERED,
    /** 已撤回 */
    WITHDRAWN,
    /** 已作废 */
    DISCARDED
}
