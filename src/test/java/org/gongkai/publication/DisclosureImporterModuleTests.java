package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@GongkaiTest
@DisplayName("迁入历史信息")
class DisclosureImporterModuleTests {

    private static final String BODY = "IMPORT-A";
    private static final Actor IMPORTER =
            new Actor("importer", "迁移员", BODY, Set.of(Duty.OFFICE), Set.of(BODY, "IMPORT-B"), false);

    private final DisclosureImporter importer;
    private final Disclosures disclosures;
    private final CurrentActor current;
    private final JdbcClient jdbc;

    DisclosureImporterModuleTests(
            DisclosureImporter importer,
            Disclosures disclosures,
            CurrentActor current,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY, "IMPORT-B");
        this.importer = importer;
        this.disclosures = disclosures;
        this.current = current;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("保留原日期；同一份再导一次什么都不变；改了的产生新版")
    void history_keeps_its_dates_and_is_not_doubled() {
        var lines = List.of(
                line("h-1", "关于低保的通知", "2019-05-20", "2019-05-24", "<p>内容一</p>"),
                line("h-2", "关于救助的通知", "2019-06-20", "2019-06-24", "<p onclick=x>内容二<script>1</script></p>"));
        var first = run(lines);
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.problems()).noneMatch(DisclosureImporter.Problem::rejected);
        var second = run(lines);
        assertThat(second)
                .extracting(DisclosureImporter.Outcome::added, DisclosureImporter.Outcome::unchanged)
                .containsExactly(0, 2);

        var view = byExternalId("h-2");
        assertThat(view.html()).isEqualTo("<p>内容二</p>");
        assertThat(view.indexNumber()).isEqualTo(BODY + "/2019-00002");
        assertThat(view.formedOn()).isEqualTo(LocalDate.of(2019, 6, 20));
        assertThat(Publishing.day(view.publishedAt())).isEqualTo(LocalDate.of(2019, 6, 24));

        var third = run(List.of(line("h-2", "关于救助的通知", "2019-06-20", "2019-06-24", "<p>内容三</p>")));
        assertThat(third.changed()).isEqualTo(1);
        assertThat(byExternalId("h-2").edition()).isEqualTo(2);
        assertThat(byExternalId("h-2").indexNumber()).isEqualTo(view.indexNumber());
        assertThat(disclosures.editions(view.id())).hasSize(2);
    }

    @Test
    @DisplayName("坏行说清楚，好行照样进")
    void bad_lines_are_explained_and_good_ones_go_in() {
        var outcome = run(List.of(
                "{not json",
                "[]",
                line("", "没有编号", "2019-05-20", "2019-05-24", "<p>一</p>"),
                line("b-2", "", "2019-05-20", "2019-05-24", "<p>一</p>"),
                line("b-3", "日期不对", "2019-02-30", "2019-05-24", "<p>一</p>"),
                line("b-4", "在将来", "2019-05-20", "2099-05-24", "<p>一</p>"),
                line("b-5", "有身份证", "2019-05-20", "2019-05-24", "<p>张三 11010519491231002X</p>"),
                line("b-6", "密件", "2019-05-20", "2019-05-24", "<p>秘密★一年</p>"),
                line("b-7", "好的", "2017-05-20", "2017/5/24", "<p>一</p>")));
        assertThat(outcome.added()).isEqualTo(1);
        assertThat(outcome.rejected()).isEqualTo(8);
        assertThat(outcome.problems())
                .extracting(DisclosureImporter.Problem::messageKey)
                .contains(
                        "publication.import.notJson",
                        "publication.import.externalId",
                        "publication.import.titleMissing",
                        "publication.import.dateUnreadable",
                        "publication.import.publishedInFuture",
                        "publication.import.personalData",
                        "publication.classifiedMark");
        assertThat(outcome.problems()).noneMatch(problem -> problem.value().contains("11010519491231002X"));
    }

    @Test
    @DisplayName("编号在一个机构之内唯一：两个机构的同一编号互不相干；同一文件里重复的退回，隔了几批也认得")
    void an_id_belongs_to_its_body_and_stands_once_in_a_file() {
        var mine = line("same", "甲的通知", "2015-05-20", "2015-05-24", "<p>甲</p>");
        var theirs = mine.replace(BODY, "IMPORT-B").replace("甲", "乙");
        assertThat(run(List.of(mine)).added()).isEqualTo(1);
        assertThat(run(List.of(theirs)).added()).isEqualTo(1);
        assertThat(run(List.of(theirs.replace("<p>乙", "<p>丙"))).changed()).isEqualTo(1);
        assertThat(jdbc.sql("select title from publication.disclosure where external_id = 'same' order by body")
                        .query(String.class)
                        .list())
                .containsExactly("甲的通知", "乙的通知");

        var first = line("again-1", "一", "2015-05-20", "2015-05-24", "<p>一</p>");
        var later = first.replace("<p>一", "<p>二");
        for (boolean dryRun : List.of(true, false)) {
            var fresh = new DisclosureImporter.Seen();
            var one = current.callAs(
                    IMPORTER, () -> importer.write("t", importer.read(List.of(first), 1), dryRun, fresh));
            var two = current.callAs(
                    IMPORTER,
                    () -> importer.write("t", importer.read(List.of(later, theirs, first), 501), dryRun, fresh));
            assertThat(one.added()).isEqualTo(1);
            assertThat(two)
                    .extracting("added", "changed", "unchanged", "rejected")
                    .containsExactly(0, 1, 0, 2);
            assertThat(two.problems())
                    .filteredOn(problem -> problem.messageKey().equals("publication.import.twice"))
                    .extracting(DisclosureImporter.Problem::row, DisclosureImporter.Problem::args)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(501L, List.of(1L)),
                            org.assertj.core.groups.Tuple.tuple(503L, List.of(1L)));
        }
        assertThat(byExternalId("again-1").html()).isEqualTo("<p>一</p>");
    }

    @Test
    @DisplayName("没有的事项、领域退回并说明；已公开的不能凭导入改为不公开，也不再数成修改")
    void what_cannot_be_placed_is_refused() {
        var right = line("p-1", "已公开的", "2015-05-20", "2015-05-24", "<p>一</p>");
        run(List.of(right));
        var outcome = run(List.of(
                line("p-2", "事项不对", "2015-05-20", "2015-05-24", "<p>一</p>")
                        .replace("\"item\":\"\"", "\"item\":\"X-9\""),
                line("p-3", "路径不对", "2015-05-20", "2015-05-24", "<p>一</p>")
                        .replace("\"item\":\"\"", "\"item\":\"社会救助/没有/这项\""),
                line("p-4", "领域不对", "2015-05-20", "2015-05-24", "<p>一</p>").replace("社会救助", "没有的领域"),
                right.replace("主动公开", "不予公开")));
        assertThat(outcome)
                .extracting("added", "changed", "unchanged", "rejected")
                .containsExactly(0, 0, 0, 4);
        assertThat(outcome.problems())
                .filteredOn(DisclosureImporter.Problem::rejected)
                .extracting(DisclosureImporter.Problem::messageKey)
                .containsExactly(
                        "publication.import.itemUnknown",
                        "publication.import.itemUnknown",
                        "publication.import.areaUnknown",
                        "publication.import.notProactive");
    }

    @Test
    @DisplayName("一万行成批写入，流水号不重不漏")
    void ten_thousand_lines_go_in_without_gaps() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(line(
                            "fast-" + i,
                            "第" + i + "号通知",
                            "2018-05-20",
                            "2018-05-24",
                            "<p>" + "内容".repeat(300) + i + "</p>")
                    .replace(BODY, "IMPORT-B"));
        }
        for (int i = 0; i < lines.size(); i += DisclosureImporter.BATCH) {
            run(lines.subList(i, Math.min(lines.size(), i + DisclosureImporter.BATCH)));
        }
        assertThat(jdbc.sql(
                                "select count(distinct index_number) from publication.disclosure where body = 'IMPORT-B' and external_id like 'fast-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
        assertThat(jdbc.sql("select last from publication.index_counter where front = 'IMPORT-B' and year = 2018")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
    }

    private DisclosureImporter.Outcome run(List<String> lines) {
        return current.callAs(
                IMPORTER, () -> importer.write("test", importer.read(lines, 1), false, new DisclosureImporter.Seen()));
    }

    private DisclosureView byExternalId(String externalId) {
        long id = jdbc.sql("select id from publication.disclosure where external_id = ?")
                .param(externalId)
                .query(Long.class)
                .single();
        return disclosures.find(id).orElseThrow();
    }

    private static String line(String id, String title, String formedOn, String publishedOn, String html) {
        return """
                {"externalId":"%s","title":"%s","documentNumber":"","body":"%s","item":"","area":"社会救助","formedOn":"%s","publishedOn":"%s","validUntil":null,"classification":"主动公开","type":"通知","html":"%s"}""".formatted(id, title, BODY, formedOn, publishedOn, html);
    }
}
