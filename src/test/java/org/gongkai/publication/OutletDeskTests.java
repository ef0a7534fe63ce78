package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("公开渠道（R-CAT-11）：公开的信息还在哪里公开过，登记、划去，从不删改")
class OutletDeskTests {

    private static final String BODY = "OUTLET-A";
    private static final Actor LIAISON = actor(Duty.LIAISON, BODY);
    private static final Actor OFFICE = new Actor("outlet-office", "科员", null, Set.of(Duty.OFFICE), Set.of(), true);
    private static final String PLACE = "公报 2026 年第 3 期";

    private final OutletDesk desk;
    private final Outlets outlets;
    private final CurrentActor current;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestClock clock;
    private final Publisher publisher;
    private final DisclosureView view;

    OutletDeskTests(
            OutletDesk desk,
            Outlets outlets,
            CurrentActor current,
            Journal journal,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TestClock clock,
            ApplicationContext context) {
        this.desk = desk;
        this.outlets = outlets;
        this.current = current;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.publisher = new Publisher(context, BODY);
        this.view = publisher.publish("关于渠道的通知");
    }

    private static Actor actor(Duty duty, String body) {
        return new Actor("outlet-" + duty + body, "李联络", body, Set.of(duty), Set.of(body), false);
    }

    private OutletDesk.Entry record(Actor actor, Channel channel, String on, String where) {
        return current.callAs(
                actor, () -> desk.record(view.id(), channel, LocalDate.parse(on), where, OutletDesk.Source.DESK));
    }

    private void refused(Actor actor, Channel channel, String on, String where, String key) {
        assertThatThrownBy(() -> record(actor, channel, on, where))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().messageKey()).isEqualTo(key));
    }

    @Test
    @DisplayName("联络员、政务公开科登记，人人看得到，按日期；同样的一条两次还是一条；留痕写在这条信息上")
    void entries_are_public_and_the_same_one_twice_is_one() {
        var first = record(LIAISON, Channel.GAZETTE, "2026-09-10", "  " + PLACE + " ");
        record(OFFICE, Channel.NOTICE_BOARD, "2026-09-05", "和平社区公示栏");
        var again = record(OFFICE, Channel.GAZETTE, "2026-09-10", PLACE);

        assertThat(again.fresh()).isFalse();
        assertThat(again.outlet().id()).isEqualTo(first.outlet().id());
        assertThat(current.callAs(Actor.ANONYMOUS, () -> outlets.of(view.id())))
                .extracting(Outlet::channel, Outlet::on, Outlet::where)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Channel.NOTICE_BOARD, LocalDate.of(2026, 9, 5), "和平社区公示栏"),
                        org.assertj.core.groups.Tuple.tuple(Channel.GAZETTE, LocalDate.of(2026, 9, 10), PLACE));
        assertThat(current.callAs(LIAISON, () -> journal.of("disclosure", String.valueOf(view.id()))))
                .extracting(JournalLine::summary)
                .containsOnlyOnce("登记同时公开于：政府公报（2026-09-10）");
    }

    @Test
    @DisplayName("成文日、今天都可以；早一天、晚一天不行；网站本身、空的、过长的、个人信息、密级标志、坏网址都谢绝")
    void what_is_refused() {
        record(LIAISON, Channel.PRINT, "2026-09-01", "日报第 2 版");
        record(LIAISON, Channel.PRINT, clock.today().toString(), "日报第 3 版");
        refused(LIAISON, Channel.PRINT, "2026-08-31", PLACE, "publication.outlet.beforeFormed");
        refused(LIAISON, Channel.PRINT, clock.today().plusDays(1).toString(), PLACE, "publication.outlet.future");
        refused(LIAISON, Channel.WEBSITE, "2026-09-10", PLACE, "publication.outlet.website");
        refused(LIAISON, Channel.GAZETTE, "2026-09-10", " \u3000 ", "publication.outlet.whereMissing");
        refused(LIAISON, Channel.GAZETTE, "2026-09-10", "期".repeat(201), "publication.outlet.whereTooLong");
        record(LIAISON, Channel.GAZETTE, "2026-09-10", "期".repeat(200));
        refused(LIAISON, Channel.GAZETTE, "2026-09-10", "张三 11010519491231002X", "publication.outlet.personalData");
        refused(LIAISON, Channel.GAZETTE, "2026-09-10", "秘密★一年", "publication.classifiedMark");
        for (String bad : List.of("javascript:alert(1)", "ftp://a/b", "https://", "http://u:p@example.test/")) {
            refused(LIAISON, Channel.SOCIAL_MEDIA, "2026-09-10", bad, "publication.outlet.link");
        }
        assertThat(record(LIAISON, Channel.SOCIAL_MEDIA, "2026-09-10", "https://example.test/a?b=1")
                        .outlet()
                        .isLink())
                .isTrue();
    }

    @Test
    @DisplayName("别的机构的说没有，别的岗位说找谁，撤回的不能登记，已登记的也不再对外")
    void who_and_when() {
        refused(actor(Duty.LIAISON, "OUTLET-B"), Channel.GAZETTE, "2026-09-10", PLACE, "publication.notFound");
        refused(actor(Duty.SIGNER, BODY), Channel.GAZETTE, "2026-09-10", PLACE, "publication.outlet.notYourDuty");
        record(LIAISON, Channel.GAZETTE, "2026-09-10", PLACE);
        publisher.withdraw(view, "发布有误", null);
        refused(LIAISON, Channel.PRINT, "2026-09-10", PLACE, "publication.outlet.notPublished");
        assertThat(current.callAs(LIAISON, () -> outlets.of(view.id()))).isEmpty();
        assertThat(current.callAs(LIAISON, () -> outlets.all(view.id()))).hasSize(1);
        assertThat(current.callAs(Actor.ANONYMOUS, () -> outlets.all(view.id())))
                .as("行级权限")
                .isEmpty();
    }

    @Test
    @DisplayName("错的划去：要理由，只划一次，不再对外，留着；数据库也不让改、不让删；划去以后可以重新登记")
    void a_wrong_entry_is_struck_and_stays() {
        long id = record(LIAISON, Channel.GAZETTE, "2026-09-10", PLACE).outlet().id();
        struck(id, " ", "publication.outlet.reasonNeeded");
        struck(id + 1_000_000, "错", "publication.outlet.unknown");
        current.runAs(LIAISON, () -> desk.strike(view.id(), id, "期号写错"));
        struck(id, "再划一次", "publication.outlet.struckAlready");

        assertThat(current.callAs(Actor.ANONYMOUS, () -> outlets.of(view.id()))).isEmpty();
        assertThat(current.callAs(LIAISON, () -> outlets.all(view.id())))
                .extracting(Outlet::struckFor)
                .containsExactly("期号写错");
        for (String sql : List.of(
                "update publication.outlet set strike_reason = '别的' where id = " + id,
                "update publication.outlet set place = '别处' where id = " + id)) {
            assertThatThrownBy(() -> written(sql)).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(written("delete from publication.outlet where id = " + id)).isZero();
        assertThat(record(LIAISON, Channel.GAZETTE, "2026-09-10", PLACE).fresh())
                .isTrue();
    }

    private int written(String sql) {
        return current.<Integer>callAs(
                OFFICE, () -> transaction.execute(_ -> jdbc.sql(sql).update()));
    }

    private void struck(long outlet, String reason, String key) {
        assertThatThrownBy(() -> current.runAs(LIAISON, () -> desk.strike(view.id(), outlet, reason)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().messageKey()).isEqualTo(key));
    }

    @Test
    @DisplayName("渠道写代码、全称、惯称都认得；认不出的不猜，写“其他”才是其他")
    void a_channel_is_understood_or_not() {
        assertThat(Channel.of("gazette")).contains(Channel.GAZETTE);
        assertThat(Channel.of("notice-board")).contains(Channel.NOTICE_BOARD);
        assertThat(Channel.of("微信公众号")).contains(Channel.SOCIAL_MEDIA);
        assertThat(Channel.of("村公示栏")).contains(Channel.NOTICE_BOARD);
        assertThat(Channel.of("其他（12345热线）")).contains(Channel.OTHER);
        for (String unknown : List.of("", "热线", "飞鸽传书", "XX")) {
            assertThat(Channel.of(unknown)).as(unknown).isEmpty();
        }
        for (Channel each : Channel.values()) {
            assertThat(Channel.of(each.printed())).contains(each);
            assertThat(Channel.of(each.name())).contains(each);
        }
    }
}
