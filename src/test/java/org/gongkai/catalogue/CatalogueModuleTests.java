package org.gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GongkaiTest
@DisplayName("标准目录：导入、比较、审核、审定，公开主体认定到机构")
class CatalogueModuleTests {

    private static final Actor AUTHOR = office("cat-author");
    private static final Actor REVIEWER = office("cat-reviewer");
    private static final String OWNER = "CATTEST";

    private final CatalogueDesk desk;
    private final CatalogueIntake intake;
    private final Catalogues catalogues;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    CatalogueModuleTests(
            CatalogueDesk desk,
            CatalogueIntake intake,
            Catalogues catalogues,
            CurrentActor current,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.intake = intake;
        this.catalogues = catalogues;
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    @BeforeEach
    void a_district_with_bodies() {
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> {
                    body("CATMZ", "目录区民政局测试", "COUNTY", "DEPARTMENT");
                    body("CATZ1", "目录镇人民政府", "TOWN", "TOWN");
                    body("CATJ1", "目录街道办事处", "TOWN", "STREET");
                    List.of(OWNER, "CATTEST2", "CATTEST3", "CATTEST4").forEach(this::owner);
                    events.publishEvent(new BodiesChanged(List.of("CATMZ"), List.of()));
                }));
    }

    @Test
    @DisplayName("同一文件导入两次，第二次什么也不变；起草人不能审核自己的草案；审定后成为现行目录")
    void the_same_file_twice_changes_nothing_and_two_people_adopt() {
        var file = template();

        var first = current.callAs(AUTHOR, () -> intake.apply(file, "社会救助", OWNER, "首版"));
        assertThat(first.preview().added()).isEqualTo(2);
        var again = current.callAs(AUTHOR, () -> intake.apply(file, "社会救助", OWNER, "再来一次"));
        assertThat(again.preview().unchanged()).isEqualTo(2);
        assertThat(again.preview().added() + again.preview().changed()).isZero();

        long version = first.version();
        assertThatThrownBy(() -> current.runAs(AUTHOR, () -> desk.review(version)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("catalogue.fourEyes"));
        current.runAs(REVIEWER, () -> desk.review(version));
        current.runAs(AUTHOR, () -> desk.adopt(version, LocalDate.of(2026, 9, 1)));

        var item = catalogues.items("05", null, "", 1000).stream()
                .filter(each -> each.code().startsWith(OWNER))
                .filter(each -> each.secondary().equals("办事指南"))
                .findFirst();
        assertThat(item).hasValueSatisfying(found -> {
            assertThat(found.limit()).isEqualTo("10wd");
            assertThat(found.limitText()).isEqualTo("制定或获取信息之日10个工作日内");
            assertThat(found.channels()).contains(Channel.SERVICE_CENTRE);
        });
    }

    @Test
    @DisplayName("认不出的公开主体问一次就记住，已导入的行随之有了主体")
    void an_unknown_body_is_asked_once_and_remembered() {
        String phrase = "相关审批部门测试";
        var file = table("目录二", "行政许可测试", "许可结果公开", phrase);
        var applied = current.callAs(AUTHOR, () -> intake.apply(file, "市政服务", "CATTEST2", "首版"));
        assertThat(applied.preview().unresolved()).containsExactly(phrase);
        current.runAs(REVIEWER, () -> desk.review(applied.version()));
        current.runAs(AUTHOR, () -> desk.adopt(applied.version(), LocalDate.of(2026, 9, 1)));
        assertThat(owedBodies("许可结果公开")).isEmpty();

        current.runAs(AUTHOR, () -> desk.resolvePhrases(java.util.Map.of(phrase, List.of("CATMZ"))));

        assertThat(owedBodies("许可结果公开")).containsExactly("CATMZ");
        assertThat(current.callAs(AUTHOR, () -> intake.preview(file, "市政服务", "CATTEST2"))
                        .unresolved())
                .isEmpty();
    }

    @Test
    @DisplayName("修改一行：预览给出前后，代码不变，新版取代旧版")
    void a_changed_row_keeps_its_code() {
        var before = table("目录三", "变化测试", "事项甲", "目录区民政局测试");
        var first = current.callAs(AUTHOR, () -> intake.apply(before, "养老服务", "CATTEST3", "首版"));
        current.runAs(REVIEWER, () -> desk.review(first.version()));
        current.runAs(AUTHOR, () -> desk.adopt(first.version(), LocalDate.of(2026, 9, 1)));
        String code = code("事项甲");

        var after = table("目录三", "变化测试", "事项甲", "目录镇人民政府");
        var second = current.callAs(AUTHOR, () -> intake.apply(after, "养老服务", "CATTEST3", "职责调整"));
        assertThat(second.preview().changed()).isEqualTo(1);
        assertThat(second.preview().placed().getFirst().changes())
                .containsExactly(new Placed.ElementChange("body", "目录区民政局测试", "目录镇人民政府"));
        current.runAs(REVIEWER, () -> desk.review(second.version()));
        current.runAs(AUTHOR, () -> desk.adopt(second.version(), LocalDate.of(2026, 9, 20)));

        assertThat(code("事项甲")).isEqualTo(code);
        assertThat(owedBodies("事项甲")).containsExactly("CATZ1");
    }

    @Test
    @DisplayName("一个机构应公开的事项：按公开主体认定，因地制宜没有的不在其中")
    void what_a_body_owes_by_name() {
        var file = table("目录四", "困难群众救助", "临时救助发放", "目录街道办事处");
        var applied = current.callAs(AUTHOR, () -> intake.apply(file, "社会救助", "CATTEST4", "首版"));
        current.runAs(REVIEWER, () -> desk.review(applied.version()));
        current.runAs(AUTHOR, () -> desk.adopt(applied.version(), LocalDate.of(2026, 9, 1)));
        String code = code("临时救助发放");

        assertThat(catalogues.namesOwedBy("CATJ1", 500)).containsEntry(code, "困难群众救助 / 临时救助发放");
        assertThat(catalogues.namesOwedBy("CATZ1", 500)).doesNotContainKey(code);
        assertThat(catalogues.namesOwedBy("", 500)).isEmpty();
        current.runAs(
                Actor.SYSTEM,
                () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql("""
                                insert into catalogue.adaptation (item, body, applies, reason, decided_by, reviewed_by)
                                values (?, 'CATJ1', false, '本街道无此职能', 'cat-author', 'cat-reviewer')
                                """).param(code).update()));
        assertThat(catalogues.namesOwedBy("CATJ1", 500)).doesNotContainKey(code);
    }

    private Set<String> owedBodies(String secondary) {
        return catalogues.owed().stream()
                .filter(row -> row.secondary().equals(secondary))
                .findFirst()
                .map(OwedRow::bodies)
                .orElse(Set.of());
    }

    private String code(String secondary) {
        return catalogues.items(null, null, "", 10_000).stream()
                .filter(item -> item.secondary().equals(secondary))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static TableFile template() {
        try (var in = CatalogueModuleTests.class.getResourceAsStream(
                "/catalogue/qingyunpu-2020/qingyunpu_2020_template.xlsx")) {
            return TableFile.read("附件2.xlsx", Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TableFile table(String name, String primary, String secondary, String body) {
        var grid = Grid.of(
                name,
                List.of(
                        List.of("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开方式"),
                        List.of("1", primary, secondary, "内容", "《条例》", "信息形成之日起20个工作日内", body, "政府网站", "主动")));
        return new TableFile(name + ".csv", TableFile.Format.DELIMITED, "UTF-8", List.of(grid), List.of());
    }

    private void body(String code, String name, String level, String kind) {
        jdbc.sql(
                        "insert into organisation.body (code, name, short_name, parent, level, kind) values (?, ?, ?, null, ?, ?) on conflict do nothing")
                .params(List.of(code, name, name, level, kind))
                .update();
    }

    private void owner(String code) {
        jdbc.sql(
                        "insert into organisation.body (code, name, short_name, parent, level, kind) values (?, ?, ?, 'CATMZ', 'COUNTY', 'DEPARTMENT') on conflict do nothing")
                .params(List.of(code, "编制机构" + code, "编制机构" + code))
                .update();
    }

    private static Actor office(String account) {
        return new Actor(account, account, null, Set.of(Duty.OFFICE), Set.of(), true);
    }
}
