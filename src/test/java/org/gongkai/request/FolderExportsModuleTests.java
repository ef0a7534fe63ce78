package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

@GongkaiTest
@DisplayName("导出卷宗：用途、水印、另一个人批准")
class FolderExportsModuleTests {

    private final TestCases cases;
    private final FolderExports exports;
    private final CaseViews views;
    private final Journal journal;
    private final Staff staff;

    FolderExportsModuleTests(ApplicationContext context, FolderExports exports, CaseViews views, Journal journal) {
        this.cases = new TestCases(context);
        this.exports = exports;
        this.views = views;
        this.journal = journal;
        this.staff = new Staff(context);
    }

    private FolderExport ask(TestCases.Office office, long id) {
        return cases.as(office.liaison(), () -> exports.ask(id, "移交档案"));
    }

    private Map<String, byte[]> taken(Actor actor, long export) throws IOException {
        byte[] zip = cases.as(actor, () -> exports.download(export)).bytes();
        Map<String, byte[]> files = new HashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("批准之后下载：目录、申请、经过、逐日账、操作留痕和每份文书都在，每一份都有水印，每一步都留痕")
    void the_folder_holds_everything_and_is_marked() throws Exception {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.reply(office, id, Told.of("=附后").reply(ReplyKind.GRANTED));
        cases.as(office.head(), () -> views.open(id));
        cases.refused("request.purposeMissing", () -> cases.as(office.liaison(), () -> exports.ask(id, " ")));
        var asked = ask(office, id);
        cases.refused(
                "request.export.notApproved", () -> cases.as(office.liaison(), () -> exports.download(asked.id())));
        cases.as(office.signer(), () -> exports.approve(asked.id()));
        var files = taken(office.liaison(), asked.id());

        assertThat(files.keySet())
                .contains("卷宗目录.txt", "申请.txt", "经过.csv", "逐日账.csv", "操作留痕.csv")
                .hasSize(7);
        for (var name : List.of("卷宗目录.txt", "申请.txt", "经过.csv", "逐日账.csv", "操作留痕.csv")) {
            assertThat(text(files, name).lines().findFirst().orElseThrow())
                    .as(name)
                    .contains("李联络", "孙局长", "用途：移交档案", "2026-03-02");
        }
        files.forEach((name, bytes) -> {
            if (name.endsWith(".docx")) {
                assertThat(footers(bytes)).as(name).hasSize(3).allMatch(words -> words.contains("用途：移交档案"));
            }
        });
        assertThat(text(files, "卷宗目录.txt")).contains("SHA-256");
        assertThat(text(files, "申请.txt")).contains("甲某", "当面提交");
        assertThat(text(files, "经过.csv")).contains("交邮、送达", "'=附后");
        assertThat(text(files, "逐日账.csv").lines()).hasSizeGreaterThan(20);
        assertThat(text(files, "操作留痕.csv")).contains("签发", "批准导出卷宗", "查看申请人信息");
        taken(office.liaison(), asked.id());
        assertThat(acts(id))
                .containsSubsequence(
                        "request.exported", "request.exported", "request.export-approved", "request.export-asked");
        assertThat(cases.as(office.liaison(), () -> exports.all()).getFirst().downloads())
                .isEqualTo(2);
    }

    private static List<String> footers(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getFooterList().stream()
                    .map(footer -> footer.getText())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> acts(long id) {
        return cases.sql(() -> journal.of("request", String.valueOf(id))).stream()
                .map(JournalLine::act)
                .toList();
    }

    @Test
    @DisplayName("申请的人自己不能批准，数据库里也写不进；决定只有一次，谁也改不了、删不掉")
    void four_eyes_hold_in_the_database_too() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var head = office.head();
        var asked = cases.as(head, () -> exports.ask(id, "复核"));
        cases.refused("request.export.fourEyes", () -> cases.as(head, () -> exports.approve(asked.id())));
        cases.refused("request.export.askedAlready", () -> cases.as(head, () -> exports.ask(id, "再来")));
        cases.refused(
                "request.export.notYourDuty", () -> cases.as(office.liaison(), () -> exports.approve(asked.id())));
        refusedByTheDatabase(
                "update request.export set state = 'APPROVED', decided_by = asked_by, decided_name = 'x',"
                        + " decided_at = now(), until = now() + interval '1 day' where id = " + asked.id(),
                "four_eyes");
        refusedByTheDatabase("update request.export set asked_by = 'x' where id = " + asked.id(), "stays as it is");
        refusedByTheDatabase("update request.export set downloads = 1 where id = " + asked.id(), "only_when_approved");

        cases.refused(
                "request.export.reasonMissing", () -> cases.as(office.signer(), () -> exports.refuse(asked.id(), "")));
        cases.as(office.signer(), () -> exports.refuse(asked.id(), "用途不明确"));
        cases.refused("request.export.decided", () -> cases.as(office.signer(), () -> exports.approve(asked.id())));
        cases.refused("request.export.notApproved", () -> cases.as(head, () -> exports.download(asked.id())));
        for (var name : List.of("asked_name", "decided_name")) {
            refusedByTheDatabase(
                    "update request.export set " + name + " = 'x' where id = " + asked.id(), "stays as it is");
        }
        assertThat(cases.sql(() -> cases.jdbc
                        .sql(
                                "select count(*) from pg_trigger where tgname = 'keep_all' and tgrelid = 'request.export'::regclass")
                        .query(Integer.class)
                        .single()))
                .as("整张清空也不行")
                .isEqualTo(1);
        refusedByTheDatabase("delete from request.export where id = " + asked.id(), "stays as it is");
        refusedByTheDatabase(
                "update request.export set state = 'APPROVED', until = now() where id = " + asked.id(),
                "stays as it is");
    }

    private void refusedByTheDatabase(String sql, String why) {
        assertThatThrownBy(() -> cases.sql(() -> cases.jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(why);
    }

    @Test
    @DisplayName("只有申请的人能下载，二十四小时之内；别的机关看不到")
    void it_is_open_to_one_person_for_a_day() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var asked = ask(office, id);
        cases.as(office.head(), () -> exports.approve(asked.id()));
        cases.refused("request.export.ofAnother", () -> cases.as(office.head(), () -> exports.download(asked.id())));
        var other = cases.office();
        cases.refused("request.export.unknown", () -> cases.as(other.head(), () -> exports.approve(asked.id())));
        assertThat(cases.as(other.head(), exports::all)).isEmpty();
        cases.clock.set(LocalDate.of(2026, 3, 4));
        cases.refused("request.export.over", () -> cases.as(office.liaison(), () -> exports.download(asked.id())));
        var lead = new Actor("x-lead", "领导", office.body(), Set.of(Duty.LEADER), Set.of(office.body()), false);
        cases.refused("request.export.notYourDuty", () -> cases.as(lead, () -> exports.ask(id, "看看")));
    }

    @Test
    @DisplayName("页面：经办人申请，另一位在表里批准，经办人下载；自己批准自己的，说明为什么不行")
    void on_the_page() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var liaison = staff.signedIn(office.body(), Duty.LIAISON);
        assertThat(liaison.get("/desk/requests/" + id).body()).contains("申请导出卷宗", "另一位有审批岗位的同事批准");
        assertThat(liaison.post("/desk/requests/" + id + "/exports", "purpose", "移交档案")
                        .statusCode())
                .isEqualTo(302);
        var waiting = liaison.get("/desk/requests/exports").body();
        assertThat(waiting).contains("等另一位同事批准", "移交档案", "待批").doesNotContain("批准导出</button>");
        long export = cases.as(office.liaison(), () -> exports.all()).getFirst().id();

        var head = staff.signedIn(office.body(), Duty.SECTION_HEAD);
        assertThat(head.get("/desk/requests").body()).contains("/desk/requests/exports");
        assertThat(head.get("/desk/requests/exports").body()).contains("批准导出</button>", "不批准的理由");
        head.post("/desk/requests/exports/" + export + "/approve");
        assertThat(head.get("/desk/requests/exports").body()).contains("已经批准导出");
        assertThat(liaison.get("/desk/requests/exports").body()).contains("下载卷宗（压缩包）");
        var zip = liaison.post("/desk/requests/exports/" + export + "/folder");
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(zip.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(head.post("/desk/requests/exports/" + export + "/folder").statusCode())
                .isEqualTo(422);
    }
}
