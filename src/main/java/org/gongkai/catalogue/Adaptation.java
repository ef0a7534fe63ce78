package org.gongkai.catalogue;

import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 因地制宜的调整：一个单位对上级目录一行的改动，有理由，经审核后公布（A-15）。
 *
 * <p>A unit's override of an inherited row.
 *
 * @param item 事项代码
 * @param body 机构代码
 * @param applies 本单位有没有这一事项；没有的，其余两项不看
 * @param limitText 改用的时限，原文；不改时为空
 * @param limit 改用的时限的代码
 * @param content 改用的公开内容；不改时为空
 * @param proposedBy 提出人账号
 * @param reviewedBy 审核人账号；还没审核时为空
 * @param note 审核意见、撤回理由
 * @param possible 当前操作人能做的事
 */
@Term("因地制宜")
public record Adaptation(
        long id,
        String item,
        String body,
        boolean applies,
        @Nullable String limitText,
        @Nullable String limit,
        @Nullable String content,
        String reason,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String reviewedBy,
        String note,
        List<Action> possible) {

    /** 状态。 */
    public enum State {
        /** 待审核 */
        PROPOSED,
        /** 已公布 */
        APPROVED,
        /** 未通过 */
        REJECTED,
        /** 已撤回 */
        REVOKED
    }

    /** 能做的事。 */
    public enum Action {
        PROPOSE,
        APPROVE,
        REJECT,
        REVOKE
    }
}
