package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.GongkaiTest;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("公开之后，义务算好的那一刻，写着“还欠什么”的页面作废")
class SettledPagesTests {

    private final PageCache cache;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SettledPagesTests(PageCache cache, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.cache = cache;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    @DisplayName("一次公开，先后作废两次：公开时一次，义务算好以后一次")
    void pages_are_dropped_again_once_obligations_are_settled() {
        long before = cache.now().generation();
        transaction.executeWithoutResult(_ -> events.publishEvent(new DisclosurePublished(
                900_000_001L,
                1,
                "SETTLED-CIVIL",
                "SETTLED-05-001",
                "05",
                "",
                DisclosureType.ANNOUNCEMENT,
                LocalDate.of(2026, 9, 1),
                Instant.parse("2026-09-02T01:00:00Z"),
                LocalDate.of(2026, 9, 2),
                "临时救助发放名册",
                "SETTLED-CIVIL/2026-00001",
                null,
                null)));
        await().untilAsserted(() -> assertThat(cache.now().generation()).isGreaterThanOrEqualTo(before + 2));
    }
}
