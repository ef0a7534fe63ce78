package org.gongkai.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 放假安排的文件：holiday-cn 的年度 JSON，或者“日期,名称,休/班”的 CSV。 Reads a notice file into notices, one a year. */
final class NoticeFile {

    private static final int LARGEST = 2_000_000;
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final MonthDay LATE_DECEMBER = MonthDay.of(12, 20);

    final List<CalendarPreview.Problem> problems = new ArrayList<>();
    private final Map<Integer, List<HolidayNotice.Day>> days = new TreeMap<>();
    private final Map<Integer, String> papers = new TreeMap<>();

    private NoticeFile() {}

    static NoticeFile read(InputStream in, String name) {
        NoticeFile file = new NoticeFile();
        String text = text(in);
        if (text.stripLeading().startsWith("{")) {
            file.json(text);
        } else {
            file.csv(text);
        }
        if (file.days.isEmpty()) {
            throw new Refused(Refusal.of("deadline.noDaysInFile", name));
        }
        return file;
    }

    /** 每年一份通知；编号由调用者给。 */
    List<HolidayNotice> notices(int edition, @Nullable String region) {
        return days.entrySet().stream()
                .map(year -> new HolidayNotice(
                        year.getKey() + (region == null ? "-e" : "-" + region + "-e") + edition,
                        year.getKey(),
                        null,
                        title(year.getKey(), region),
                        null,
                        papers.get(year.getKey()),
                        region,
                        year.getValue()))
                .toList();
    }

    private static String title(int year, @Nullable String region) {
        return region == null ? "国务院办公厅关于" + year + "年部分节假日安排的通知" : region + "地方假日（" + year + "年）";
    }

    private static String text(InputStream in) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new Refused(Refusal.of("deadline.fileUnreadable"));
        }
        if (bytes.length > LARGEST) {
            throw new Refused(Refusal.of("deadline.fileTooLarge", LARGEST / 1_000_000));
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new Refused(Refusal.of("deadline.fileUnreadable"));
    }

    private void json(String text) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new Refused(Refusal.of("deadline.fileUnreadable"));
        }
        int year = root.path("year").asInt(0);
        int row = 0;
        for (JsonNode day : root.path("days")) {
            row++;
            String date = day.path("date").asString("");
            JsonNode off = day.path("isOffDay");
            add(
                    row,
                    date,
                    day.path("name").asString(""),
                    off.isBoolean() ? (off.booleanValue() ? "休" : "班") : "",
                    year);
        }
        if (root.path("papers").path(0).isString()) {
            papers.put(year, root.path("papers").path(0).asString(""));
        }
    }

    private void csv(String text) {
        int row = 0;
        boolean first = true;
        for (String line : text.split("\\R", -1)) {
            row++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cell = line.split("[,，\t]", -1);
            if (first && cell.length >= 3 && !DATE.matcher(unquoted(cell[0])).matches()) {
                first = false;
                continue;
            }
            first = false;
            if (cell.length < 3) {
                problems.add(new CalendarPreview.Problem(row, line, "deadline.problem.columns"));
            } else {
                add(row, unquoted(cell[0]), unquoted(cell[1]), unquoted(cell[2]), 0);
            }
        }
    }

    private static String unquoted(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "").strip();
    }

    private void add(int row, String date, String name, String kind, int fileYear) {
        LocalDate day = date(date);
        Boolean working = working(kind);
        if (day == null || day.isBefore(WorkingCalendar.FIRST) || day.isAfter(WorkingCalendar.LAST)) {
            problems.add(new CalendarPreview.Problem(row, date, "deadline.problem.date"));
        } else if (working == null) {
            problems.add(new CalendarPreview.Problem(row, kind, "deadline.problem.kind"));
        } else {
            List<HolidayNotice.Day> list =
                    days.computeIfAbsent(fileYear > 0 ? fileYear : year(day, name), year -> new ArrayList<>());
            if (list.stream().anyMatch(known -> known.date().equals(day))) {
                problems.add(new CalendarPreview.Problem(row, date, "deadline.problem.twice"));
            } else {
                list.add(new HolidayNotice.Day(day, name.isBlank() ? "节假日" : name, working));
            }
        }
    }

    /** 十二月下旬的元旦属于次年的通知。 */
    private static int year(LocalDate day, String name) {
        boolean nextYears = name.contains("元旦") && MonthDay.from(day).isAfter(LATE_DECEMBER);
        return nextYears ? day.getYear() + 1 : day.getYear();
    }

    private static @Nullable LocalDate date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Boolean working(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "off", "休", "休息", "放假", "假", "节假日", "holiday", "true" -> Boolean.FALSE;
            case "work", "班", "上班", "调休", "补班", "调休上班", "workday", "false" -> Boolean.TRUE;
            default -> null;
        };
    }
}
