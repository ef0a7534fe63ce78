package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("新来的：用终端上的设置码建首位管理员，再给别人开账号")
@EnabledIf(value = "org.gongkai.Visitor#present", disabledReason = "没有 Chromium，浏览器测试跳过 (no Chromium)")
class NewcomerJourney {

    private RunningGongkai gongkai;

    @BeforeAll
    void start() throws Exception {
        gongkai = RunningGongkai.start(Files.createTempDirectory(Path.of("target"), "newcomer-home"), true);
    }

    @AfterAll
    void stop() {
        if (gongkai != null) {
            gongkai.close();
        }
    }

    @Test
    @DisplayName("设置码只能用一次；审计管理员绑定动态口令后看到自己的工作台")
    void from_the_set_up_code_to_a_colleague_at_work() throws Exception {
        try (Staff staff = Staff.begin(gongkai);
                Visitor auditor = staff.person("shenji", "孙审计", "", Duty.AUDITOR)) {
            assertThat(auditor.page().locator("main").count()).isEqualTo(1);
            assertThat(auditor.barriers()).isEmpty();
            assertThat(auditor.elsewhere()).isEmpty();
            try (Visitor second = Visitor.withoutScript(gongkai.url())) {
                second.open("/setup");
                assertThat(second.page().locator("[name=code]").count()).isZero();
            }
        }
    }
}
