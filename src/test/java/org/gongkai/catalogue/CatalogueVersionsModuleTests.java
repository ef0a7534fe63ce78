package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.workflow.Refused;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("目录的版本：生效日、四眼、理由、对外比较；单位因地制宜的调整")
class CatalogueVersionsModuleTests {

    private static final Actor AUTHOR = office("ver-author");
    private static final Actor EDITOR = office("ver-editor");
    private static final Actor REVIEWER = office("ver-reviewer");
    private static final Actor LIAISON =
            new Actor("ver-liaison", "联络员", "VERMZ", Set.of(Duty.LIAISON), Set.of("VERMZ"), false);

    private final CatalogueIntake intake;
    private final CatalogueDesk desk;
    private final AdaptationDesk adaptationDesk;
    private final Adaptations adaptations;
    private final Catalogues catalogues;
    private final CatalogueVersions versions;
    private final TakingEffect takingEffect;
    private final CurrentActor current;
    private final TestClock clock;
    private final MockMvc web;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    CatalogueVersionsModuleTests(
            CatalogueIntake intake,
            CatalogueDesk desk,
            AdaptationDesk adaptationDesk,
            Adaptations adaptations,
            Catalogues catalogues,
            CatalogueVersions versions,
            TakingEffect takingEffect,
            CurrentActor current,
            TestClock clock,
            MockMvc web,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.intake = intake;
        this.desk = desk;
        this.adaptationDesk = adaptationDesk;
        this.adaptations = adaptations;
        this.catalogues = catalogues;
        this.versions = versions;
        this.takingEffect = takingEffect;
        this.current = current;
        this.clock = clock;
        this.web = web;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    @BeforeEach
    void two_departments() {
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    body("VERMZ", "版本区民政局测试");
                    body("VERCZ", "版本区财政局测试");
                    List.of("VERA", "VERB", "VERC", "VERD", "VERE", "VERF").forEach(this::owner);
                    events.publishEvent(new BodiesChanged(List.of("VERMZ"), List.of()));
                }));
    }

    @Test
    @DisplayName("生效日未到的新版不取代现行版；到了那一天才取代，并记下旧版失效")
    void a_later_version_waits_for_its_day() {
        LocalDate today = LocalDate.now(clock);
        adopt("VERA", "版本甲", "20个工作日内", "版本区民政局测试", "首版", today);
        long next = adopt("VERA", "版本甲", "5个工作日内", "版本区民政局测试", "缩短时限", today.plusDays(10));

        assertThat(limit("版本甲")).isEqualTo("20wd");
        assertThat(versions.find(next))
                .hasValueSatisfying(version -> assertThat(version.standing()).isEqualTo(VersionStanding.UPCOMING));

        clock.set(today.plusDays(10));
        assertThat(limit("版本甲")).isEqualTo("5wd");
        takingEffect.daily();
        assertThat(versions.published().stream()
                        .filter(version -> version.owner().equals("VERA")))
                .extracting(VersionView::standing)
                .containsExactly(VersionStanding.IN_FORCE, VersionStanding.ENDED);
        assertThat(limit("版本甲")).isEqualTo("5wd");
    }

    @Test
    @DisplayName("谁改过草案都不能审核它，数据库也不让")
    void nobody_who_edited_a_draft_reviews_it() {
        long draft = current.callAs(AUTHOR, () -> intake.apply(table("版本乙", "20个工作日内", "版本区民政局测试"), "", "VERB", "首版"))
                .version();
        current.callAs(EDITOR, () -> intake.apply(table("版本丙", "20个工作日内", "版本区民政局测试"), "", "VERB", "补充"));

        assertThatThrownBy(() -> current.runAs(EDITOR, () -> desk.review(draft)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("catalogue.fourEyes"));
        assertThatThrownBy(() -> jdbc.sql("update catalogue.version set state = 'REVIEWED', reviewer = ? where id = ?")
                        .param(EDITOR.account())
                        .param(draft)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        current.runAs(REVIEWER, () -> desk.review(draft));
    }

    @Test
    @DisplayName("对外的比较页：修改的前后、撤销的事项、每一处的理由；草案对外没有")
    void everybody_can_compare_two_versions() throws Exception {
        LocalDate today = LocalDate.now(clock);
        adopt("VERC", "版本丁", "20个工作日内", "版本区民政局测试", "首版", today);
        adopt("VERC", "版本戊", "20个工作日内", "版本区民政局测试", "补充事项", today);
        long draft = current.callAs(
                        AUTHOR, () -> intake.apply(table("版本丁", "7个工作日内", "版本区民政局测试"), "", "VERC", "群众反映公开太慢"))
                .version();
        String gone = code("版本戊");
        current.runAs(AUTHOR, () -> desk.withdraw(draft, gone, "职能划转到市里"));
        web.perform(get("/bzml/versions/" + draft)).andExpect(status().isNotFound());
        web.perform(get("/api/v1/catalogue/versions/" + draft + "/export.csv")).andExpect(status().is4xxClientError());

        current.runAs(REVIEWER, () -> desk.review(draft));
        current.runAs(REVIEWER, () -> desk.adopt(draft, today));

        web.perform(get("/bzml/versions/" + draft))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.allOf(
                                Matchers.containsString("7个工作日内"),
                                Matchers.containsString("群众反映公开太慢"),
                                Matchers.containsString("版本戊"),
                                Matchers.containsString("职能划转到市里"))));
        web.perform(get("/bzml/versions")).andExpect(status().isOk());
        for (String format : List.of("xlsx", "csv", "json")) {
            web.perform(get("/api/v1/catalogue/export." + format)).andExpect(status().isOk());
            web.perform(get("/api/v1/catalogue/versions/" + draft + "/export." + format))
                    .andExpect(status().isOk());
        }
        web.perform(get("/api/v1/catalogue/template.xlsx")).andExpect(status().isOk());
        web.perform(get("/api/v1/catalogue/export.exe")).andExpect(status().is4xxClientError());
    }

    @Test
    @DisplayName("因地制宜：单位提出，另一人审核，公布在事项页上，编进义务；撤回后恢复")
    void a_unit_overrides_an_inherited_row() throws Exception {
        LocalDate today = LocalDate.now(clock);
        adopt("VERD", "版本己", "10个工作日内", "版本区民政局测试、版本区财政局测试", "首版", today);
        String item = code("版本己");

        assertThatThrownBy(() -> propose(item, "VERCZ", true, "5个工作日内", "本局办理更快"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> propose(item, "VERMZ", true, "40个工作日内", "想慢一点"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> propose(item, "VERMZ", true, "15个工作日内", "比上级目录宽"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("catalogue.adaptation.looser"));
        assertThatThrownBy(() -> propose(item, "VERMZ", true, "5个工作日内", " ")).isInstanceOf(Refused.class);
        long id = propose(item, "VERMZ", true, "5个工作日内", "本局办理更快");
        assertThat(owed(item, "VERMZ")).isEqualTo("10wd");

        assertThatThrownBy(() -> current.runAs(LIAISON, () -> adaptationDesk.approve(id)))
                .isInstanceOf(Refused.class);
        current.runAs(REVIEWER, () -> adaptationDesk.approve(id));
        assertThat(owed(item, "VERMZ")).isEqualTo("5wd");
        assertThat(owed(item, "VERCZ")).isEqualTo("10wd");
        String area = catalogues.item(item).orElseThrow().area();
        web.perform(get("/bzml/" + area + "/" + item))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.allOf(Matchers.containsString("本局办理更快"), Matchers.containsString("5个工作日内"))));

        current.runAs(LIAISON, () -> adaptationDesk.revoke(id, "试行期满"));
        assertThat(owed(item, "VERMZ")).isEqualTo("10wd");
        long none = propose(item, "VERMZ", false, "", "职能已划转");
        current.runAs(REVIEWER, () -> adaptationDesk.approve(none));
        assertThat(owed(item, "VERMZ")).isEqualTo("-");
        assertThat(current.callAs(LIAISON, adaptations::visible)).hasSize(2);
    }

    @Test
    @DisplayName("别的机构的草案看不到、动不了；没有登记的机构不能编制目录")
    void drafts_stay_within_reach() {
        var other = new Actor("ver-other", "财政局的人", "VERCZ", Set.of(Duty.OFFICE), Set.of("VERCZ"), false);
        long draft = current.callAs(AUTHOR, () -> intake.apply(table("版本庚", "20个工作日内", "版本区民政局测试"), "", "VERE", "首版"))
                .version();

        assertThat(current.callAs(other, () -> versions.find(draft))).isEmpty();
        assertThat(current.callAs(other, versions::all)).noneMatch(version -> version.id() == draft);
        for (var act : List.<Runnable>of(
                () -> desk.review(draft),
                () -> desk.sendBack(draft, "不行"),
                () -> desk.withdraw(draft, "01-01-001", "不行"),
                () -> desk.startDraft("VERE", "另起"),
                () -> intake.apply(table("版本庚", "5个工作日内", "版本区民政局测试"), "", "编制机构VERE", "改"))) {
            assertThatThrownBy(() -> current.runAs(other, act))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.isMissing()).isTrue());
        }
        assertThatThrownBy(() -> current.runAs(AUTHOR, () -> desk.startDraft("没有这个机构", "首版")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("catalogue.noSuchBody"));
        assertThat(current.callAs(
                                AUTHOR, () -> intake.apply(table("版本庚", "20个工作日内", "版本区民政局测试"), "", "编制机构VERE", "再来一次"))
                        .preview()
                        .unchanged())
                .as("a full name is as good as a code")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("撤销的事项又回来：另给代码，旧代码不再用；直接生效的导入不夹带别人的修改")
    void a_withdrawn_item_comes_back_under_a_new_code() {
        LocalDate today = LocalDate.now(clock);
        adopt("VERF", "版本辛", "20个工作日内", "版本区民政局测试", "首版", today);
        String old = code("版本辛");
        long without = current.callAs(AUTHOR, () -> desk.startDraft("VERF", "职能划转"));
        current.runAs(AUTHOR, () -> desk.withdraw(without, old, "职能划转"));
        current.runAs(REVIEWER, () -> desk.review(without));
        current.runAs(REVIEWER, () -> desk.adopt(without, today));

        adopt("VERF", "版本辛", "20个工作日内", "版本区民政局测试", "职能划回", today);
        assertThat(code("版本辛")).isNotEqualTo(old).startsWith("VERF-");

        long open = current.callAs(AUTHOR, () -> desk.startDraft("VERF", "还没有审定的修改"));
        assertThat(open).isPositive();
        assertThatThrownBy(() -> current.runAs(
                        EDITOR, () -> intake.applyAlone(table("版本壬", "20个工作日内", "版本区民政局测试"), "", "VERF", "令牌")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("catalogue.draftOfOthers"));
    }

    private long propose(String item, String body, boolean applies, String limit, String reason) {
        return current.callAs(LIAISON, () -> adaptationDesk.propose(item, body, applies, limit, "", reason));
    }

    private String owed(String item, String body) {
        return catalogues.owed().stream()
                .filter(row -> row.item().equals(item) && row.bodies().contains(body))
                .map(row -> String.valueOf(row.limit()))
                .findFirst()
                .orElse("-");
    }

    private long adopt(String owner, String secondary, String limit, String body, String reason, LocalDate from) {
        long draft = current.callAs(AUTHOR, () -> intake.apply(table(secondary, limit, body), "", owner, reason))
                .version();
        current.runAs(REVIEWER, () -> desk.review(draft));
        current.runAs(REVIEWER, () -> desk.adopt(draft, from));
        return draft;
    }

    private String limit(String secondary) {
        return String.valueOf(catalogues.item(code(secondary)).orElseThrow().limit());
    }

    private String code(String secondary) {
        return catalogues.items(null, null, "", 100_000).stream()
                .filter(item -> item.secondary().equals(secondary))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static TableFile table(String secondary, String limit, String body) {
        var grid = Grid.of(
                "目录",
                List.of(
                        List.of("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开方式"),
                        List.of("1", "版本测试", secondary, "内容", "《条例》", "信息形成之日起" + limit, body, "政府网站", "主动")));
        return new TableFile("目录.csv", TableFile.Format.DELIMITED, "UTF-8", List.of(grid), List.of());
    }

    private void body(String code, String name) {
        jdbc.sql(
                        "insert into organisation.body (code, name, short_name, parent, level, kind) values (?, ?, ?, null, ?, ?) on conflict do nothing")
                .params(List.of(code, name, name, "COUNTY", "DEPARTMENT"))
                .update();
    }

    private void owner(String code) {
        jdbc.sql(
                        "insert into organisation.body (code, name, short_name, parent, level, kind) values (?, ?, ?, 'VERMZ', 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                .params(List.of(code, "编制机构" + code, "编制机构" + code))
                .update();
    }

    private static Actor office(String account) {
        return new Actor(account, account, null, Set.of(Duty.OFFICE), Set.of(), true);
    }
}
