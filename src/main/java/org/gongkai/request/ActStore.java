package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 办理经过的存取：只增不改；文字和名称加密，其余为 JSON。 The acts; words and names sealed, the rest plain. */
@Component
class ActStore {

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
        request.acts.addAll(jdbc.sql("select * from request.act where request = ? order by number")
                .param(request.id)
                .query(this::act)
                .list());
        request.stored = request.acts.size();
    }

    /** 这些行为各是谁在什么时候记下的；内容已经读过，不再解密。 */
    List<TimelineEntry> timeline(long request, List<Act> acts) {
        var known = new HashMap<Integer, Act>();
        acts.forEach(act -> known.put(act.number(), act));
        return jdbc.sql("select number, account, name, at, to_state from request.act where request = ?"
                        + " and number = any (?) order by number")
                .param(request)
                .param(known.keySet().toArray(Integer[]::new))
                .query((row, n) -> new TimelineEntry(
                        Objects.requireNonNull(known.get(row.getInt("number"))),
                        row.getString("account"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant(),
                        RequestState.valueOf(row.getString("to_state"))))
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

    private Act act(ResultSet row, int n) throws SQLException {
        long request = row.getLong("request");
        int number = row.getInt("number");
        var plain = withoutWords(row);
        var what = plain.what()
                .withWords(
                        open("words", request, number, row.getBytes("words_sealed")),
                        open("party", request, number, row.getBytes("party_sealed")));
        return new Act(number, plain.action(), plain.on(), what);
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
