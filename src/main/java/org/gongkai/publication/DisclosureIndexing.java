package org.gongkai.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.attachment.Attachments;
import org.gongkai.search.SearchDocument;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.spi.SearchContributor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * 公开、更正、撤回、迁入之后更新检索；也能把全部已公开的信息交出来重建。
 *
 * <p>Keeps the search index in step with what is public. Each listener reads the present state by id, so running twice or late does no
 * harm.
 */
@Component
class DisclosureIndexing implements SearchContributor {

    private static final int BATCH = 200;
    private static final int MOST_ATTACHED = 20_000;
    private static final String SELECT = """
            select d.id, d.index_number, d.type, d.title, d.document_number, d.body, d.area, d.published_at, d.effective_on,
                   d.valid_until, d.repealed_on, e.plain,
                   array(select a.attachment from publication.edition_attachment a where a.edition = e.id order by a.position)
                       as attachments
              from publication.disclosure d join publication.edition e on e.id = d.public_edition
             where d.standing = 'PUBLISHED' and\s""";

    private final JdbcClient jdbc;
    private final SearchIndex index;
    private final Attachments attachments;

    DisclosureIndexing(JdbcClient jdbc, SearchIndex index, Attachments attachments) {
        this.jdbc = jdbc;
        this.index = index;
        this.attachments = attachments;
    }

    @ApplicationModuleListener
    void on(DisclosurePublished event) {
        refresh(List.of(event.disclosure()));
    }

    @ApplicationModuleListener
    void on(DisclosureCorrected event) {
        refresh(List.of(event.disclosure()));
    }

    @ApplicationModuleListener
    void on(DisclosureWithdrawn event) {
        refresh(List.of(event.disclosure()));
    }

    @ApplicationModuleListener
    void on(DisclosuresImported event) {
        var ids = new ArrayList<Long>();
        event.added().forEach(line -> ids.add(line.disclosure()));
        event.changed().forEach(line -> ids.add(line.disclosure()));
        refresh(ids);
    }

    /** 按现在的样子放入；已经不公开的移出。读和放之间不插进别人，免得旧样子盖住新的：撤回了的又查得到。 */
    private synchronized void refresh(Collection<Long> ids) {
        var found = documents("d.id = any(?) order by d.id", ids.toArray(Long[]::new));
        var gone = new ArrayList<>(ids.stream().map(Disclosures::indexKey).toList());
        found.forEach(document -> gone.remove(document.id()));
        if (!found.isEmpty()) {
            index.put(found);
        }
        if (!gone.isEmpty()) {
            index.remove(gone);
        }
    }

    @Override
    public void contribute(Consumer<SearchDocument> consumer) {
        long after = 0;
        while (true) {
            var batch = documents("d.id > ? order by d.id limit " + BATCH, after);
            if (batch.isEmpty()) {
                return;
            }
            batch.forEach(consumer);
            after = Disclosures.ofIndexKey(batch.getLast().id()).orElseThrow();
        }
    }

    private List<SearchDocument> documents(String condition, Object parameter) {
        return jdbc
                .sql(SELECT + condition)
                .param(parameter)
                .query((row, n) -> new Found(document(row), Arrays.asList((Long[])
                        row.getArray("attachments").getArray())))
                .list()
                .stream()
                .map(found ->
                        found.attachments.isEmpty() ? found.document : found.document.with(attached(found.attachments)))
                .toList();
    }

    /** 一条的正文，和还没有读的附件。 A document, the text of its attachments not yet read. */
    private record Found(SearchDocument document, List<Long> attachments) {}

    private static SearchDocument document(ResultSet row) throws SQLException {
        return new SearchDocument(
                Disclosures.indexKey(row.getLong("id")),
                row.getString("type"),
                row.getString("title"),
                row.getString("plain"),
                row.getString("document_number"),
                row.getString("body"),
                row.getString("area"),
                Publishing.day(DisclosureRows.instant(row, "published_at")),
                new SearchDocument.Lifetime(
                        row.getObject("effective_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("repealed_on", LocalDate.class)),
                DisclosureLine.path(row.getString("body"), row.getString("index_number")));
    }

    private String attached(List<Long> ids) {
        var text = new StringBuilder();
        for (long id : ids) {
            if (text.length() < MOST_ATTACHED) {
                var words = attachments.text(id);
                text.append('\n').append(words, 0, Math.min(words.length(), MOST_ATTACHED - text.length()));
            }
        }
        return text.toString();
    }
}
