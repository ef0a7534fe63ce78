package org.gongkai.publication;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 签发路径和常用退回理由：都是数据，由政务公开科在工作台上调整。
 *
 * <p>The sign-off route of each body and the ready reasons for returning. Secrecy review and signature can never be left out (R-SEC-01).
 */
@Component
@Transactional
public class SignOffRoutes {

    /** 全区默认的那一条。 The route of every body without one of its own. */
    public static final String EVERYBODY = "*";

    private static final int MOST_REASONS = 20;
    private static final int LONGEST_REASON = 100;

    private final JdbcClient jdbc;
    private final PublicBodies bodies;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;

    SignOffRoutes(JdbcClient jdbc, PublicBodies bodies, CurrentActor actors, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.actors = actors;
        this.events = events;
    }

    /** 可选的路径。 The routes there are, shortest last. */
    public enum Route {
        /** 科室 → 保密审查 → 签发 */
        WITH_SECTION(List.of(ReviewStep.SECTION, ReviewStep.SECRECY, ReviewStep.SIGN)),
        /** 保密审查 → 签发 */
        WITHOUT_SECTION(List.of(ReviewStep.SECRECY, ReviewStep.SIGN));

        private final List<ReviewStep> steps;

        Route(List<ReviewStep> steps) {
            this.steps = steps;
        }

        static Route of(List<ReviewStep> steps) {
            return Arrays.stream(values())
                    .filter(route -> route.steps.equals(steps))
                    .findFirst()
                    .orElse(WITH_SECTION);
        }
    }

    /** 默认的和各机构自己的；没有自己的机构不在其中。 */
    @Transactional(readOnly = true)
    public Map<String, Route> all() {
        var routes = new LinkedHashMap<String, Route>();
        jdbc.sql("select body, steps from publication.route order by body = '*' desc, body")
                .query((java.sql.ResultSet row) -> {
                    var steps = Arrays.stream((String[]) row.getArray(2).getArray())
                            .map(ReviewStep::valueOf)
                            .toList();
                    routes.put(row.getString(1), Route.of(steps));
                });
        return routes;
    }

    /**
     * 定一个机构的路径，或者改回默认。
     *
     * @param route 空为改回全区默认
     * @throws Refused unknown body, the default itself cannot be removed, not this duty
     */
    @Basis("OGI-17")
    public void choose(String body, @org.jspecify.annotations.Nullable Route route) {
        mustBeOffice();
        if (!body.equals(EVERYBODY) && bodies.find(body).isEmpty()) {
            throw new Refused(Refusal.of("publication.route.unknownBody", body));
        }
        if (route == null) {
            if (body.equals(EVERYBODY)) {
                throw new Refused(Refusal.of("publication.route.defaultNeeded"));
            }
            if (jdbc.sql("delete from publication.route where body = ?")
                            .param(body)
                            .update()
                    == 0) {
                return; // has been on the default all along
            }
        } else {
            jdbc.sql(
                            "insert into publication.route (body, steps) values (?, ?) on conflict (body) do update set steps = excluded.steps")
                    .param(body)
                    .param(route.steps.stream().map(Enum::name).toArray(String[]::new))
                    .update();
        }
        events.publishEvent(new RouteChanged(body, route == null ? "" : route.name()));
    }

    /** 全区通用的退回理由，按次序。 */
    @Transactional(readOnly = true)
    public List<String> reasons() {
        return jdbc.sql("select sentence from publication.ready_reason where body = '*' order by position")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * 换掉全区通用的退回理由。
     *
     * @throws Refused none, too many, one too long, not this duty
     */
    public void replaceReasons(List<String> sentences) {
        mustBeOffice();
        var kept = sentences.stream()
                .map(Wording::line)
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .toList();
        if (kept.isEmpty()
                || kept.size() > MOST_REASONS
                || kept.stream().anyMatch(sentence -> sentence.length() > LONGEST_REASON)) {
            throw new Refused(Refusal.of("publication.reasons.form", MOST_REASONS, LONGEST_REASON));
        }
        jdbc.sql("delete from publication.ready_reason where body = '*'").update();
        for (int i = 0; i < kept.size(); i++) {
            jdbc.sql("insert into publication.ready_reason (position, sentence) values (?, ?)")
                    .param(i + 1)
                    .param(kept.get(i))
                    .update();
        }
        events.publishEvent(new RouteChanged(EVERYBODY, "reasons " + kept.size()));
    }

    private void mustBeOffice() {
        var actor = actors.get();
        if (!actor.has(Duty.OFFICE) || !actor.district()) {
            throw new Refused(Refusal.of("publication.route.notYourDuty"));
        }
    }
}
