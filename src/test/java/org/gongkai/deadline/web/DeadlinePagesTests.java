package org.gongkai.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GongkaiTest
@DisplayName("工作台：工作日历与时限推算")
class DeadlinePagesTests {

    private static final Actor LIAISON =
            new Actor("liaison", "经办人", "D001", Set.of(Duty.LIAISON), Set.of("D001"), false);

    private final MockMvcTester mvc;
    private final CurrentActor current;

    DeadlinePagesTests(MockMvc mvc, CurrentActor current) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
    }

    private Document page(String query) {
        return current.callAs(LIAISON, () -> {
            var result = mvc.get().uri("/desk/deadlines" + query).exchange();
            assertThat(result).hasStatusOk();
            return Jsoup.parse(result.getResponse().getContentAsString());
        });
    }

    @Test
    @DisplayName("不登录看不到")
    void a_visitor_is_sent_to_sign_in() {
        assertThat(mvc.get().uri("/desk/deadlines")).hasStatus3xxRedirection();
    }

    @Test
    @DisplayName("为什么是这一天：最后一日、逐日理由、引用的通知")
    void the_page_says_why_a_day_is_the_last() {
        String text = page("?start=2026-09-24&limit=20&unit=working-day").body().text();

        assertThat(text)
                .contains("最后一日：2026年10月29日")
                .contains("第 20 个工作日")
                .contains("中秋节放假，不计入（国办发明电〔2025〕7号）")
                .contains("调休上班（国办发明电〔2025〕7号）");
    }

    @Test
    @DisplayName("扣除和延长写在页面上；写错的给一句话")
    void pauses_and_refusals_are_shown() {
        assertThat(page("?start=2026-03-02&limit=20&unit=working-day&pause=2026-03-10/2026-03-26&extension=20")
                        .body()
                        .text())
                .contains("最后一日：2026年5月18日")
                .contains("扣除期间（2026-03-10 次日起至 2026-03-26），不计入")
                .contains("延长：第 20 个工作日");
        assertThat(page("?start=昨天&limit=20&unit=working-day")
                        .select(".trouble")
                        .text())
                .contains("不是日期");
    }

    @Test
    @DisplayName("日历：各月工作日数与通知；没有通知的年份标为暂定（R-DAY-11）")
    void the_calendar_names_its_notices_and_flags_provisional_years() {
        assertThat(page("?year=2026").body().text())
                .contains("国务院办公厅关于2026年部分节假日安排的通知")
                .contains("248");
        assertThat(page("?year=2027").body().text()).contains("暂定").contains("放假通知还没有发布");
    }

    @Test
    @DisplayName("这个写法怎么读：有把握的和要请人看的")
    void the_page_reads_a_phrase() {
        assertThat(page("?phrase=信息形成或变更之日起20个工作日内").body().text())
                .contains("有把握")
                .contains("自信息形成或变更之日起20个工作日内");
        assertThat(page("?phrase=按规定时限").body().text()).contains("请人看").contains("看不懂");
    }
}
