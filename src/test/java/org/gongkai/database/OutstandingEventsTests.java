package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gongkai.GongkaiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;

@GongkaiTest
@DisplayName("提交之后没有做完的事，重启后总会做完")
class OutstandingEventsTests {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000e0e0");

    private final JdbcClient jdbc;
    private final OutstandingEvents outstanding;

    OutstandingEventsTests(JdbcClient jdbc, OutstandingEvents outstanding) {
        this.jdbc = jdbc;
        this.outstanding = outstanding;
    }

    @AfterEach
    void nothing_stays() {
        jdbc.sql("delete from gongkai.event_publication where id = ?").param(ID).update();
    }

    @Test
    @DisplayName("补做时又被杀的，下次启动算作没有做成，随后补做")
    void cut_off_while_being_taken_up_again() {
        cutOff("RESUBMITTED");

        outstanding.again();
        assertThat(count()).as("the registry alone never hands it out again").isOne();

        outstanding.afterPropertiesSet();
        outstanding.again();
        await().atMost(Duration.ofSeconds(30)).until(() -> count() == 0);
    }

    @Test
    @DisplayName("刚没做成的每分钟补做，很久都没做成的隔六小时；从没补做过的、时钟往回拨了的，马上补做")
    void the_limit_goes_by_age() {
        var now = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(due(now.minusSeconds(600), now.minusSeconds(60), now)).isTrue();
        assertThat(due(now.minus(Duration.ofDays(300)), now.minus(Duration.ofHours(5)), now))
                .isFalse();
        assertThat(due(now.minus(Duration.ofDays(300)), now.minus(Duration.ofHours(6)), now))
                .isTrue();
        assertThat(due(now.minus(Duration.ofDays(300)), null, now)).isTrue();
        assertThat(due(now.plusSeconds(60), now.plusSeconds(90), now)).isTrue();
    }

    private static boolean due(Instant published, @Nullable Instant last, Instant now) {
        var publication = mock(EventPublication.class);
        when(publication.getPublicationDate()).thenReturn(published);
        when(publication.getLastResubmissionDate()).thenReturn(last);
        return OutstandingEvents.isDue(publication, now);
    }

    /** 日历变了要重算义务：日历其实没变，重做一次什么也不写。 */
    private void cutOff(String status) {
        jdbc.sql("""
                        insert into gongkai.event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
                            completion_attempts)
                        values (?, 'org.gongkai.obligation.Reactions.on(org.gongkai.deadline.CalendarChanged)',
                            'org.gongkai.deadline.CalendarChanged', '{"edition":1,"years":[],"source":"notice"}', ?, ?, 1)
                        """)
                .param(ID)
                .param(Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")))
                .param(status)
                .update();
    }

    private int count() {
        return jdbc.sql("select count(*) from gongkai.event_publication where id = ?")
                .param(ID)
                .query(Integer.class)
                .single();
    }
}
