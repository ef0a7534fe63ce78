package org.gongkai.publication;

/** 撤回的原因，对外说明。 Why a disclosure was withdrawn; the tombstone says it. */
public enum WithdrawalReason {
    /** 行政处罚决定被变更、撤销、确认违法或者无效，三个工作日内撤回（R-ACT-08） */
    PENALTY_REVOKED,
    /** 公示期满（R-PRI-06） */
    DISPLAY_PERIOD_OVER,
    /** 含有个人信息 */
    PERSONAL_DATA,
    /** 不应公开 */
    NOT_TO_BE_DISCLOSED,
    /** 发布有误，另行发布 */
    PUBLISHED_IN_ERROR,
    /** 重复发布 */
    DUPLICATE;

    /** 标题本身可能有不该公开的内容，不再显示。 The tombstone hides even the title. */
    public boolean hidesTitle() {
        return this == PERSONAL_DATA || this == NOT_TO_BE_DISCLOSED;
    }
}
