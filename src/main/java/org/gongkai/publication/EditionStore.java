package org.gongkai.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 版本的存取。 */
@Component
class EditionStore {

    private static final String SELECT = """
            select e.*, array(select a.attachment from publication.edition_attachment a where a.edition = e.id order by a.position)
                   as attachments, d.obligation
              from publication.edition e join publication.disclosure d on d.id = e.disclosure
            """;

    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Edition find(@Nullable Long id) {
        if (id == null) {
            return null;
        }
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(id)
                .query(EditionStore::read)
                .optional()
                .orElse(null);
    }

    void save(Edition edition) {
        if (edition.id == 0) {
            insert(edition);
        } else {
            update(edition);
        }
        attachments(edition);
    }

    private void insert(Edition edition) {
        var columns = columns(edition);
        columns.put("disclosure", edition.disclosure);
        columns.put("origin", edition.origin.name());
        columns.put("created_at", Timestamp.from(edition.createdAt));
        edition.id = jdbc.sql("insert into publication.edition (" + String.join(", ", columns.keySet()) + ") values (:"
                        + String.join(", :", columns.keySet()) + ") returning id")
                .params(columns)
                .query(Long.class)
                .single();
    }

    private void update(Edition edition) {
        var columns = columns(edition);
        var assignments = String.join(
                ", ",
                columns.keySet().stream().map(name -> name + " = :" + name).toList());
        jdbc.sql("update publication.edition set " + assignments + " where id = :id")
                .params(columns)
                .param("id", edition.id)
                .update();
    }

    /** 公开过的版本附件不再变，只变可见与否。 */
    private void attachments(Edition edition) {
        if (edition.number == null || edition.state == EditionState.PUBLISHED) {
            jdbc.sql("delete from publication.edition_attachment where edition = ?")
                    .param(edition.id)
                    .update();
            int position = 0;
            for (long attachment : edition.content.attachments()) {
                jdbc.sql(
                                "insert into publication.edition_attachment (edition, position, attachment, body, public) values (?, ?, ?, ?, ?)")
                        .params(
                                edition.id,
                                position++,
                                attachment,
                                edition.content.placement().body(),
                                edition.open)
                        .update();
            }
        } else {
            jdbc.sql("update publication.edition_attachment set public = ? where edition = ? and public <> ?")
                    .params(edition.open, edition.id, edition.open)
                    .update();
        }
    }

    static Map<String, @Nullable Object> columns(Edition edition) {
        var columns = content(edition.content, edition.plain);
        columns.put("number", edition.number);
        columns.put("state", edition.state.name());
        columns.put("public", edition.open);
        columns.put("authors", edition.authors.toArray(String[]::new));
        columns.put("author_name", edition.authorName);
        columns.put("change_note", edition.changeNote);
        columns.put("author_note", edition.authorNote);
        columns.put("open_findings", edition.openFindings);
        columns.put("reviewed_by", edition.reviewedBy);
        columns.put("reviewed_at", DisclosureStore.timestamp(edition.reviewedAt));
        columns.put("review_conclusion", edition.conclusion == null ? null : edition.conclusion.name());
        columns.put("signed_by", edition.signedBy);
        columns.put("signed_at", DisclosureStore.timestamp(edition.signedAt));
        columns.put("scheduled_for", DisclosureStore.timestamp(edition.scheduledFor));
        columns.put("published_at", DisclosureStore.timestamp(edition.publishedAt));
        columns.put("digest", edition.digest);
        columns.put("changed_at", Timestamp.from(edition.changedAt));
        columns.put("submitted_at", DisclosureStore.timestamp(edition.submittedAt));
        return columns;
    }

    private static Map<String, @Nullable Object> content(DisclosureDraft content, String plain) {
        var facts = content.facts();
        var ground = content.openness().ground();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("body", content.placement().body());
        columns.put("item", content.placement().item());
        columns.put("area", content.placement().area());
        columns.put("statutory_item", content.placement().statutoryItem());
        columns.put("type", facts.type().name());
        columns.put("genre", facts.genre());
        columns.put("theme", facts.theme());
        columns.put("title", facts.title());
        columns.put("document_number", facts.documentNumber());
        columns.put("issuers", facts.issuers().toArray(String[]::new));
        columns.put("formed_on", facts.formedOn());
        columns.put("effective_on", facts.effectiveOn());
        columns.put("valid_until", facts.validUntil());
        columns.put("repealed_on", facts.repealedOn());
        columns.put("source", facts.source());
        columns.put("editor", facts.editor());
        columns.put("keywords", facts.keywords().toArray(String[]::new));
        columns.put("summary", facts.summary());
        columns.put("html", content.html());
        columns.put("plain", plain);
        columns.put("classification", content.openness().classification().name());
        columns.put("ground", ground == null ? "" : ground.name());
        columns.put("ground_reason", content.openness().reason());
        return columns;
    }

    private static Edition read(ResultSet row, int n) throws SQLException {
        var edition = new Edition(
                row.getLong("disclosure"),
                Edition.Origin.valueOf(row.getString("origin")),
                row.getString("author_name"),
                new CleanDraft(draft(row), row.getString("plain")),
                DisclosureRows.instant(row, "created_at"));
        edition.id = row.getLong("id");
        edition.number = row.getObject("number", Integer.class);
        edition.state = EditionState.valueOf(row.getString("state"));
        edition.open = row.getBoolean("public");
        edition.authors.addAll(DisclosureRows.strings(row, "authors"));
        edition.changeNote = row.getString("change_note");
        edition.authorNote = row.getString("author_note");
        edition.openFindings = row.getInt("open_findings");
        edition.reviewedBy = row.getString("reviewed_by");
        edition.reviewedAt = DisclosureRows.maybeInstant(row, "reviewed_at");
        var conclusion = row.getString("review_conclusion");
        edition.conclusion = conclusion == null ? null : ReviewConclusion.valueOf(conclusion);
        edition.signedBy = row.getString("signed_by");
        edition.signedAt = DisclosureRows.maybeInstant(row, "signed_at");
        edition.scheduledFor = DisclosureRows.maybeInstant(row, "scheduled_for");
        edition.publishedAt = DisclosureRows.maybeInstant(row, "published_at");
        edition.digest = row.getString("digest");
        edition.changedAt = DisclosureRows.instant(row, "changed_at");
        edition.submittedAt = DisclosureRows.maybeInstant(row, "submitted_at");
        return edition;
    }

    static DisclosureDraft draft(ResultSet row) throws SQLException {
        var ground = row.getString("ground");
        return new DisclosureDraft(
                new DisclosureDraft.Placement(
                        row.getString("body"),
                        row.getString("item"),
                        row.getString("area"),
                        row.getString("statutory_item"),
                        row.getString("obligation")),
                new DisclosureDraft.Facts(
                        row.getString("title"),
                        row.getString("document_number"),
                        DisclosureRows.strings(row, "issuers"),
                        DisclosureRows.date(row, "formed_on"),
                        DisclosureRows.date(row, "effective_on"),
                        DisclosureRows.date(row, "valid_until"),
                        DisclosureRows.date(row, "repealed_on"),
                        DisclosureType.valueOf(row.getString("type")),
                        row.getString("genre"),
                        row.getString("theme"),
                        row.getString("source"),
                        row.getString("editor"),
                        DisclosureRows.strings(row, "keywords"),
                        row.getString("summary")),
                row.getString("html"),
                List.copyOf(DisclosureRows.longs(row, "attachments")),
                new DisclosureDraft.Openness(
                        Classification.valueOf(row.getString("classification")),
                        ground.isEmpty() ? null : NonDisclosureGround.valueOf(ground),
                        row.getString("ground_reason")));
    }
}
