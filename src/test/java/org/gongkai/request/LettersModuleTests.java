package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("文书、卷宗、转主动公开")
class LettersModuleTests {

    private final TestCases cases;
    private final LetterTemplates templates;

    LettersModuleTests(ApplicationContext context, LetterTemplates templates) {
        this.cases = new TestCases(context);
        this.templates = templates;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(LetterKind.class)
    @DisplayName("每种文书都有模板，用到的项系统都会填，答复书都有救济告知")
    void every_letter_has_its_template(LetterKind kind) {
        var used = WordLetter.fields(WordLetter.of(LetterText.of(kind)));
        assertThat(LetterTemplates.FIELDS).containsAll(used);
        assertThat(used).contains("文号", "日期");
        assertThat(used.contains("救济告知")).isEqualTo(kind.isReply());
    }

    @Test
    @DisplayName("R-REP-19、21：不予公开答复书有文号、情形、依据、理由，写明先申请行政复议；号每年连续")
    void a_refusal_says_that_reconsideration_comes_first() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        cases.sign(office, id, Told.of("属于讨论记录。").reply(ReplyKind.WITHHELD).ground(NonDisclosureGround.PROCESS));
        var papers = papers(office, id);
        assertThat(papers).extracting(Paper::number).containsExactly(number(office, 1), number(office, 2));
        var lines = String.join(
                "\n", WordLetter.lines(content(office, id, papers.getLast()).bytes()));

        assertThat(lines)
                .contains("政府信息不予公开答复书", "甲某", "2026年3月2日", "过程性信息", "第十六条", "属于讨论记录。", "应当先", "行政复议")
                .doesNotContain("{{", "直接提起行政诉讼");
    }

    private static String number(TestCases.Office office, int serial) {
        return office.body() + "公开〔2026〕" + serial + "号";
    }

    @Test
    @DisplayName("予以公开的写明复议或者诉讼；送达之前申请人看不到答复书，送达之后可以下载")
    void the_reply_is_shown_once_it_is_served() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 2));
        var filed = cases.as(
                office.liaison(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.COUNTER, "2026-03-02", "补贴标准")));
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.sign(office, filed.id(), Told.of("附后。").reply(ReplyKind.GRANTED));
        assertThat(cases.applicants.look(filed.code()).papers())
                .extracting(Paper::name)
                .containsExactly("政府信息公开申请登记回执.docx");
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.DISPATCH,
                Told.nothing().manner(ServiceManner.ELECTRONIC, ""));
        var reply = cases.applicants.look(filed.code()).papers().getLast();
        assertThat(reply.name()).isEqualTo("政府信息予以公开答复书.docx");
        var docx = cases.applicants.paper(filed.code(), null, reply.id(), false);
        assertThat(String.join("", WordLetter.lines(docx.bytes()))).contains("六个月内直接提起行政诉讼", "行政复议申请向", "有管辖权的人民法院");
    }

    @Test
    @DisplayName("PDF：有字体就出，可以检索；姓名里的字没有字形就不出，并说出是哪个字")
    void a_missing_glyph_is_named() throws Exception {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 2));
        var rare = "\ud884\udf51"; // U+31351, in no usual face
        var filed = cases.as(
                office.liaison(),
                () -> cases.desk.file(TestCases.application(
                        office, FilingChannel.COUNTER, "2026-03-02", TestCases.person("甲" + rare, "测试证件九"), "补贴标准")));
        var paper = papers(office, filed.id()).getFirst();
        try {
            cases.as(office.liaison(), () -> cases.requests.pdf(filed.id(), paper.id()));
            org.assertj.core.api.Assertions.fail("a PDF was made");
        } catch (Refused refused) {
            var key = refused.refusal().messageKey();
            org.junit.jupiter.api.Assumptions.assumeFalse(
                    key.equals("printing.noFont"), "no Chinese TrueType face on this machine");
            assertThat(key).isEqualTo("printing.missing");
            assertThat(refused.refusal().args().getFirst()).isEqualTo(rare);
        }
        var plain = cases.as(
                office.liaison(),
                () -> cases.desk.file(TestCases.paper(office, FilingChannel.COUNTER, "2026-03-02", "补贴标准")));
        var pdf = cases.as(
                office.liaison(),
                () -> cases.requests.pdf(
                        plain.id(), cases.requests.papers(plain.id()).getFirst().id()));
        assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    @DisplayName("模板：换上改好的就用它；写错的项、丢了救济告知的、不是 .docx 的，不换并说明")
    void staff_edit_the_templates() {
        var office = cases.office();
        var edited = WordLetter.of(List.of("本局答复", "{{文号}}", "{{申请人}}：", "{{内容}}", "{{救济告知}}", "{{机关}}", "{{日期}}"));
        cases.as(office.head(), () -> {
            templates.replace(office.body(), LetterKind.REPLY_GRANTED, edited);
            return null;
        });
        refusedTemplate(office, "request.template.unknownField", WordLetter.of(List.of("x", "{{身份证}}", "{{救济告知}}")));
        refusedTemplate(office, "request.template.remedyMissing", WordLetter.of(List.of("x", "{{文号}}", "y")));
        refusedTemplate(office, "request.template.unreadable", "not a document".getBytes(StandardCharsets.UTF_8));
        refusedTemplate(
                office, "request.template.unreadable", "PK\u0003\u0004 broken".getBytes(StandardCharsets.UTF_8));
        refusedTemplate(office, "request.template.size", new byte[0]);

        long id = cases.inHand(office, "2026-03-02");
        cases.sign(office, id, Told.of("第一行\n第二行").reply(ReplyKind.GRANTED));
        var lines = WordLetter.lines(
                content(office, id, papers(office, id).getLast()).bytes());
        assertThat(lines.getFirst()).isEqualTo("本局答复");
        assertThat(lines.get(3)).isEqualTo("第一行\n第二行");
    }

    private void refusedTemplate(TestCases.Office office, String key, byte[] docx) {
        cases.refused(
                key,
                () -> cases.as(office.head(), () -> {
                    templates.replace(office.body(), LetterKind.REPLY_GRANTED, docx);
                    return null;
                }));
    }

    @Test
    @DisplayName("A-106：予以公开的可以转为主动公开，成一条待审的草稿；不予公开的不能")
    void a_reply_becomes_a_proposal() {
        var office = cases.office();
        long given = cases.inHand(office, "2026-03-02", "补贴标准");
        cases.reply(office, given, Told.of("每台补贴二十万元。").reply(ReplyKind.GRANTED));
        var proposed = cases.act(office.liaison(), given, RequestAction.PROPOSE_DISCLOSURE, Told.nothing());
        assertThat(proposed.disclosure()).isNotNull();
        var draft = cases.sql(() -> cases.jdbc
                .sql("select e.plain from publication.edition e where e.disclosure = ? and e.state = 'DRAFT'")
                .param(proposed.disclosure())
                .query(String.class)
                .single());
        assertThat(draft).contains("每台补贴二十万元。");
        cases.refused(
                "request.convertedAlready",
                () -> cases.act(office.liaison(), given, RequestAction.PROPOSE_DISCLOSURE, Told.nothing()));

        long withheld = cases.inHand(office, "2026-03-02", "讨论记录");
        cases.reply(office, withheld, Told.of("过程性信息").reply(ReplyKind.WITHHELD).ground(NonDisclosureGround.PROCESS));
        cases.refused(
                "request.nothingToConvert",
                () -> cases.act(office.liaison(), withheld, RequestAction.PROPOSE_DISCLOSURE, Told.nothing()));
    }

    private List<Paper> papers(TestCases.Office office, long id) {
        return cases.as(office.liaison(), () -> cases.requests.papers(id));
    }

    private Paper.Content content(TestCases.Office office, long id, Paper paper) {
        return cases.as(office.liaison(), () -> cases.requests.paper(id, paper.id()));
    }
}
