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
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 一条信息的一生：起草、自查、三道审核、定时、公开、更正、撤回。 */
@GongkaiTest
class PublicationStory {

    private static final String BODY = "STORY-CIVIL";
    private static final Actor LIAISON = actor("li", "李联络", Duty.LIAISON);
    private static final Actor HEAD = actor("zhao", "赵科长", Duty.SECTION_HEAD);
    private static final Actor SECRECY = actor("qian", "钱保密", Duty.SECRECY_REVIEWER);
    private static final Actor SIGNER = actor("sun", "孙局长", Duty.SIGNER);

    private final PublicationDesk desk;
    private final Disclosures disclosures;
    private final CurrentActor current;
    private final TestClock clock;

    PublicationStory(PublicationDesk desk, Disclosures disclosures, CurrentActor current, TestClock clock) {
        this.desk = desk;
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
        assertThat(view.printedLine()).isEqualTo("（此件主动公开）");

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
        var latest = desk_version(signed.id());
        as(SIGNER, () -> desk.withdraw(signed.id(), latest, WithdrawalReason.PUBLISHED_IN_ERROR, "标准重复发布", null));
        assertThat(disclosures.find(signed.id())).isEmpty();
        assertThat(disclosures.edition(signed.id(), 1)).isEmpty();
        assertThat(disclosures.tombstone(view.indexNumber()).orElseThrow().note())
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

    private int desk_version(long id) {
        // 三次办理之后：起草 1，送审、退回、修改……以最近一次回执为准
        return lastVersion;
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
