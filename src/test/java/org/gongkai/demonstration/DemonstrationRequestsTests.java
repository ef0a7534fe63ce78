package org.gongkai.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.request.CaseKind;
import org.gongkai.request.CountedRequest;
import org.gongkai.request.InYear;
import org.gongkai.request.ReplyKind;
import org.gongkai.request.RequestLedger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("示范区一年的申请：与脚本自己的答案一致")
class DemonstrationRequestsTests {

    private static final List<String> BODIES = List.of("DEMOREQ1", "DEMOREQ2", "DEMOREQ3");

    private final DemonstrationRequests requests;
    private final RequestLedger ledger;
    private final CurrentActor current;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final Colleagues colleagues;
    private final JdbcClient jdbc;

    DemonstrationRequestsTests(
            DemonstrationRequests requests,
            RequestLedger ledger,
            CurrentActor current,
            TestClock clock,
            JdbcClient jdbc,
            Colleagues colleagues,
            ApplicationContext context,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.ledger = ledger;
        this.current = current;
        this.clock = clock;
        this.colleagues = colleagues;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            for (var body : BODIES) {
                jdbc.sql("insert into organisation.body (code, name, short_name, level, kind)"
                                + " values (?, ?, ?, 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                        .params(body, body + "局", body)
                        .update();
            }
            context.publishEvent(new BodiesChanged(BODIES, List.of()));
        });
    }

    @Test
    @DisplayName("每种答复都有，办结的落在答案说的那一行，收支相抵：新收＋结转＝办结＋结转下年")
    void every_result_lands_in_the_row_the_script_says() {
        var today = LocalDate.of(2026, 11, 24);
        clock.set(today);
        var scripts = RequestScript.year(BODIES, today.minusYears(1), today);
        assertThat(scripts.stream().map(RequestScript::result).distinct())
                .containsExactlyInAnyOrderElementsOf(ReplyKind.of(CaseKind.DISCLOSURE));

        var filed = current.callAs(Actor.SYSTEM, () -> requests.perform(scripts, today));
        assertThat(filed).hasSize(scripts.size());
        Map<Long, CountedRequest> counted = new TreeMap<>();
        for (int year : new int[] {2025, 2026}) {
            cases(year).forEach(one -> counted.put(one.id(), one));
        }
        Map<String, Integer> wrong = new TreeMap<>();
        int finished = 0;
        var seen = new ArrayList<ReplyKind>();
        for (var script : scripts) {
            var one = counted.get(filed.get(script.number()));
            assertThat(one).as("脚本 %d", script.number()).isNotNull();
            if (one.row() != null) {
                finished++;
                seen.add(script.result());
                if (!one.row().equals(script.row())) {
                    wrong.merge(script.number() + " " + script.result() + " " + one.row(), 1, Integer::sum);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).containsAll(ReplyKind.of(CaseKind.DISCLOSURE));
        assertThat(finished).isLessThan(scripts.size());
        for (int year : new int[] {2025, 2026}) {
            var all = cases(year);
            long in = all.stream()
                    .filter(one -> new InYear(one, year).isNew() || new InYear(one, year).isCarriedIn())
                    .count();
            long out = all.stream()
                    .filter(one -> new InYear(one, year).isFinished() || new InYear(one, year).isCarriedOut())
                    .count();
            assertThat(in).as("%d 年", year).isEqualTo(out).isEqualTo(all.size());
        }
        assertThat(counted.values().stream().filter(CountedRequest::late))
                .as("埋下的逾期")
                .isNotEmpty();
        assertThat(owners())
                .as("承办人都有账号、在岗")
                .isNotEmpty()
                .allSatisfy(owner ->
                        assertThat(colleagues.isPresent(owner)).as(owner).isTrue());
        assertThat(current.callAs(Actor.SYSTEM, () -> requests.perform(scripts, today)))
                .as("断了之后再来一遍，不重复立案")
                .isEqualTo(filed);
    }

    private List<String> owners() {
        return current.callAs(
                Actor.SYSTEM,
                () -> transaction.execute(
                        status -> jdbc.sql("select distinct owner from request.request where body = any (?)")
                                .param(BODIES.toArray(String[]::new))
                                .query(String.class)
                                .list()));
    }

    private List<CountedRequest> cases(int year) {
        return current.callAs(Actor.SYSTEM, () -> transaction.execute(status -> ledger.cases(BODIES, year)));
    }
}
