package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 导出卷宗：写明用途申请，另一位有审批岗位的人批准，批准后二十四小时之内由申请的人下载；每一步留痕。
 *
 * <p>Personal data leave only with a purpose, a second person's consent and a watermark. That the second person is another one is also
 * a constraint of the table ({@code four_eyes}).
 */
@Component
@Transactional
public class FolderExports {

    /** 批准之后可以下载多久。 How long an approved export can be taken. */
    public static final Duration OPEN = Duration.ofHours(24);

    private static final int LONGEST = 200;
    private static final int MOST = 100;
    private static final Set<Duty> ASKS = Set.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE);
    private static final Set<Duty> DECIDES = Set.of(Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE);

    private static final String SELECT =
            "select e.*, r.reference from request.export e join request.request r on r.id = e.request";

    private final JdbcClient jdbc;
    private final Requests requests;
    private final CaseFolder folder;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FolderExports(
            JdbcClient jdbc,
            Requests requests,
            CaseFolder folder,
            CurrentActor actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.folder = folder;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 申请导出。
     *
     * @param purpose 用途，必填，200 字以内，不写申请人的信息
     */
    @Basis("OGI-45")
    public FolderExport ask(long request, String purpose) {
        var actor = charged(ASKS);
        var why = words(purpose, "request.purposeMissing");
        var view = requests.find(request);
        var id = jdbc.sql("""
                        insert into request.export (request, body, purpose, state, asked_by, asked_name, asked_at)
                        values (?, ?, ?, 'ASKED', ?, ?, ?) on conflict (request, asked_by) where state = 'ASKED' do nothing
                        returning id
                        """)
                .params(request, view.body(), why, actor.account(), actor.name(), now())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(Refusal.of("request.export.askedAlready", view.reference())));
        return told(read(id, ""), "export-asked", "申请导出卷宗", why);
    }

    /** 批准：不能是申请的那个人。 */
    @Basis("OGI-45")
    public FolderExport approve(long export) {
        var asked = toDecide(export);
        decide(export, FolderExport.State.APPROVED, "", now().plus(OPEN));
        return told(read(export, ""), "export-approved", "批准导出卷宗", asked.purpose());
    }

    /** 不批准，说明理由。 */
    @Basis("OGI-45")
    public FolderExport refuse(long export, String reason) {
        toDecide(export);
        var why = words(reason, "request.export.reasonMissing");
        decide(export, FolderExport.State.REFUSED, why, null);
        return told(read(export, ""), "export-refused", "不批准导出卷宗", why);
    }

    /**
     * 下载：批准之后、时限之内，可以重复下载，每次留痕。
     *
     * @return the zip, marked with who, when and what for
     */
    @Basis("OGI-45")
    public Paper.Content download(long export) {
        var approved = read(export, " for update of e");
        if (!approved.askedBy().equals(actors.get().account())) {
            throw new Refused(Refusal.of("request.export.ofAnother", approved.asked()));
        }
        if (approved.state() != FolderExport.State.APPROVED) {
            throw new Refused(Refusal.of("request.export.notApproved"));
        }
        if (!approved.isOpen(now())) {
            throw new Refused(Refusal.of("request.export.over", OPEN.toHours()));
        }
        jdbc.sql("update request.export set downloads = downloads + 1 where id = ?")
                .param(export)
                .update();
        told(approved, "exported", "导出卷宗", approved.purpose());
        return new Paper.Content(
                approved.reference() + ".zip",
                "application/zip",
                folder.of(approved.request(), Watermark.of(approved, now())));
    }

    /** 范围内的，待批的在前，新的在前。 */
    @Transactional(readOnly = true)
    public List<FolderExport> all() {
        return jdbc.sql(SELECT + " order by e.state = 'ASKED' desc, e.id desc limit " + MOST)
                .query(FolderExports::row)
                .list();
    }

    /** 同上，连同当前操作人能做什么。 */
    @Transactional(readOnly = true)
    public List<ExportLine> lines() {
        var actor = actors.get();
        return all().stream()
                .map(export -> new ExportLine(
                        export,
                        export.askedBy().equals(actor.account()) && export.isOpen(now()),
                        decides(actor, export)))
                .toList();
    }

    /** 可以申请导出。 */
    public static boolean mayAsk(Actor actor) {
        return ASKS.stream().anyMatch(actor::has);
    }

    /** 可以申请或者批准的，看得到导出的清单。 */
    public static boolean mayOpen(Actor actor) {
        return mayAsk(actor) || DECIDES.stream().anyMatch(actor::has);
    }

    private static boolean decides(Actor actor, FolderExport export) {
        return export.state() == FolderExport.State.ASKED
                && DECIDES.stream().anyMatch(actor::has)
                && !export.askedBy().equals(actor.account());
    }

    private FolderExport toDecide(long export) {
        var actor = charged(DECIDES);
        var asked = read(export, " for update of e");
        if (asked.askedBy().equals(actor.account())) {
            throw new Refused(
                    Refusal.of("request.export.fourEyes").basis("OGI-45").rule("R-SEC-01"));
        }
        if (asked.state() != FolderExport.State.ASKED) {
            throw new Refused(Refusal.of("request.export.decided", String.valueOf(asked.decided())));
        }
        return asked;
    }

    private void decide(long export, FolderExport.State state, String reason, @Nullable OffsetDateTime until) {
        var actor = actors.get();
        jdbc.sql("""
                        update request.export set state = ?, decided_by = ?, decided_name = ?, decided_at = ?, reason = ?, until = ?
                         where id = ?
                        """)
                .param(state.name())
                .param(actor.account())
                .param(actor.name())
                .param(now())
                .param(reason)
                .param(until)
                .param(export)
                .update();
    }

    private Actor charged(Set<Duty> duties) {
        var actor = actors.get();
        if (duties.stream().noneMatch(actor::has)) {
            throw new Refused(Refusal.of("request.export.notYourDuty"));
        }
        return actor;
    }

    private static String words(String words, String key) {
        var clean = words.strip();
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new Refused(Refusal.of(key));
        }
        return clean;
    }

    private FolderExport told(FolderExport export, String step, String name, String words) {
        events.publishEvent(
                new ExportActed(export.request(), export.body(), export.reference(), step, name, export.id(), words));
        return export;
    }

    private FolderExport read(long export, String lock) {
        return jdbc.sql(SELECT + " where e.id = ?" + lock)
                .param(export)
                .query(FolderExports::row)
                .optional()
                .orElseThrow(() -> Refused.missing("request.export.unknown", String.valueOf(export)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static FolderExport row(ResultSet row, int n) throws SQLException {
        return new FolderExport(
                row.getLong("id"),
                row.getLong("request"),
                row.getString("body"),
                row.getString("reference"),
                row.getString("purpose"),
                FolderExport.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getString("asked_name"),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getString("decided_by"),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("reason"),
                row.getObject("until", OffsetDateTime.class),
                row.getInt("downloads"));
    }
}
