package org.gongkai.obligation;

import org.gongkai.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 一行登记的结果。
 *
 * <p>What became of one registered line: added, changed, unchanged, or refused with a reason.
 *
 * @param formation 编号；没有登记的、同一份文件里再次出现的为空
 * @param problem 为什么没有登记
 */
public record FormationOutcome(
        Result result, @Nullable Long formation, @Nullable Refusal problem) {

    /** 结果。 */
    public enum Result {
        ADDED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    static FormationOutcome rejected(Refusal problem) {
        return new FormationOutcome(Result.REJECTED, null, problem);
    }
}
