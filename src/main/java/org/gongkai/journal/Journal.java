package org.gongkai.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.LegalBasis;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 操作留痕簿：写在同一事务里，读给有权的人看。 Writes each {@link Recorded} event in its own transaction and answers who did what. */
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final JsonMapper json;

    Journal(JdbcClient jdbc, CurrentActor current, JsonMapper json) {
        this.jdbc = jdbc;
        this.current = current;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Recorded event) {
        var actor = current.get();
        jdbc.sql("""
                        insert into journal.line
                            (account, name, duties, body, concerns, act, subject_type, subject_id, summary, details, basis)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .param(actor.account())
                .param(actor.name())
                .param(actor.duties().stream().map(Duty::name).sorted().toArray(String[]::new))
                .param(actor.body())
                .param(event.body())
                .param(event.act())
                .param(event.subjectType())
                .param(event.subjectId())
                .param(event.summary())
                .param(json.writeValueAsString(event.details()))
                .param(event.basis().stream().map(LegalBasis::code).toArray(String[]::new))
                .update();
    }

    /** 一个对象的全部经过，从新到旧。 */
    public List<JournalLine> of(String subjectType, String subjectId) {
        return jdbc.sql(
                        "select * from journal.line where subject_type = ? and subject_id = ? order by id desc limit 500")
                .param(subjectType)
                .param(subjectId)
                .query(Journal::line)
                .list();
    }

    /** 符合条件的留痕，从新到旧，按编号续页，不数总数。 */
    public List<JournalLine> find(JournalFilter filter, long before, int size) {
        var sql = new StringBuilder("select * from journal.line where id < :before");
        var values = new HashMap<String, Object>(Map.of("before", before, "size", size));
        filter.write(sql, values);
        return jdbc.sql(sql.append(" order by id desc limit :size").toString())
                .params(values)
                .query(Journal::line)
                .list();
    }

    private static JournalLine line(ResultSet row, int number) throws SQLException {
        return new JournalLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("account"),
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("duties").getArray()),
                row.getString("concerns"),
                row.getString("act"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("summary"),
                row.getString("details"),
                Arrays.asList((String[]) row.getArray("basis").getArray()));
    }
}
