package org.gongkai.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 信息发布的全部行为：起草、送审、审查、签发、定时、更正、撤回。
 *
 * <p>All verbs of publishing. Each takes the version the actor last saw; if a colleague was faster it is refused with
 * {@code publication.changedMeanwhile} and nothing is changed. Every step leaves its journal line in the same transaction.
 */
@Component
@Transactional
public class PublicationDesk {

    private final DisclosureStore store;
    private final Reviews reviews;
    private final SelfCheck selfCheck;
    private final Publishing publishing;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicationDesk(
            DisclosureStore store,
            Reviews reviews,
            SelfCheck selfCheck,
            Publishing publishing,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.selfCheck = selfCheck;
        this.publishing = publishing;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** 起草。 Saves a first draft; refuses text with classified marks (R-SEC-06). */
    @Basis("OGI-26")
    public Receipt draft(DisclosureDraft draft) {
        return draft(draft, Edition.Origin.DESK, null, null);
    }

    /**
     * 起草，同一张空白稿只成一条：连点两次是同一条，后退再改再存，改的也是那一条。
     *
     * @param once 空白稿的标记；空为不查
     * @throws Refused the draft of this sheet has been submitted already
     */
    public Receipt draftOnce(DisclosureDraft draft, @Nullable String once) {
        var known = once == null ? java.util.Optional.<Long>empty() : store.drafted(once, actor().account());
        if (known.isEmpty()) {
            return draft(draft, Edition.Origin.DESK, once, null);
        }
        var disclosure = store.take(known.get());
        var edition = disclosure.working;
        if (edition == null
                || !edition.authors.contains(actor().account())
                || edition.state != EditionState.DRAFT && edition.state != EditionState.RETURNED) {
            throw new Refused(Refusal.of("publication.draftedAlready"));
        }
        return edit(disclosure.id, disclosure.version, draft);
    }

    /**
     * 依申请转主动公开：按给申请人的答复起草一条，照常自查、审核、签发；同一件申请只成一条（A-106）。
     *
     * <p>Drafts a proactive disclosure from a reply. It goes through the same reviews as any other.
     *
     * @param reference 申请的受理号
     * @param title 信息名称
     * @param text 答复的正文，一段一行
     */
    @Basis("OGI-44")
    public Receipt proposeFromReply(String body, String reference, String title, String text) {
        var heading = Wording.line(title);
        int end = heading.offsetByCodePoints(0, Math.min(60, heading.codePointCount(0, heading.length())));
        var html = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + org.jsoup.nodes.Entities.escape(line.strip()) + "</p>")
                .collect(java.util.stream.Collectors.joining());
        var draft = new DisclosureDraft(
                DisclosureDraft.Placement.of(body, "", ""),
                DisclosureDraft.Facts.of(
                        heading.substring(0, end), java.time.LocalDate.now(clock), DisclosureType.OTHER),
                html,
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
        return draftOnce(draft, "ysq-" + reference);
    }

    Receipt draft(DisclosureDraft draft, Edition.Origin origin, @Nullable String externalId, @Nullable Long parent) {
        var actor = actor();
        var clean = CleanDraft.of(draft);
        mustReach(actor, clean.content().placement().body());
        var now = now();
        var disclosure = new Disclosure(clean.content().placement().body(), externalId, parent, actor.account(), now);
        disclosure.obligation = clean.content().placement().obligation();
        store.add(disclosure);
        var edition = new Edition(disclosure.id, origin, actor, clean, now);
        PublicationWorkflow.TABLE.next(edition.state, PublicationAction.EDIT, actor);
        disclosure.working = edition;
        store.save(disclosure);
        events.publishEvent(new PublicationStep(
                "draft", disclosure.id, disclosure.body, java.util.Map.of("origin", origin.name())));
        return receipt(disclosure, edition);
    }

    /** 修改、自动保存；与存着的一样时什么也不做，版本不变。 An edit that changes nothing leaves no trace. */
    public Receipt edit(long id, int version, DisclosureDraft draft) {
        var actor = actor();
        var disclosure = take(id, version);
        var clean = CleanDraft.of(draft);
        var body = clean.content().placement().body();
        mustReach(actor, body);
        if (disclosure.open != null && !body.equals(disclosure.body)) {
            throw new Refused(Refusal.of("publication.bodyStays"));
        }
        var edition = disclosure.work();
        if (edition.isAlready(clean, actor)) {
            return receipt(disclosure, edition);
        }
        edition.edit(clean, actor, now());
        disclosure.body = body;
        return done(disclosure, edition, PublicationAction.EDIT);
    }

    /**
     * 遮盖标题和正文里的个人信息（R-PRI-04）；附件里的要另行处理。
     *
     * <p>Masks personal numbers in title and body. Done by a reviewer it is a redaction, not authorship.
     */
    @Basis("OGI-15")
    public Receipt mask(long id, int version) {
        var actor = actor();
        var disclosure = take(id, version);
        var edition = disclosure.work();
        edition.move(PublicationAction.MASK, actor);
        if (edition.state == EditionState.SECRECY_REVIEW) {
            edition.mustNotBeAuthor(actor);
        }
        edition.replace(Submission.masked(edition.content), now());
        edition.openFindings = Math.toIntExact(selfCheck.check(edition.content, edition.plain).stream()
                .filter(Finding::needsSettling)
                .count());
        return done(disclosure, edition, PublicationAction.MASK);
    }

    /** 更正说明，随新版公开。 What a correction changes and why; shown with the edition. */
    public Receipt noteChange(long id, int version, String note) {
        var disclosure = take(id, version);
        var edition = disclosure.work();
        edition.move(PublicationAction.EDIT, actor());
        var wording = Wording.line(note);
        if (wording.equals(edition.changeNote)) {
            return receipt(disclosure, edition);
        }
        edition.changeNote = wording;
        return done(disclosure, edition, PublicationAction.EDIT);
    }

    /**
     * 提交审核：先自查，缺要素、有密级标志的不能提交；有完整个人信息的要说明依据。
     *
     * @param note 给审核人的说明，可空串
     */
    @Basis("OGI-17")
    public Receipt submit(long id, int version, String note) {
        var disclosure = take(id, version);
        var edition = disclosure.work();
        var findings = selfCheck.check(edition.content, edition.plain);
        Submission.mustBeFit(disclosure, edition, findings, note);
        long toSettle = findings.stream().filter(Finding::needsSettling).count();
        edition.submit(actor(), Wording.line(note), Math.toIntExact(toSettle), now());
        if (!reviews.route(disclosure.body).contains(ReviewStep.SECTION)) {
            edition.move(PublicationAction.SKIP, Actor.SYSTEM);
        }
        return done(disclosure, edition, PublicationAction.SUBMIT);
    }

    /** 撤回送审。 */
    public Receipt recall(long id, int version) {
        var disclosure = take(id, version);
        var edition = disclosure.work();
        edition.move(PublicationAction.RECALL, actor());
        edition.forgetReview();
        return done(disclosure, edition, PublicationAction.RECALL);
    }

    /** 作废草稿；已公开信息的更正稿作废后，原来公开的不受影响。 */
    public Receipt discard(long id, int version) {
        var disclosure = take(id, version);
        var edition = disclosure.work();
        edition.move(PublicationAction.DISCARD, actor());
        switch (disclosure.standing) {
            case UNPUBLISHED -> disclosure.standing = DisclosureStanding.DISCARDED;
            case REGISTERED -> {
                store.saveEdition(edition);
                disclosure.working = store.registered(disclosure.id);
            }
            default -> {
                store.saveEdition(edition);
                disclosure.working = null;
            }
        }
        return done(disclosure, edition, PublicationAction.DISCARD);
    }

    /**
     * 审核通过：科室审核，或者保密审查。保密审查时，每处要处置的自查发现都要有理由。
     *
     * @param conclusion 保密审查结论；科室审核不看它
     */
    @Basis("OGI-17")
    public Receipt approve(long id, int version, ReviewConclusion conclusion, List<Acceptance> accepted) {
        var actor = actor();
        var disclosure = take(id, version);
        var edition = disclosure.work();
        if (edition.state == EditionState.SECTION_REVIEW) {
            edition.mustNotBeAuthor(actor);
            edition.move(PublicationAction.APPROVE, actor);
            edition.changedAt = now();
            reviews.record(disclosure, edition, ReviewStep.SECTION, actor, "APPROVED", "", List.of());
            return done(disclosure, edition, PublicationAction.APPROVE);
        }
        var findings = selfCheck.check(edition.content, edition.plain);
        var settled = Submission.settle(findings, accepted);
        edition.cleared(conclusion, actor, now());
        reviews.record(disclosure, edition, ReviewStep.SECRECY, actor, conclusion.name(), "", settled);
        return done(disclosure, edition, PublicationAction.APPROVE);
    }

    /** 退回修改，写明理由。 */
    public Receipt returnToAuthor(long id, int version, String reason) {
        var actor = actor();
        var disclosure = take(id, version);
        var edition = disclosure.work();
        var why = mustSay(reason);
        var step = ReviewStep.of(edition.state);
        edition.move(PublicationAction.RETURN, actor);
        edition.mustNotBeAuthor(actor);
        reviews.record(disclosure, edition, step, actor, "RETURNED", why, List.of());
        edition.forgetReview();
        edition.changedAt = now();
        return done(disclosure, edition, PublicationAction.RETURN);
    }

    /** 不能确定能否公开，报请主管部门或者保密行政管理部门确定（R-SEC-02）。 */
    @Basis("OGI-17")
    public Receipt refer(long id, int version, String reason) {
        var actor = actor();
        var disclosure = take(id, version);
        var edition = disclosure.work();
        var why = mustSay(reason);
        edition.move(PublicationAction.REFER, actor);
        edition.mustNotBeAuthor(actor);
        reviews.record(
                disclosure, edition, ReviewStep.SECRECY, actor, ReviewConclusion.REFERRED.name(), why, List.of());
        edition.changedAt = now();
        return done(disclosure, edition, PublicationAction.REFER);
    }

    /**
     * 签发：主动公开的立即公开或者定时公开，其余的登记。
     *
     * @param at 定时公开的时间；空为立即
     */
    @Basis("OGI-26")
    public Receipt sign(long id, int version, @Nullable Instant at) {
        var actor = actor();
        var disclosure = take(id, version);
        var edition = disclosure.work();
        var now = now();
        var action = action(edition, at, now);
        edition.sign(action, actor, now);
        publishing.mustPassGates(disclosure, edition);
        reviews.record(disclosure, edition, ReviewStep.SIGN, actor, "APPROVED", "", List.of());
        switch (action) {
            case PUBLISH -> publishing.publish(disclosure, edition, now);
            case SCHEDULE -> edition.scheduledFor = at;
            default -> {
                disclosure.standing = disclosure.open == null ? DisclosureStanding.REGISTERED : disclosure.standing;
            }
        }
        return action == PublicationAction.PUBLISH ? saved(disclosure, edition) : done(disclosure, edition, action);
    }

    private static PublicationAction action(Edition edition, @Nullable Instant at, Instant now) {
        if (!edition.isProactive()) {
            return PublicationAction.REGISTER;
        }
        return at == null || !at.isAfter(now) ? PublicationAction.PUBLISH : PublicationAction.SCHEDULE;
    }

    /** 取消定时，回到待签发。 */
    public Receipt cancelSchedule(long id, int version) {
        var disclosure = take(id, version);
        var edition = disclosure.work();
        edition.move(PublicationAction.CANCEL, actor());
        edition.forgetSignature();
        edition.changedAt = now();
        return done(disclosure, edition, PublicationAction.CANCEL);
    }

    /** 更正已公开的信息，或者重新认定已登记的：从现在的内容开始新的一版，走完同样的审查。 */
    @Basis({"OGI-6", "OGI-18"})
    public Receipt correct(long id, int version, String note) {
        var actor = actor();
        var disclosure = take(id, version);
        var from = disclosure.standing == DisclosureStanding.REGISTERED ? disclosure.work() : disclosure.disclosed();
        from.move(PublicationAction.CORRECT, actor);
        if (disclosure.working != null && disclosure.working != from && Submission.isInWork(disclosure.working)) {
            throw new Refused(Refusal.of("publication.correctionUnderWay"));
        }
        var edition =
                new Edition(disclosure.id, Edition.Origin.DESK, actor, new CleanDraft(from.content, from.plain), now());
        edition.changeNote = Wording.line(note);
        disclosure.working = edition;
        return done(disclosure, edition, PublicationAction.CORRECT);
    }

    /**
     * 撤回已公开的信息，原地址留下说明；不能由拟稿人自己撤回。
     *
     * @param note 给公众的说明
     * @param replacement 替代它的信息的索引号，可空
     */
    @Basis("OGI-15")
    public Receipt withdraw(long id, int version, WithdrawalReason reason, String note, @Nullable String replacement) {
        var actor = actor();
        var disclosure = take(id, version);
        var edition = disclosure.disclosed();
        edition.mustNotBeAuthor(actor);
        edition.move(PublicationAction.WITHDRAW, actor);
        var why = mustSay(note);
        reviews.record(
                disclosure, edition, ReviewStep.WITHDRAWAL, actor, "APPROVED", reason.name() + " " + why, List.of());
        publishing.withdraw(disclosure, edition, reason, why, replacement, now());
        return saved(disclosure, edition);
    }

    private Receipt done(Disclosure disclosure, Edition edition, PublicationAction action) {
        var receipt = saved(disclosure, edition);
        events.publishEvent(PublicationStep.of(action, disclosure, edition.state));
        return receipt;
    }

    private Receipt saved(Disclosure disclosure, Edition edition) {
        store.save(disclosure);
        publishing.announce(disclosure, edition);
        return receipt(disclosure, edition);
    }

    private static Receipt receipt(Disclosure disclosure, Edition edition) {
        return new Receipt(disclosure.id, disclosure.version, edition.state);
    }

    private Disclosure take(long id, int version) {
        var disclosure = store.take(id);
        if (!actor().reaches(disclosure.body)) {
            throw Refused.missing("publication.notFound", String.valueOf(id));
        }
        disclosure.mustBeAt(version);
        return disclosure;
    }

    private static void mustReach(Actor actor, String body) {
        if (body.isEmpty()) {
            throw new Refused(Refusal.of("publication.bodyMissing").basis("OGI-10"));
        }
        if (!actor.reaches(body)) {
            throw new Refused(Refusal.of("publication.notYourBody", body).basis("OGI-10"));
        }
    }

    private static String mustSay(String reason) {
        var why = Wording.line(reason);
        if (why.isEmpty()) {
            throw new Refused(Refusal.of("publication.reasonMissing"));
        }
        return why;
    }

    private Actor actor() {
        return currentActor.get();
    }

    private Instant now() {
        return clock.instant();
    }
}
