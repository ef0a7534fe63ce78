package org.gongkai.request;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 打开一件申请：看得到申请人信息的，留痕；同一人、同一件一小时留一条，留痕簿才读得下去。
 *
 * <p>Opening a case. Whoever sees the applicant leaves a line, one per person, case and hour of the clock; that it is one and never two
 * is the key of the table.
 */
@Component
@Transactional
public class CaseViews {

    private final Requests requests;
    private final JdbcClient jdbc;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseViews(Requests requests, JdbcClient jdbc, CurrentActor actors, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.jdbc = jdbc;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** 经办、审核、签发、窗口看得到申请人；领导看不到。 */
    public static boolean seesPersons(Actor actor) {
        return actor.duties().stream().anyMatch(duty -> switch (duty) {
            case LIAISON, SECTION_HEAD, SECRECY_REVIEWER, SIGNER, OFFICE, WINDOW -> true;
            default -> false;
        });
    }

    /** 打开一件；看不到的当作没有。 */
    @Basis("PIP-25")
    public RequestView open(long id) {
        var view = requests.find(id);
        noteDown(view);
        return view;
    }

    /** 打开卷内的一份文件。 */
    @Basis("PIP-25")
    public Paper.Content openPaper(long id, long paper, boolean pdf) {
        var content = pdf ? requests.pdf(id, paper) : requests.paper(id, paper);
        noteDown(requests.find(id));
        return content;
    }

    private void noteDown(RequestView view) {
        var actor = actors.get();
        if (!seesPersons(actor)) {
            return;
        }
        boolean first = jdbc.sql("""
                        insert into request.viewing (request, body, account, hour) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .param(view.id())
                        .param(view.body())
                        .param(actor.account())
                        .param(OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS))
                        .update()
                == 1;
        if (first) {
            events.publishEvent(new RequestViewed(view.id(), view.body(), view.reference()));
        }
    }
}
