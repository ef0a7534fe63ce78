package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

@GongkaiTest
@DisplayName("查看申请人信息：留痕")
class CaseViewsModuleTests {

    private final TestCases cases;
    private final CaseViews views;
    private final Journal journal;
    private final Staff staff;

    CaseViewsModuleTests(ApplicationContext context, CaseViews views, Journal journal) {
        this.cases = new TestCases(context);
        this.views = views;
        this.journal = journal;
        this.staff = new Staff(context);
    }

    private List<JournalLine> viewed(long id) {
        return cases.sql(() -> journal.of("requestView", String.valueOf(id)));
    }

    @Test
    @DisplayName("同一人、同一件一小时一条；另一人、另一小时各一条；写下的谁也删不掉")
    void one_line_per_person_case_and_hour() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        for (int i = 0; i < 3; i++) {
            cases.as(office.liaison(), () -> views.open(id));
        }
        assertThat(viewed(id)).singleElement().satisfies(line -> {
            assertThat(line.account()).isEqualTo(office.liaison().account());
            assertThat(line.summary()).startsWith("查看申请人信息").doesNotContain("甲某");
            assertThat(line.basis()).containsExactly("PIP-25");
        });
        cases.as(office.head(), () -> views.open(id));
        assertThat(viewed(id)).hasSize(2);
        cases.clock.set(LocalDate.of(2026, 3, 3));
        cases.as(office.liaison(), () -> views.open(id));
        assertThat(viewed(id)).hasSize(3);
        assertThatThrownBy(() -> cases.sql(() -> cases.jdbc
                        .sql("delete from request.viewing where request = ?")
                        .param(id)
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("同时打开好几次，也只有一条")
    void at_the_same_moment() throws Exception {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        List<Callable<Object>> opened = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            opened.add(() -> cases.as(office.liaison(), () -> views.open(id)));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var each : threads.invokeAll(opened)) {
                each.get();
            }
        }
        assertThat(viewed(id)).hasSize(1);
    }

    @Test
    @DisplayName("页面、文件、接口都算；领导看不到申请人，不算；留痕在这件申请的页面上看得到")
    void on_the_page_and_over_the_interface() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var path = "/desk/requests/" + id;
        staff.signedIn(office.body(), Duty.LEADER).get(path);
        assertThat(viewed(id)).isEmpty();
        var liaison = staff.signedIn(office.body(), Duty.LIAISON);
        liaison.get(path);
        assertThat(viewed(id)).hasSize(1);
        assertThat(liaison.get(path).body()).contains("谁看过申请人信息（1 条）");
        assertThat(cases.sql(() -> journal.of("request", String.valueOf(id))))
                .as("看得再多，也不挤掉办过的事")
                .extracting(JournalLine::act)
                .contains("request.file")
                .doesNotContain("request.viewed");
        long paper = cases.as(office.liaison(), () -> cases.requests.papers(id))
                .getFirst()
                .id();
        assertThat(staff.signedIn(office.body(), Duty.WINDOW)
                        .get(path + "/papers/" + paper)
                        .statusCode())
                .isEqualTo(200);
        assertThat(viewed(id)).hasSize(2);
        var other = cases.office();
        assertThat(staff.signedIn(other.body(), Duty.LIAISON).get(path).statusCode())
                .isEqualTo(404);
        assertThat(viewed(id)).hasSize(2);
    }
}
