package org.gongkai.report;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 本级要求的报送日（R-ANN-04）：主管部门可以定得早，不能定得比法定的晚；迟于它不是迟于法定日期，两个日子分开说。
 *
 * <p>Days the competent department sets ahead of the statutory ones. Missing one is never counted as missing the statute's.
 */
@Component
@Transactional
public class InternalDays {

    private final JdbcClient jdbc;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InternalDays(
            JdbcClient jdbc, PublicBodies bodies, CurrentActor actors, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** 一年里定了的；没有定的不在其中。 The days set for a year's reports. */
    @Transactional(readOnly = true)
    public Map<ReportScope, LocalDate> of(int year) {
        Map<ReportScope, LocalDate> days = new EnumMap<>(ReportScope.class);
        jdbc.sql(
                        "select distinct on (scope) scope, due_on from report.internal_day where year = ? order by scope, id desc")
                .param(year)
                .query((ResultSet row) -> {
                    LocalDate day = row.getObject("due_on", LocalDate.class);
                    if (day != null) {
                        days.put(ReportScope.valueOf(row.getString("scope")), day);
                    }
                });
        return days;
    }

    /**
     * 定、改、取消；一个不行，都不存。
     *
     * @param days 报送的最后一日；为空是不要求提前
     * @throws Refused 不是政务公开科，或者不在次年一月一日到法定的最后一日之间
     */
    @Basis("OGI-49")
    public void set(int year, Map<ReportScope, Optional<LocalDate>> days) {
        if (!actors.get().has(Duty.OFFICE)) {
            throw new Refused(Refusal.of("report.internal.notYourDuty").basis("OGI-49"));
        }
        String root = bodies.root()
                .map(PublicBody::code)
                .orElseThrow(() -> new Refused(Refusal.of("report.internal.noRoot")));
        Map<ReportScope, LocalDate> before = of(year);
        days.forEach((scope, day) -> {
            LocalDate old = before.get(scope);
            if (!Optional.ofNullable(old).equals(day)) {
                day.ifPresent(each -> mustFit(each, scope.dueOn(year)));
                add(root, year, scope, day.orElse(null));
                events.publishEvent(new InternalDaySet(year, scope, old, day.orElse(null)));
            }
        });
    }

    private static void mustFit(LocalDate day, LocalDate last) {
        if (day.isAfter(last) || day.getYear() != last.getYear()) {
            throw new Refused(
                    Refusal.of("report.internal.outOfRange", day, last).basis("OGI-49"));
        }
    }

    private void add(String root, int year, ReportScope scope, @Nullable LocalDate dueOn) {
        jdbc.sql("""
                        insert into report.internal_day (body, year, scope, due_on, set_by, set_at)
                        values (:body, :year, :scope, :due, :by, :at)
                        """)
                .param("body", root)
                .param("year", year)
                .param("scope", scope.name())
                .param("due", dueOn)
                .param("by", actors.get().account())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
