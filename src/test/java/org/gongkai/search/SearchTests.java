package org.gongkai.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.store.LockObtainFailedException;
import org.gongkai.publication.Validity;
import org.gongkai.search.SearchDocument.Lifetime;
import org.gongkai.search.SearchHit.Fragment;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("检索：用自己的话查到已公开的信息")
class SearchTests {

    @TempDir
    private Path folder;

    private final List<SearchDocument> all = new ArrayList<>();
    private @Nullable LuceneIndex open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"每月八百二十元。, false", "办理地点：政务服务中心二楼（, true", "每月八百二十元, true", "'', false"})
    @DisplayName("摘录停在句子中间的，后面加省略号")
    void a_snippet_says_when_it_breaks_off(String snippet, boolean breaksOff) {
        var hit = new SearchHit(
                "1",
                "disclosure",
                List.of(),
                List.of(new Fragment(snippet, false)),
                "",
                "MZJ",
                "05",
                null,
                Lifetime.UNSTATED,
                "/xxgk/MZJ/2026-00001");
        assertThat(hit.breaksOff()).isEqualTo(breaksOff);
    }

    @Test
    @DisplayName("口语“低保”查到“最低生活保障”，命中的字标出来")
    void an_everyday_word_finds_the_official_one() {
        var index = index();
        index.put(List.of(document("1", "城乡居民最低生活保障申请指南", "办理条件、申请材料。"), document("2", "义务教育招生入学指南", "适龄儿童报名。")));

        var page = index.search(SearchQuery.of("怎么办低保"));

        assertThat(page.hits()).first().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo("1");
            assertThat(hit.plainTitle()).isEqualTo("城乡居民最低生活保障申请指南");
            assertThat(hit.title()).contains(new Fragment("最低生活保障", true));
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"第12号惠民事项, 1", "第12号, 1", "号惠民事项, 1 2", "第1号惠民事项, ''", "惠民事项办理情况, 1 2", "第212号惠民事项, 2"})
    @DisplayName("加引号的照原样查，数字紧挨着的字也算")
    void a_quoted_phrase_is_found_as_it_stands(String phrase, String found) {
        var index = index();
        index.put(List.of(document("1", "关于第12号惠民事项办理情况的公告", "已经办结。"), document("2", "关于第212号惠民事项办理情况的公告", "正在办理。")));

        var hits = index.search(SearchQuery.of("\"" + phrase + "\"")).hits();

        assertThat(hits.stream().map(SearchHit::id).sorted().toList())
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found.split(" ")));
    }

    @Test
    @DisplayName("繁体提问查到简体文件，简体提问查到繁体文件")
    void script_does_not_matter() {
        var index = index();
        index.put(List.of(document("1", "上海市2020年政務公開工作要點", "滬府辦"), document("2", "房屋征收补偿方案", "")));

        assertThat(ids(index.search(SearchQuery.of("政务公开工作要点")))).startsWith("1");
        assertThat(ids(index.search(SearchQuery.of("房屋徵收補償")))).startsWith("2");
    }

    @Test
    @DisplayName("发文字号：括号写法不同也查得到，而且排第一")
    void a_document_number_is_found_however_its_brackets_are_typed() {
        var index = index();
        index.put(List.of(
                numbered("1", "关于印发实施方案的通知", "宝府办〔2019〕35号"),
                numbered("2", "关于印发2019年要点的通知", "宝府办〔2019〕36号"),
                document("3", "宝府办2019年35件实事", "宝府办 2019 35")));

        assertThat(ids(index.search(SearchQuery.of("宝府办[2019]35号")))).startsWith("1");
        assertThat(ids(index.search(SearchQuery.of("宝府办（2019）36号")))).startsWith("2");
    }

    @Test
    @DisplayName("筛选：机构、领域、年份；不带提问时从新到旧")
    void filters_narrow_and_an_empty_question_lists_the_newest() {
        var index = index();
        index.put(List.of(
                new SearchDocument(
                        "a", "d", "预算", "", "", "B1", "A08", LocalDate.of(2025, 2, 1), Lifetime.UNSTATED, "/a"),
                new SearchDocument(
                        "b", "d", "预算", "", "", "B2", "A08", LocalDate.of(2026, 2, 1), Lifetime.UNSTATED, "/b"),
                new SearchDocument(
                        "c", "d", "预算", "", "", "B1", "A05", LocalDate.of(2026, 3, 1), Lifetime.UNSTATED, "/c")));

        assertThat(ids(index.search(SearchQuery.of("")))).containsExactly("c", "b", "a");
        assertThat(ids(index.search(new SearchQuery("预算", "B1", "A08", null, null, null, false, 20, null))))
                .containsExactly("a");
        assertThat(ids(index.search(new SearchQuery("预算", null, null, 2026, null, null, true, 20, null))))
                .containsExactly("c", "b");
    }

    @Test
    @DisplayName("翻页：不重不漏；超过一千条只说“至少”")
    void pages_join_without_gap_or_overlap() {
        var index = index();
        index.put(IntStream.range(0, 1500)
                .mapToObj(i -> document("%04d".formatted(i), "部门预算公开第" + i + "号", "预算"))
                .toList());

        var seen = new ArrayList<String>();
        String cursor = null;
        SearchPage page;
        do {
            page = index.search(SearchQuery.of("部门预算").size(100).after(cursor));
            seen.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(1500).doesNotHaveDuplicates();
        assertThat(index.search(SearchQuery.of("部门预算"))).satisfies(first -> {
            assertThat(first.capped()).isTrue();
            assertThat(first.total()).isEqualTo(1000);
        });
    }

    @Test
    @DisplayName("撤回后查不到；关机再开还在；丢了索引能重建")
    void removal_reopening_and_rebuilding() {
        var index = index();
        assertThat(index.incomplete()).isTrue();
        index.rebuild();
        index.put(List.of(document("1", "行政处罚决定", ""), document("2", "行政许可决定", "")));
        index.remove(List.of("1"));
        index.close();

        index = index();
        assertThat(index.incomplete()).isFalse();
        assertThat(ids(index.search(SearchQuery.of("决定")))).containsExactly("2");

        all.add(document("3", "重建后的决定", ""));
        index.rebuild();
        assertThat(ids(index.search(SearchQuery.of("决定")))).containsExactly("3");
    }

    @Test
    @DisplayName("第一次重建到一半断电：没有“完整”的标记，下次启动再建")
    void a_rebuild_cut_short_is_done_again() {
        IntStream.range(0, 1200).forEach(i -> all.add(document("%04d".formatted(i), "第" + i + "号决定", "")));
        var index = new LuceneIndex(
                folder,
                () -> List.of(sink -> all.forEach(each -> {
                    if (each.id().equals("1100")) {
                        throw new IllegalStateException("power cut");
                    }
                    sink.accept(each);
                })),
                Runnable::run);
        assertThatThrownBy(index::rebuild).hasMessage("power cut");
        assertThat(index.size()).isPositive().isLessThan(1200);
        index.close();

        index = index();
        assertThat(index.incomplete()).isTrue();
        index.rebuild();
        assertThat(index.incomplete()).isFalse();
        assertThat(index.size()).isEqualTo(1200);
    }

    @Test
    @DisplayName("重建到一半又开始一次重建：先前那次就此停手，不把旧内容放回去")
    void a_second_rebuild_stops_the_first() {
        var readings = new AtomicInteger();
        open = new LuceneIndex(
                folder,
                () -> List.of(sink -> {
                    if (readings.incrementAndGet() == 1) {
                        requireNonNull(open).rebuild();
                        sink.accept(document("gone", "已经撤回", ""));
                    } else {
                        sink.accept(document("1", "现在公开的", ""));
                    }
                }),
                Runnable::run);
        open.rebuild();

        assertThat(ids(open.search(SearchQuery.of("")))).containsExactly("1");
        assertThat(open.incomplete()).isFalse();
        open.close();
        assertThatThrownBy(() -> requireNonNull(open).size()).isInstanceOf(RuntimeException.class);
        open = new LuceneIndex(folder, List::of, Runnable::run);
        assertThat(open.size()).as("a reader after the end heals nothing").isEqualTo(1);
    }

    @Test
    @DisplayName("重建期间撤回和更正的，不会被重建时读到的旧样子盖回去")
    void what_changes_during_a_rebuild_stays_changed() {
        open = new LuceneIndex(
                folder,
                () -> List.of(sink -> {
                    var old = List.of(document("1", "旧标题甲", ""), document("2", "旧标题乙", ""), document("3", "丙", ""));
                    requireNonNull(open).remove(List.of("1"));
                    open.put(List.of(document("2", "新标题乙", "")));
                    old.forEach(sink);
                }),
                Runnable::run);
        open.rebuild();

        assertThat(ids(open.search(SearchQuery.of("")))).containsExactlyInAnyOrder("2", "3");
        assertThat(ids(open.search(SearchQuery.of("新标题")))).startsWith("2");
        assertThat(open.search(SearchQuery.of("旧")).hits()).isEmpty();
    }

    @Test
    @DisplayName("索引文件损坏、残缺：照常打开，清空后重建，不拦启动")
    void broken_files_heal_by_rebuilding() throws IOException {
        all.add(document("1", "行政许可决定", ""));
        for (String how : List.of("garbage", "cut", "segments-missing")) {
            var index = index();
            index.rebuild();
            index.close();
            damage(how);

            index = index();
            assertThat(index.incomplete()).as(how).isTrue();
            index.rebuild();
            assertThat(ids(index.search(SearchQuery.of("决定")))).as(how).containsExactly("1");
            index.close();
        }
    }

    private void damage(String how) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
                boolean segments = file.getFileName().toString().startsWith("segments");
                switch (how) {
                    case "garbage" -> Files.writeString(file, "not an index");
                    case "cut" ->
                        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
                    default -> {
                        if (!segments) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("别的进程正在用的索引，不清空，不打开")
    void a_folder_in_use_is_left_alone() {
        var index = index();
        index.put(List.of(document("1", "行政许可决定", "")));

        assertThatThrownBy(() -> new LuceneIndex(folder, List::of, Runnable::run))
                .hasRootCauseInstanceOf(LockObtainFailedException.class);
        assertThat(ids(index.search(SearchQuery.of("决定")))).containsExactly("1");
    }

    @Test
    @DisplayName("高亮不错位：折小写会变长的字、占两个位置的生僻字前后都标得准")
    void highlights_stay_in_place() {
        var index = index();
        String before = "\u0130\u0130\u0130 \ud840\udc0b\ud840\udc0b ABC ".repeat(12);
        index.put(List.of(document("1", before + "低保标准", before + "关于低保标准的公告" + before)));

        var hit = index.search(SearchQuery.of("低保标准")).hits().getFirst();

        assertThat(hit.title()).contains(new Fragment("低保标准", true));
        assertThat(hit.snippet()).contains(new Fragment("低保标准", true));
        hit.snippet()
                .forEach(part -> assertThat(part.text().codePoints())
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    @Test
    @DisplayName("怪异的提问和续页码不出错")
    void odd_questions_do_no_harm() {
        var index = index();
        index.put(List.of(document("1", "标题", "正文")));
        for (String odd : List.of(
                "", "   ", "\"", "\"\"", "*:*", "AND OR NOT", "+-&|!(){}[]^~?:\\/", "\ud83d\ude00", "a".repeat(5000))) {
            assertThat(index.search(SearchQuery.of(odd))).isNotNull();
        }
        for (String broken : List.of("!不是续页码!", "abc", "", "AAAAAAAAAAAAAAAAAAAAAAAA")) {
            assertThatThrownBy(() -> index.search(SearchQuery.of("标题").after(broken)))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    @DisplayName("有效性：任何三个日子的组合，在任何一天都恰好归入一种，与发布时算的相同")
    void every_combination_of_days_has_exactly_one_validity() {
        var index = index();
        LocalDate day = LocalDate.of(2026, 9, 24);
        List<LocalDate> days = Arrays.asList(null, day.minusDays(1), day, day.plusDays(1));
        var expected = new java.util.HashMap<String, Validity>();
        var documents = new ArrayList<SearchDocument>();
        for (LocalDate effective : days) {
            for (LocalDate until : days) {
                for (LocalDate repealed : days) {
                    String id = "d" + documents.size();
                    expected.put(id, Validity.on(day, effective, until, repealed));
                    documents.add(new SearchDocument(
                            id, "d", "低保标准", "", "", "B", "A", null, new Lifetime(effective, until, repealed), "/"));
                }
            }
        }
        index.put(documents);
        var found = new java.util.HashMap<String, Validity>();
        for (var state : SearchQuery.Validity.State.values()) {
            var query = new SearchQuery(
                    "低保", null, null, null, null, new SearchQuery.Validity(state, day), false, 100, null);
            for (SearchHit hit : index.search(query).hits()) {
                var life = hit.lifetime();
                assertThat(found.put(hit.id(), Validity.valueOf(state.name()))).isNull();
                assertThat(Validity.on(day, life.effectiveOn(), life.validUntil(), life.repealedOn()))
                        .isEqualTo(expected.get(hit.id()));
            }
        }
        assertThat(found).hasSize(64).isEqualTo(expected);
    }

    private LuceneIndex index() {
        open = new LuceneIndex(folder, () -> List.of(sink -> all.forEach(sink)), Runnable::run);
        return open;
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream().map(SearchHit::id).toList();
    }

    private static SearchDocument document(String id, String title, String text) {
        return new SearchDocument(
                id, "d", title, text, "", "B", "A", LocalDate.of(2026, 1, 5), Lifetime.UNSTATED, "/" + id);
    }

    private static SearchDocument numbered(String id, String title, String number) {
        return new SearchDocument(
                id, "d", title, "各单位：", number, "B", "A", LocalDate.of(2026, 1, 5), Lifetime.UNSTATED, "/" + id);
    }
}
