package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("新来的：用终端上的设置码建首位管理员，再给别人开账号")
@InDistrict
class NewcomerJourney {

    @Test
    @DisplayName("设置码只能用一次；审计管理员绑定动态口令后看到自己的工作台")
    void from_the_set_up_code_to_a_colleague_at_work() {
        try (Visitor auditor = SharedDistrict.staff().person("shenji", "孙审计", "", Duty.AUDITOR)) {
            assertThat(auditor.page().locator("main").count()).isEqualTo(1);
            assertThat(auditor.barriers()).isEmpty();
            assertThat(auditor.elsewhere()).isEmpty();
            try (Visitor second = Visitor.withoutScript(SharedDistrict.url())) {
                second.open("/setup");
                assertThat(second.page().locator("[name=code]").count()).isZero();
            }
        }
    }
}
