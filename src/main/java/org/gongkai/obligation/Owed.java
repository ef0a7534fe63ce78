package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.obligation.Facts.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * 推出的一条义务。 One obligation as derived from the facts.
 *
 * @param evidence 归于它的公开信息
 */
record Owed(
        String key,
        Slot slot,
        ObligationKind kind,
        Rule rule,
        String title,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate dueOn,
        List<Evidence> evidence) {

    /** 履行它的那一条：最早公开、仍然算数的。 */
    @Nullable
    Evidence metBy() {
        Evidence best = null;
        for (Evidence one : evidence) {
            if (one.live() && (best == null || Deriving.EARLIEST.compare(one, best) < 0)) {
                best = one;
            }
        }
        return best;
    }
}
