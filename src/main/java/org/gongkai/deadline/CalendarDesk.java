package org.gongkai.deadline;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.deadline.CalendarPreview.Change;
import org.gongkai.deadline.CalendarPreview.Status;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 维护工作日历：导入放假通知，先对照，后写入；写入就是新的一版，正在计算的到期日随之重算。
 *
 * <p>Keeps the calendar: preview a notice file, then apply it. A file replaces the notices of the years it covers; the same file
 * twice changes nothing.
 */
@Service
public class CalendarDesk {

    private final NoticeStore store;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;

    CalendarDesk(NoticeStore store, WorkingCalendars calendars, ApplicationEventPublisher events) {
        this.store = store;
        this.calendars = calendars;
        this.events = events;
    }

    /**
     * 读文件，与现行日历对照；不写入。
     *
     * @param in holiday-cn 的年度 JSON，或者 CSV（日期,名称,休/班；UTF-8 或 GB18030）
     * @param filename 文件名，用来说明来源
     * @param region 只适用于一个地区的假日（R-DAY-10）；为空是全国的 the region of a regional layer
     * @throws Refused {@code deadline.noDaysInFile}, {@code deadline.fileUnreadable}, {@code deadline.fileTooLarge}
     */
    @Transactional
    public CalendarPreview preview(InputStream in, String filename, @Nullable String region) {
        NoticeFile file = NoticeFile.read(in, filename);
        WorkingCalendar current = calendars.stored();
        List<HolidayNotice> notices = file.notices(current.edition() + 1, region);
        return compare(filename, current, notices, file.problems);
    }

    /**
     * 写入：有变化就成为新的一版，并发布 {@link CalendarChanged}；没有变化什么也不做。
     *
     * @return 新的一版；没有变化时为空
     * @throws Refused {@code deadline.calendarMoved} when another edition came in between
     */
    @Transactional
    @Basis("HOL-6")
    public Optional<CalendarChanged> apply(CalendarPreview preview) {
        store.lock();
        WorkingCalendar current = calendars.stored();
        if (current.edition() != preview.edition()) {
            throw new Refused(Refusal.of("deadline.calendarMoved", preview.edition(), current.edition()));
        }
        if (preview.changes().isEmpty() && announcesNothingNew(preview, current)) {
            return Optional.empty();
        }
        int edition = current.edition() + 1;
        store.open(edition, preview.years(), preview.source());
        for (HolidayNotice notice : preview.notices()) {
            store.retire(notice.year(), notice.region(), edition);
            store.add(notice, edition);
        }
        var changed = new CalendarChanged(edition, preview.years(), preview.source());
        events.publishEvent(changed);
        return Optional.of(changed);
    }

    private static boolean announcesNothingNew(CalendarPreview preview, WorkingCalendar current) {
        return preview.notices().stream().allMatch(notice -> !notice.national() || current.announced(notice.year()));
    }

    private static CalendarPreview compare(
            String source,
            WorkingCalendar current,
            List<HolidayNotice> notices,
            List<CalendarPreview.Problem> problems) {
        List<HolidayNotice> all = new ArrayList<>(current.notices());
        notices.forEach(notice ->
                all.removeIf(old -> old.year() == notice.year() && Objects.equals(old.region(), notice.region())));
        all.addAll(notices);
        WorkingCalendar next = WorkingCalendar.of(current.edition() + 1, all, BuiltInCalendar.statutoryDays());
        TreeMap<LocalDate, String> named = new TreeMap<>();
        current.notices().stream()
                .filter(old -> !all.contains(old))
                .flatMap(old -> old.days().stream())
                .forEach(day -> named.put(day.date(), day.name()));
        notices.stream().flatMap(notice -> notice.days().stream()).forEach(day -> named.put(day.date(), day.name()));
        List<Change> changes = named.entrySet().stream()
                .map(day -> new Change(
                        day.getKey(), day.getValue(), status(current, day.getKey()), status(next, day.getKey())))
                .filter(change -> change.before() != change.after())
                .toList();
        return new CalendarPreview(
                source, current.edition(), notices, changes, named.size() - changes.size(), problems);
    }

    private static Status status(WorkingCalendar calendar, LocalDate date) {
        CalendarDay day = calendar.day(date);
        if (day.notice() == null) {
            return Status.UNNAMED;
        }
        return day.working() ? Status.WORKING : Status.OFF;
    }
}
