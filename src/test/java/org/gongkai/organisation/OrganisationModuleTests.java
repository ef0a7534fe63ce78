package org.gongkai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Browser;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.gongkai.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("机构名录和公开指南")
class OrganisationModuleTests {

    private static final String[] GUIDE = {
        "classification", "机构概况、政策文件", "arrangement", "按领域编排", "ways", "门户、公开查阅点", "office", "办公室",
        "address", "友谊路1号", "hours", "工作日9:00至17:00", "telephone", "021-00000000", "fax", "无"
    };

    private final OrganisationDesk desk;
    private final PublicBodies bodies;
    private final Guides guides;
    private final CurrentActor current;
    private final Journal journal;
    private final BodiesImporter importer;
    private final Staff staff;

    @TempDir
    Path files;

    OrganisationModuleTests(
            OrganisationDesk desk,
            PublicBodies bodies,
            Guides guides,
            CurrentActor current,
            Journal journal,
            BodiesImporter importer,
            ApplicationContext context) {
        this.desk = desk;
        this.bodies = bodies;
        this.guides = guides;
        this.current = current;
        this.journal = journal;
        this.importer = importer;
        this.staff = new Staff(context);
    }

    @BeforeEach
    void two_towns() {
        current.runAs(
                Actor.SYSTEM,
                () -> desk.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of("ORG", "梅园区人民政府", "梅园区政府", "", "县级"),
                                List.of("ORG-T", "梅一镇人民政府", "梅一镇", "ORG", "乡级"),
                                List.of("ORG-U", "梅二镇人民政府", "梅二镇", "ORG", "乡级"),
                                List.of("ORG-T-V", "梅一村村民委员会", "", "ORG-T", "村级")),
                        false));
    }

    @Test
    @DisplayName("导入后名录立即可查，留痕一条；只预览时什么都不写")
    void an_import_is_visible_at_once_and_a_preview_is_not() {
        assertThat(bodies.named("梅一镇")).extracting(PublicBody::code).containsExactly("ORG-T");
        assertThat(bodies.subtree("ORG-T")).containsExactlyInAnyOrder("ORG-T", "ORG-T-V");
        long before = journal.of("bodies", "all").size();
        var preview = current.callAs(
                Actor.SYSTEM,
                () -> desk.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of("ORG-X", "梅园区审计局", "", "ORG", "县级")),
                        true));
        assertThat(preview.count(BodiesImport.Outcome.ADDED)).isEqualTo(1);
        assertThat(bodies.find("ORG-X")).isEmpty();
        assertThat(journal.of("bodies", "all")).hasSize((int) before);
    }

    @Test
    @DisplayName("R-GUIDE-01：指南各项必填，缺一项时已填的都在；联络员只能改本机构的")
    void a_guide_has_every_field() {
        var liaison = staff.signedIn("ORG-T", Duty.LIAISON);
        String path = "/desk/organisation/ORG-T/guide";
        assertThat(liaison.get(path).body()).contains("梅一镇人民政府");
        var incomplete = liaison.post(path, GUIDE);
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("各项都要填写", "友谊路1号", "按领域编排");
        assertThat(liaison.post(path, complete()).statusCode()).isEqualTo(302);
        assertThat(guides.find("ORG-T").orElseThrow().updatedOn()).isEqualTo(LocalDate.of(2026, 9, 24));
        liaison.get(path);
        var other = liaison.post("/desk/organisation/ORG-U/guide", complete());
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(liaison.get("/desk/organisation/ORG-U/guide").statusCode()).isEqualTo(404);
        assertThat(guides.find("ORG-U")).isEmpty();
        assertThat(journal.of("body", "ORG-T").getFirst().act()).isEqualTo("organisation.guideSaved");
    }

    @Test
    @DisplayName("机构可以手工新增和修改；写错时已填的都在")
    void bodies_are_edited_by_hand() {
        var keeper = staff.signedIn(null, Duty.SYSTEM_ADMINISTRATOR);
        keeper.get("/desk/organisation/new");
        String[] form = {
            "name", "梅园区统计局", "aliases", "区统计局；统计局", "parent", "ORG", "level", "COUNTY", "kind", "DEPARTMENT"
        };
        var wrong = keeper.post("/desk/organisation", with(form, "code", "有汉字"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"梅园区统计局\"", "机构代码用字母");
        assertThat(keeper.post("/desk/organisation", with(form, "code", "ORG-TJ"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(bodies.find("ORG-TJ").orElseThrow().functions()).contains("统计");
        assertThat(keeper.get("/desk/organisation?q=梅园区统计局".replace("梅园区统计局", "ORG-TJ"))
                        .body())
                .contains("梅园区统计局", "已保存");
        keeper.get("/desk/organisation/ORG");
        String[] circle = {"name", "梅园区人民政府", "parent", "ORG-T-V", "level", "COUNTY", "kind", "GOVERNMENT"};
        var refused = keeper.post("/desk/organisation/ORG", circle);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("上级绕回了它自己");
        assertThat(keeper.get("/desk/organisation/NO-SUCH").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("接口公开名录，按代码续页，带指南；没有的机构是 404")
    void the_register_is_public() {
        Browser visitor = staff.browser();
        var first = visitor.get("/api/v1/bodies?parent=ORG&size=1&cursor=ORG-SZ");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"code\":\"ORG-T\"", "\"next\":\"ORG-T\"");
        assertThat(visitor.get("/api/v1/bodies/ORG-T-V").body()).contains("\"level\":\"VILLAGE\"", "\"guide\":null");
        assertThat(visitor.get("/api/v1/bodies/NO-SUCH").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/bodies?size=abc").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("机构名录文件由批量导入写入，问题指到单元格")
    void a_file_goes_through_the_import_desk() {
        var csv = "code,name,aliases,parent,level\nORG-SJ,梅园区审计局,区审计局,ORG,县级\nORG-??,梅园区体育局,,ORG,县级\n";
        var kept = new java.util.ArrayList<String>();
        var file = files.resolve("bodies.csv");
        try {
            java.nio.file.Files.writeString(file, csv);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        current.runAs(
                Actor.SYSTEM,
                () -> importer.run(new Importer.Upload(file, "bodies.csv", Map.of(), false, "test"), new Kept(kept)));
        assertThat(kept).contains("3 A ORG-?? organisation.codeForm", "1 added, 1 rejected");
        assertThat(bodies.find("ORG-SJ")).isPresent();
    }

    private record Kept(List<String> lines) implements Importer.Report {

        @Override
        public void progress(long done, long total) {}

        @Override
        public void counted(long added, long changed, long unchanged, long rejected) {
            lines.add(added + " added, " + rejected + " rejected");
        }

        @Override
        public void problem(
                String sheet,
                long row,
                String column,
                String value,
                Importer.Level level,
                String messageKey,
                Object... args) {
            lines.add(row + " " + column + " " + value + " " + messageKey);
        }

        @Override
        public void row(Map<String, Object> content) {}
    }

    private static String[] complete() {
        return with(GUIDE, "internet", "gongkai@example.gov.cn");
    }

    private static String[] with(String[] form, String name, String value) {
        String[] all = java.util.Arrays.copyOf(form, form.length + 2);
        all[form.length] = name;
        all[form.length + 1] = value;
        return all;
    }
}
