package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.search.SearchDocument;
import org.gongkai.search.SearchIndex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("N8：申请前引导")
class SuggestionsModuleTests {

    private final TestCases cases;
    private final Suggestions suggestions;
    private final SearchIndex index;

    SuggestionsModuleTests(ApplicationContext context, Suggestions suggestions, SearchIndex index) {
        this.cases = new TestCases(context);
        this.suggestions = suggestions;
        this.index = index;
    }

    @Test
    @DisplayName("已经公开的给出地址；不相干的、太短的什么也不提示")
    void what_is_public_is_shown() {
        var office = cases.office();
        var id = "disclosure:987654321";
        index.put(List.of(new SearchDocument(
                id,
                "OTHER",
                "老旧小区加装电梯财政补贴标准",
                "每台补贴二十万元",
                "",
                office.body(),
                "",
                LocalDate.of(2026, 3, 1),
                SearchDocument.Lifetime.UNSTATED,
                "/xxgk/" + office.body() + "/2026-00001")));
        try {
            assertThat(suggestions.of(office.body(), "老旧小区加装电梯的补贴标准"))
                    .anySatisfy(one -> assertThat(one.url()).isEqualTo("/xxgk/" + office.body() + "/2026-00001"));
            assertThat(suggestions.of(office.body(), "外太空射电望远镜轨道参数")).isEmpty();
            assertThat(suggestions.of(office.body(), "电")).as("太短").isEmpty();
        } finally {
            index.remove(List.of(id)); // every test shares the index
        }
    }

    @Test
    @DisplayName("显示几次、采纳几次，都公开地数")
    void deflections_are_counted() {
        var office = cases.office();
        var before = suggestions.lastYear();
        suggestions.count(office.body(), false);
        suggestions.count(office.body(), false);
        suggestions.count(office.body(), true);
        var after = suggestions.lastYear();

        assertThat(after.shown() - before.shown()).isEqualTo(2);
        assertThat(after.followed() - before.followed()).isEqualTo(1);
    }
}
