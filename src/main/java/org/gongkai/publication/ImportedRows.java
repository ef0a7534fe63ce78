package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Actor;
import org.gongkai.publication.DisclosuresImported.Line;
import org.gongkai.publication.ImportLine.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 迁入的行成批写库：每张表一条语句，行数再多也不逐行往返。 */
@Component
class ImportedRows {

    /** 原网站，作为迁入版本的拟稿人。 */
    private static final String OLD_SITE = "old-site";

    /** 三张表一条语句：行只送一遍，只解析一遍。 */
    private static final String ROWS = """
            with r as materialized (select * from json_to_recordset(cast(:rows as json)) as r (id bigint, edition bigint,
                   number integer, body text, proactive boolean, index_number text, external_id text, external_digest text, item text,
                   area text, type text, title text, document_number text, formed_on date, valid_until date, source text, html text,
                   plain text, classification text, change_note text, published_at timestamptz, edition_published_at timestamptz,
                   digest text)),
                 reviewed as (
            insert into publication.review (disclosure, edition, body, step, authors, reviewer, reviewer_name, reviewed_at, conclusion,
                   reason)
            select id, edition, body, 'SECRECY', array[:oldSite], :actor, :actorName, :now,
                   case when proactive then 'MAY_DISCLOSE' else 'MAY_NOT_DISCLOSE' end, '原网站已有信息随迁移登记' from r),
            """;

    private static final String NEW = """
                 disclosed as (
            insert into publication.disclosure (id, body, standing, index_number, external_id, external_digest, public_edition,
                   working_edition, item, area, type, title, document_number, formed_on, valid_until, published_at, changed_at,
                   created_by, created_at)
            select id, body, case when proactive then 'PUBLISHED' else 'REGISTERED' end, index_number, external_id, external_digest,
                   case when proactive then edition end, case when proactive then null else edition end,
                   item, area, type, title, document_number, formed_on, valid_until,
                   case when proactive then published_at end, case when proactive then cast(:now as timestamptz) end, :actor, :now
              from r)
            """;
    private static final String CHANGED = """
                 disclosed as (
            update publication.disclosure d
               set version = d.version + 1, external_digest = r.external_digest, public_edition = r.edition, item = r.item,
                   area = r.area, type = r.type, title = r.title, document_number = r.document_number, formed_on = r.formed_on,
                   valid_until = r.valid_until, published_at = least(d.published_at, r.published_at), changed_at = :now
              from r where d.id = r.id)
            """;
    private static final String EDITIONS = """
            insert into publication.edition (id, disclosure, number, body, state, public, origin, authors, author_name, item, area,
                   type, title, document_number, formed_on, valid_until, source, html, plain, classification, change_note,
                   reviewed_by, reviewed_at, review_conclusion, signed_by, signed_at, published_at, digest, created_at, changed_at)
            select edition, id, case when proactive then number end, body, case when proactive then 'PUBLISHED' else 'REGISTERED' end,
                   proactive, 'IMPORT', array[:oldSite], '原网站', item, area, type, title, document_number, formed_on, valid_until,
                   source, html, plain, classification, change_note, :actor, :now,
                   case when proactive then 'MAY_DISCLOSE' else 'MAY_NOT_DISCLOSE' end, :actor, :now,
                   case when proactive then edition_published_at end, case when proactive then digest end, :now, :now
              from r
            """;

    /**
     * 已有的一条。
     *
     * @param importable 可以凭导入产生新版：已公开，没有在办的更正
     */
    record Known(
            long id,
            @Nullable String digest,
            int editions,
            boolean importable,
            DisclosureStanding standing,
            @Nullable ImportedText text) {

        /** 这一行没有带来新的内容：上次导入的就是它，或者公开着的正是这些话。 */
        boolean says(ImportLine line) {
            return line.digest().equals(digest)
                    || line.written().equals(digest)
                    || (importable && line.isProactive() && text != null && text.says(line));
        }
    }

    private final JdbcClient jdbc;
    private final IndexNumbers indexNumbers;
    private final JsonMapper json;

    ImportedRows(JdbcClient jdbc, IndexNumbers indexNumbers, JsonMapper json) {
        this.jdbc = jdbc;
        this.indexNumbers = indexNumbers;
        this.json = json;
    }

    Map<Key, Known> known(Collection<Key> keys) {
        var known = new HashMap<Key, Known>();
        jdbc.sql("""
                        select d.body, d.external_id, d.id, d.external_digest, e.number, d.standing, d.working_edition, d.item, d.area,
                               d.type, d.published_at, e.source, e.change_note, e.digest as edition_digest
                          from publication.disclosure d left join publication.edition e on e.id = d.public_edition
                          join unnest(?::text[], ?::text[]) as k (body, external_id)
                            on d.external_id = k.external_id and d.body = k.body
                         for update of d
                        """)
                .param(keys.stream().map(Key::body).toArray(String[]::new))
                .param(keys.stream().map(Key::externalId).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            new Key(row.getString("body"), row.getString("external_id")),
                            new Known(
                                    row.getLong("id"),
                                    row.getString("external_digest"),
                                    row.getInt("number"),
                                    row.getString("standing").equals("PUBLISHED")
                                            && row.getObject("working_edition") == null,
                                    DisclosureStanding.valueOf(row.getString("standing")),
                                    ImportedText.of(row)));
                });
        return known;
    }

    List<Line> add(List<ImportLine> lines, Actor actor, Instant now) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var ids = ids("publication.disclosure", lines.size());
        var editions = ids("publication.edition", lines.size());
        var numbers = numbers(lines);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < lines.size(); i++) {
            var row = row(lines.get(i), ids.get(i), editions.get(i), 1, "");
            row.put("index_number", numbers.get(i));
            row.put("edition_published_at", lines.get(i).publishedAt().toString());
            rows.add(row);
        }
        write(NEW, rows, actor, now);
        return announced(lines, ids);
    }

    List<Line> change(List<ImportLine> proactive, Map<Key, Known> known, Actor actor, Instant now) {
        if (proactive.isEmpty()) {
            return List.of();
        }
        var editions = ids("publication.edition", proactive.size());
        var ids = new ArrayList<Long>();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < proactive.size(); i++) {
            var before =
                    java.util.Objects.requireNonNull(known.get(proactive.get(i).key()));
            var row = row(proactive.get(i), before.id(), editions.get(i), before.editions() + 1, "原网站内容有更新，随导入更新");
            row.put("edition_published_at", now.toString());
            ids.add(before.id());
            rows.add(row);
        }
        jdbc.sql(
                        "update publication.edition set state = 'SUPERSEDED' where state = 'PUBLISHED' and disclosure = any(?)")
                .param(ids.toArray(Long[]::new))
                .update();
        write(CHANGED, rows, actor, now);
        return announced(proactive, ids);
    }

    /** 内容没有变、写法变了的，记住新的写法；从前按原样记的也一样。 What came in another writing is remembered in the new one. */
    void recognised(List<ImportLine> lines, Map<Key, Known> known) {
        var ids = new ArrayList<Long>();
        var digests = new ArrayList<String>();
        for (var line : lines) {
            var before = java.util.Objects.requireNonNull(known.get(line.key()));
            if (!line.digest().equals(before.digest())) {
                ids.add(before.id());
                digests.add(line.digest());
            }
        }
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update publication.disclosure d set external_digest = n.digest
                              from unnest(?::bigint[], ?::text[]) as n (id, digest) where d.id = n.id
                            """)
                    .params(ids.toArray(Long[]::new), digests.toArray(String[]::new))
                    .update();
        }
    }

    private void write(String disclosed, List<Map<String, @Nullable Object>> rows, Actor actor, Instant now) {
        jdbc.sql(ROWS + disclosed + EDITIONS)
                .param("rows", json.writeValueAsString(rows))
                .param("actor", actor.account())
                .param("actorName", actor.name())
                .param("oldSite", OLD_SITE)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Map<String, @Nullable Object> row(
            ImportLine line, long id, long edition, int number, String changeNote) {
        var content = line.draft().content();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("edition", edition);
        row.put("number", number);
        row.put("body", line.body());
        row.put("proactive", line.isProactive());
        row.put("external_id", line.externalId());
        row.put("external_digest", line.digest());
        row.put("item", content.placement().item());
        row.put("area", content.placement().area());
        row.put("type", content.facts().type().name());
        row.put("title", content.facts().title());
        row.put("document_number", content.facts().documentNumber());
        row.put("formed_on", text(content.facts().formedOn()));
        row.put("valid_until", text(content.facts().validUntil()));
        row.put("source", content.facts().source());
        row.put("html", content.html());
        row.put("plain", line.draft().plain());
        row.put("classification", content.openness().classification().name());
        row.put("change_note", changeNote);
        row.put("published_at", line.publishedAt().toString());
        row.put("digest", Digests.ofEdition(content, List.of(), changeNote));
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private List<Long> ids(String table, int count) {
        return jdbc.sql("select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")
                .params(table, count)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** 每个机构每年取连续的一段，按原公开时间先后。 */
    private List<@Nullable String> numbers(List<ImportLine> lines) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            order.add(i);
        }
        order.sort(java.util.Comparator.comparing(i -> lines.get(i).publishedAt()));
        for (int i : order) {
            if (lines.get(i).isProactive()) {
                groups.computeIfAbsent(group(lines.get(i)), key -> new ArrayList<>())
                        .add(i);
            }
        }
        var numbers = new ArrayList<@Nullable String>(java.util.Collections.nCopies(lines.size(), null));
        for (var entry : new java.util.TreeMap<>(groups).entrySet()) {
            var body = entry.getKey().substring(0, entry.getKey().lastIndexOf('/'));
            int year = Integer.parseInt(entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1));
            var taken = indexNumbers.take(body, year, entry.getValue().size()).iterator();
            entry.getValue().forEach(i -> numbers.set(i, taken.next()));
        }
        return numbers;
    }

    private static String group(ImportLine line) {
        return line.body() + "/" + Publishing.day(line.publishedAt()).getYear();
    }

    private static List<Line> announced(List<ImportLine> lines, List<Long> ids) {
        var announced = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isProactive()) {
                var content = line.draft().content();
                announced.add(new Line(
                        ids.get(i),
                        line.externalId(),
                        line.body(),
                        content.placement().item(),
                        content.placement().area(),
                        content.facts().formedOn(),
                        Publishing.day(line.publishedAt()),
                        Validity.lapse(
                                content.facts().validUntil(), content.facts().repealedOn())));
            }
        }
        return announced;
    }
}
