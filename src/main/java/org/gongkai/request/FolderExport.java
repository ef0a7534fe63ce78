package org.gongkai.request;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 一次导出卷宗的申请和决定。
 *
 * <p>One wish to take a case file out, and the decision on it, by another person (R-SEC-01).
 *
 * @param purpose 用途
 * @param askedBy 申请导出的账号
 * @param asked 申请导出的人
 * @param decidedBy 决定的账号；还没有决定的为空
 * @param decided 决定的人
 * @param reason 不批准的理由
 * @param until 可以下载到什么时候；没有批准的为空
 * @param downloads 下载了几次
 */
public record FolderExport(
        long id,
        long request,
        String body,
        String reference,
        String purpose,
        State state,
        String askedBy,
        String asked,
        OffsetDateTime askedAt,
        @Nullable String decidedBy,
        @Nullable String decided,
        @Nullable OffsetDateTime decidedAt,
        String reason,
        @Nullable OffsetDateTime until,
        int downloads) {

    /** 办到哪一步。 */
    public enum State {
        /** 待批 */
        ASKED,
        /** 批准，限时下载 */
        APPROVED,
        /** 不批准 */
        REFUSED
    }

    /** 现在可以下载：批准了，没有过时。 */
    public boolean isOpen(OffsetDateTime now) {
        return until != null && now.isBefore(until);
    }

    @Override
    public String toString() {
        return "FolderExport[" + id + ", " + state + "]";
    }
}
