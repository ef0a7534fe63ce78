package org.gongkai.demonstration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gongkai.demonstration.Formed.Fate;
import org.jspecify.annotations.Nullable;

/** 一个机构在一个事项上一段时间里形成了什么。 What one body forms under one row: the days, and the fate of each. */
final class Series {

    private static final double OMITTED = 0.03;
    private static final double LATE = 0.05;
    private static final double QUIET = 0.12;
    private static final double CORRECTED = 0.015;
    private static final double WITHDRAWN = 0.007;

    private final DistrictYear year;
    private final District.Body body;
    private final CatalogueRow row;
    private final StepCalendar calendar;
    private final SplittableRandom random;

    Series(DistrictYear year, District.Body body, CatalogueRow row, StepCalendar calendar) {
        this.year = year;
        this.body = body;
        this.row = row;
        this.calendar = calendar;
        this.random = new SplittableRandom(year.seed() * 1_000_003 + (body.code() + row.key()).hashCode());
    }

    /** 每一次该形成的，没有形成的那几期也在内。 */
    List<Formed> all() {
        List<Formed> formed = new ArrayList<>();
        int n = 0;
        for (LocalDate day : days()) {
            formed.add(one(++n, day));
        }
        return formed;
    }

    private TreeSet<LocalDate> days() {
        if (row.limit() == RowLimit.LONG) {
            return new TreeSet<>(List.of(calendar.orNextWorking(year.from().plusDays(random.nextInt(3, 30)))));
        }
        return row.limit().periodic() ? periodic() : scattered();
    }

    /** 每期一次，在这一期的前一半形成；不完整的首尾两期不计。 */
    private TreeSet<LocalDate> periodic() {
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate start = row.limit().periodStart(year.from());
        for (; !start.isAfter(year.to()); start = row.limit().nextPeriod(start)) {
            long length = ChronoUnit.DAYS.between(start, row.limit().nextPeriod(start));
            LocalDate day = calendar.orNextWorking(start.plusDays(random.nextLong(3, Math.max(5, length / 3))));
            if (!day.isBefore(year.from()) && !day.isAfter(year.to())) {
                days.add(day);
            }
        }
        return days;
    }

    private TreeSet<LocalDate> scattered() {
        long length = ChronoUnit.DAYS.between(year.from(), year.to()) + 1;
        double expected = row.perYear() * year.size().rate() * length / 365.0;
        long n = Math.min((long) (expected * random.nextDouble(0.75, 1.25) + random.nextDouble()), length * 2 / 3);
        TreeSet<LocalDate> days = new TreeSet<>();
        for (long i = 0; i < n; i++) {
            days.add(day(length));
        }
        return days;
    }

    /** 八分之一落在节假日边上；即时公开的可能落在休息日；预决算在批准的季节。 */
    private LocalDate day(long length) {
        if (row.paper().equals("BUDGET")) {
            return budgetDay();
        }
        List<LocalDate> boundaries = year.boundaries();
        if (!boundaries.isEmpty() && random.nextInt(8) == 0) {
            return boundaries.get(random.nextInt(boundaries.size()));
        }
        LocalDate day = year.from().plusDays(random.nextLong(length));
        if (row.limit() == RowLimit.REAL && random.nextInt(10) == 0) {
            return day;
        }
        LocalDate working = calendar.orNextWorking(day);
        return working.isAfter(year.to()) ? day : working;
    }

    private LocalDate budgetDay() {
        int month = row.noun().contains("决算") ? 8 : 1;
        LocalDate approved = LocalDate.of(year.to().getYear(), month, 20).plusDays(random.nextInt(20));
        while (approved.isAfter(year.to())) {
            approved = approved.minusYears(1);
        }
        return calendar.orNextWorking(approved.isBefore(year.from()) ? year.from() : approved);
    }

    private Formed one(int n, LocalDate formedOn) {
        LocalDate due = row.limit().due(formedOn, calendar);
        Fate fate = fate(due);
        LocalDate published = published(formedOn, due, fate);
        LocalDate shown = published != null && published.isAfter(year.to()) ? null : published;
        return new Formed(
                body.code() + "-" + row.number() + "-" + formedOn.toString().replace("-", ""),
                body,
                row,
                formedOn,
                Papers.title(row, body, formedOn, n, random.nextInt(1, 60)),
                fate,
                due,
                shown,
                later(shown, CORRECTED),
                later(shown, WITHDRAWN));
    }

    private Fate fate(@Nullable LocalDate due) {
        double x = random.nextDouble();
        if (x < OMITTED) {
            return Fate.OMITTED;
        }
        if (x < OMITTED + LATE && due != null) {
            return Fate.LATE;
        }
        return x < OMITTED + LATE + QUIET && row.limit().periodic() ? Fate.QUIET : Fate.ON_TIME;
    }

    /** 按时的也常常压着最后一日；迟的常常只迟一天，差一天的错才会露出来。 */
    private @Nullable LocalDate published(LocalDate formedOn, @Nullable LocalDate due, Fate fate) {
        boolean edge = random.nextInt(4) == 0;
        int some = random.nextInt(1, 30);
        return switch (fate) {
            case OMITTED, QUIET -> null;
            case LATE -> due == null ? null : due.plusDays(edge ? 1 : some);
            case ON_TIME -> {
                LocalDate last = due == null ? formedOn.plusDays(12) : due;
                long room = ChronoUnit.DAYS.between(formedOn, last);
                yield edge ? last : formedOn.plusDays(Math.min(room, some / 3));
            }
        };
    }

    private @Nullable LocalDate later(@Nullable LocalDate published, double share) {
        boolean happens = random.nextDouble() < share;
        int days = random.nextInt(3, 40);
        if (!happens || published == null) {
            return null;
        }
        LocalDate day = calendar.orNextWorking(published.plusDays(days));
        return day.isAfter(year.to()) ? null : day;
    }
}
