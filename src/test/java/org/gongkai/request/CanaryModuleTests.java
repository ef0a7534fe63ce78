package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.publication.NonDisclosureGround;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** 金丝雀：申请人的每一项都带着记号走完全程，然后到处找它。 */
@GongkaiTest
@DisplayName("申请人的信息不出现在公开页面、留痕、日志和明文的表里（F27、T21）")
class CanaryModuleTests {

    private static final String MARK = "金丝雀";

    private final TestCases cases;
    private final Staff staff;

    CanaryModuleTests(ApplicationContext context) {
        this.cases = new TestCases(context);
        this.staff = new Staff(context);
    }

    private static Applicant marked() {
        return new Applicant(
                ApplicantKind.COMPANY,
                MARK + "名称",
                MARK + "证件",
                MARK + "经办",
                "13912345678",
                "canary7351@example.cn",
                MARK + "地址");
    }

    @Test
    void nobody_else_learns_who_asked_for_what() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var level = root.getLevel();
        root.addAppender(heard);
        root.setLevel(Level.DEBUG);
        try {
            live();
        } finally {
            root.setLevel(level);
            root.detachAppender(heard);
        }

        assertThat(heard.list).isNotEmpty();
        assertThat(heard.list.stream()
                        .filter(event -> leaks(event.getFormattedMessage())
                                || event.getThrowableProxy() != null
                                        && leaks(String.valueOf(
                                                event.getThrowableProxy().getMessage())))
                        .map(ILoggingEvent::getLoggerName))
                .as("日志")
                .isEmpty();
        assertThat(leakingTables()).as("明文的表").isEmpty();
        for (var path : List.of(
                "/",
                "/ysq",
                "/ysq/flow",
                "/ysq/look",
                "/ysq/apply",
                "/xxgk",
                "/search?q=%E9%87%91%E4%B8%9D%E9%9B%80",
                "/api/v1/disclosures",
                "/feed",
                "/sitemap.xml")) {
            var page = staff.browser().get(path).body();
            assertThat(page.replace("%E9%87%91%E4%B8%9D%E9%9B%80", ""))
                    .as(path)
                    .doesNotContain(MARK + "名", MARK + "证", MARK + "地", MARK + "描", "13912345678", "canary7351@");
        }
    }

    /** Through correction, a third party and a refusal, with mistakes on the way. */
    private void live() {
        var office = cases.office();
        cases.clock.set(LocalDate.of(2026, 3, 2));
        var filed =
                cases.applicants.file(TestCases.application(office, FilingChannel.ONLINE, null, marked(), MARK + "描述"));
        cases.act(office.liaison(), filed.id(), RequestAction.CONFIRM, Told.nothing());
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASK_CORRECTION,
                Told.of(MARK + "补正什么").until(LocalDate.parse("2026-04-01")));
        cases.applicants.perform(filed.code(), null, RequestAction.CORRECT, Particulars.words(MARK + "补正了"));
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.CONSULT,
                Told.of(MARK + "意见").party(MARK + "第三方").consulted(ConsultedParty.THIRD_PARTY));
        cases.refused(
                "request.stillConsulting",
                () -> cases.act(
                        office.liaison(),
                        filed.id(),
                        RequestAction.DRAFT_REPLY,
                        Told.of(MARK + "答复").reply(ReplyKind.WITHHELD).ground(NonDisclosureGround.THIRD_PARTY)));
        int letter = cases.as(office.liaison(), () -> cases.requests.find(filed.id()))
                .acts()
                .getLast()
                .number();
        cases.act(
                office.liaison(),
                filed.id(),
                RequestAction.RECORD_OPINION,
                Told.of(MARK + "不同意").letter(letter).opinion(Opinion.REFUSED_REASONABLY));
        cases.reply(
                office,
                filed.id(),
                Told.of(MARK + "答复").reply(ReplyKind.WITHHELD).ground(NonDisclosureGround.THIRD_PARTY));
        long given = cases.as(
                        office.liaison(),
                        () -> cases.desk.file(TestCases.application(
                                office, FilingChannel.COUNTER, "2026-03-02", marked(), MARK + "描述二")))
                .id();
        cases.act(
                office.liaison(),
                given,
                RequestAction.ASSIGN,
                Told.nothing().party(office.liaison().account()));
        cases.reply(office, given, Told.of("每台二十万元").reply(ReplyKind.GRANTED));
        cases.act(office.liaison(), given, RequestAction.PROPOSE_DISCLOSURE, Told.nothing());
        cases.as(
                office.window(),
                () -> cases.desk.file(TestCases.application(
                        office,
                        FilingChannel.COUNTER,
                        marked(),
                        TestCases.record(MARK + "名册", MARK + "写错", MARK + "应当是"))));
        var browser = staff.browser();
        browser.get("/ysq/apply");
        browser.post("/ysq/apply", "step", "IDENTITY", "name", MARK + "名称", "identity", MARK + "证件");
        browser.post("/ysq/apply", "step", "CONTACT", "phone", "13912345678", "go", "SAVE", "name", MARK + "名称");
    }

    private static boolean leaks(String words) {
        return words.contains(MARK) || words.contains("13912345678") || words.contains("canary7351@");
    }

    /** Every row of every table as text. */
    private List<String> leakingTables() {
        return cases.sql(() -> {
            var leaking = new ArrayList<String>();
            var tables = cases.jdbc
                    .sql(
                            "select table_schema || '.' || table_name from information_schema.tables"
                                    + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")
                    .query(String.class)
                    .list();
            assertThat(tables).contains("request.request", "request.act", "journal.line");
            for (var table : tables) {
                int found = cases.jdbc
                        .sql("select count(*) from " + table + " t where t::text like '%" + MARK
                                + "%' or t::text like '%13912345678%' or t::text like '%canary7351@%'")
                        .query(Integer.class)
                        .single();
                if (found > 0) {
                    leaking.add(table);
                }
            }
            return leaking;
        });
    }
}
