package org.gongkai.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 义务清单的筛选条件，空值为不限。
 *
 * <p>Which obligations to list or count; null sets no limit.
 *
 * @param view 看哪一类
 * @param outcome 结局；比 state 细，区分按时和逾期公开
 * @param dueBefore 最后一日早于（不含）
 */
public record ObligationFilter(
        View view,
        @Nullable ObligationState state,
        @Nullable Outcome outcome,
        @Nullable String body,
        @Nullable String area,
        @Nullable String item,
        @Nullable LocalDate dueBefore) {

    /** 一类义务；表里每个数字对应一类。 */
    public enum View {
        /** 有期限的、已经开始的：不含“应当一直有” */
        DATED,
        /** 待公开：信息已形成，或者期限已过 */
        OPEN,
        /** 逾期 */
        OVERDUE,
        /** 按时公开 */
        ON_TIME,
        /** 迟延公开 */
        LATE,
        /** 已说明 */
        EXCUSED,
        /** 应当一直有的 */
        STANDING,
        /** 缺口：应当一直有而没有的 */
        MISSING
    }

    public static ObligationFilter of(View view) {
        return new ObligationFilter(view, null, null, null, null, null, null);
    }

    public ObligationFilter state(@Nullable ObligationState wanted) {
        return new ObligationFilter(view, wanted, outcome, body, area, item, dueBefore);
    }

    public ObligationFilter outcome(@Nullable Outcome wanted) {
        return new ObligationFilter(view, state, wanted, body, area, item, dueBefore);
    }

    public ObligationFilter body(@Nullable String code) {
        return new ObligationFilter(view, state, outcome, code, area, item, dueBefore);
    }

    public ObligationFilter area(@Nullable String code) {
        return new ObligationFilter(view, state, outcome, body, code, item, dueBefore);
    }

    public ObligationFilter item(@Nullable String code) {
        return new ObligationFilter(view, state, outcome, body, area, code, dueBefore);
    }

    public ObligationFilter dueBefore(@Nullable LocalDate day) {
        return new ObligationFilter(view, state, outcome, body, area, item, day);
    }
}
