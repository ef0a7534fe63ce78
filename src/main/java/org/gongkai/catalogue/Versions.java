package org.gongkai.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.identity.Actor;
import org.gongkai.organisation.BodyLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** 版本、事项、行的存取。 */
@Repository
class Versions {

    /** 一个版本。 */
    record Version(
            long id,
            String owner,
            int number,
            VersionState state,
            String title,
            String reason,
            @Nullable LocalDate effectiveFrom,
            String author,
            @Nullable String reviewer) {}

    private static final String VERSION =
            "select id, owner, number, state, title, reason, effective_from, author, reviewer from catalogue.version";

    private static final String PUT = """
            insert into catalogue.item_row (version, item, position, primary_item, secondary_item, tertiary_item, content, basis,
                limit_text, limit_kind, limit_code, body_text, channels, channel_texts, audience, audience_text, mode, levels,
                stage, original, digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, '')
            on conflict (version, item) do update set primary_item = excluded.primary_item,
                secondary_item = excluded.secondary_item, tertiary_item = excluded.tertiary_item,
                content = excluded.content, basis = excluded.basis, limit_text = excluded.limit_text,
                limit_kind = excluded.limit_kind, limit_code = excluded.limit_code, body_text = excluded.body_text,
                channels = excluded.channels, channel_texts = excluded.channel_texts, audience = excluded.audience,
                audience_text = excluded.audience_text, mode = excluded.mode, levels = excluded.levels,
                stage = excluded.stage, original = excluded.original""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;

    Versions(JdbcClient jdbc, JdbcTemplate batch, JsonMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    Optional<Version> find(long id) {
        return jdbc.sql(VERSION + " where id = ?")
                .param(id)
                .query(Versions::version)
                .optional();
    }

    Optional<Version> draft(String owner) {
        return jdbc.sql(VERSION + " where owner = ? and state in ('DRAFT', 'REVIEWED')")
                .param(owner)
                .query(Versions::version)
                .optional();
    }

    /** 同一编制机构的目录一次只有一人在写。 */
    void lock(String owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('catalogue.version ' || ?))")
                .param(owner)
                .query((row, number) -> number)
                .list();
    }

    /** 最近审定的一版，生效日可能还没到；新草案从它起。 */
    Optional<Version> adopted(String owner) {
        return jdbc.sql(VERSION + " where owner = ? and state = 'ADOPTED' order by number desc limit 1")
                .param(owner)
                .query(Versions::version)
                .optional();
    }

    /** 那一天现行的各版：每个编制机构里，生效日已到的版次最高的一版。 The versions in force on a day. */
    Long[] inForce(LocalDate day) {
        return jdbc.sql("""
                        select distinct on (owner) id from catalogue.version where state = 'ADOPTED' and (effective_from is null or effective_from <= ?)
                        order by owner, number desc""").param(day).query(Long.class).list().toArray(Long[]::new);
    }

    /** 已经被生效日已到的新版取代、还没有记下来的各版。 */
    List<Version> overtaken(LocalDate day) {
        String newer = """
                exists (select from catalogue.version n where n.owner = version.owner and n.state = 'ADOPTED'
                  and n.number > version.number and (n.effective_from is null or n.effective_from <= ?))""";
        return jdbc.sql(VERSION + " where state = 'ADOPTED' and " + newer + " order by owner, number for update")
                .param(day)
                .query(Versions::version)
                .list();
    }

    /** 新版生效，旧版失效；审定新版的人、到日子的系统都不另外办理它。 */
    void supersede(Version old) {
        var next = CatalogueWorkflow.TABLE.next(old.state(), VersionAction.SUPERSEDE, Actor.SYSTEM);
        state(old.id(), next, null, null, null, false);
    }

    void edited(long version, String account) {
        jdbc.sql("insert into catalogue.version_editor (version, account) values (?, ?) on conflict do nothing")
                .param(version)
                .param(account)
                .update();
    }

    /** 除了这个账号，还有谁改过。 */
    boolean hasOtherEditors(long version, String account) {
        return jdbc.sql("select exists (select from catalogue.version_editor where version = ? and account <> ?)")
                .param(version)
                .param(account)
                .query(Boolean.class)
                .single();
    }

    boolean hasEdited(long version, String account) {
        return jdbc.sql("select exists (select from catalogue.version_editor where version = ? and account = ?)")
                .param(version)
                .param(account)
                .query(Boolean.class)
                .single();
    }

    List<Version> all() {
        return jdbc.sql(VERSION + " order by owner, number desc")
                .query(Versions::version)
                .list();
    }

    Version newDraft(String owner, String title, String reason, String author) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from catalogue.version where owner = ?")
                .param(owner)
                .query(Integer.class)
                .single();
        long id = jdbc.sql(
                        "insert into catalogue.version (owner, number, state, title, reason, author) values (?, ?, 'DRAFT', ?, ?, ?) returning id")
                .param(owner)
                .param(number)
                .param(title)
                .param(reason)
                .param(author)
                .query(Long.class)
                .single();
        return new Version(id, owner, number, VersionState.DRAFT, title, reason, null, author, null);
    }

    void rename(long version, String title) {
        jdbc.sql("update catalogue.version set title = ? where id = ?")
                .param(title)
                .param(version)
                .update();
    }

    void copyRows(long from, long to) {
        jdbc.sql("""
                        insert into catalogue.item_row
                        select ?, item, position, primary_item, secondary_item, tertiary_item, content, basis, limit_text, limit_kind,
                            limit_code, body_text, channels, channel_texts, audience, audience_text, mode, levels, stage, original, digest
                        from catalogue.item_row where version = ?""").param(to).param(from).update();
    }

    void state(
            long id,
            VersionState state,
            @Nullable String reviewer,
            @Nullable String adopter,
            @Nullable LocalDate effectiveFrom,
            boolean byToken) {
        jdbc.sql("""
                        update catalogue.version set state = ?, reviewer = coalesce(?, reviewer), adopter = coalesce(?, adopter),
                            effective_from = coalesce(?, effective_from), by_token = by_token or ?, changed_at = now() where id = ?""")
                .param(state.name())
                .param(reviewer)
                .param(adopter)
                .param(effectiveFrom)
                .param(byToken)
                .param(id)
                .update();
    }

    /** 给过的全部事项代码和键，撤销了的也在内。 Every code ever given by an issuing body, with its key. */
    Map<String, String> keys(String owner) {
        var keys = new HashMap<String, String>();
        jdbc.sql("select code, key from catalogue.item where owner = ?")
                .param(owner)
                .query((ResultSet row) -> {
                    keys.put(row.getString(1), row.getString(2));
                });
        return keys;
    }

    /** 谁给的都在内：没有前缀的代码由几个机构先后给出时也不重复。 */
    Map<String, String> allKeys() {
        var keys = new HashMap<String, String>();
        jdbc.sql("select code, key from catalogue.item").query((ResultSet row) -> {
            keys.put(row.getString(1), row.getString(2));
        });
        return keys;
    }

    /** 一个新的事项身份。 */
    record NewItem(String code, String owner, String key, String area) {}

    void add(List<NewItem> items) {
        jdbc.sql(
                        "insert into catalogue.item (code, owner, key, area) select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])")
                .param(items.stream().map(NewItem::code).toArray(String[]::new))
                .param(items.stream().map(NewItem::owner).toArray(String[]::new))
                .param(items.stream().map(NewItem::key).toArray(String[]::new))
                .param(items.stream().map(NewItem::area).toArray(String[]::new))
                .update();
    }

    /** @return 草案里有没有这个事项 */
    boolean withdraw(long version, String item) {
        return jdbc.sql("delete from catalogue.item_row where version = ? and item = ?")
                        .param(version)
                        .param(item)
                        .update()
                > 0;
    }

    int nextPosition(long version) {
        return jdbc.sql("select coalesce(max(position), 0) + 1 from catalogue.item_row where version = ?")
                .param(version)
                .query(Integer.class)
                .single();
    }

    /** 一版里的一行。 */
    record NewRow(long version, String item, int position, ReadRow row) {}

    private static final int BATCH = 500;

    /** 写进草案；已有的行改掉，位置不动。 */
    void put(List<NewRow> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            batch.batchUpdate(
                    PUT,
                    rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                            .map(this::values)
                            .toList());
        }
    }

    private Object[] values(NewRow put) {
        var row = put.row();
        return new Object[] {
            put.version(),
            put.item(),
            put.position(),
            row.primary(),
            row.secondary(),
            row.tertiary(),
            row.content(),
            row.basisText(),
            row.limitText(),
            row.limit().kind().name(),
            row.limit().confident()
                    ? row.limit().toTimeLimit().map(TimeLimit::code).orElse(null)
                    : null,
            row.bodyText(),
            row.channels().stream().map(Enum::name).toArray(String[]::new),
            row.channelTexts().toArray(String[]::new),
            row.audience().name(),
            row.audienceText(),
            row.mode().name(),
            row.levels().stream().map(Enum::name).toArray(String[]::new),
            row.stage(),
            json.writeValueAsString(row.original())
        };
    }

    List<CatalogueItem> rows(long version, Bodies bodies) {
        return jdbc.sql(
                        "select r.*, i.area from catalogue.item_row r join catalogue.item i on i.code = r.item where r.version = ? order by i.area, r.position")
                .param(version)
                .query((row, number) -> item(row, bodies))
                .list();
    }

    /** How a body phrase becomes codes. */
    @FunctionalInterface
    interface Bodies {
        Set<String> of(String bodyText);
    }

    static CatalogueItem item(ResultSet row, Bodies bodies) throws SQLException {
        String bodyText = row.getString("body_text");
        return new CatalogueItem(
                row.getString("item"),
                row.getString("area"),
                row.getString("primary_item"),
                row.getString("secondary_item"),
                row.getString("tertiary_item"),
                row.getString("content"),
                row.getString("basis"),
                row.getString("limit_text"),
                TimeLimitPhrase.Kind.valueOf(row.getString("limit_kind")),
                row.getString("limit_code"),
                bodyText,
                bodies.of(bodyText),
                channels(row),
                List.of((String[]) row.getArray("channel_texts").getArray()),
                Audience.valueOf(row.getString("audience")),
                row.getString("audience_text"),
                DisclosureMode.valueOf(row.getString("mode")),
                enums(BodyLevel.class, row, "levels"),
                row.getString("stage"));
    }

    static Set<Channel> channels(ResultSet row) throws SQLException {
        return enums(Channel.class, row, "channels");
    }

    private static <E extends Enum<E>> Set<E> enums(Class<E> type, ResultSet row, String column) throws SQLException {
        var values = EnumSet.noneOf(type);
        Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Enum.valueOf(type, name))
                .forEach(values::add);
        return values;
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getString("owner"),
                row.getInt("number"),
                VersionState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("reason"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("author"),
                row.getString("reviewer"));
    }
}
