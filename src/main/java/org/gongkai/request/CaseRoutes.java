package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办理路径：受理 → 分办 → 承办 → 审核 → 保密审查 → 签发 → 送达 → 归档，每个环节由谁办是数据，由政务公开科按机关调整。
 *
 * <p>The sign-off route of each body's cases. A route narrows what the state table allows to certain duties or certain people; it never
 * widens it and never leaves a step out. A body without a route follows the table. When nobody named is in service with
 * a duty for the act any more, everybody with the duty may act, so that no case gets stuck.
 */
@Component
@Transactional
public class CaseRoutes {

    private static final int MOST_PEOPLE = 20;

    /**
     * 一个环节由谁办。
     *
     * @param duties 岗位其一
     * @param accounts 只由这些账号；空为有岗位的都可以
     */
    public record Who(Set<Duty> duties, List<String> accounts) {

        public Who {
            duties = Set.copyOf(duties);
            accounts = List.copyOf(accounts);
        }
    }

    private final JdbcClient jdbc;
    private final PublicBodies bodies;
    private final Colleagues colleagues;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;

    CaseRoutes(
            JdbcClient jdbc,
            PublicBodies bodies,
            Colleagues colleagues,
            CurrentActor actors,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.colleagues = colleagues;
        this.actors = actors;
        this.events = events;
    }

    /** 一个机关的路径，每个环节都有；没有自己定的按流程表。 */
    @Transactional(readOnly = true)
    public Map<CaseStep, Who> of(String body) {
        Map<CaseStep, Who> route = new EnumMap<>(CaseStep.class);
        for (var step : CaseStep.values()) {
            route.put(step, new Who(step.duties(), List.of()));
        }
        jdbc.sql("select step, duties, accounts from request.route where body = ?")
                .param(body)
                .query((ResultSet row) -> {
                    route.put(CaseStep.valueOf(row.getString("step")), who(row));
                });
        return route;
    }

    private static Who who(ResultSet row) throws SQLException {
        var duties = EnumSet.noneOf(Duty.class);
        for (var name : (String[]) row.getArray("duties").getArray()) {
            duties.add(Duty.valueOf(name));
        }
        return new Who(duties, Arrays.asList((String[]) row.getArray("accounts").getArray()));
    }

    /**
     * 给人看的一个机关的路径。
     *
     * @throws Refused 404, no such body
     */
    @Transactional(readOnly = true)
    public Map<CaseStep, Who> show(String body) {
        if (bodies.find(body).isEmpty()) {
            throw Refused.missing("request.route.unknownBody", body);
        }
        return of(body);
    }

    /** 有自己路径的机关。 */
    @Transactional(readOnly = true)
    public List<String> bodiesWithOwn() {
        return jdbc.sql("select distinct body from request.route order by body")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * 定一个机关的路径；给出的环节换掉，没有给出的按流程表。
     *
     * @throws Refused unknown body, a duty the table does not allow, an act left to nobody, an unknown account, not this duty
     */
    @Basis({"OGI-17", "OGI-45"})
    public void choose(String body, Map<CaseStep, Who> route) {
        choose(body, null, route);
    }

    /**
     * 同上，按页面上看到的那一版；别人同时改了、之后改过的，后来的不改。
     *
     * @param seen {@link #mark}；空为不查
     * @throws Refused 409, somebody was faster
     */
    @Basis({"OGI-17", "OGI-45"})
    public void choose(String body, @Nullable String seen, Map<CaseStep, Who> route) {
        mustBeOffice();
        if (bodies.find(body).isEmpty()) {
            throw new Refused(Refusal.of("request.route.unknownBody", body));
        }
        mustBeAlone(body);
        var before = told(of(body));
        if (seen != null && !seen.equals(markOf(before))) {
            throw Refused.conflict("request.route.changedMeanwhile");
        }
        route.forEach((step, who) -> mustBeSound(body, step, who));
        jdbc.sql("delete from request.route where body = ?").param(body).update();
        route.forEach((step, who) -> {
            if (!who.equals(new Who(step.duties(), List.of()))) {
                jdbc.sql("insert into request.route (body, step, duties, accounts) values (?, ?, ?, ?)")
                        .param(body)
                        .param(step.name())
                        .param(who.duties().stream().map(Enum::name).sorted().toArray(String[]::new))
                        .param(who.accounts().toArray(String[]::new))
                        .update();
            }
        });
        events.publishEvent(new CaseRouteChanged(body, before, told(of(body))));
    }

    /** 一个机关的路径一次只有一个人改。 Until the transaction ends nobody else changes this body's route. */
    private void mustBeAlone(String body) {
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('request.route ' || ?, 0))")
                .param(body)
                .query(Boolean.class)
                .single();
        if (!alone) {
            throw Refused.conflict("request.route.changedMeanwhile");
        }
    }

    /** 改回流程表。 */
    @Basis({"OGI-17", "OGI-45"})
    public void restore(String body) {
        choose(body, Map.of());
    }

    /** 这一版路径的记号，交回来时用它认出中间有没有人改过。 What the page hands back to say which route it was filled from. */
    public static String mark(Map<CaseStep, Who> route) {
        return markOf(told(route));
    }

    private static String markOf(Map<String, Object> told) {
        return Integer.toHexString(told.toString().hashCode());
    }

    private static Map<String, Object> told(Map<CaseStep, Who> route) {
        Map<String, Object> told = new TreeMap<>();
        route.forEach((step, who) -> {
            Map<String, Object> each = new TreeMap<>();
            each.put("duties", who.duties().stream().map(Enum::name).sorted().toList());
            each.put("accounts", who.accounts());
            told.put(step.name(), each);
        });
        return told;
    }

    private void mustBeSound(String body, CaseStep step, Who who) {
        if (!step.duties().containsAll(who.duties()) || !step.isManned(who.duties())) {
            throw new Refused(Refusal.of("request.route.unmanned", key(step), names(step.duties())));
        }
        if (who.accounts().isEmpty()) {
            return;
        }
        if (who.accounts().size() > MOST_PEOPLE) {
            throw new Refused(Refusal.of("request.route.tooMany", key(step), MOST_PEOPLE));
        }
        var held = EnumSet.noneOf(Duty.class);
        for (var account : who.accounts()) {
            var own = heldOf(who.duties(), account, body);
            if (own.isEmpty()) {
                throw new Refused(Refusal.of("request.route.unknownPerson", key(step), account));
            }
            held.addAll(own);
        }
        if (!step.isManned(held)) {
            throw new Refused(Refusal.of("request.route.unmannedByThese", key(step), names(held)));
        }
    }

    /** 这些岗位里，这个账号对这个机关此刻有的。 */
    private Set<Duty> heldOf(Set<Duty> duties, String account, String body) {
        return colleagues.duties(account, body).stream()
                .filter(duties::contains)
                .collect(Collectors.toSet());
    }

    /** 指定的人里还有人在岗：碰得到这个机关，还有这件事要的岗位。 */
    private boolean isAnyoneThere(List<String> accounts, Set<Duty> duties, String body) {
        return accounts.stream()
                .anyMatch(account -> !heldOf(duties, account, body).isEmpty());
    }

    /** 此刻在这条路径上。 */
    boolean isOn(String body, RequestState from, RequestAction action, Actor actor) {
        return isOn(of(body), body, from, action, actor);
    }

    /** @param route of the body, read once for many acts */
    boolean isOn(Map<CaseStep, Who> route, String body, RequestState from, RequestAction action, Actor actor) {
        return isOn(route.get(CaseStep.of(from, action)), body, from, action, actor);
    }

    private boolean isOn(@Nullable Who who, String body, RequestState from, RequestAction action, Actor actor) {
        if (who == null || who.duties().stream().noneMatch(actor::has)) {
            return false;
        }
        return who.accounts().isEmpty()
                || who.accounts().contains(actor.account())
                || !isAnyoneThere(who.accounts(), able(who, from, action), body);
    }

    /** 路径上的岗位里，流程表准做这件事的。 */
    private static Set<Duty> able(Who who, RequestState from, RequestAction action) {
        return RequestWorkflow.TABLE.find(from, action).orElseThrow().duties().stream()
                .filter(who.duties()::contains)
                .collect(Collectors.toSet());
    }

    /** 流程表准他做、路径上没有他的，拒绝并说明由谁办；流程表不准的，由流程表说。 */
    void mustBeOn(InformationRequest request, RequestAction action, Actor actor) {
        if (!request.workflow().possible(request.state, actor).contains(action)) {
            return;
        }
        var step = CaseStep.of(request.state, action);
        var who = of(request.body).get(step);
        if (who != null && !isOn(who, request.body, request.state, action, actor)) {
            var people = who.accounts().isEmpty() ? names(who.duties()) : who.accounts();
            throw new Refused(
                    Refusal.of("request.route.notOn", key(step), people).basis("OGI-45"));
        }
    }

    /** 分办给的人，要在承办的路径上。 */
    void mustHandle(String body, String login) {
        var who = of(body).get(CaseStep.HANDLE);
        if (who != null
                && !who.accounts().isEmpty()
                && !who.accounts().contains(login)
                && isAnyoneThere(who.accounts(), Set.of(Duty.LIAISON), body)) {
            throw new Refused(Refusal.of("request.route.notHandler", login, who.accounts()));
        }
    }

    private static String key(CaseStep step) {
        return "request.step." + step.name();
    }

    private static List<String> names(Set<Duty> duties) {
        List<String> names = new ArrayList<>();
        duties.stream().sorted().forEach(duty -> names.add("identity.duty." + duty.name()));
        return names;
    }

    private void mustBeOffice() {
        var actor = actors.get();
        if (!actor.has(Duty.OFFICE) || !actor.district()) {
            throw new Refused(Refusal.of("request.route.notYourDuty"));
        }
    }
}
