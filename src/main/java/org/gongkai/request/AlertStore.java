package org.gongkai.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 预警和逾期的记录：同一件、同一级、同一最后一日只记一次，谁也删不掉。 One row per case, kind and due date, for ever. */
@Component
class AlertStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertStore(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether it was new */
    boolean raise(long request, String body, String reference, AlertKind kind, LocalDate dueOn, LocalDate today) {
        boolean fresh = jdbc.sql("""
                        insert into request.alert (request, body, kind, due_on, noticed_on, at) values (?, ?, ?, ?, ?, ?)
                        on conflict (request, kind, due_on) do nothing
                        """)
                        .param(request)
                        .param(body)
                        .param(kind.name())
                        .param(dueOn)
                        .param(today)
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (fresh) {
            events.publishEvent(new RequestAlerted(request, body, reference, kind, dueOn));
        }
        return fresh;
    }

    List<Alert> of(long request) {
        return jdbc.sql("select kind, due_on, noticed_on from request.alert where request = ? order by id")
                .param(request)
                .query((row, n) -> new Alert(
                        AlertKind.valueOf(row.getString("kind")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("noticed_on", LocalDate.class)))
                .list();
    }
}
