package org.gongkai.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.database.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("新库里的第一版工作日历")
class FirstCalendarTests {

    @Test
    @DisplayName("第一个用到日历的，可以是只读的一页：照样存入，照样答得出")
    void a_page_that_only_reads_may_be_the_first_to_ask() {
        var fresh = TestDatabase.fresh();
        var database = new DriverManagerDataSource(fresh.url(), fresh.user(), fresh.password());
        var transactions = new JdbcTransactionManager(database);
        transactions.setEnforceReadOnly(true);
        var calendars = new WorkingCalendars(new NoticeStore(JdbcClient.create(database)), transactions);
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        WorkingCalendar first = reading.execute(status -> calendars.current());
        assertThat(first.edition()).isEqualTo(1);
        assertThat(new WorkingCalendars(new NoticeStore(JdbcClient.create(database)), transactions)
                        .current()
                        .edition())
                .isEqualTo(1);
    }
}
