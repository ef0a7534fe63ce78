package org.gongkai.publication;

import java.util.List;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.organisation.PublicBodies;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 测试用的机构。 */
final class TestBodies {

    private TestBodies() {}

    static void add(
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            String... codes) {
        for (var code : codes) {
            if (bodies.find(code).isEmpty()) {
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    jdbc.sql("""
                                    insert into organisation.body (code, name, short_name, level, kind)
                                    values (?, ?, ?, 'COUNTY', 'DEPARTMENT') on conflict do nothing
                                    """).params(code, code + "局", code).update();
                    events.publishEvent(new BodiesChanged(List.of(code), List.of()));
                });
            }
        }
    }
}
