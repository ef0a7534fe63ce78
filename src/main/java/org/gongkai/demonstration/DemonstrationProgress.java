package org.gongkai.demonstration;

import java.util.Arrays;
import java.util.Optional;
import org.gongkai.journal.Journal;
import org.gongkai.ui.FictionalData;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 示范区装到了哪一步。 Reads and notes the {@linkplain DemonstrationStage stages} reached. */
@Component
class DemonstrationProgress implements FictionalData {

    private final Journal journal;
    private final ApplicationEventPublisher events;
    private volatile boolean begun;

    DemonstrationProgress(Journal journal, ApplicationEventPublisher events) {
        this.journal = journal;
        this.events = events;
    }

    /** 最近到的一步；没有装过示范区的为空。 */
    @Transactional(readOnly = true)
    public Optional<DemonstrationStage> reached() {
        var reached = journal.of(DemonstrationStage.SUBJECT, DemonstrationStage.SUBJECT).stream()
                .findFirst()
                .flatMap(line -> Arrays.stream(DemonstrationStage.values())
                        .filter(stage -> stage.act().equals(line.act()))
                        .findFirst());
        begun |= reached.isPresent();
        return reached;
    }

    /** 装过示范区的，从启动时起一直说。 Known from the start on, when the loader asks how far it came. */
    @Override
    public boolean present() {
        return begun;
    }

    @Transactional
    public void reach(DemonstrationStage stage) {
        events.publishEvent(stage);
        begun = true;
    }
}
