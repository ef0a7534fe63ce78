package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.search.SearchDocument;
import org.gongkai.search.SearchIndex;
import org.jspecify.annotations.Nullable;
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
    @DisplayName("以前答复过、已经转为主动公开的，说明有人申请过；还没有公开的草稿不提示")
    void what_was_answered_before_is_told() {
        var office = cases.office();
        var id = cases.inHand(office, "2026-03-02", "外环快速路噪声监测数据");
        cases.reply(office, id, Told.of("监测数据见附件。").reply(ReplyKind.GRANTED));
        var converted = cases.act(office.liaison(), id, RequestAction.PROPOSE_DISCLOSURE, Told.nothing());
        assertThat(suggestions.of(office.body(), "外环快速路噪声监测数据")).isEmpty();
        var record = "disclosure:" + converted.disclosure();
        index.put(List.of(document(record, "外环快速路噪声监测数据", office.body())));
        index.put(List.of(document("disclosure:987654322", "外环快速路噪声监测数据汇编", office.body())));
        try {
            assertThat(suggestions.of(office.body(), "外环快速路噪声监测数据"))
                    .filteredOn(Suggestions.Suggestion::answered)
                    .singleElement()
                    .satisfies(one -> assertThat(one.title()).isEqualTo("外环快速路噪声监测数据"));
        } finally {
            index.remove(List.of(record, "disclosure:987654322"));
        }
    }

    @Test
    @DisplayName("按标准目录应当公开而还没有公开的：到哪一天，没有期限的也说")
    void what_is_owed_is_told_with_its_day() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 4, 1));
        try {
            // the rules may just be compiled anew, which ends what no catalogue demands
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                forget(office.body());
                owed(office.body(), "sug-1", "农村危房改造补助对象名单", "FORMED", LocalDate.of(2026, 4, 30));
                owed(office.body(), "sug-2", "农村危房改造补助政策依据", "STANDING", null);
                assertThat(suggestions.of(office.body(), "想知道农村危房改造补助对象名单和政策依据"))
                        .extracting(
                                Suggestions.Suggestion::title,
                                Suggestions.Suggestion::owedBy,
                                Suggestions.Suggestion::url)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple("农村危房改造补助对象名单", LocalDate.of(2026, 4, 30), null),
                                org.assertj.core.groups.Tuple.tuple("农村危房改造补助政策依据", null, null));
                assertThat(suggestions.of(office.body(), "出租汽车驾驶员从业资格考试")).isEmpty();
            });
        } finally {
            forget(office.body()); // every test shares the ledger
        }
    }

    private void forget(String body) {
        cases.sql(() -> cases.jdbc
                        .sql("delete from obligation.obligation where body = ?")
                        .param(body)
                        .update()
                + cases.jdbc
                        .sql("delete from obligation.rule where body = ?")
                        .param(body)
                        .update());
    }

    private void owed(String body, String item, String name, String kind, @Nullable LocalDate due) {
        cases.sql(() -> {
            cases.jdbc.sql("""
                            insert into obligation.rule (item, body, effective_from, area, name, limit_kind, version)
                            values (?, ?, '2026-01-01', 't', ?, 'WORKDAYS', 1)
                            """).params(item, body, name).update();
            return cases.jdbc
                    .sql("""
                            insert into obligation.obligation (body, item, area, name, kind, key, slot, starts_on, formed_on, due_on)
                            values (?, ?, 't', ?, ?, ?, ?, '2026-03-20', '2026-03-20', ?)
                            """)
                    .params(
                            body,
                            item,
                            name,
                            kind,
                            due == null ? "S" : "F2026-03-20",
                            due == null ? "S" : "F2026-03-20",
                            due)
                    .update();
        });
    }

    private static SearchDocument document(String id, String title, String body) {
        return new SearchDocument(
                id,
                "OTHER",
                title,
                "内容见附件",
                "",
                body,
                "",
                LocalDate.of(2026, 3, 1),
                SearchDocument.Lifetime.UNSTATED,
                "/xxgk/" + body + "/2026-00001");
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
