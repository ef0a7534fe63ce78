package org.gongkai.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.law.Basis;
import org.gongkai.obligation.spi.StatutoryDuties;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 每个机构每年的年度报告是一条法定义务（R-ANN-01 至 R-ANN-03）：次年一月一日起可以办，一月或者三月三十一日止，在这里发布了才算办。
 *
 * <p>Each body owes a report for each year. A body enters the ledger with the first year whose day has not passed when the platform
 * comes to know it, and never leaves a year out after that; what was due before is not held against it, even when it is issued here
 * later. A report imported from elsewhere does not meet the duty: nobody here knows the day it was published.
 */
@Component
class OwedReports implements StatutoryDuties {

    private final AnnualReports reports;
    private final PublicBodies bodies;
    private final InternalDays internal;
    private final FixedDay fixed;
    private final Texts texts;

    OwedReports(AnnualReports reports, PublicBodies bodies, InternalDays internal, FixedDay fixed, Texts texts) {
        this.reports = reports;
        this.bodies = bodies;
        this.internal = internal;
        this.fixed = fixed;
        this.texts = texts;
    }

    @Override
    public String item() {
        return AnnualReports.ITEM;
    }

    @Override
    public String name() {
        return texts.get("report.duty.name");
    }

    @Override
    @Basis("OGI-49")
    public List<Duty> owed(Map<String, LocalDate> since, LocalDate today) {
        Map<ReportKey, LocalDate> issued = reports.firstIssued();
        List<Duty> owed = new ArrayList<>();
        for (PublicBody body : bodies.all()) {
            if (!reports.isReporting(body.code())) {
                continue;
            }
            ReportScope scope = reports.usualScope(body.code());
            for (int year = first(since.get(body.code()), today); year < today.getYear(); year++) {
                ReportKey key = new ReportKey(body.code(), year, scope);
                LocalDate issuedOn = issued.get(key);
                if (since.containsKey(body.code()) || isInTime(key, issuedOn == null ? today : issuedOn)) {
                    owed.add(duty(key, issuedOn));
                }
            }
        }
        return owed;
    }

    /** 还没有上账的机构：日子没有过，或者按时在这里发布了，才上账；过了日子在这里补发的不追，当年也许在别处发布过。 */
    private static boolean isInTime(ReportKey key, LocalDate day) {
        return !day.isAfter(key.scope().dueOn(key.year()));
    }

    private static int first(@Nullable LocalDate since, LocalDate today) {
        return (since == null ? today : since).getYear() - 1;
    }

    private Duty duty(ReportKey key, @Nullable LocalDate issuedOn) {
        return new Duty(
                key.body(),
                texts.get("report.duty.title", key.year()),
                LocalDate.of(key.year() + 1, 1, 1),
                key.scope().dueOn(key.year()),
                issuedOn);
    }

    @Override
    public String url(String body, LocalDate startsOn) {
        return "/desk/reports/" + body + "/" + (startsOn.getYear() - 1);
    }

    /** 最迟哪一天、之前最后一个工作日（R-ANN-05），本级要求早的也说（R-ANN-04）。 */
    @Override
    public String reminder(String body, LocalDate startsOn, LocalDate today) {
        int year = startsOn.getYear() - 1;
        ReportScope scope = reports.usualScope(body);
        LocalDate due = scope.dueOn(year);
        if (today.isAfter(due)) {
            return "";
        }
        String sentence = texts.get("report.reminder", Dates.full(due), Dates.full(fixed.lastWorkingDay(due)));
        LocalDate earlier = internal.of(year).get(scope);
        return earlier == null ? sentence : sentence + texts.get("report.reminder.internal", Dates.full(earlier));
    }

    @Override
    public String why(LocalDate dueOn) {
        return fixed.why(dueOn);
    }
}
