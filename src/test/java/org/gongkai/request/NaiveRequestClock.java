package org.gongkai.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 独立的推算：拿着日历一天一天往前走，当天发生什么就处理什么，与产品不共用代码，放假数据也来自另一份文件。
 *
 * <p>An independent oracle: walks through the days with a letter in hand and knows nothing of unions, restarts or arithmetic on dates.
 */
final class NaiveRequestClock {

    private static final Pattern DAY =
            Pattern.compile("\"date\":\\s*\"(\\d{4}-\\d\\d-\\d\\d)\",\\s*\"isOffDay\":\\s*(true|false)");

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    /** One entry a day. */
    private final boolean[] working = new boolean[9 * 366 + 1500];

    NaiveRequestClock() {
        for (int i = 0; i < working.length; i++) {
            var day = FIRST.plusDays(i).getDayOfWeek();
            working[i] = day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
        }
        for (int year = 2018; year <= 2026; year++) {
            var matcher = DAY.matcher(text("/deadline/holidays/" + year + ".json"));
            while (matcher.find()) {
                working[index(LocalDate.parse(matcher.group(1)))] =
                        matcher.group(2).equals("false");
            }
        }
    }

    /** What happened, as a clerk would note it down. */
    record Notes(
            LocalDate received,
            @Nullable LocalDate askedCorrection,
            @Nullable LocalDate corrected,
            @Nullable LocalDate feeNotice,
            @Nullable LocalDate paid,
            List<Letter> letters,
            @Nullable LocalDate extendedOn,
            int extension,
            @Nullable LocalDate ended) {}

    /** A letter out. */
    record Letter(
            LocalDate sent,
            @Nullable LocalDate delivered,
            @Nullable LocalDate answered) {}

    /** @param due the last day; null while the clock stands still */
    record Answer(@Nullable LocalDate due, boolean late, List<LocalDate> counted) {}

    Answer walk(Notes notes) {
        var counted = new ArrayList<LocalDate>();
        int wanted = 20 + extra(notes, notes.received());
        boolean stopped = false;
        LocalDate due = null;
        for (var day = notes.received(); day.isBefore(notes.received().plusDays(900)); day = day.plusDays(1)) {
            if (day.equals(notes.corrected()) || day.equals(notes.paid())) {
                counted.clear();
                wanted = 20 + extra(notes, day);
                stopped = false;
                due = null;
            } else if (day.isAfter(notes.received())
                    && !stopped
                    && due == null
                    && works(day)
                    && !waitsForALetter(notes.letters(), day)) {
                counted.add(day);
                due = counted.size() == wanted ? day : null;
            }
            if (day.equals(notes.askedCorrection()) || day.equals(notes.feeNotice())) {
                stopped = true;
                due = null;
            }
            if (due != null && nothingMoreHappens(notes, day)) {
                break;
            }
        }
        boolean late = due != null && notes.ended() != null && notes.ended().isAfter(due);
        return new Answer(due, late, counted);
    }

    /** The extension, if it was granted in the period that begins on this day. */
    private static int extra(Notes notes, LocalDate start) {
        var granted = notes.extendedOn();
        if (granted == null || granted.isBefore(start)) {
            return 0;
        }
        for (var restart : new LocalDate[] {notes.corrected(), notes.paid()}) {
            if (restart != null && restart.isAfter(start) && !granted.isBefore(restart)) {
                return 0;
            }
        }
        return notes.extension();
    }

    private static boolean nothingMoreHappens(Notes notes, LocalDate day) {
        for (var later :
                new LocalDate[] {notes.askedCorrection(), notes.corrected(), notes.feeNotice(), notes.paid()}) {
            if (later != null && later.isAfter(day)) {
                return false;
            }
        }
        return true;
    }

    private boolean waitsForALetter(List<Letter> letters, LocalDate day) {
        for (var letter : letters) {
            if (!day.isAfter(letter.sent())) {
                continue;
            }
            if (letter.answered() != null && day.isAfter(letter.answered())) {
                continue;
            }
            int waited = 0;
            var from = letter.delivered() == null ? letter.sent() : letter.delivered();
            for (var each = from.plusDays(1); each.isBefore(day); each = each.plusDays(1)) {
                waited += works(each) ? 1 : 0;
            }
            if (waited < 15) {
                return true;
            }
        }
        return false;
    }

    private boolean works(LocalDate day) {
        return working[index(day)];
    }

    private static int index(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(FIRST, day);
    }

    private static String text(String resource) {
        try (InputStream in = NaiveRequestClock.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
