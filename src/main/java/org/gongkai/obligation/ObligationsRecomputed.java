package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 日历变化后，最后一日重新推算过了。
 *
 * <p>The calendar changed, and last days were worked out anew; {@code from} and {@code to} are new last days.
 *
 * @param edition 日历版次
 * @param source 来自哪份通知、哪个文件
 * @param changed 最后一日有变的义务数
 * @param from 有变的最早的一天，新的最后一日
 * @param to 最晚的一天
 */
public record ObligationsRecomputed(
        int edition,
        String source,
        int changed,
        @Nullable LocalDate from,
        @Nullable LocalDate to) implements Recorded {

    @Override
    public String act() {
        return "obligation.recomputed";
    }

    @Override
    public String subjectType() {
        return "obligations";
    }

    @Override
    public String subjectId() {
        return "all";
    }

    @Override
    public String summary() {
        return "按日历第 " + edition + " 版（" + source + "）重新推算公开义务：" + changed + " 条最后一日有变"
                + (from == null ? "" : "（" + from + " 至 " + to + "）");
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>(Map.of("edition", edition, "source", source, "changed", changed));
        if (from != null && to != null) {
            details.put("from", from.toString());
            details.put("to", to.toString());
        }
        return details;
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("HOL-6"));
    }
}
