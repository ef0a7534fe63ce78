package org.gongkai.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gongkai.database.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 卷内文件的存取，内容和文件名都加密。 The papers of a case, sealed. */
@Component
class PaperStore {

    private static final String COLUMNS =
            "id, request, kind, act, number, name_sealed, media_type, size, sha256, to_applicant";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    PaperStore(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    long add(InformationRequest request, Paper.Kind kind, @Nullable Integer act, String number, Paper.Content paper) {
        return jdbc.sql("""
                        insert into request.paper
                          (request, body, kind, act, number, name_sealed, media_type, size, content_sealed, sha256, to_applicant, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .param(request.id)
                .param(request.body)
                .param(kind.name())
                .param(act)
                .param(number)
                .param(sealing.seal("paper.name", request.id, paper.name()))
                .param(paper.mediaType())
                .param(paper.bytes().length)
                .param(sealing.seal("paper.content", request.id, paper.bytes()))
                .param(Sha256.hex(paper.bytes()))
                .param(kind == Paper.Kind.LETTER || kind == Paper.Kind.SUPPLIED)
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    List<Paper> of(long request) {
        return jdbc.sql("select " + COLUMNS + " from request.paper p where request = ?"
                        + " and not exists (select from request.paper_struck s where s.paper = p.id) order by id")
                .param(request)
                .query((row, n) -> new Paper(
                        row.getLong("id"),
                        row.getLong("request"),
                        Paper.Kind.valueOf(row.getString("kind")),
                        row.getObject("act", Integer.class),
                        row.getString("number"),
                        sealing.open("paper.name", row.getLong("request"), row.getBytes("name_sealed")),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getBoolean("to_applicant")))
                .list();
    }

    /** 取下一份，不删。 */
    void strike(InformationRequest request, long paper, String account) {
        jdbc.sql(
                        "insert into request.paper_struck (paper, body, account, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(paper, request.body, account, Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Paper.Content> content(long request, long paper) {
        return jdbc.sql(
                        "select name_sealed, media_type, content_sealed from request.paper where id = ? and request = ?")
                .params(paper, request)
                .query((row, n) -> new Paper.Content(
                        sealing.open("paper.name", request, row.getBytes("name_sealed")),
                        row.getString("media_type"),
                        sealing.bytes("paper.content", request, row.getBytes("content_sealed"))))
                .optional();
    }
}
