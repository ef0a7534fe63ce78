package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 过去的申请：从旧系统迁来的、示范用的，按当时的日子一步一步补记。规则照旧，只是“今天”是那一天；人不能用它，只有系统自己能。
 *
 * <p>Cases of the past, step by step as of their own days. The same rules apply with an earlier today. Only the system itself may use
 * it: no person can date an act back this way.
 */
@Component
@Transactional
public class PastRequests {

    private final RequestDesk desk;
    private final CurrentActor actors;
    private final Clock clock;

    PastRequests(RequestDesk desk, CurrentActor actors, Clock clock) {
        this.desk = desk;
        this.actors = actors;
        this.clock = clock;
    }

    /** 那一天登记的一件。 */
    public Filed file(Application application, LocalDate today) {
        return desk.file(application, checked(today));
    }

    public RequestView perform(
            long id, RequestAction action, @Nullable LocalDate on, Particulars what, LocalDate today) {
        return desk.perform(id, null, action, on, what, checked(today));
    }

    private LocalDate checked(LocalDate today) {
        if (today.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("not yet: " + today);
        }
        if (!actors.get().account().startsWith("demonstration")) {
            throw new IllegalStateException("only the system notes down the past");
        }
        return today;
    }
}
