package org.gongkai.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.workflow.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * 没有填完的申请表：先存起来，三十天内凭编码继续填。内容加密，编码只存摘要。
 *
 * <p>Save and return. A sheet that nobody came back for is deleted after thirty days.
 */
@Component
@Transactional
public class DraftSheets {

    private static final int DAYS = 30;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    DraftSheets(JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    /** 存下，返回继续填写的编码，只显示一次。 */
    public String save(Map<String, String> answers) {
        var code = LookupCode.fresh();
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('request.sheet', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("insert into request.sheet (id, code_hash, sealed, saved_at, until) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(LookupCode.digest(code))
                .param(sealing.seal("sheet", id, json.writeValueAsString(answers)))
                .param(Timestamp.from(clock.instant()))
                .param(LocalDate.now(clock).plusDays(DAYS))
                .update();
        return code;
    }

    /** 取回。 @throws Refused mistyped, unknown or expired */
    public Map<String, String> open(String code) {
        return jdbc.sql("select id, sealed from request.sheet where code_hash = ? and until >= ?")
                .param(LookupCode.digest(code))
                .param(LocalDate.now(clock))
                .query((row, n) ->
                        json.readValue(sealing.open("sheet", row.getLong("id"), row.getBytes("sealed")), ANSWERS))
                .optional()
                .orElseThrow(() -> Refused.missing("request.sheetUnknown", DAYS));
    }

    /** 过期的删除。 */
    @Scheduled(fixedDelay = 86_400_000, initialDelay = 120_000)
    public void forget() {
        jdbc.sql("delete from request.sheet where until < ?")
                .param(LocalDate.now(clock))
                .update();
    }
}
