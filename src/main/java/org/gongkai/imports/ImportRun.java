package org.gongkai.imports;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 一次导入的样子。
 *
 * <p>One import: what was asked for, how far it has come, and how many rows were added, changed, unchanged or rejected.
 *
 * @param message 整个文件不能导入时的一句话
 */
public record ImportRun(
        long id,
        String kind,
        String fileName,
        boolean dryRun,
        String account,
        State state,
        long done,
        long total,
        long added,
        long changed,
        long unchanged,
        long rejected,
        String message,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** 预览完、还没有写入。 */
    public boolean canApply() {
        return dryRun && state == State.DONE && added + changed > 0;
    }

    public boolean finished() {
        return state == State.DONE || state == State.FAILED;
    }
}
