package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.identity.Actor;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 申请的存取；取来改的都先锁住，个人信息进出都经过加密。 Loads with a row lock; personal data pass through sealing both ways. */
@Component
class RequestStore {

    private final JdbcClient jdbc;
    private final ActStore acts;
    private final Sealing sealing;

    RequestStore(JdbcClient jdbc, ActStore acts, Sealing sealing) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.sealing = sealing;
    }

    /** 锁住并取出；看不到的当作没有。 */
    InformationRequest take(long id) {
        return read(id, " for update");
    }

    /** 只读。 */
    InformationRequest read(long id) {
        return read(id, "");
    }

    private InformationRequest read(long id, String lock) {
        var found = jdbc.sql("select * from request.request where id = ?" + lock)
                .param(id)
                .query(this::row)
                .optional()
                .orElseThrow(() -> Refused.missing("request.notFound", String.valueOf(id)));
        acts.load(found);
        return found;
    }

    /** 凭查询码；没有就是没有。 */
    Optional<Long> withCode(byte[] digest) {
        return jdbc.sql("select id from request.request where code_hash = ?")
                .param(digest)
                .query(Long.class)
                .optional();
    }

    /** 一件、由它拆分出来的各件，和它们重新办理的各轮。 */
    List<InformationRequest> family(long id) {
        return jdbc.sql("""
                        with own as (select id from request.request where id = :id or parent = :id)
                        select * from request.request
                         where id in (select id from own) or round_of in (select id from own) order by id
                        """).param("id", id).query(this::row).list();
    }

    /** 第一轮和之后各轮，按先后。 The first round and all later ones. */
    List<InformationRequest> rounds(long first) {
        return jdbc.sql("select * from request.request where id = :first or round_of = :first order by round")
                .param("first", first)
                .query(this::row)
                .list();
    }

    /** 同一张表同时交了两次的，后一次等前一次提交，然后就找得到它。 Whoever sends the same sheet at the same moment waits and finds it. */
    Optional<InformationRequest> withOnce(String once) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('request.once ' || ?, 0))")
                .param(once)
                .query()
                .listOfRows();
        return jdbc.sql("select id from request.request where once = ?")
                .param(once)
                .query(Long.class)
                .optional()
                .map(this::read);
    }

    /** 新的一件：取得编号、受理号，存下填写的一切和已经有的经过。 */
    void add(InformationRequest request, byte @Nullable [] codeHash, @Nullable String once, int year, Actor actor) {
        request.id = jdbc.sql("select nextval(pg_get_serial_sequence('request.request', 'id'))")
                .query(Long.class)
                .single();
        request.applicantHash = sealing.digest("identity", SameText.of(request.applicant.identity()));
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", request.id);
        columns.put("body", request.body);
        columns.put("channel", request.channel.name());
        columns.put("arrived_on", request.arrivedOn);
        columns.put("filed_at", Timestamp.from(request.filedAt));
        columns.put("filed_by", request.filedBy);
        columns.put("code_hash", codeHash);
        columns.put("once", once);
        columns.put("case_kind", request.kind().name());
        columns.put("parent", request.parent);
        columns.put("round_of", request.roundOf);
        columns.put("round", request.round);
        sealed(request, columns);
        columns.putAll(changing(request));
        if (request.reference.isEmpty()) {
            // whoever files the body's next case waits from here to the end of the transaction
            request.reference = "%s-%d-%05d".formatted(request.body, year, next(request.body, year, "CASE"));
        }
        columns.put("reference", request.reference);
        jdbc.sql("insert into request.request (" + String.join(", ", columns.keySet()) + ") values (:"
                        + String.join(", :", columns.keySet()) + ")")
                .params(columns)
                .update();
        acts.save(request, actor);
    }

    private void sealed(InformationRequest request, Map<String, @Nullable Object> columns) {
        var applicant = request.applicant;
        var wanted = request.wanted;
        columns.put("applicant_kind", applicant.kind().name());
        columns.put("applicant_hash", request.applicantHash);
        columns.put("name_hash", sealing.digest("name", SameText.of(applicant.name())));
        columns.put("phone_hash", sealing.digest("phone", SameText.of(applicant.phone())));
        columns.put(
                "text_hash",
                sealing.digest(
                        "text", SameText.of(wanted.title(), wanted.number(), wanted.description(), wanted.shouldBe())));
        columns.put("name_sealed", seal("name", request, applicant.name()));
        columns.put("identity_sealed", seal("identity", request, applicant.identity()));
        columns.put("contact_sealed", seal("contact", request, applicant.contact()));
        columns.put("phone_sealed", seal("phone", request, applicant.phone()));
        columns.put("email_sealed", seal("email", request, applicant.email()));
        columns.put("address_sealed", seal("address", request, applicant.address()));
        columns.put("title_sealed", seal("title", request, wanted.title()));
        columns.put("number_sealed", seal("number", request, wanted.number()));
        columns.put("description_sealed", seal("description", request, wanted.description()));
        columns.put(
                "should_be_sealed",
                request.kind() == CaseKind.RECTIFICATION ? seal("should_be", request, wanted.shouldBe()) : null);
        columns.put("form", wanted.form().name());
        columns.put("delivery", wanted.route().name());
    }

    private byte[] seal(String field, InformationRequest request, String words) {
        return sealing.seal("request." + field, request.id, words);
    }

    /** 这个机构这一年的下一个号，连续，不留空号。 */
    int next(String body, int year, String kind) {
        return jdbc.sql("""
                        insert into request.counter (body, year, kind, last) values (?, ?, ?, 1)
                        on conflict (body, year, kind) do update set last = request.counter.last + 1
                        returning last
                        """).params(body, year, kind).query(Integer.class).single();
    }

    void save(InformationRequest request, Actor actor) {
        request.version++;
        var columns = changing(request);
        columns.put("version", request.version);
        var assignments = String.join(
                ", ",
                columns.keySet().stream().map(name -> name + " = :" + name).toList());
        jdbc.sql("update request.request set " + assignments + " where id = :id")
                .params(columns)
                .param("id", request.id)
                .update();
        acts.save(request, actor);
    }

    private static Map<String, @Nullable Object> changing(InformationRequest request) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("state", request.state.name());
        columns.put("owner", request.owner);
        columns.put("related", request.related);
        columns.put("received_on", request.receivedOn);
        columns.put("due_on", request.dueOn);
        columns.put("ended_on", request.endedOn);
        columns.put("late", request.late);
        columns.put("reply", request.reply == null ? null : request.reply.name());
        columns.put("ground", request.ground == null ? null : request.ground.name());
        columns.put("annual_row", request.annualRow());
        columns.put("drafter", request.drafter);
        columns.put("disclosure", request.disclosure);
        return columns;
    }

    InformationRequest row(ResultSet row, int n) throws SQLException {
        var request = new InformationRequest(
                row.getString("body"),
                FilingChannel.valueOf(row.getString("channel")),
                row.getObject("arrived_on", LocalDate.class),
                row.getTimestamp("filed_at").toInstant(),
                row.getString("filed_by"),
                applicant(row),
                wanted(row));
        request.id = row.getLong("id");
        request.version = row.getInt("version");
        request.reference = row.getString("reference");
        request.state = RequestState.valueOf(row.getString("state"));
        request.applicantHash = row.getBytes("applicant_hash");
        request.owner = row.getString("owner");
        request.parent = row.getObject("parent", Long.class);
        request.roundOf = row.getObject("round_of", Long.class);
        request.round = row.getInt("round");
        request.related = row.getObject("related", Long.class);
        request.receivedOn = row.getObject("received_on", LocalDate.class);
        request.dueOn = row.getObject("due_on", LocalDate.class);
        request.endedOn = row.getObject("ended_on", LocalDate.class);
        request.late = row.getBoolean("late");
        var reply = row.getString("reply");
        request.reply = reply == null ? null : ReplyKind.valueOf(reply);
        var ground = row.getString("ground");
        request.ground = ground == null ? null : NonDisclosureGround.valueOf(ground);
        request.drafter = row.getString("drafter");
        request.disclosure = row.getObject("disclosure", Long.class);
        return request;
    }

    private Applicant applicant(ResultSet row) throws SQLException {
        return new Applicant(
                ApplicantKind.valueOf(row.getString("applicant_kind")),
                open("name", row),
                open("identity", row),
                open("contact", row),
                open("phone", row),
                open("email", row),
                open("address", row));
    }

    private Wanted wanted(ResultSet row) throws SQLException {
        var kind = CaseKind.valueOf(row.getString("case_kind"));
        return new Wanted(
                kind,
                open("title", row),
                open("number", row),
                open("description", row),
                kind == CaseKind.RECTIFICATION ? open("should_be", row) : "",
                Wanted.SupplyForm.valueOf(row.getString("form")),
                Wanted.SupplyRoute.valueOf(row.getString("delivery")));
    }

    private String open(String field, ResultSet row) throws SQLException {
        return sealing.open("request." + field, row.getLong("id"), row.getBytes(field + "_sealed"));
    }
}
