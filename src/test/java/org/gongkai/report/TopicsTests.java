package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-ANN-08：总体情况应当写到的方面")
class TopicsTests {

    @Test
    @DisplayName("说的是群众办事的申请，不算写到依申请公开；收到、受理申请，依申请公开，才算")
    void an_application_for_benefits_is_none_for_information() {
        for (String said : List.of("没有收到申请。", "受理申请 12 件", "依申请公开办结 3 件", "新收政府信息公开申请四件", "申请公开的渠道畅通")) {
            assertThat(unsaid(said)).as(said).doesNotContain(Topics.APPLICATIONS);
        }
        for (String other : List.of("低保申请一次办好", "受理残疾人补贴申请 300 件", "企业申请材料精简")) {
            assertThat(unsaid(other)).as(other).contains(Topics.APPLICATIONS);
        }
    }

    private static List<Topics> unsaid(String overview) {
        return Topics.unsaid(new Narrative(overview, "", ""), ReportScope.OWN);
    }
}
