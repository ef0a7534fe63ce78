package org.gongkai.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.obligation.spi.StatutoryDutiesChanged;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 年度报告的办理：写稿、发布。 Writing and issuing annual reports. */
@Component
@Transactional
public class AnnualReportDesk {

    private static final int LONGEST_EXPLANATION = 2_000;
    private static final int MOST_DIGITS = 15;

    private final ReportStore store;
    private final Reckoning reckoning;
    private final BrokenSentences words;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnnualReportDesk(
            ReportStore store,
            Reckoning reckoning,
            BrokenSentences words,
            PublicBodies bodies,
            CurrentActor actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reckoning = reckoning;
        this.words = words;
        this.bodies = bodies;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 存稿：表二的数、三段文字、结转不一致的说明；表三、表四由台账算出，不能填。
     *
     * @throws Refused 不是本机构、别人先改过、填了不由人填的格、文字太长
     */
    public void save(ReportDraft draft) {
        Actor actor = mustReach(draft.key().body());
        draft.figures().forEach(AnnualReportDesk::mustBeEntered);
        if (draft.narrative().isTooLong() || draft.explanation().length() > LONGEST_EXPLANATION) {
            throw new Refused(Refusal.of("report.textTooLong", Narrative.LONGEST, LONGEST_EXPLANATION));
        }
        if (!store.save(draft, actor, OffsetDateTime.now(clock))) {
            throw new Refused(Refusal.of("report.changedMeanwhile"));
        }
        events.publishEvent(new ReportSaved(
                draft.key().body(), draft.key().year(), draft.key().scope()));
    }

    /**
     * 发布；勾稽关系不平、有案件说不通、有格子没填、文字没写的，一律不能发布，并说出是哪里。已经发布的再发就是更正，成为新的一版。
     *
     * <p>Issues the report, or a corrected edition of it. Refused while anything does not add up, naming what.
     *
     * @param seen 发布的人看到的是第几版，还没有的是零；没有说的（接口）就是办理时最近的一版，等着的时候别人发布了的照样拒绝。 The edition the
     *     issuer has before him; none named stands for the one there is when he asks
     * @throws Refused 409 when another edition was issued meanwhile
     */
    @Basis({"OGI-49", "OGI-50"})
    public IssuedReport issue(ReportKey key, @Nullable Integer seen) {
        Actor actor = mustReach(key.body());
        if (!actor.has(Duty.SIGNER) && !actor.has(Duty.OFFICE)) {
            throw new Refused(Refusal.of("report.notYourDuty").basis("OGI-49"));
        }
        LocalDate today = LocalDate.now(clock);
        if (today.getYear() <= key.year()) {
            throw new Refused(Refusal.of("report.yearNotOver", key.year()).basis("OGI-49"));
        }
        IssuedReport known = alone(key, seen == null ? store.edition(key) : seen);
        WorkingReport report = reckoning.reckon(key, ReportForm.inForce(key.year()));
        List<String> obstacles = obstacles(report);
        if (!obstacles.isEmpty()) {
            throw new Refused(Refusal.of(
                            "report.notReady",
                            obstacles.size(),
                            String.join(" ", obstacles.subList(0, Math.min(5, obstacles.size()))))
                    .basis("OGI-50"));
        }
        int edition = known == null ? 1 : known.edition() + 1;
        IssuedReport issued = new IssuedReport(
                key,
                edition,
                IssuedReport.Origin.ISSUED,
                report.tables(),
                report.draft().narrative(),
                report.draft().explanation(),
                reckoning.carriedOn(key),
                today);
        store.add(issued, "", actor, OffsetDateTime.now(clock));
        publish(issued);
        events.publishEvent(new StatutoryDutiesChanged(AnnualReports.ITEM)); // an import meets no duty
        return issued;
    }

    /**
     * 同一份报告一次只有一个人发布；等的时候别人发布了的，后来的不再发一版，因为他看到的已经不是最近的一版。
     *
     * @return 最近的一版，没有的为空
     * @throws Refused 409, somebody was faster
     */
    private @Nullable IssuedReport alone(ReportKey key, int seen) {
        store.lock(key);
        IssuedReport known = store.issued(key).orElse(null);
        if (known != null && known.edition() != seen) {
            throw Refused.conflict("report.issuedMeanwhile", key.year(), known.edition());
        }
        return known;
    }

    /** 挡住发布的事，逐条成句。 What stands in the way, in words. */
    @Transactional(readOnly = true)
    public List<String> obstacles(WorkingReport report) {
        List<String> obstacles = new ArrayList<>();
        report.defects().forEach(defect -> obstacles.add(words.sentence(defect)));
        report.broken().forEach(broken -> obstacles.add(words.sentence(broken)));
        if (report.draft().explanation().isEmpty()) {
            report.carriedOver().forEach(broken -> obstacles.add(words.sentence(broken)));
        }
        if (!report.blanks().isEmpty()) {
            obstacles.add(words.blanks(report.blanks()));
        }
        List<String> missing = report.draft().narrative().missing();
        if (!missing.isEmpty()) {
            obstacles.add(words.missing(missing));
        }
        return obstacles;
    }

    /** 导入一份之后怎样了。 What an import did. */
    enum Imported {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** 导入往年的一份；与已有的相同就不动，已经在这里发布的不覆盖。 A past report; what was issued here is never replaced. */
    Imported importPast(ReportKey key, FilledTables tables, String source) {
        Actor actor = mustReach(key.body());
        store.lock(key);
        IssuedReport known = store.issued(key).orElse(null);
        if (known != null && known.origin() == IssuedReport.Origin.ISSUED) {
            throw new Refused(Refusal.of("report.import.issuedHere", key.year()));
        }
        if (known != null && known.tables().equals(tables)) {
            return Imported.UNCHANGED;
        }
        IssuedReport report = new IssuedReport(
                key,
                known == null ? 1 : known.edition() + 1,
                IssuedReport.Origin.IMPORTED,
                tables,
                Narrative.NOTHING,
                "",
                null,
                LocalDate.now(clock));
        store.add(report, source, actor, OffsetDateTime.now(clock));
        publish(report);
        return known == null ? Imported.ADDED : Imported.CHANGED;
    }

    private static void mustBeEntered(CellAddress cell, BigDecimal figure) {
        boolean known = ReportForm.FORM_2021.has(cell) || ReportForm.FORM_2019.has(cell);
        if (!known || !cell.row().startsWith("T2")) {
            throw new Refused(Refusal.of("report.cellNotEntered", cell.toString()));
        }
        boolean beyond = Math.abs((long) figure.scale()) > MOST_DIGITS || figure.precision() > MOST_DIGITS;
        if (beyond || figure.signum() < 0 && !cell.column().equals("b5")) {
            throw new Refused(
                    Refusal.of("report.figureUnreadable", cell.toString(), beyond ? "…" : figure.toPlainString()));
        }
    }

    private void publish(IssuedReport report) {
        ReportKey key = report.key();
        events.publishEvent(new ReportIssued(
                key.body(),
                key.year(),
                key.scope(),
                report.edition(),
                report.origin().name(),
                report.issuedOn(),
                store.firstIssued(key).orElse(null),
                key.scope().dueOn(key.year())));
    }

    private Actor mustReach(String body) {
        Actor actor = actors.get();
        if (bodies.find(body).isEmpty() || !actor.reaches(body)) {
            throw Refused.missing("report.missing");
        }
        return actor;
    }

    /** 由表单来的文字读成数；读不成的说出来。 Figures as typed. */
    public static Map<CellAddress, BigDecimal> figures(Map<String, String> typed) {
        Map<CellAddress, BigDecimal> figures = new java.util.LinkedHashMap<>();
        typed.forEach((cell, text) -> {
            FigureText read = FigureText.of(text);
            if (read.figure() != null) {
                figures.put(CellAddress.parse(cell), read.figure());
            } else if (read.kind() != UnreadCell.Kind.BLANK) {
                throw new Refused(Refusal.of("report.figureUnreadable", cell, text));
            }
        });
        return figures;
    }
}
