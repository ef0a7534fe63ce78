package org.gongkai.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 有效性，由日期算出，从不存储（R-NORM-07）。 Computed from dates for a given day, never stored. */
public enum Validity {
    /** 尚未施行 */
    NOT_YET_EFFECTIVE,
    /** 有效 */
    IN_FORCE,
    /** 失效 */
    EXPIRED,
    /** 废止 */
    REPEALED,
    /** 未标注 */
    UNSTATED;

    /** 自哪一天起失效或者废止；没有期限的为空。 The first day on which it is no longer valid. */
    static @Nullable LocalDate lapse(@Nullable LocalDate validUntil, @Nullable LocalDate repealedOn) {
        if (validUntil == null) {
            return repealedOn;
        }
        var expired = validUntil.plusDays(1);
        return repealedOn == null || expired.isBefore(repealedOn) ? expired : repealedOn;
    }

    /**
     * 某一天的有效性。
     *
     * @param validUntil 有效期的最后一天
     * @param repealedOn 自这一天起废止
     */
    public static Validity on(
            LocalDate day,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate repealedOn) {
        if (repealedOn != null && !day.isBefore(repealedOn)) {
            return REPEALED;
        }
        if (validUntil != null && day.isAfter(validUntil)) {
            return EXPIRED;
        }
        if (effectiveOn != null && day.isBefore(effectiveOn)) {
            return NOT_YET_EFFECTIVE;
        }
        return effectiveOn == null && validUntil == null ? UNSTATED : IN_FORCE;
    }
}
