package org.gongkai.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.catalogue.SubjectArea;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.Coverage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("热力图：没有应公开事项的不写百分之百")
class HeatMapTests {

    private static final String BODY = "HEAT-NONE";
    private static final Actor OFFICE = new Actor("heat-office", "王科长", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final MockMvcTester mvc;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    HeatMapTests(MockMvc mvc, CurrentActor current, JdbcClient jdbc, TransactionTemplate transaction) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    @DisplayName("0/0 没有百分数，不上色；有逾期的仍然红框")
    void nothing_owed_has_no_percent() {
        var nothing = new Coverage(BODY, SubjectArea.OTHER, 0, 0, 1, 0, 0, 0, 0);
        assertThat(nothing.percent()).isNull();
        assertThat(HeatMap.step(nothing)).isEqualTo("none");
        assertThat(HeatMap.step(new Coverage(BODY, SubjectArea.OTHER, 0, 0, 1, 1, 0, 0, 0)))
                .isEqualTo("none late");
        assertThat(HeatMap.step(new Coverage(BODY, "01", 2, 2, 0, 0, 0, 0, 0))).isEqualTo("h4");
    }

    @Test
    @DisplayName("只欠年度报告的单位：督查和工作进展的一格写“无应公开”和逾期，一行有名称")
    void a_body_that_owes_only_a_report_is_not_painted_as_covered() {
        written("""
                insert into obligation.obligation (body, item, area, name, kind, key, slot, title, starts_on, due_on)
                values ('HEAT-NONE', 'HEAT-49', '%s', '年度报告', 'STATUTORY', 'P2026-01-01', 'P2026-01-01', '2025年度报告',
                  date '2026-01-01', date '2026-01-31')
                """.formatted(SubjectArea.OTHER));
        try {
            for (String address : new String[] {"/desk/supervision", "/jz"}) {
                Document page = page(address);
                var cell = Objects.requireNonNull(
                        page.select("table.heat td:has(a[href*=body=" + BODY + "])")
                                .first(),
                        address);
                assertThat(cell.text()).contains("—", "无应公开", "逾期1").doesNotContain("0/0", "%");
                assertThat(cell.classNames()).contains("none", "late").doesNotContain("h4");
                assertThat(Objects.requireNonNull(cell.parent()).select("th").text())
                        .isEqualTo("其他领域");
            }
        } finally {
            written("delete from obligation.obligation where body = 'HEAT-NONE'");
        }
    }

    private void written(String sql) {
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    private Document page(String address) {
        return current.callAs(OFFICE, () -> {
            var result = mvc.get().uri(address).exchange();
            assertThat(result).hasStatusOk();
            return Jsoup.parse(result.getResponse().getContentAsString());
        });
    }
}
