package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.catalogue.Channel;
import org.gongkai.database.Sha256;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("迁入历史信息：同时公开的渠道")
class ImportedOutletsTests {

    private static final String BODY = "IMPORT-CH";
    private static final Actor OFFICE = new Actor("channels", "迁移员", BODY, Set.of(Duty.OFFICE), Set.of(BODY), false);

    private final DisclosureImporter importer;
    private final Outlets outlets;
    private final OutletDesk desk;
    private final Disclosures disclosures;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportedOutletsTests(
            DisclosureImporter importer,
            Outlets outlets,
            OutletDesk desk,
            Disclosures disclosures,
            CurrentActor current,
            JdbcClient jdbc,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        TestBodies.add(jdbc, bodies, events, transactions, BODY);
        this.importer = importer;
        this.outlets = outlets;
        this.desk = desk;
        this.disclosures = disclosures;
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private DisclosureImporter.Outcome run(boolean dryRun, String... lines) {
        return current.callAs(
                OFFICE,
                () -> importer.write("ch", importer.read(List.of(lines), 1), dryRun, new DisclosureImporter.Seen()));
    }

    private static String line(String id, String channels) {
        return "{\"externalId\":\"" + id + "\",\"title\":\"关于渠道的通知\",\"body\":\"" + BODY
                + "\",\"formedOn\":\"2019-05-20\",\"publishedOn\":\"2019-05-24\",\"html\":\"<p>内容</p>\""
                + (channels.isEmpty() ? "" : ",\"channels\":" + channels) + "}";
    }

    private static String entry(String channel, String on, String where) {
        return "{\"channel\":\"%s\",\"on\":\"%s\",\"where\":\"%s\"}".formatted(channel, on, where);
    }

    private List<Outlet> of(String id) {
        return outlets.of(disclosure(id).id());
    }

    private DisclosureView disclosure(String id) {
        long number = jdbc.sql("select id from publication.disclosure where external_id = ? and body = ?")
                .params(id, BODY)
                .query(Long.class)
                .single();
        return disclosures.find(number).orElseThrow();
    }

    @Test
    @DisplayName("代码、名称都认；同一份再导一次什么也不变；先没有、后有渠道的只加渠道，不产生新版；预览数的一样")
    void channels_move_in_once_and_make_no_edition() {
        assertThat(run(false, line("c-1", "")).added()).isEqualTo(1);
        String with = line(
                "c-1",
                "[" + entry("政府公报", "2019-06-01", "2019 年第 6 期") + "," + entry("PRINT", "2019/5/25", "日报") + "]");
        assertThat(run(true, with).changed()).isEqualTo(1);
        assertThat(of("c-1")).isEmpty();
        assertThat(run(false, with)).extracting("changed", "unchanged").containsExactly(1, 0);
        assertThat(run(false, with)).extracting("changed", "unchanged").containsExactly(0, 1);
        assertThat(of("c-1")).extracting(Outlet::channel).containsExactly(Channel.PRINT, Channel.GAZETTE);
        assertThat(disclosure("c-1").editions()).isEqualTo(1);

        assertThat(run(false, line("c-2", "[" + entry("公示栏", "2019-05-24", "村口") + "]"))
                        .added())
                .isEqualTo(1);
        assertThat(of("c-2")).extracting(Outlet::on).containsExactly(LocalDate.of(2019, 5, 24));
        assertThat(run(false, line("c-2", "[]")).changed()).as("少了的不划去").isZero();
        assertThat(of("c-2")).hasSize(1);
    }

    /** As an old site writes it: blanks, escapes. */
    private static String writtenOtherwise(String id) {
        return line(id, "").replace(":", " : ").replace(",", " , ").replace("关于", "\\u5173\\u4E8E");
    }

    private static String withGazette(String line) {
        return line.substring(0, line.length() - 1) + " , \"channels\" : [" + entry("公报", "2019-06-01", "第 6 期")
                + "] }";
    }

    @Test
    @DisplayName("原来的 JSON 空格、转义自成一格：加上渠道还是原来的一版，再导一次什么也不变；内容真的变了才是新版")
    void another_writing_is_no_new_edition() {
        String line = writtenOtherwise("c-10");
        assertThat(run(false, line).added()).isEqualTo(1);
        assertThat(run(false, withGazette(line)).changed()).isEqualTo(1);
        assertThat(of("c-10")).hasSize(1);
        assertThat(disclosure("c-10").editions()).isEqualTo(1);
        assertThat(disclosure("c-10").title()).isEqualTo("关于渠道的通知");
        assertThat(run(false, withGazette(line)).unchanged()).isEqualTo(1);
        assertThat(run(false, line).unchanged()).isEqualTo(1);
        assertThat(run(false, line.replace("内容", "新的内容")).changed()).isEqualTo(1);
        assertThat(disclosure("c-10").editions()).isEqualTo(2);
    }

    @Test
    @DisplayName("从前按原样一行记着摘要的：原样再来不变，加上渠道也不产生新版")
    void what_was_remembered_as_written_is_recognised() {
        String line = writtenOtherwise("c-11");
        run(false, line);
        remember("c-11", Sha256.hex(line));
        assertThat(run(false, line).unchanged()).isEqualTo(1);
        remember("c-11", Sha256.hex(line));
        assertThat(run(false, withGazette(line)).changed()).isEqualTo(1);
        assertThat(of("c-11")).hasSize(1);
        assertThat(disclosure("c-11").editions()).isEqualTo(1);
        assertThat(run(false, withGazette(line)).unchanged()).isEqualTo(1);
    }

    private void remember(String id, String digest) {
        current.runAs(
                OFFICE,
                () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql("update publication.disclosure set external_digest = ? where external_id = ?")
                                .params(digest, id)
                                .update()));
    }

    @Test
    @DisplayName("人划去的，再导入不会回来")
    void what_was_struck_stays_struck() {
        String line = line("c-3", "[" + entry("公报", "2019-06-01", "第 6 期") + "]");
        run(false, line);
        long disclosure = disclosure("c-3").id();
        long outlet = of("c-3").getFirst().id();
        current.runAs(OFFICE, () -> desk.strike(disclosure, outlet, "原系统写错"));
        assertThat(run(false, line).unchanged()).isEqualTo(1);
        assertThat(of("c-3")).isEmpty();
    }

    @Test
    @DisplayName("认不出的渠道、坏日期、不主动公开的退回；写着政府网站的提醒一声，照常迁入")
    void what_is_not_understood_is_said() {
        var outcome = run(
                false,
                line("c-4", "[" + entry("飞鸽", "2019-06-01", "某处") + "]"),
                line("c-5", "[" + entry("公报", "2019-06-31", "某处") + "]"),
                line("c-6", "[" + entry("公报", "2019-05-01", "某处") + "]"),
                line("c-7", "\"公报\""),
                line("c-8", "[" + entry("公报", "2019-06-01", "某处") + "]")
                        .replace("\"html\"", "\"classification\":\"依申请公开\",\"html\""),
                line("c-9", "[" + entry("政府网站", "2019-06-01", "首页") + "]"));
        assertThat(outcome).extracting("added", "rejected").containsExactly(1, 5);
        assertThat(outcome.problems())
                .extracting(DisclosureImporter.Problem::row, DisclosureImporter.Problem::messageKey)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(1L, "publication.import.channelUnknown"),
                        org.assertj.core.groups.Tuple.tuple(2L, "publication.import.dateUnreadable"),
                        org.assertj.core.groups.Tuple.tuple(3L, "publication.outlet.beforeFormed"),
                        org.assertj.core.groups.Tuple.tuple(4L, "publication.import.channelsForm"),
                        org.assertj.core.groups.Tuple.tuple(5L, "publication.import.channelsNotProactive"),
                        org.assertj.core.groups.Tuple.tuple(6L, "publication.import.channelWebsite"));
        assertThat(of("c-9")).isEmpty();
    }
}
