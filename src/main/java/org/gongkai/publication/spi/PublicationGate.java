package org.gongkai.publication.spi;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 公开之前的关口：别的模块可以拦下一次公开，例如解读没有同步（三同步）。
 *
 * <p>May hold a disclosure back, e.g. because its interpretation is missing. Asked at signing, before anything is written.
 */
public interface PublicationGate {

    /** 空表示放行。 Empty lets it pass. */
    Optional<Refusal> check(Candidate candidate);

    /**
     * 即将公开的信息。
     *
     * @param correction 是更正而不是首次公开
     */
    record Candidate(
            long disclosure,
            String body,
            String item,
            String type,
            String title,
            @Nullable LocalDate formedOn,
            boolean correction) {}
}
