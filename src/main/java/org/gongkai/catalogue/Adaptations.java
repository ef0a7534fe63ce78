package org.gongkai.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 因地制宜的调整的查询和存取；没有公布的只有本单位和全区岗位看得到。 Overrides, within the reach of whoever asks. */
@Component
@Transactional(readOnly = true)
public class Adaptations {

    private static final String ALL = "select * from catalogue.adaptation";

    private final JdbcClient jdbc;
    private final CurrentActor current;

    Adaptations(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** 全部已公布的。 */
    public List<Adaptation> approved() {
        return jdbc.sql(ALL + " where state = 'APPROVED' order by item, body")
                .query(this::one)
                .list();
    }

    /** 一个事项已公布的调整。 */
    public List<Adaptation> approvedFor(String item) {
        return jdbc.sql(ALL + " where state = 'APPROVED' and item = ? order by body")
                .param(item)
                .query(this::one)
                .list();
    }

    /** 操作人看得到的，待审核的在前，新的在前。 */
    public List<Adaptation> visible() {
        var actor = current.get();
        return jdbc.sql(ALL + " order by (state = 'PROPOSED') desc, id desc limit 500").query(this::one).list().stream()
                .filter(each -> actor.reaches(each.body()))
                .toList();
    }

    /** 操作人看得到的里面待审核的有几份。 */
    public long waiting() {
        return visible().stream()
                .filter(each -> each.state() == Adaptation.State.PROPOSED)
                .count();
    }

    Optional<Adaptation> find(long id) {
        var actor = current.get();
        return jdbc.sql(ALL + " where id = ?")
                .param(id)
                .query(this::one)
                .optional()
                .filter(each -> actor.reaches(each.body()));
    }

    @Transactional
    long add(
            String item,
            String body,
            boolean applies,
            @Nullable String limitText,
            @Nullable String limit,
            @Nullable String content,
            String reason,
            String by) {
        return jdbc.sql("""
                        insert into catalogue.adaptation (item, body, applies, limit_text, limit_code, content, reason, decided_by, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED') returning id""")
                .param(item)
                .param(body)
                .param(applies)
                .param(limitText)
                .param(limit)
                .param(content)
                .param(reason)
                .param(by)
                .query(Long.class)
                .single();
    }

    @Transactional
    void become(long id, Adaptation.State state, @Nullable String reviewer, String note) {
        jdbc.sql("""
                        update catalogue.adaptation set state = ?, reviewed_by = coalesce(?, reviewed_by),
                            reviewed_at = case when ?::text is null then reviewed_at else now() end, review_note = ? where id = ?""")
                .param(state.name())
                .param(reviewer)
                .param(reviewer)
                .param(note)
                .param(id)
                .update();
    }

    private Adaptation one(ResultSet row, int number) throws SQLException {
        var state = Adaptation.State.valueOf(row.getString("state"));
        return new Adaptation(
                row.getLong("id"),
                row.getString("item"),
                row.getString("body"),
                row.getBoolean("applies"),
                row.getString("limit_text"),
                row.getString("limit_code"),
                row.getString("content"),
                row.getString("reason"),
                state,
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("reviewed_by"),
                row.getString("review_note"),
                AdaptationWorkflow.TABLE.possible(state, current.get()));
    }
}
