package org.gongkai.request;

import org.jspecify.annotations.Nullable;

/**
 * 列表的条件；空的不限。
 *
 * <p>Which cases to list; null sets no limit.
 *
 * @param view 看哪一类
 * @param caseKind 申请公开，还是申请更正
 * @param owner 承办人账号
 * @param words 受理号，或者申请人的姓名、证件号码、电话（按带密钥的摘要精确查找）
 */
public record RequestFilter(
        View view,
        @Nullable CaseKind caseKind,
        @Nullable String body,
        @Nullable String owner,
        @Nullable String words) {

    /** 看哪一类。 */
    public enum View {
        /** 在办的，按最后一日 */
        RUNNING,
        /** 已经超过最后一日的 */
        OVERDUE,
        /** 停着，等申请人的 */
        WAITING,
        /** 还没有承办人的 */
        UNOWNED,
        /** 办结的 */
        FINISHED,
        ALL
    }
}
