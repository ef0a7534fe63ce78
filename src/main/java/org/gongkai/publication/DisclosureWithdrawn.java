package org.gongkai.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 已公开的信息被撤回，原地址留下说明。
 *
 * <p>Withdrawn; the address keeps a tombstone with the typed reason.
 */
public record DisclosureWithdrawn(
        long disclosure,
        String body,
        String item,
        String area,
        @Nullable LocalDate formedOn,
        Instant withdrawnAt,
        LocalDate withdrawnOn,
        WithdrawalReason reason,
        String indexNumber,
        @Nullable String obligation)
        implements DisclosureRecorded {

    @Override
    public String act() {
        return "publication.withdrawn";
    }

    @Override
    public String summary() {
        return "撤回：" + indexNumber;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("reason", reason.name(), "body", body, "item", item, "indexNumber", indexNumber);
    }
}
