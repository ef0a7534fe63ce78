package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.CurrentActor;
import org.gongkai.ui.Asked;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 申请的查询，给办理的人；看得到哪些由行级权限定。 Reads for staff; row-level security decides which cases. */
@Component
@Transactional(readOnly = true)
public class Requests {

    private static final int MOST = 200;
    private static final int SOON = 5;
    private static final String FAR = "9999-12-31";

    private final JdbcClient jdbc;
    private final RequestStore store;
    private final ActStore acts;
    private final AlertStore alerts;
    private final PaperStore papers;
    private final Sealing sealing;
    private final LetterPdf letterPdf;
    private final WorkingCalendars calendars;
    private final CaseRoutes routes;
    private final CurrentActor actors;
    private final Clock clock;

    Requests(
            JdbcClient jdbc,
            RequestStore store,
            ActStore acts,
            AlertStore alerts,
            PaperStore papers,
            Sealing sealing,
            LetterPdf letterPdf,
            WorkingCalendars calendars,
            CaseRoutes routes,
            CurrentActor actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.acts = acts;
        this.alerts = alerts;
        this.papers = papers;
        this.sealing = sealing;
        this.letterPdf = letterPdf;
        this.calendars = calendars;
        this.routes = routes;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * 一页。
     *
     * @param next 续页标记，没有下一页时为空
     */
    public record Slice(List<RequestLine> items, @Nullable String next) {}

    /**
     * 范围内在办的件数。
     *
     * @param soon 五个工作日内到期
     */
    public record Count(int running, int soon, int overdue) {}

    public Count count() {
        var today = today();
        return jdbc.sql("""
                        select count(*), count(*) filter (where due_on between ? and ?), count(*) filter (where due_on < ?)
                          from request.request where ended_on is null
                        """)
                .params(today, calendars.current().plusWorkingDays(today, SOON), today)
                .query((row, n) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** 一件；看不到的当作没有。 */
    public RequestView find(long id) {
        return RequestView.of(store.read(id), calendars.current(), today());
    }

    /** 期限，连同逐日账。 */
    public RequestClock clock(RequestView view) {
        return RequestClock.of(view.history(), calendars.current());
    }

    /** 征求意见的情况，按今天。 */
    public Map<Consultation, Consultation.Outcome> consultations(RequestView view) {
        Map<Consultation, Consultation.Outcome> outcomes = new LinkedHashMap<>();
        for (var letter : view.history().consultations()) {
            outcomes.put(letter, letter.outcome(calendars.current(), today()));
        }
        return outcomes;
    }

    /** 经过，按先后：每件事是谁在什么时候记下的。 */
    public List<TimelineEntry> timeline(RequestView view) {
        return acts.timeline(view.id(), view.acts());
    }

    /** 当前操作人此刻能做的事，按流程表的次序，在本机关的办理路径之内，用来画按钮。 */
    public List<RequestAction> possible(RequestView view) {
        var actor = actors.get();
        var route = routes.of(view.body());
        return RequestWorkflow.of(view.caseKind()).possible(view.state(), actor).stream()
                .filter(action -> routes.isOn(route, view.body(), view.state(), action, actor))
                .toList();
    }

    public List<Alert> alerts(long id) {
        return alerts.of(id);
    }

    public List<Paper> papers(long id) {
        return papers.of(id);
    }

    public Paper.Content paper(long id, long paper) {
        return papers.content(id, paper)
                .orElseThrow(() -> Refused.missing("request.paperNotFound", String.valueOf(paper)));
    }

    /** 一份文书的 PDF；字体里缺字的不出，并说出是哪个字。 */
    public Paper.Content pdf(long id, long paper) {
        var content = paper(id, paper);
        if (!content.mediaType().equals(Letters.DOCX)) {
            throw new Refused(Refusal.of("request.pdfOfLettersOnly"));
        }
        return new Paper.Content(
                content.name().replaceAll("\\.docx$", "") + ".pdf", "application/pdf", letterPdf.of(content.bytes()));
    }

    /** 这个申请人当月已经提出几件公开申请（R-FEE-03：同一申请人、一个自然月累计，按证件号码认）；这件是申请更正的为 0。 */
    public int monthlyCount(long id) {
        return jdbc.sql("""
                        select count(*) from request.request r join request.request mine on mine.id = ?
                         where r.applicant_hash = mine.applicant_hash and r.body = mine.body and r.state <> 'DIVIDED' and r.round_of is null
                           and r.case_kind = 'DISCLOSURE' and mine.case_kind = 'DISCLOSURE'
                           and date_trunc('month', r.arrived_on) = date_trunc('month', mine.arrived_on)
                        """).param(id).query(Integer.class).single();
    }

    /** 同一申请人在本机关的其他申请，不含这件的各轮；同样内容的在前（M13）。 */
    public List<RequestLine> ofSameApplicant(long id) {
        return jdbc.sql("""
                        select r.* from request.request r join request.request mine on mine.id = ?
                         where r.applicant_hash = mine.applicant_hash and r.body = mine.body
                           and coalesce(r.round_of, r.id) <> coalesce(mine.round_of, mine.id)
                         order by (r.text_hash = mine.text_hash) desc, r.id desc limit 50
                        """).param(id).query(this::line).list();
    }

    /** 同一件申请的各轮办理，按先后；只办过一轮的为空。 All rounds, none when there was only one. */
    public List<RequestLine> rounds(RequestView view) {
        var first = view.roundOf();
        var rounds = store.rounds(first == null ? view.id() : first).stream()
                .map(this::shown)
                .toList();
        return rounds.size() > 1 ? rounds : List.of();
    }

    /** 与这件内容相同（空格、标点、繁简不计）的同一申请人的早先的同类申请。 */
    public Optional<RequestLine> repeats(long id) {
        return jdbc.sql("""
                        select r.* from request.request r join request.request mine on mine.id = ?
                         where r.applicant_hash = mine.applicant_hash and r.body = mine.body and r.text_hash = mine.text_hash
                           and r.case_kind = mine.case_kind and r.id < mine.id and r.round_of is null and mine.round_of is null order by r.id limit 1
                        """).param(id).query(this::line).optional();
    }

    /**
     * 按最后一日排列；没有最后一日的在后。
     *
     * @param cursor 上一页的 next
     */
    public Slice list(RequestFilter filter, @Nullable String cursor, int size) {
        int most = Math.clamp(size, 1, MOST);
        var values = new HashMap<String, Object>(Map.of("size", most + 1, "today", today()));
        var sql = new StringBuilder(
                "select r.*, coalesce(r.due_on, '" + FAR + "') as sorted from request.request r where true");
        write(filter, sql, values);
        after(cursor, sql, values);
        var found = jdbc.sql(sql.append(" order by coalesce(r.due_on, '" + FAR + "'), r.id limit :size")
                        .toString())
                .params(values)
                .query(this::line)
                .list();
        boolean more = found.size() > most;
        var items = more ? found.subList(0, most) : found;
        return new Slice(List.copyOf(items), more ? cursor(items.getLast()) : null);
    }

    private static String cursor(RequestLine last) {
        return (last.dueOn() == null ? FAR : last.dueOn()) + "_" + last.id();
    }

    private static void after(@Nullable String cursor, StringBuilder sql, Map<String, Object> values) {
        if (cursor == null || cursor.isBlank()) {
            return;
        }
        try {
            int bar = cursor.indexOf('_');
            values.put("afterDay", LocalDate.parse(cursor.substring(0, bar)));
            values.put("afterId", Long.valueOf(cursor.substring(bar + 1)));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw Asked.cursor();
        }
        sql.append(" and (coalesce(r.due_on, '" + FAR + "'), r.id) > (:afterDay, :afterId)");
    }

    private void write(RequestFilter filter, StringBuilder sql, Map<String, Object> values) {
        sql.append(
                switch (filter.view()) {
                    case RUNNING -> " and r.ended_on is null";
                    case OVERDUE -> " and r.ended_on is null and r.due_on < :today";
                    case WAITING ->
                        " and r.ended_on is null and r.state in ('AWAITING_CORRECTION', 'AWAITING_PAYMENT', 'AWAITING_REASONS')";
                    case UNOWNED -> " and r.ended_on is null and r.owner is null";
                    case FINISHED -> " and r.ended_on is not null";
                    case ALL -> "";
                });
        if (filter.body() != null) {
            sql.append(" and r.body = :body");
            values.put("body", filter.body());
        }
        if (filter.owner() != null) {
            sql.append(" and r.owner = :owner");
            values.put("owner", filter.owner());
        }
        if (filter.caseKind() != null) {
            sql.append(" and r.case_kind = :kind");
            values.put("kind", filter.caseKind().name());
        }
        var words = filter.words();
        if (words != null && !words.isBlank()) {
            sql.append(" and (r.reference = :reference or r.name_hash = :name or r.applicant_hash = :identity"
                    + " or r.phone_hash = :phone)");
            values.put("reference", words.strip());
            values.put("name", sealing.digest("name", SameText.of(words)));
            values.put("identity", sealing.digest("identity", SameText.of(words)));
            values.put("phone", sealing.digest("phone", SameText.of(words)));
        }
    }

    private RequestLine line(ResultSet row, int n) throws SQLException {
        return shown(store.row(row, n));
    }

    private RequestLine shown(InformationRequest request) {
        return new RequestLine(
                request.id,
                request.reference,
                request.body,
                request.state,
                request.channel,
                request.kind(),
                request.wanted.headline(),
                request.receivedOn,
                request.dueOn,
                remaining(request, calendars.current()),
                request.late || request.endedOn == null && request.dueOn != null && today().isAfter(request.dueOn),
                request.owner,
                request.reply);
    }

    private @Nullable Integer remaining(InformationRequest request, WorkingCalendar calendar) {
        var due = request.dueOn;
        if (due == null) {
            return null;
        }
        return calendar.daysLeft(request.endedOn == null ? today() : request.endedOn, due);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
