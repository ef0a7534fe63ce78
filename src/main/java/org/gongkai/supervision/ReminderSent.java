package org.gongkai.supervision;

import java.util.Map;
import org.gongkai.journal.Recorded;

/** 发出了催办。 A reminder went out to a body, about one area or all. */
public record ReminderSent(long reminder, String body, String area, long overdue) implements Recorded {

    @Override
    public String act() {
        return "supervision.reminded";
    }

    @Override
    public String subjectType() {
        return "reminder";
    }

    @Override
    public String subjectId() {
        return String.valueOf(reminder);
    }

    @Override
    public String summary() {
        return "催办 " + body + (area.isEmpty() ? "" : " " + area) + "：逾期 " + overdue + " 条";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("body", body, "area", area, "overdue", overdue);
    }
}
