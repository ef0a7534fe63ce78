package org.gongkai.deadline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.deadline.NaiveDays.History;

/**
 * 写出 {@code deadline-cases.csv}：每行一个算例，答案由逐日推算得出，外行也能拿日历核对。
 *
 * <p>Writes the table of cases from the independent oracle. Run {@link #main} after changing the list.
 */
final class DeadlineCases {

    static final Path FILE = Path.of("src/test/resources/deadline/deadline-cases.csv");

    private static final String HEAD = """
            # 时限算例。start 起算日（不计入）；limit 与 unit 时限；roll 最后一日遇休息日是否顺延；pauses 扣除期间（前一日的次日起、后一日止，多段以空格分开）；
            # extension 延长的工作日；due 最后一日；weekday 起算日与最后一日的星期；weekdays_only 只认周一至周五会得出的日期，without_make_up 认放假而不认调休上班会得出的日期（空表示碰巧相同）。
            # 由测试里一天一天往后数的独立推算写出，放假数据取自 holidays/*.json。人工抽查：第 1、30、60、120、200、300、400、500 行，2026-11-23。
            id,start,limit,unit,roll,pauses,extension,due,weekday,weekdays_only,without_make_up
            """;

    private static final Map<DayOfWeek, String> CHINESE = Map.of(
            DayOfWeek.MONDAY, "一",
            DayOfWeek.TUESDAY, "二",
            DayOfWeek.WEDNESDAY, "三",
            DayOfWeek.THURSDAY, "四",
            DayOfWeek.FRIDAY, "五",
            DayOfWeek.SATURDAY, "六",
            DayOfWeek.SUNDAY, "日");

    /** The day before the long holidays of each year, make-up days and ends of years. */
    private static final List<String> STARTS = List.of(
            "2018-02-09",
            "2018-02-14",
            "2018-09-28",
            "2018-12-28",
            "2019-01-31",
            "2019-04-26",
            "2019-04-30",
            "2019-09-30",
            "2020-01-17",
            "2020-01-20",
            "2020-01-23",
            "2020-04-24",
            "2020-09-25",
            "2020-09-30",
            "2021-02-05",
            "2021-02-10",
            "2021-04-23",
            "2021-09-17",
            "2021-09-30",
            "2022-01-28",
            "2022-04-02",
            "2022-04-29",
            "2022-09-30",
            "2022-12-30",
            "2023-01-20",
            "2023-04-21",
            "2023-04-28",
            "2023-06-21",
            "2023-09-28",
            "2024-02-02",
            "2024-02-09",
            "2024-04-03",
            "2024-04-30",
            "2024-09-13",
            "2024-09-30",
            "2025-01-24",
            "2025-01-27",
            "2025-04-25",
            "2025-05-30",
            "2025-09-26",
            "2025-09-30",
            "2026-01-03",
            "2026-02-13",
            "2026-02-14",
            "2026-02-27",
            "2026-04-03",
            "2026-04-30",
            "2026-05-09",
            "2026-06-18",
            "2026-09-20",
            "2026-09-24",
            "2026-09-30",
            "2026-10-10",
            "2026-11-23");

    private DeadlineCases() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, written());
    }

    static String written() {
        StringBuilder file = new StringBuilder(HEAD);
        int id = 0;
        for (History history : histories()) {
            file.append(row(++id, history)).append('\n');
        }
        return file.toString();
    }

    private static String row(int id, History history) {
        LocalDate due = NaiveDays.withNotices().due(history);
        String pauses = history.pauses().stream()
                .map(pause -> pause[0] + "/" + pause[1])
                .collect(Collectors.joining(" "));
        return String.join(
                ",",
                "D-" + id,
                history.start().toString(),
                Integer.toString(history.limit()),
                history.unit(),
                Boolean.toString(history.roll()),
                pauses,
                Integer.toString(history.extension()),
                due.toString(),
                CHINESE.get(history.start().getDayOfWeek()) + "→" + CHINESE.get(due.getDayOfWeek()),
                differing(NaiveDays.weekdaysOnly(), history, due),
                differing(NaiveDays.withoutMakeUpDays(), history, due));
    }

    private static String differing(NaiveDays naive, History history, LocalDate due) {
        LocalDate other = naive.due(history);
        return other.equals(due) ? "" : other.toString();
    }

    static List<History> histories() {
        List<History> all = new ArrayList<>();
        for (String text : STARTS) {
            LocalDate start = LocalDate.parse(text);
            for (int n : new int[] {2, 5, 7, 10, 15, 20}) {
                all.add(new History(start, n, "working-day", false, List.of(), 0));
            }
            all.add(new History(start, 20, "working-day", false, List.of(), 20));
            all.add(new History(start, 20, "working-day", false, pauses(start, 5, 20), 0));
            all.add(new History(start, 20, "working-day", false, twoPauses(start), 20));
            all.add(new History(start, 20, "calendar-day", true, List.of(), 0));
            all.add(new History(start, 30, "calendar-day", true, List.of(), 0));
            all.add(new History(start, 60, "calendar-day", true, List.of(), 0));
            all.add(new History(start, 30, "calendar-day", true, pauses(start, 3, 12), 0));
            all.add(new History(start, 3, "month", true, List.of(), 0));
            all.add(new History(start, 1, "month", false, pauses(start, 7, 16), 5));
        }
        return all;
    }

    private static List<LocalDate[]> pauses(LocalDate start, int after, int until) {
        return List.<LocalDate[]>of(new LocalDate[] {start.plusDays(after), start.plusDays(until)});
    }

    /** Two consultations that overlap. */
    private static List<LocalDate[]> twoPauses(LocalDate start) {
        return List.of(
                new LocalDate[] {start.plusDays(4), start.plusDays(14)},
                new LocalDate[] {start.plusDays(10), start.plusDays(24)});
    }
}
