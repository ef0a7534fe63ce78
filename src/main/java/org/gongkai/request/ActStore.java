package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 办理经过的存取：只增不改；文字和名称加密，其余为 JSON。 The acts; words and names sealed, the rest plain. */
@Component
class ActStore {

    /** 一次行为，连同谁在什么时候记下的。 */
    record Kept(long request, Act act, String account, String name, Instant at, RequestState to) {}

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    ActStore(JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    void load(InformationRequest request) {
        of(request.id).forEach(kept -> request.acts.add(kept.act()));
        request.stored = request.acts.size();
    }

    List<Kept> of(long request) {
        return jdbc.sql("select * from request.act where request = ? order by number")
                .param(request)
                .query(this::kept)
                .list();
    }

    /** 只存新的。 */
    void save(InformationRequest request, Actor actor) {
        for (var act : request.acts.subList(request.stored, request.acts.size())) {
            var what = act.what();
            jdbc.sql("""
                            insert into request.act
                              (request, body, number, action, on_day, what, words_sealed, party_sealed, account, name, at, to_state)
                            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(request.id)
                    .param(request.body)
                    .param(act.number())
                    .param(act.action().name())
                    .param(act.on())
                    .param(json.writeValueAsString(what.withoutWords()))
                    .param(seal("words", request.id, act.number(), what.words()))
                    .param(seal("party", request.id, act.number(), what.party()))
                    .param(actor.account())
                    .param(actor.name())
                    .param(Timestamp.from(clock.instant()))
                    .param(request.state.name())
                    .update();
        }
        request.stored = request.acts.size();
    }

    private byte @Nullable [] seal(String field, long request, int number, @Nullable String words) {
        return words == null ? null : sealing.seal("act." + field + "." + number, request, words);
    }

    Kept kept(ResultSet row, int n) throws SQLException {
        long request = row.getLong("request");
        int number = row.getInt("number");
        var what = json.readValue(row.getString("what"), Particulars.class)
                .withWords(
                        open("words", request, number, row.getBytes("words_sealed")),
                        open("party", request, number, row.getBytes("party_sealed")));
        return new Kept(
                request,
                new Act(
                        number,
                        RequestAction.valueOf(row.getString("action")),
                        row.getObject("on_day", LocalDate.class),
                        what),
                row.getString("account"),
                row.getString("name"),
                row.getTimestamp("at").toInstant(),
                RequestState.valueOf(row.getString("to_state")));
    }

    /** The part a clock needs; nothing is opened. */
    Act withoutWords(ResultSet row) throws SQLException {
        return new Act(
                row.getInt("number"),
                RequestAction.valueOf(row.getString("action")),
                row.getObject("on_day", LocalDate.class),
                json.readValue(row.getString("what"), Particulars.class));
    }

    private @Nullable String open(String field, long request, int number, byte @Nullable [] sealed) {
        return sealed == null ? null : sealing.open("act." + field + "." + number, request, sealed);
    }
}
