package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 一条信息的一生：起草、自查、三道审核、定时、公开、更正、撤回。 */
@GongkaiTest
class PublicationStory {

    private static final String BODY = "STORY-CIVIL";
    private static final String OTHER = "STORY-OTHER";
    private static final Actor LIAISON = actor("li", "李联络", Duty.LIAISON);
    private static final Actor HEAD = actor("zhao", "赵科长", Duty.SECTION_HEAD);
    private static final Actor SECRECY = actor("qian", "钱保密", Duty.SECRECY_REVIEWER);
    private static final Actor SIGNER = actor("sun", "孙局长", Duty.SIGNER);

    private final PublicationDesk desk;
    private final PublicationWork work;
    private final Disclosures disclosures;
    private final CurrentActor current;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ScheduledRelease release;

    PublicationStory(
            PublicationDesk desk,
            PublicationWork work,
            Disclosures disclosures,
            CurrentActor current,
            TestClock clock,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            ScheduledRelease release) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY, OTHER);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.release = release;
        this.desk = desk;
        this.work = work;
        this.disclosures = disclosures;
        this.current = current;
        this.clock = clock;
    }

    @Test
    @DisplayName("F-PUB：从起草到撤回，每一步都有人负责，公众只看得到该看到的")
    void a_disclosure_lives_its_life() {
        var draft = as(LIAISON, () -> desk.draft(draft("<p>低保标准调整为每人每月 1595 元。</p>")));
        assertThat(draft.state()).isEqualTo(EditionState.DRAFT);
        assertThat(disclosures.find(draft.id())).isEmpty();

        var submitted = as(LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
        assertThat(submitted.state()).isEqualTo(EditionState.SECTION_REVIEW);

        var returned = as(HEAD, () -> desk.returnToAuthor(draft.id(), submitted.version(), "金额请核对。"));
        var edited =
                as(LIAISON, () -> desk.edit(returned.id(), returned.version(), draft("<p>低保标准调整为每人每月 1600 元。</p>")));
        var again = as(LIAISON, () -> desk.submit(edited.id(), edited.version(), ""));
        var section = as(HEAD, () -> approve(again));
        var cleared = as(SECRECY, () -> approve(section));
        assertThat(cleared.state()).isEqualTo(EditionState.SIGNING);
        clock.set(LocalDate.of(2026, 9, 30));
        var signed = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null));
        assertThat(signed.state()).isEqualTo(EditionState.PUBLISHED);

        var view = disclosures.find(signed.id()).orElseThrow();
        assertThat(view.indexNumber()).isEqualTo(BODY + "/2026-00001");
        assertThat(view.plain()).contains("1600");
        assertThat(view.edition()).isEqualTo(1);
        assertThat(as(SIGNER, () -> work.open(signed.id()).content())
                        .openness()
                        .classification()
                        .printedLine())
                .isEqualTo("（此件主动公开）");

        var correction = as(LIAISON, () -> desk.correct(signed.id(), signed.version(), "标准执行日期有误"));
        var corrected = as(
                LIAISON,
                () -> desk.edit(correction.id(), correction.version(), draft("<p>低保标准自 10 月起调整为每人每月 1600 元。</p>")));
        assertThat(disclosures.find(signed.id()).orElseThrow().edition()).isEqualTo(1);
        clock.advance(Duration.ofHours(3));
        publish(corrected);
        assertThat(disclosures.find(signed.id()).orElseThrow().edition()).isEqualTo(2);
        assertThat(disclosures.find(signed.id()).orElseThrow().indexNumber()).isEqualTo(view.indexNumber());
        assertThat(disclosures.edition(signed.id(), 1).orElseThrow().plain()).contains("1600");
        assertThat(disclosures.editions(signed.id()))
                .extracting(EditionLine::number, EditionLine::changeNote)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "标准执行日期有误"), org.assertj.core.groups.Tuple.tuple(1, ""));

        var version = disclosures.find(signed.id()).orElseThrow();
        assertThat(version.latest()).isTrue();
        int latest = lastVersion;
        as(SIGNER, () -> desk.withdraw(signed.id(), latest, WithdrawalReason.PUBLISHED_IN_ERROR, "标准重复发布", null));
        assertThat(disclosures.find(signed.id())).isEmpty();
        assertThat(disclosures.edition(signed.id(), 1)).isEmpty();
        assertThat(disclosures.tombstone(BODY, "2026-00001").orElseThrow().note())
                .isEqualTo("标准重复发布");
    }

    @Test
    @DisplayName("同一份稿子两人同时通过，后一人得到提示，不重复")
    void the_second_approval_is_told_that_a_colleague_was_faster() {
        var draft = as(LIAISON, () -> desk.draft(draft("<p>内容</p>")));
        var submitted = as(LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
        as(HEAD, () -> approve(submitted));
        assertThatThrownBy(() -> as(HEAD, () -> approve(submitted)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.refusal().messageKey()).isEqualTo("publication.changedMeanwhile"));
    }

    @Test
    @DisplayName("M3：定时公开，到时才公开，重复检查不重复公开")
    void a_scheduled_disclosure_waits_for_its_time() {
        var now = clock.instant();
        var cleared = cleared(draft("<p>定时的内容</p>"));
        var scheduled = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), now.plusSeconds(3600)));
        assertThat(scheduled.state()).isEqualTo(EditionState.SCHEDULED);
        as(Actor.SYSTEM, release::releaseDue);
        assertThat(disclosures.find(scheduled.id())).isEmpty();
        clock.advance(Duration.ofSeconds(3601));
        as(Actor.SYSTEM, release::releaseDue);
        as(Actor.SYSTEM, release::releaseDue);
        var view = disclosures.find(scheduled.id()).orElseThrow();
        assertThat(view.publishedAt()).isAfterOrEqualTo(now.plusSeconds(3600));
        assertThat(disclosures.editions(scheduled.id())).hasSize(1);
    }

    @Test
    @DisplayName("R-ATTR-02：不予公开要有依据和理由；签发后登记，不公开")
    void what_is_withheld_is_registered_not_published() {
        var withheld = new DisclosureDraft(
                draft("").placement(),
                draft("").facts(),
                "<p>请示</p>",
                List.of(),
                new DisclosureDraft.Openness(Classification.WITHHELD, null, ""));
        var bare = as(LIAISON, () -> desk.draft(withheld));
        refused("publication.selfCheckBlocks", () -> as(LIAISON, () -> desk.submit(bare.id(), bare.version(), "")));
        var grounded = as(
                LIAISON,
                () -> desk.edit(
                        bare.id(),
                        bare.version(),
                        new DisclosureDraft(
                                withheld.placement(),
                                withheld.facts(),
                                withheld.html(),
                                List.of(),
                                new DisclosureDraft.Openness(
                                        Classification.WITHHELD, NonDisclosureGround.PROCESS, "向上级的请示"))));
        var submitted = as(LIAISON, () -> desk.submit(grounded.id(), grounded.version(), ""));
        var section = as(HEAD, () -> approve(submitted));
        refused("publication.conclusionOpens", () -> as(SECRECY, () -> approve(section)));
        var cleared = as(
                SECRECY,
                () -> desk.approve(section.id(), section.version(), ReviewConclusion.MAY_NOT_DISCLOSE, List.of()));
        var signed = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null));
        assertThat(signed.state()).isEqualTo(EditionState.REGISTERED);
        assertThat(disclosures.find(signed.id())).isEmpty();
    }

    @Test
    @DisplayName("R-PRI：完整的身份证号，拟稿人要说明依据，审查人要写保留理由，两个人")
    void personal_data_takes_two_persons() {
        var draft = as(LIAISON, () -> desk.draft(draft("<p>救助对象 11010519491231002X</p>")));
        refused(
                "publication.personalDataNeedsReason",
                () -> as(LIAISON, () -> desk.submit(draft.id(), draft.version(), "")));
        var submitted = as(LIAISON, () -> desk.submit(draft.id(), draft.version(), "依法公示"));
        var section = as(HEAD, () -> approve(submitted));
        refused("publication.findingUnsettled", () -> as(SECRECY, () -> approve(section)));
        var cleared = as(
                SECRECY,
                () -> desk.approve(
                        section.id(),
                        section.version(),
                        ReviewConclusion.MAY_DISCLOSE,
                        List.of(Acceptance.all("社会救助暂行办法要求公示"))));
        assertThat(cleared.state()).isEqualTo(EditionState.SIGNING);
    }

    @Test
    @DisplayName("R-PRI-04：审查人一键遮盖，遮的是数据本身，不算拟稿，接着可以通过")
    void a_reviewer_masks_and_approves() {
        var draft =
                as(LIAISON, () -> desk.draft(draft("<p>救助对象 11010519491231002X，手机 <strong>13812345678</strong></p>")));
        var submitted = as(LIAISON, () -> desk.submit(draft.id(), draft.version(), "请定"));
        var section = as(HEAD, () -> approve(submitted));
        var masked = as(SECRECY, () -> desk.mask(section.id(), section.version()));
        var cleared = as(
                SECRECY,
                () -> desk.approve(masked.id(), masked.version(), ReviewConclusion.MAY_AFTER_REDACTION, List.of()));
        var signed = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null));
        assertThat(disclosures.find(signed.id()).orElseThrow().html())
                .contains("110***********002X", "<strong>138****5678</strong>")
                .doesNotContain("11010519491231002X", "13812345678");
    }

    @Test
    @DisplayName("R-SEC-06：有密级标志的，连草稿也不存")
    void marked_text_is_not_even_saved() {
        refused("publication.classifiedMark", () -> as(LIAISON, () -> desk.draft(draft("<p>机密★5年</p><p>内容</p>"))));
    }

    @Test
    @DisplayName("四眼：参与拟稿的人不能审、不能签、不能撤回")
    void an_author_never_reviews_or_signs() {
        var both = actor("both", "又拟又审", Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER);
        var draft = as(both, () -> desk.draft(draft("<p>自己审自己</p>")));
        var submitted = as(both, () -> desk.submit(draft.id(), draft.version(), ""));
        refused("publication.fourEyes", () -> as(both, () -> approve(submitted)));
        var section = as(HEAD, () -> approve(submitted));
        refused("publication.fourEyes", () -> as(both, () -> approve(section)));
        var cleared = as(SECRECY, () -> approve(section));
        refused("publication.fourEyes", () -> as(both, () -> desk.sign(cleared.id(), cleared.version(), null)));
    }

    @Test
    @DisplayName("别的单位看不到、碰不到未公开的")
    void another_body_sees_nothing() {
        var stranger = new Actor("story-stranger", "外单位", OTHER, Set.of(Duty.values()), Set.of(OTHER), false);
        var draft = as(LIAISON, () -> desk.draft(draft("<p>未公开</p>")));
        refused("publication.notFound", () -> as(stranger, () -> desk.submit(draft.id(), draft.version(), "")));
        refused("publication.notYourBody", () -> as(stranger, () -> desk.draft(draft("<p>冒名</p>"))));
        assertThat(as(
                        stranger,
                        () -> transaction.<Integer>execute(
                                status -> jdbc.sql("select count(*) from publication.edition where disclosure = ?")
                                        .param(draft.id())
                                        .query(Integer.class)
                                        .single())))
                .isZero();
    }

    @Test
    @DisplayName("R-SEC-01：数据库自己也拒绝没有审查记录的公开、改动已公开的版本、改索引号")
    void the_database_refuses_what_the_law_refuses() {
        var waiting = as(LIAISON, () -> desk.draft(draft("<p>直接改库</p>")));
        sqlRefused("update publication.edition set state = 'PUBLISHED', number = 1, published_at = now(), digest = 'x',"
                + " reviewed_by = 'x', reviewed_at = now(), review_conclusion = 'MAY_DISCLOSE', signed_by = 'y', signed_at = now()"
                + " where disclosure = " + waiting.id());
        sqlRefused("update publication.edition set state = 'SCHEDULED' where disclosure = " + waiting.id());
        sqlRefused("update publication.edition set reviewed_by = 'story-li' where disclosure = " + waiting.id());
        var cleared = cleared(draft("<p>公开的</p>"));
        var published = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null));
        sqlRefused("update publication.edition set html = 'x' where disclosure = " + published.id());
        sqlRefused("delete from publication.edition where disclosure = " + published.id());
        sqlRefused("update publication.disclosure set index_number = 'x' where id = " + published.id());
        sqlRefused("update publication.review set reason = 'x' where disclosure = " + published.id());
        sqlRefused("update publication.route set steps = array['SECTION', 'SIGN'] where body = '*'");
    }

    /** 要么报错，要么一行也没动：行级权限没有给应用删改这些行的路。 */
    private void sqlRefused(String sql) {
        Integer changed;
        try {
            changed = as(
                    Actor.SYSTEM,
                    () -> transaction.<Integer>execute(status -> jdbc.sql(sql).update()));
        } catch (DataAccessException refused) {
            return;
        }
        assertThat(changed).as(sql).isZero();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().messageKey()).isEqualTo(key));
    }

    private Receipt cleared(DisclosureDraft content) {
        var draft = as(LIAISON, () -> desk.draft(content));
        var submitted = as(LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
        var section = as(HEAD, () -> approve(submitted));
        return as(SECRECY, () -> approve(section));
    }

    private int lastVersion;

    private void publish(Receipt draft) {
        var submitted = as(LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
        var section = as(HEAD, () -> approve(submitted));
        var cleared = as(SECRECY, () -> approve(section));
        lastVersion = as(SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null))
                .version();
    }

    private Receipt approve(Receipt receipt) {
        return desk.approve(receipt.id(), receipt.version(), ReviewConclusion.MAY_DISCLOSE, List.of());
    }

    private static DisclosureDraft draft(String html) {
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(BODY, "SA-01", "SA"),
                DisclosureDraft.Facts.of("关于调整最低生活保障标准的通知", LocalDate.of(2026, 9, 1), DisclosureType.POLICY_DOCUMENT),
                html,
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    private <T> T as(Actor actor, Callable<T> task) {
        return current.callAs(actor, task);
    }

    private static Actor actor(String account, String name, Duty... duties) {
        return new Actor("story-" + account, name, BODY, Set.of(duties), Set.of(BODY), false);
    }
}
