package org.gongkai.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 稿子和已发布的报告。 Drafts and issued reports. */
@Repository
class ReportStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ReportDraft> draft(ReportKey key) {
        return jdbc.sql("select * from report.draft where body = ? and year = ? and scope = ?")
                .params(key.body(), key.year(), key.scope().name())
                .query(this::readDraft)
                .optional();
    }

    /** 一年里看得到的稿子。 */
    List<ReportDraft> drafts(int year) {
        return jdbc.sql("select * from report.draft where year = ? order by body")
                .param(year)
                .query(this::readDraft)
                .list();
    }

    /** 存稿；别人先改过的不存。 @return false when somebody was faster */
    boolean save(ReportDraft draft, Actor actor, OffsetDateTime now) {
        int version = draft.version();
        String columns = version == 0 ? """
                  insert into report.draft (body, year, scope, figures, overview, problems, others, explanation, version, edited_by, edited_at)
                  values (:body, :year, :scope, :figures::jsonb, :overview, :problems, :others, :explanation, 1, :by, :at)
                  on conflict do nothing
                  """ : """
                  update report.draft set figures = :figures::jsonb, overview = :overview, problems = :problems, others = :others,
                         explanation = :explanation, version = version + 1, edited_by = :by, edited_at = :at
                   where body = :body and year = :year and scope = :scope and version = :version
                  """;
        var statement = jdbc.sql(columns)
                .param("body", draft.key().body())
                .param("year", draft.key().year())
                .param("scope", draft.key().scope().name())
                .param("figures", figures(draft.figures()))
                .param("overview", draft.narrative().overview())
                .param("problems", draft.narrative().problems())
                .param("others", draft.narrative().others())
                .param("explanation", draft.explanation())
                .param("by", actor.account())
                .param("at", now);
        return (version == 0 ? statement : statement.param("version", version)).update() == 1;
    }

    private ReportDraft readDraft(ResultSet row, int n) throws SQLException {
        return new ReportDraft(
                key(row),
                figures(row.getString("figures")),
                narrative(row),
                row.getString("explanation"),
                row.getInt("version"));
    }

    /** 同一份报告一次只有一个在发布或者导入，直到事务结束。 One writer of a report at a time. */
    void lock(ReportKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('gongkai.report ' || ?, 0))::text")
                .param(key.toString())
                .query(String.class)
                .optional();
    }

    /** 最近一版是第几版；还没有的是零。 */
    int edition(ReportKey key) {
        return jdbc.sql("select coalesce(max(edition), 0) from report.issued where body = ? and year = ? and scope = ?")
                .params(key.body(), key.year(), key.scope().name())
                .query(Integer.class)
                .single();
    }

    /** 最近一版。 */
    Optional<IssuedReport> issued(ReportKey key) {
        return jdbc.sql("""
                        select * from report.issued where body = ? and year = ? and scope = ? order by edition desc limit 1
                        """)
                .params(key.body(), key.year(), key.scope().name())
                .query(this::readIssued)
                .optional();
    }

    /** 一个机构各年的报告，近的在前。 */
    List<IssuedReport> issuedOf(String body) {
        return jdbc.sql("""
                        select distinct on (year, scope) * from report.issued where body = ?
                         order by year desc, scope, edition desc
                        """).param(body).query(this::readIssued).list();
    }

    /** 一年里各机构的报告。 @param bodies null for all */
    List<IssuedReport> issuedIn(int year, @Nullable Collection<String> bodies) {
        return jdbc.sql("""
                        select distinct on (body, scope) * from report.issued
                         where year = ? and (? or body = any (?)) order by body, scope, edition desc
                        """)
                .params(year, bodies == null, bodies == null ? new String[0] : bodies.toArray(String[]::new))
                .query(this::readIssued)
                .list();
    }

    /** 拿来比较的文字：其他机构同一年的，和上一年的这一份；表格不读。 The prose of other bodies in a year, and of one report before. */
    List<IssuedNarrative> narratives(int year, String exceptBody, ReportKey before) {
        return jdbc.sql("""
                        select distinct on (body, year, scope) body, year, scope, edition, overview, problems, others
                          from report.issued
                         where (year = ? and body <> ?) or (body = ? and year = ? and scope = ?)
                         order by body, year, scope, edition desc
                        """)
                .params(
                        year,
                        exceptBody,
                        before.body(),
                        before.year(),
                        before.scope().name())
                .query((row, n) -> new IssuedNarrative(key(row), row.getInt("edition"), narrative(row)))
                .list();
    }

    /** 在这里发布过的，和第一版发布之日；更正不改变它。 When each report was first issued here. */
    Map<ReportKey, LocalDate> firstIssued() {
        Map<ReportKey, LocalDate> days = new LinkedHashMap<>();
        jdbc.sql(
                        "select body, year, scope, min(issued_on) as day from report.issued where origin = 'ISSUED' group by body, year, scope")
                .query((ResultSet row) -> {
                    days.put(key(row), row.getObject("day", LocalDate.class));
                });
        return days;
    }

    Optional<LocalDate> firstIssued(ReportKey key) {
        return jdbc.sql("""
                        select issued_on from report.issued
                         where body = ? and year = ? and scope = ? and origin = 'ISSUED' order by edition limit 1
                        """)
                .params(key.body(), key.year(), key.scope().name())
                .query(LocalDate.class)
                .optional();
    }

    /** 有报告的年份，近的在前。 */
    List<Integer> years() {
        return jdbc.sql("select distinct year from report.issued order by year desc")
                .query((row, n) -> row.getInt(1))
                .list();
    }

    void add(IssuedReport report, String source, Actor actor, OffsetDateTime now) {
        List<String> carried = report.carried();
        jdbc.sql("""
                        insert into report.issued (body, year, scope, edition, origin, form, figures, overview, problems, others,
                               explanation, carried, source, issued_on, issued_by, issuer, issued_at)
                        values (:body, :year, :scope, :edition, :origin, :form, :figures::jsonb, :overview, :problems, :others,
                               :explanation, :carried::jsonb, :source, :on, :by, :issuer, :at)
                        """)
                .param("body", report.key().body())
                .param("year", report.key().year())
                .param("scope", report.key().scope().name())
                .param("edition", report.edition())
                .param("origin", report.origin().name())
                .param("form", report.tables().form().code())
                .param("figures", figures(report.tables().figures()))
                .param("overview", report.narrative().overview())
                .param("problems", report.narrative().problems())
                .param("others", report.narrative().others())
                .param("explanation", report.explanation())
                .param("carried", carried == null ? null : json.writeValueAsString(carried))
                .param("source", source)
                .param("on", report.issuedOn())
                .param("by", actor.account())
                .param("issuer", actor.name())
                .param("at", now)
                .update();
    }

    private IssuedReport readIssued(ResultSet row, int n) throws SQLException {
        return new IssuedReport(
                key(row),
                row.getInt("edition"),
                IssuedReport.Origin.valueOf(row.getString("origin")),
                FilledTables.of(ReportForm.of(row.getString("form")).orElseThrow(), figures(row.getString("figures"))),
                narrative(row),
                row.getString("explanation"),
                carried(row.getString("carried")),
                row.getObject("issued_on", LocalDate.class));
    }

    private static ReportKey key(ResultSet row) throws SQLException {
        return new ReportKey(row.getString("body"), row.getInt("year"), ReportScope.valueOf(row.getString("scope")));
    }

    private static Narrative narrative(ResultSet row) throws SQLException {
        return new Narrative(row.getString("overview"), row.getString("problems"), row.getString("others"));
    }

    private @Nullable List<String> carried(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> references = new ArrayList<>();
        json.readTree(text).forEach(each -> references.add(each.asString("")));
        return references;
    }

    private String figures(Map<CellAddress, BigDecimal> figures) {
        Map<String, BigDecimal> plain = new LinkedHashMap<>();
        figures.forEach((cell, figure) -> plain.put(cell.toString(), figure));
        return json.writeValueAsString(plain);
    }

    private Map<CellAddress, BigDecimal> figures(String text) {
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> cell : json.readTree(text).properties()) {
            figures.put(CellAddress.parse(cell.getKey()), cell.getValue().decimalValue());
        }
        return figures;
    }
}
