package org.gongkai.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.spi.WorklistNotes;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/**
 * 一月起在待办上提醒编年报，发布为止；法定日期不顺延，所以说出之前最后一个工作日（R-ANN-05）。
 *
 * <p>From January until it is issued, the report stands on the worklist of those who write and sign it. The date does not roll, so the
 * last working day before it is named; after it, the note says how late it is.
 */
@Component
class ReportNotes implements WorklistNotes {

    private final AnnualReports reports;
    private final InternalDays internal;
    private final FixedDay fixed;
    private final Texts texts;
    private final Clock clock;

    ReportNotes(AnnualReports reports, InternalDays internal, FixedDay fixed, Texts texts, Clock clock) {
        this.reports = reports;
        this.internal = internal;
        this.fixed = fixed;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Note> of(Actor actor) {
        String body = actor.body();
        if (body == null || !actor.has(Duty.LIAISON) && !actor.has(Duty.SIGNER) || !reports.isReporting(body)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        ReportKey key = new ReportKey(body, today.getYear() - 1, reports.usualScope(body));
        Set<ReportKey> issued = reports.issuedIn(key.year(), List.of(body)).stream()
                .map(IssuedReport::key)
                .collect(Collectors.toSet());
        if (issued.contains(key)) {
            return List.of();
        }
        LocalDate due = key.scope().dueOn(key.year());
        return List.of(new Note(
                sentence(key, due, today), texts.get("report.menu"), due, "/desk/reports/" + body + "/" + key.year()));
    }

    private String sentence(ReportKey key, LocalDate due, LocalDate today) {
        if (today.isAfter(due)) {
            return texts.get("report.note.late", key.year(), Dates.full(due));
        }
        String sentence =
                texts.get("report.note.due", key.year(), Dates.full(due), Dates.full(fixed.lastWorkingDay(due)));
        LocalDate earlier = internal.of(key.year()).get(key.scope());
        return earlier == null ? sentence : sentence + texts.get("report.note.internal", Dates.full(earlier));
    }
}
