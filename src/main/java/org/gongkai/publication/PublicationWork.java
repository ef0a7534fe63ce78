package org.gongkai.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.attachment.Attachments;
import org.gongkai.attachment.StoredFile;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.publication.Disclosures.ParagraphChange;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 工作台上看得到的在办信息；行级权限决定是哪些机构的。 What is in work, as the desk shows it. */
@Component
@Transactional(readOnly = true)
public class PublicationWork {

    /** 工作台的几个栏目。 */
    public enum Tab {
        MINE,
        REVIEW,
        RETURNED,
        SCHEDULED,
        PUBLISHED
    }

    /** 列表里的一条。 */
    public record Line(
            long id,
            int version,
            String bodyName,
            String title,
            EditionState state,
            Instant changedAt,
            @Nullable LocalDate formedOn,
            @Nullable Instant scheduledFor,
            int openFindings,
            boolean correction,
            String returnedFor) {}

    /** 一次审查。 */
    public record ReviewLine(ReviewStep step, String reviewer, Instant at, String conclusion, String reason) {}

    /**
     * 打开的一条。
     *
     * @param mine 当前操作人参与拟过，不能审
     * @param publicPath 门户上的地址，公开过才有
     * @param changes 与上一公开版逐段比较，首次公开为空
     */
    public record View(
            long id,
            int version,
            String bodyName,
            DisclosureStanding standing,
            EditionState state,
            DisclosureDraft content,
            String authorName,
            String authorNote,
            String changeNote,
            boolean mine,
            @Nullable String indexNumber,
            @Nullable String publicPath,
            @Nullable Instant scheduledFor,
            List<Finding> findings,
            List<ReviewLine> reviews,
            Set<PublicationAction> possible,
            List<StoredFile> files,
            List<ParagraphChange> changes) {

        public boolean may(PublicationAction action) {
            return possible.contains(action);
        }

        /** 等当前操作人审核、签发：岗位对得上，自己没有参与拟稿。 Whether it waits for this actor to review or sign. */
        public boolean isForActorToReview() {
            return may(PublicationAction.APPROVE) || may(PublicationAction.PUBLISH) || may(PublicationAction.REGISTER);
        }

        /** 正文里有能一键遮盖的个人信息。 */
        public boolean isMaskable() {
            return may(PublicationAction.MASK)
                    && findings.stream()
                            .anyMatch(finding -> finding.maskable()
                                    && finding.needsSettling()
                                    && (finding.where().equals("body")
                                            || finding.where().equals("title")));
        }

        public boolean hasFindingsToSettle() {
            return findings.stream().anyMatch(Finding::needsSettling);
        }
    }

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final EditionStore editions;
    private final Attachments attachments;
    private final SelfCheck selfCheck;
    private final PublicBodies bodies;
    private final CurrentActor currentActor;
    private final ItemCodes items;

    PublicationWork(
            JdbcClient jdbc,
            EditionStore editions,
            Attachments attachments,
            SelfCheck selfCheck,
            PublicBodies bodies,
            CurrentActor currentActor,
            ItemCodes items) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.attachments = attachments;
        this.selfCheck = selfCheck;
        this.bodies = bodies;
        this.currentActor = currentActor;
        this.items = items;
    }

    /** 一个栏目里最近的一百条。 */
    public List<Line> list(Tab tab) {
        var actor = currentActor.get();
        return switch (tab) {
            case MINE ->
                lines(
                        "d.working_edition = e.id and e.state in ('DRAFT', 'RETURNED', 'SECTION_REVIEW', 'SECRECY_REVIEW',"
                                + " 'REFERRED', 'SIGNING', 'SCHEDULED') and ? = any(e.authors)",
                        actor.account());
            case RETURNED -> lines("d.working_edition = e.id and e.state = 'RETURNED' and ? <> ''", actor.account());
            case SCHEDULED -> lines("d.working_edition = e.id and e.state = 'SCHEDULED' and ? <> ''", actor.account());
            case PUBLISHED ->
                lines(
                        "d.public_edition = e.id and d.standing = 'PUBLISHED' and (e.body = ? or " + actor.district()
                                + ")",
                        actor.body() == null ? "" : actor.body());
            case REVIEW -> queue(actor);
        };
    }

    /** 等这个人审的：他的岗位对应的环节，他没有参与拟稿的，先来的在前。 */
    private List<Line> queue(Actor actor) {
        var states = EnumSet.noneOf(EditionState.class);
        if (actor.has(Duty.SECTION_HEAD)) {
            states.add(EditionState.SECTION_REVIEW);
        }
        if (actor.has(Duty.SECRECY_REVIEWER)) {
            states.addAll(List.of(EditionState.SECRECY_REVIEW, EditionState.REFERRED));
        }
        if (actor.has(Duty.SIGNER)) {
            states.add(EditionState.SIGNING);
        }
        var waiting = new ArrayList<Line>();
        for (var state : states) {
            waiting.addAll(lines(
                    "d.working_edition = e.id and e.state = '" + state.name() + "' and not ? = any(e.authors)",
                    actor.account()));
        }
        waiting.sort(java.util.Comparator.comparing(Line::changedAt));
        return waiting;
    }

    private List<Line> lines(String condition, String parameter) {
        return jdbc.sql("""
                        select d.id, d.version, e.body, e.title, e.state, e.changed_at, e.formed_on, e.scheduled_for, e.open_findings,
                               d.public_edition is not null and d.public_edition <> e.id as correction,
                               coalesce((select r.reason from publication.review r
                                          where r.edition = e.id and r.conclusion = 'RETURNED' order by r.id desc limit 1), '')
                                   as returned_for
                          from publication.edition e join publication.disclosure d on d.id = e.disclosure
                         where\s""" + condition + " order by e.changed_at desc, e.id desc limit " + MOST)
                .param(parameter)
                .query((row, n) -> new Line(
                        row.getLong("id"),
                        row.getInt("version"),
                        bodyName(row.getString("body")),
                        row.getString("title"),
                        EditionState.valueOf(row.getString("state")),
                        DisclosureRows.instant(row, "changed_at"),
                        DisclosureRows.date(row, "formed_on"),
                        DisclosureRows.maybeInstant(row, "scheduled_for"),
                        row.getInt("open_findings"),
                        row.getBoolean("correction"),
                        row.getString("returned_for")))
                .list();
    }

    /** 打开一条：在办的版本，没有就是当前公开的版本。 */
    public View open(long id) {
        var actor = currentActor.get();
        var file = file(id).filter(found -> actor.reaches(found.body())).orElseThrow(() -> notFound(id));
        var open = editions.find(file.publicEdition());
        var working = editions.find(file.workingEdition());
        var edition = working == null ? open : working;
        if (edition == null) {
            throw notFound(id);
        }
        return view(file, edition, open, actor);
    }

    /** 一条公开信息的登记，没有版本的内容。 The row of a disclosure, without the content of its editions. */
    private record FileRow(
            long id,
            int version,
            String body,
            DisclosureStanding standing,
            @Nullable String indexNumber,
            @Nullable Long publicEdition,
            @Nullable Long workingEdition) {

        @Nullable
        String publicPath() {
            return indexNumber == null ? null : DisclosureLine.path(body, indexNumber);
        }
    }

    private Optional<FileRow> file(long id) {
        return jdbc.sql("select * from publication.disclosure where id = ?")
                .param(id)
                .query((row, n) -> new FileRow(
                        id,
                        row.getInt("version"),
                        row.getString("body"),
                        DisclosureStanding.valueOf(row.getString("standing")),
                        row.getString("index_number"),
                        row.getObject("public_edition", Long.class),
                        row.getObject("working_edition", Long.class)))
                .optional();
    }

    /** 没有的、别的单位的，一样拒绝。 Refused when there is no such disclosure within the actor's reach. */
    public void mustBeThere(long id) {
        var body = jdbc.sql("select body from publication.disclosure where id = ?")
                .param(id)
                .query(String.class)
                .optional();
        if (body.filter(currentActor.get()::reaches).isEmpty()) {
            throw notFound(id);
        }
    }

    private View view(FileRow file, Edition edition, @Nullable Edition open, Actor actor) {
        boolean mine = edition.authors.contains(actor.account());
        boolean correction = open != null && open != edition;
        return new View(
                file.id(),
                file.version(),
                bodyName(edition.content.placement().body()),
                file.standing(),
                edition.state,
                edition.content,
                edition.authorName,
                edition.authorNote,
                edition.changeNote,
                mine,
                file.indexNumber(),
                file.publicPath(),
                edition.scheduledFor,
                Submission.isInWork(edition) ? selfCheck.check(edition.content, edition.plain) : List.of(),
                reviews(file.id()),
                possible(edition, actor, mine),
                attachments.find(edition.content.attachments()),
                correction
                        ? ParagraphDiff.between(java.util.Objects.requireNonNull(open).plain, edition.plain)
                        : List.of());
    }

    private static Set<PublicationAction> possible(Edition edition, Actor actor, boolean mine) {
        var possible = EnumSet.noneOf(PublicationAction.class);
        possible.addAll(PublicationWorkflow.TABLE.possible(edition.state, actor));
        possible.remove(edition.isProactive() ? PublicationAction.REGISTER : PublicationAction.PUBLISH);
        if (!edition.isProactive()) {
            possible.remove(PublicationAction.SCHEDULE);
        }
        if (mine) {
            possible.removeAll(EnumSet.of(
                    PublicationAction.APPROVE,
                    PublicationAction.RETURN,
                    PublicationAction.REFER,
                    PublicationAction.PUBLISH,
                    PublicationAction.SCHEDULE,
                    PublicationAction.REGISTER,
                    PublicationAction.WITHDRAW));
        }
        return possible;
    }

    private List<ReviewLine> reviews(long disclosure) {
        return jdbc.sql(
                        "select step, reviewer_name, reviewed_at, conclusion, reason from publication.review where disclosure = ?"
                                + " order by id desc limit " + MOST)
                .param(disclosure)
                .query((row, n) -> new ReviewLine(
                        ReviewStep.valueOf(row.getString("step")),
                        row.getString("reviewer_name"),
                        DisclosureRows.instant(row, "reviewed_at"),
                        row.getString("conclusion"),
                        row.getString("reason")))
                .list();
    }

    /** 编辑时的自查和预览；还没有保存。 Checks and cleans what is being written. */
    public Preview preview(DisclosureDraft draft) {
        var clean = CleanDraft.of(draft);
        return new Preview(clean.content(), selfCheck.check(clean.content(), clean.plain()));
    }

    /** 发布后的样子和自查。 */
    public record Preview(DisclosureDraft content, List<Finding> findings) {}

    /** 目录里这个事项属于哪个领域；没有就是空串。 For prefilling a draft from a catalogue item. */
    public String areaOf(String item) {
        return items.resolve(item).map(ItemCodes.Item::area).orElse("");
    }

    /** 常用退回理由。 */
    public List<String> readyReasons(String body) {
        return jdbc.sql(
                        "select sentence from publication.ready_reason where body in (?, '*') order by body = '*', position")
                .param(body)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** 当前操作人可以替它发布的机构。 */
    public List<PublicBody> bodies() {
        var actor = currentActor.get();
        return bodies.all().stream().filter(body -> actor.reaches(body.code())).toList();
    }

    /** 附件，按次序。 */
    public List<StoredFile> files(List<Long> ids) {
        return attachments.find(ids);
    }

    private String bodyName(String code) {
        return bodies.find(code).map(PublicBody::shortName).orElse(code);
    }

    private static Refused notFound(long id) {
        return Refused.missing("publication.notFound", String.valueOf(id));
    }
}
