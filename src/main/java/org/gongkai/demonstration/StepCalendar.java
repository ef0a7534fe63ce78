package org.gongkai.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 模拟器自己的日历：一天一天地数，慢而显然。
 *
 * <p>The simulator's own calendar, deliberately naive: it steps day by day and shares nothing with the deadline module, so that
 * both can be wrong only separately.
 */
final class StepCalendar {

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    StepCalendar() {
        for (String line : Lines.of("days.txt")) {
            String[] words = line.split(" ");
            Set<LocalDate> days = words[1].equals("off") ? off : work;
            for (int i = 2; i < words.length; i++) {
                days.add(LocalDate.parse(words[0] + "-" + words[i]));
            }
        }
    }

    boolean working(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return work.contains(day) || (!weekend && !off.contains(day));
    }

    /** 第 n 个工作日，当日不算。 */
    LocalDate workingDaysAfter(LocalDate start, int n) {
        LocalDate day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (working(day)) {
                counted++;
            }
        }
        return day;
    }

    /** 休息日往后挪到上班的一天。 */
    LocalDate orNextWorking(LocalDate day) {
        LocalDate rolled = day;
        while (!working(rolled)) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    /** 容易算错的日子：长假前最后一个工作日、调休上班的周末、节后第一天。 Days on which counting tends to go wrong. */
    List<LocalDate> boundaries(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean eve = working(day) && off.contains(day.plusDays(1));
            boolean after = working(day) && off.contains(day.minusDays(1));
            if (work.contains(day) || eve || after) {
                days.add(day);
            }
        }
        return days;
    }
}
