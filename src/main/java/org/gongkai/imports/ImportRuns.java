package org.gongkai.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 导入任务的存取。 */
@Repository
class ImportRuns {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** 下一个任务编号。 */
    long next() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('imports.run', 'id'))")
                .query(Long.class)
                .single();
    }

    void add(long id, String kind, String fileName, Map<String, String> parameters, boolean dryRun, Actor actor) {
        jdbc.sql("""
                        insert into imports.run (id, kind, file_name, parameters, dry_run, actor, account, state)
                        overriding system value values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, 'WAITING')
                        """)
                .param(id)
                .param(kind)
                .param(fileName)
                .param(json.writeValueAsString(parameters))
                .param(dryRun)
                .param(json.writeValueAsString(actor))
                .param(actor.account())
                .update();
    }

    Optional<ImportRun> find(long id) {
        return jdbc.sql("select * from imports.run where id = ?")
                .param(id)
                .query(ImportRuns::run)
                .optional();
    }

    List<ImportRun> recent(String account, boolean everybody) {
        return jdbc.sql("select * from imports.run where ? or account = ? order by id desc limit 50")
                .param(everybody)
                .param(account)
                .query(ImportRuns::run)
                .list();
    }

    Actor actor(long id) {
        return json.readValue(
                jdbc.sql("select actor::text from imports.run where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                Actor.class);
    }

    @SuppressWarnings("unchecked")
    Map<String, String> parameters(long id) {
        return json.readValue(
                jdbc.sql("select parameters::text from imports.run where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                Map.class);
    }

    /** 从头开始（再次）执行：上一次没做完的报告作废。 */
    void begin(long id) {
        jdbc.sql("delete from imports.problem where run = ?").param(id).update();
        jdbc.sql("delete from imports.parsed_row where run = ?").param(id).update();
        jdbc.sql(
                        "update imports.run set state = 'RUNNING', done = 0, total = 0, added = 0, changed = 0, unchanged = 0, rejected = 0 where id = ?")
                .param(id)
                .update();
    }

    void progress(long id, long done, long total) {
        jdbc.sql("update imports.run set done = ?, total = ? where id = ?")
                .param(done)
                .param(total)
                .param(id)
                .update();
    }

    void count(long id, long added, long changed, long unchanged, long rejected) {
        jdbc.sql(
                        "update imports.run set added = added + ?, changed = changed + ?, unchanged = unchanged + ?, rejected = rejected + ? where id = ?")
                .param(added)
                .param(changed)
                .param(unchanged)
                .param(rejected)
                .param(id)
                .update();
    }

    /** 一批问题，从第 {@code first} 个起编号。 */
    void problems(long id, int first, List<ImportProblem> some) {
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into imports.problem (run, seq, sheet, row_number, column_name, value, level, message)
                        select ?, ? + p.n - 1, p.sheet, p.row_number, p.column_name, p.value, p.level, p.message
                        from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                          with ordinality as p (sheet, row_number, column_name, value, level, message, n)""")
                .param(id)
                .param(first)
                .param(some.stream().map(ImportProblem::sheet).toArray(String[]::new))
                .param(some.stream().map(ImportProblem::row).toArray(Long[]::new))
                .param(some.stream().map(ImportProblem::column).toArray(String[]::new))
                .param(some.stream().map(ImportProblem::value).toArray(String[]::new))
                .param(some.stream().map(ImportProblem::level).toArray(String[]::new))
                .param(some.stream().map(ImportProblem::message).toArray(String[]::new))
                .update();
    }

    /** 一批读懂的行。 */
    void rows(long id, int first, List<Map<String, Object>> some) {
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into imports.parsed_row (run, seq, content)
                        select ?, ? + r.n - 1, r.content::jsonb from unnest(?::text[]) with ordinality as r (content, n)""")
                .param(id)
                .param(first)
                .param(some.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
    }

    void finish(long id, ImportRun.State state, String message) {
        jdbc.sql("update imports.run set state = ?, message = ?, finished_at = now() where id = ?")
                .param(state.name())
                .param(message)
                .param(id)
                .update();
    }

    List<ImportProblem> problems(long id, int limit) {
        return jdbc.sql(
                        "select sheet, row_number, column_name, value, level, message from imports.problem where run = ? order by seq limit ?")
                .param(id)
                .param(limit)
                .query((row, number) -> new ImportProblem(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    List<String> rows(long id) {
        return jdbc.sql("select content::text from imports.parsed_row where run = ? order by seq")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<RowChange> changes(long id, int limit) {
        return jdbc.sql("""
                        select content::text from imports.parsed_row where run = ? and content ->> 'change' in ('ADDED', 'CHANGED')
                        order by content ->> 'change' desc, seq limit ?""")
                .param(id)
                .param(limit)
                .query((row, number) -> change(json.readTree(row.getString(1))))
                .list();
    }

    private static RowChange change(JsonNode row) {
        var differences = new ArrayList<RowChange.Difference>();
        row.path("changes")
                .forEach(each -> differences.add(new RowChange.Difference(
                        each.path("label").asString(""),
                        each.path("before").asString(""),
                        each.path("after").asString(""))));
        return new RowChange(
                row.path("row").asLong(0),
                row.path("change").asString(""),
                row.path("name").asString(""),
                differences);
    }

    List<Long> unfinished() {
        return jdbc.sql("select id from imports.run where state in ('WAITING', 'RUNNING') order by id")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                row.getString("account"),
                ImportRun.State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getString("message"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class));
    }
}
