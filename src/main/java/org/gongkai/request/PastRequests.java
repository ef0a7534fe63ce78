package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 过去的申请：从旧系统迁来的、示范用的，按当时的日子一步一步补记。规则照旧，只是“今天”是那一天；人不能用它，只有系统自己能。
 *
 * <p>Cases of the past, step by step as of their own days. The same rules apply with an earlier today. Only a task of the system itself
 * may use it and says on whose behalf: nobody signed in can date an act back this way.
 */
@Component
public class PastRequests {

    private final RequestDesk desk;
    private final CurrentActor actors;
    private final Clock clock;

    PastRequests(RequestDesk desk, CurrentActor actors, Clock clock) {
        this.desk = desk;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * 那一天登记的一件。
     *
     * @param who 当时的经办
     */
    public Filed file(Actor who, Application application, LocalDate today) {
        mustBeTheSystem(today);
        return actors.callAs(who, () -> desk.file(application, today));
    }

    /** @param who 当时的经办 */
    public RequestView perform(
            Actor who, long id, RequestAction action, @Nullable LocalDate on, Particulars what, LocalDate today) {
        mustBeTheSystem(today);
        return actors.callAs(who, () -> desk.perform(id, null, action, on, what, today));
    }

    private void mustBeTheSystem(LocalDate today) {
        if (today.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("not yet: " + today);
        }
        if (!actors.get().isMachine()) {
            throw new IllegalStateException("only the system notes down the past");
        }
    }
}
