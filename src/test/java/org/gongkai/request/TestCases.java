package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 测试用的机关、经办人和申请；姓名和号码都是造出来的。 A body of its own, its staff, and applications; all persons are invented. */
final class TestCases {

    /** 一个机关里的几个人。 */
    record Office(String body, Actor liaison, Actor head, Actor secrecy, Actor signer, Actor window) {}

    private static final AtomicInteger NEXT = new AtomicInteger();

    final RequestDesk desk;
    final Requests requests;
    final ApplicantDesk applicants;
    final JdbcClient jdbc;
    final TestClock clock;
    final TransactionTemplate transaction;
    private final CurrentActor actors;
    private final PublicBodies bodies;
    private final ApplicationEventPublisher events;

    TestCases(ApplicationContext context) {
        this.desk = context.getBean(RequestDesk.class);
        this.requests = context.getBean(Requests.class);
        this.applicants = context.getBean(ApplicantDesk.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(TestClock.class);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.actors = context.getBean(CurrentActor.class);
        this.bodies = context.getBean(PublicBodies.class);
        this.events = context;
    }

    /** 新的一个机关，别的测试碰不到。 */
    Office office() {
        var body = "REQ" + NEXT.incrementAndGet();
        if (bodies.find(body).isEmpty()) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("""
                                insert into organisation.body (code, name, short_name, level, kind)
                                values (?, ?, ?, 'COUNTY', 'DEPARTMENT') on conflict do nothing
                                """).params(body, body + "局", body).update();
            });
            changed(body);
        }
        return new Office(
                body,
                person(body, "李联络", Duty.LIAISON),
                person(body, "赵科长", Duty.SECTION_HEAD),
                person(body, "钱保密", Duty.SECRECY_REVIEWER),
                person(body, "孙局长", Duty.SIGNER),
                person(body, "周窗口", Duty.WINDOW));
    }

    /** 名录从内存里答，改过的要说一声。 */
    void changed(String body) {
        transaction.executeWithoutResult(status -> events.publishEvent(new BodiesChanged(List.of(body), List.of())));
    }

    static Actor person(String body, String name, Duty duty) {
        return new Actor(
                body + "-" + duty.name().toLowerCase(java.util.Locale.ROOT),
                name,
                body,
                Set.of(duty),
                Set.of(body),
                false);
    }

    static Applicant person(String name, String identity) {
        return new Applicant(ApplicantKind.NATURAL_PERSON, name, identity, "", "13800000000", "", "测试路 1 号");
    }

    static Wanted wanted(String description) {
        return new Wanted("", "", description, Wanted.SupplyForm.ELECTRONIC, Wanted.SupplyRoute.ONLINE);
    }

    /** 要更正的记录：哪里不准确、应当是什么。 */
    static Wanted record(String title, String wrong, String shouldBe) {
        return new Wanted(
                CaseKind.RECTIFICATION,
                title,
                "",
                wrong,
                shouldBe,
                Wanted.SupplyForm.ELECTRONIC,
                Wanted.SupplyRoute.ONLINE);
    }

    static Application application(
            Office office, FilingChannel channel, Applicant applicant, Wanted wanted, Application.Enclosure... papers) {
        return new Application(office.body(), channel, null, null, applicant, wanted, List.of(papers), null);
    }

    static Application paper(Office office, FilingChannel channel, String arrivedOn, String description) {
        return application(office, channel, arrivedOn, person("甲某", "测试证件" + office.body()), description);
    }

    static Application application(
            Office office, FilingChannel channel, @Nullable String arrivedOn, Applicant applicant, String description) {
        return new Application(
                office.body(),
                channel,
                arrivedOn == null ? null : LocalDate.parse(arrivedOn),
                null,
                applicant,
                wanted(description),
                List.of(),
                null);
    }

    /** 当面提交、当日收到的一件，交给联络员承办。 */
    long inHand(Office office, String receivedOn) {
        return inHand(office, receivedOn, "老旧小区加装电梯的补贴标准");
    }

    long inHand(Office office, String receivedOn, String description) {
        clock.set(LocalDate.parse(receivedOn));
        var filed =
                as(office.liaison(), () -> desk.file(paper(office, FilingChannel.COUNTER, receivedOn, description)));
        act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        return filed.id();
    }

    RequestView act(Actor actor, long id, RequestAction action, Told what) {
        return act(actor, id, action, null, what);
    }

    RequestView act(Actor actor, long id, RequestAction action, @Nullable String on, Told what) {
        return as(actor, () -> desk.perform(id, null, action, on == null ? null : LocalDate.parse(on), what.done()));
    }

    /** 拟稿、审核、保密审查、签发。 */
    RequestView sign(Office office, long id, Told reply) {
        act(office.liaison(), id, RequestAction.DRAFT_REPLY, reply);
        act(office.head(), id, RequestAction.APPROVE, Told.nothing());
        act(office.secrecy(), id, RequestAction.CLEAR, Told.nothing());
        return act(office.signer(), id, RequestAction.SIGN, Told.nothing());
    }

    /** 一直办到交邮。 */
    RequestView reply(Office office, long id, Told reply) {
        sign(office, id, reply);
        return act(
                office.liaison(),
                id,
                RequestAction.DISPATCH,
                Told.nothing().manner(ServiceManner.POST, "1100000000000"));
    }

    <T> T as(Actor actor, Callable<T> task) {
        return actors.callAs(actor, task);
    }

    /** 以系统身份读表。 */
    <T> T sql(Callable<T> task) {
        return actors.callAs(
                Actor.SYSTEM,
                () -> transaction.execute(status -> {
                    try {
                        return task.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    AbstractThrowableAssert<?, ?> refused(String key, Callable<?> task) {
        return assertThatThrownBy(task::call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> org.assertj.core.api.Assertions.assertThat(
                                        e.refusal().messageKey())
                                .isEqualTo(key));
    }
}
