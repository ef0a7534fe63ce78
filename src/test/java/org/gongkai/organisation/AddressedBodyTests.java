package org.gongkai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("向谁申请公开（R-REQ-02、R-DUTY-05）")
class AddressedBodyTests {

    @ParameterizedTest
    @CsvSource({
        "GOVERNMENT, true",
        "DEPARTMENT, true",
        "TOWN, true",
        "STREET, true",
        "INSTITUTION, true",
        "VILLAGE, false",
        "COMMUNITY, false",
        "ENTERPRISE, false"
    })
    @DisplayName("各级政府、部门、街道办事处；村（居）民委员会、公共企事业单位另有规定")
    void whom_applications_are_addressed_to(BodyKind kind, boolean addressed) {
        var body = new PublicBody("B", "某机构", "某机构", List.of(), null, BodyLevel.COUNTY, kind, Set.of(), "");

        assertThat(body.isAddressed()).isEqualTo(addressed);
    }
}
