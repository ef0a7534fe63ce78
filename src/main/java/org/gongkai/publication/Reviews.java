package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 签发路径和审查记录。 Routes per body and the insert-only review records (R-SEC-01). */
@Component
class Reviews {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    Reviews(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** 这个机构的环节，没有自己的就用默认。 */
    List<ReviewStep> route(String body) {
        return jdbc.sql("select steps from publication.route where body in (?, '*') order by body = '*' limit 1")
                .param(body)
                .query((row, n) -> Arrays.stream(
                                (String[]) row.getArray("steps").getArray())
                        .map(ReviewStep::valueOf)
                        .toList())
                .single();
    }

    void record(
            Disclosure disclosure,
            Edition edition,
            ReviewStep step,
            Actor reviewer,
            String conclusion,
            String reason,
            List<Map<String, String>> accepted) {
        jdbc.sql("""
                        insert into publication.review (disclosure, edition, body, step, authors, reviewer, reviewer_name,
                               reviewed_at, conclusion, reason, accepted)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        disclosure.id,
                        edition.id,
                        disclosure.body,
                        step.name(),
                        edition.authors.toArray(String[]::new),
                        reviewer.account(),
                        reviewer.name(),
                        Timestamp.from(clock.instant()),
                        conclusion,
                        reason,
                        json.writeValueAsString(accepted))
                .update();
    }
}
