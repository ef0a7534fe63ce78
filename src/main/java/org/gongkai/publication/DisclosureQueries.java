package org.gongkai.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.attachment.Attachments;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link Disclosures} 的查询：手写 SQL，游标分页，不数总数。 */
@Component
class DisclosureQueries implements Disclosures {

    private static final String VIEW = """
            select d.id, d.body, d.index_number, d.external_id, d.parent, e.id as edition_id, e.number, e.item, e.area,
                   e.statutory_item, e.type, e.genre, e.theme, e.title, e.document_number, e.issuers, e.formed_on,
                   e.effective_on, e.valid_until, e.repealed_on, e.source, e.editor, e.keywords, e.summary, e.html, e.plain,
                   e.change_note, d.published_at, e.published_at as edition_published_at, e.digest,
                   d.public_edition = e.id as latest, c.number as editions,
                   exists (select from publication.disclosure p where p.parent = d.id and p.standing = 'PUBLISHED') as has_parts,
                   exists (select from publication.outlet o where o.disclosure = d.id and o.struck_at is null) as has_outlets,
                   array(select a.attachment from publication.edition_attachment a where a.edition = e.id order by a.position)
                       as attachments
              from publication.disclosure d
              join publication.edition c on c.id = d.public_edition
            """;
    private static final String CURRENT = VIEW + " join publication.edition e on e.id = d.public_edition ";
    private static final String ANY = VIEW + " join publication.edition e on e.disclosure = d.id and e.public ";
    private static final String ADDRESS = "where d.body = ? and d.address = ? and d.index_number is not null ";
    private static final String TOMBSTONE = """
            select d.id, d.body, d.index_number, d.title, d.published_at, d.withdrawn_at, d.withdrawal, d.withdrawal_note,
                   r.body as replacement_body, r.index_number as replacement
              from publication.disclosure d left join publication.disclosure r on r.id = d.replacement
            """;
    private static final String LINE = """
            select id, body, index_number, title, document_number, item, area, statutory_item, type, formed_on, effective_on,
                   valid_until, repealed_on, published_at, changed_at
              from publication.disclosure where standing = 'PUBLISHED'
            """;
    private static final int MOST = Asked.LONGEST_PAGE;

    private final JdbcClient jdbc;
    private final Attachments attachments;

    DisclosureQueries(JdbcClient jdbc, Attachments attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    @Override
    public Optional<DisclosureView> find(long id) {
        return view(CURRENT + "where d.id = ? and d.standing = 'PUBLISHED'", id);
    }

    @Override
    public Optional<DisclosureView> find(String body, String number) {
        return view(CURRENT + ADDRESS + "and d.standing = 'PUBLISHED' order by d.id limit 1", body, number);
    }

    @Override
    public Optional<DisclosureView> edition(long id, int number) {
        return view(ANY + "where d.id = ? and d.standing = 'PUBLISHED' and e.number = ?", id, number);
    }

    private Optional<DisclosureView> view(String sql, Object... params) {
        return jdbc.sql(sql)
                .params(params)
                .query(DisclosureRows::view)
                .optional()
                .map(this::withFiles);
    }

    private DisclosureView withFiles(DisclosureRows.Viewed row) {
        return row.attachments().isEmpty() ? row.view() : row.view().attachments(attachments.find(row.attachments()));
    }

    @Override
    public List<EditionLine> editions(long id) {
        return jdbc.sql("""
                        select number, title, published_at, change_note, digest from publication.edition
                         where disclosure = ? and public order by number desc
                        """).param(id).query(DisclosureRows::edition).list();
    }

    @Override
    public Optional<Tombstone> tombstone(long id) {
        return jdbc.sql(TOMBSTONE + "where d.id = ? and d.standing = 'WITHDRAWN'")
                .param(id)
                .query(DisclosureRows::tombstone)
                .optional();
    }

    @Override
    public Optional<Tombstone> tombstone(String body, String number) {
        return jdbc.sql(TOMBSTONE + ADDRESS + "and d.standing = 'WITHDRAWN' order by d.id limit 1")
                .params(body, number)
                .query(DisclosureRows::tombstone)
                .optional();
    }

    @Override
    public Slice<DisclosureLine> list(DisclosureFilter filter, @Nullable String cursor, int size) {
        int wanted = Math.clamp(size, 1, MOST);
        var sql = new StringBuilder(LINE);
        var params = new ArrayList<Object>();
        FilterSql.append(filter, sql, params);
        if (cursor != null) {
            var after = Cursor.parse(cursor);
            sql.append(" and (published_at, id) < (?, ?)");
            params.add(Timestamp.from(after.at()));
            params.add(after.id());
        }
        sql.append(" order by published_at desc, id desc limit ?");
        params.add(wanted + 1);
        var found = jdbc.sql(sql.toString())
                .params(params)
                .query(DisclosureRows::line)
                .list();
        if (found.size() <= wanted) {
            return new Slice<>(found, null);
        }
        var page = found.subList(0, wanted);
        var last = page.getLast();
        return new Slice<>(page, new Cursor(last.publishedAt(), last.id()).text());
    }

    @Override
    public List<Run> runs(int size) {
        return jdbc.sql("""
                        select body, min(id) as first from (
                          select body, id, (row_number() over (partition by body order by id) - 1) / ? as run
                            from publication.disclosure where standing = 'PUBLISHED') numbered
                         group by body, run order by body, first
                        """)
                .param(size)
                .query((row, n) -> new Run(row.getString("body"), row.getLong("first")))
                .list();
    }

    @Override
    public List<DisclosureLine> run(String body, long from, int size) {
        return jdbc.sql(LINE + " and body = ? and id >= ? order by id limit ?")
                .params(body, from, size)
                .query(DisclosureRows::line)
                .list();
    }

    @Override
    public Map<String, DisclosureLine> newest(Collection<String> items, @Nullable String body) {
        var found = new LinkedHashMap<String, DisclosureLine>();
        jdbc.sql("select n.* from unnest(?::text[]) as wanted(item) cross join lateral (" + LINE
                        + " and item = wanted.item and (?::text is null or body = ?)"
                        + " order by published_at desc, id desc limit 1) n")
                .param(items.toArray(String[]::new))
                .param(body)
                .param(body)
                .query(DisclosureRows::line)
                .list()
                .forEach(line -> found.put(line.item(), line));
        return found;
    }

    @Override
    public List<DisclosureLine> parts(long id) {
        return jdbc.sql(LINE + " and parent = ? order by id limit 500")
                .param(id)
                .query(DisclosureRows::line)
                .list();
    }

    @Override
    public List<Change> changesAfter(Instant time, long id, int limit) {
        return jdbc.sql("""
                        select id, changed_at, standing = 'WITHDRAWN' as gone from publication.disclosure
                         where standing in ('PUBLISHED', 'WITHDRAWN') and (changed_at, id) > (?, ?)
                         order by changed_at, id limit ?
                        """)
                .params(Timestamp.from(time), id, limit)
                .query((row, n) -> new Change(
                        row.getLong("id"), row.getTimestamp("changed_at").toInstant(), row.getBoolean("gone")))
                .list();
    }

    @Override
    public List<ParagraphChange> compare(long id, int older, int newer) {
        var before = edition(id, older).map(DisclosureView::plain).orElse("");
        var after = edition(id, newer).map(DisclosureView::plain).orElse("");
        return ParagraphDiff.between(before, after);
    }
}
