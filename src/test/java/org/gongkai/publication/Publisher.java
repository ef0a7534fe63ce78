package org.gongkai.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.organisation.PublicBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 测试里的一个机构：四个岗位各一人，一条信息从起草走到公开、撤回。 A body whose people publish and withdraw, for tests. */
public final class Publisher {

    private final ApplicationContext context;
    private final PublicationDesk desk;
    private final String body;

    public Publisher(ApplicationContext context, String body) {
        this.context = context;
        this.desk = context.getBean(PublicationDesk.class);
        this.body = body;
        TestBodies.add(
                context.getBean(JdbcClient.class),
                context.getBean(PublicBodies.class),
                context,
                context.getBean(PlatformTransactionManager.class),
                body);
    }

    /** 换组织机构代码。 */
    public void organisationCode(String code) {
        change("update organisation.body set organisation_code = ? where code = ?", code);
    }

    /** 改名。 */
    public void rename(String name) {
        change("update organisation.body set name = ? where code = ?", name);
    }

    private void change(String sql, String value) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            context.getBean(JdbcClient.class).sql(sql).params(value, body).update();
            context.publishEvent(new BodiesChanged(List.of(), List.of(body)));
        });
    }

    /** 公开一条。 */
    public DisclosureView publish(
            String title, String html, @Nullable LocalDate effectiveOn, @Nullable LocalDate until) {
        return publish(draft(title, DisclosureType.POLICY_DOCUMENT, html, effectiveOn, until));
    }

    /** 公开一条某种类型的。 */
    public DisclosureView publish(String title, DisclosureType type) {
        return publish(draft(title, type, "<p>自发布之日起执行。</p>", null, null));
    }

    private DisclosureView publish(DisclosureDraft given) {
        var draft = as(Duty.LIAISON, () -> desk.draft(given));
        var submitted = as(Duty.LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
        var section = as(Duty.SECTION_HEAD, () -> approve(submitted));
        var cleared = as(Duty.SECRECY_REVIEWER, () -> approve(section));
        var signed = as(Duty.SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null));
        return context.getBean(Disclosures.class).find(signed.id()).orElseThrow();
    }

    public DisclosureView publish(String title) {
        return publish(title, "<p>自发布之日起执行。</p>", null, null);
    }

    /** 撤回一条。 @param replacement 替代它的信息的索引号 */
    public void withdraw(DisclosureView view, String note, @Nullable String replacement) {
        int version = open(view.id()).version();
        as(
                Duty.SIGNER,
                () -> desk.withdraw(view.id(), version, WithdrawalReason.PUBLISHED_IN_ERROR, note, replacement));
    }

    /** 工作台上打开的样子。 */
    public PublicationWork.View open(long id) {
        return as(Duty.SIGNER, () -> context.getBean(PublicationWork.class).open(id));
    }

    private Receipt approve(Receipt receipt) {
        return desk.approve(receipt.id(), receipt.version(), ReviewConclusion.MAY_DISCLOSE, List.of());
    }

    private DisclosureDraft draft(
            String title,
            DisclosureType type,
            String html,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate until) {
        var facts = DisclosureDraft.Facts.of(title, LocalDate.of(2026, 9, 1), type);
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(body, "SA-01", "SA"),
                new DisclosureDraft.Facts(
                        facts.title(),
                        facts.documentNumber(),
                        facts.issuers(),
                        facts.formedOn(),
                        effectiveOn,
                        until,
                        null,
                        facts.type(),
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        ""),
                html,
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    private <T> T as(Duty duty, Callable<T> task) {
        return context.getBean(CurrentActor.class)
                .callAs(
                        new Actor("publisher-" + duty.name(), duty.name(), body, Set.of(duty), Set.of(body), false),
                        task);
    }
}
