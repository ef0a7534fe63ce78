package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.organisation.PublicBodies;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("R-WEB-10 地址一旦给出就不变：机构换了组织机构代码，旧地址照样打得开")
class PublicAddressTests {

    private static final String BODY = "ADDRESS-CIVIL";
    private static final String OTHER = "ADDRESS-OTHER";

    private final MockMvc mvc;
    private final PublicationDesk desk;
    private final PublicationWork work;
    private final Disclosures disclosures;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PublicAddressTests(
            MockMvc mvc,
            PublicationDesk desk,
            PublicationWork work,
            Disclosures disclosures,
            CurrentActor current,
            JdbcClient jdbc,
            TestClock clock,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY, OTHER);
        this.mvc = mvc;
        this.desk = desk;
        this.work = work;
        this.disclosures = disclosures;
        this.current = current;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        clock.set(LocalDate.of(2026, 9, 30));
    }

    @Test
    @DisplayName("换码以前的打得开，换码以后接着往下编，换回来也不重号；撤回的指得到替代它的")
    void old_addresses_stay() throws Exception {
        long first = published(BODY, "关于发放临时救助金的通告");
        String old = path(first);
        organisationCode(BODY, "00281234X");
        assertThat(page(old, 200)).contains("关于发放临时救助金的通告");
        long second = published(BODY, "关于调整临时救助标准的通知");
        assertThat(disclosures.find(second).orElseThrow().indexNumber()).isEqualTo("00281234X/2026-00002");
        organisationCode(BODY, "");
        assertThat(disclosures
                        .find(published(BODY, "关于临时救助档案管理的通知"))
                        .orElseThrow()
                        .indexNumber())
                .isEqualTo(BODY + "/2026-00003");
        assertThat(page(path(second), 200)).contains("关于调整临时救助标准的通知");

        long replacement = published(OTHER, "关于发放临时救助金的通告（联合印发）");
        withdraw(first, disclosures.find(replacement).orElseThrow().indexNumber());
        organisationCode(BODY, "00281234X");
        assertThat(page(old, 410)).contains("href=\"" + path(replacement) + "\"");
        organisationCode(BODY, "");
    }

    @Test
    @DisplayName("工作台上指向门户的链接打得开，索引号前段与机构代码不同的也一样")
    void the_desk_links_to_the_portal() throws Exception {
        organisationCode(OTHER, "00285678Y");
        long id = published(OTHER, "关于办理残疾人证的公告");
        var view = current.callAs(person(OTHER, "liaison", Duty.LIAISON), () -> work.open(id));
        assertThat(view.indexNumber()).startsWith("00285678Y/");
        assertThat(page(String.valueOf(view.publicPath()), 200)).contains("关于办理残疾人证的公告");
        organisationCode(OTHER, "");
    }

    private String path(long id) {
        return disclosures.find(id).orElseThrow().path();
    }

    private String page(String path, int status) throws Exception {
        var response = mvc.perform(get(path).accept("text/html")).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private void organisationCode(String body, String code) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update organisation.body set organisation_code = ? where code = ?")
                    .params(code, body)
                    .update();
            events.publishEvent(new BodiesChanged(List.of(), List.of(body)));
        });
    }

    private long published(String body, String title) {
        var draft = as(body, Duty.LIAISON, () -> desk.draft(draft(body, title)));
        var submitted = as(body, Duty.LIAISON, () -> desk.submit(draft.id(), draft.version(), ""));
        var section = as(body, Duty.SECTION_HEAD, () -> approve(submitted));
        var cleared = as(body, Duty.SECRECY_REVIEWER, () -> approve(section));
        return as(body, Duty.SIGNER, () -> desk.sign(cleared.id(), cleared.version(), null))
                .id();
    }

    private void withdraw(long id, String replacement) {
        int version = as(BODY, Duty.SIGNER, () -> work.open(id)).version();
        as(
                BODY,
                Duty.SIGNER,
                () -> desk.withdraw(id, version, WithdrawalReason.PUBLISHED_IN_ERROR, "与联合印发的重复", replacement));
    }

    private Receipt approve(Receipt receipt) {
        return desk.approve(receipt.id(), receipt.version(), ReviewConclusion.MAY_DISCLOSE, List.of());
    }

    private static DisclosureDraft draft(String body, String title) {
        return new DisclosureDraft(
                DisclosureDraft.Placement.of(body, "SA-01", "SA"),
                DisclosureDraft.Facts.of(title, LocalDate.of(2026, 9, 1), DisclosureType.POLICY_DOCUMENT),
                "<p>自发布之日起执行。</p>",
                List.of(),
                DisclosureDraft.Openness.PROACTIVE);
    }

    private <T> T as(String body, Duty duty, Callable<T> task) {
        return current.callAs(person(body, duty.name(), duty), task);
    }

    private static Actor person(String body, String account, Duty... duties) {
        return new Actor("address-" + account, account, body, Set.of(duties), Set.of(body), false);
    }
}
