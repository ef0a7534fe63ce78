package org.gongkai.demonstration;

import java.util.Arrays;
import java.util.Optional;
import org.gongkai.journal.Journal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 示范区装到了哪一步。 Reads and notes the {@linkplain DemonstrationStage stages} reached. */
@Component
class DemonstrationProgress {

    private final Journal journal;
    private final ApplicationEventPublisher events;

    DemonstrationProgress(Journal journal, ApplicationEventPublisher events) {
        this.journal = journal;
        this.events = events;
    }

    /** 最近到的一步；没有装过示范区的为空。 */
    @Transactional(readOnly = true)
    public Optional<DemonstrationStage> reached() {
        return journal.of(DemonstrationStage.SUBJECT, DemonstrationStage.SUBJECT).stream()
                .findFirst()
                .flatMap(line -> Arrays.stream(DemonstrationStage.values())
                        .filter(stage -> stage.act().equals(line.act()))
                        .findFirst());
    }

    @Transactional
    public void reach(DemonstrationStage stage) {
        events.publishEvent(stage);
    }
}
