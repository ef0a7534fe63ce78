package org.gongkai.deadline;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 工作日历有变化：正在计算的到期日要按新的一版重算。
 *
 * <p>A new edition of the calendar; everything running is recomputed with {@link WorkingCalendars#current()}.
 *
 * @param edition 新的版次
 * @param years 有变化的年份
 * @param source 来自哪个文件
 */
public record CalendarChanged(int edition, List<Integer> years, String source) implements Recorded {

    @Override
    public String act() {
        return "deadline.calendarChanged";
    }

    @Override
    public String subjectType() {
        return "calendar";
    }

    @Override
    public String subjectId() {
        return Integer.toString(edition);
    }

    @Override
    public String summary() {
        return "工作日历第 " + edition + " 版："
                + String.join("、", years.stream().map(year -> year + "年").toList()) + "，来自" + source;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("edition", edition, "years", years, "source", source);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("HOL-6"));
    }
}
