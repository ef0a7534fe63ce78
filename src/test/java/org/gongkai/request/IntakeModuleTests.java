package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("收下申请：向谁提出")
class IntakeModuleTests {

    private final TestCases cases;
    private final Staff staff;

    IntakeModuleTests(ApplicationContext context) {
        this.cases = new TestCases(context);
        this.staff = new Staff(context);
    }

    @ParameterizedTest
    @EnumSource(FilingChannel.class)
    @DisplayName("R-REQ-02：村委会、公共企事业单位不受理申请，哪种方式都不行；登记的页面上也没有它")
    void only_administrative_organs_are_addressed(FilingChannel channel) {
        var village = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 2));
        cases.sql(() -> cases.jdbc
                .sql("update organisation.body set kind = 'VILLAGE' where code = ?")
                .param(village.body())
                .update());
        cases.changed(village.body());
        var application = TestCases.application(
                village,
                channel,
                channel == FilingChannel.ONLINE ? null : "2026-03-02",
                TestCases.person("甲某", "测试证件村"),
                "村务公开栏");
        cases.refused(
                "request.bodyNotAddressed",
                () -> channel == FilingChannel.ONLINE
                        ? cases.applicants.file(application)
                        : cases.as(village.liaison(), () -> cases.desk.file(application)));
        if (channel == FilingChannel.COUNTER) {
            assertThat(staff.signedIn(village.body(), Duty.WINDOW)
                            .get("/desk/requests/new")
                            .body())
                    .doesNotContain("value=\"" + village.body() + "\"");
        }
    }
}
