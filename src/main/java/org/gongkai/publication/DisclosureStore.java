package org.gongkai.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 公开信息的存取；取来改的都先锁住。 Loads with a row lock and saves the aggregate. */
@Component
class DisclosureStore {

    private final JdbcClient jdbc;
    private final EditionStore editions;

    DisclosureStore(JdbcClient jdbc, EditionStore editions) {
        this.jdbc = jdbc;
        this.editions = editions;
    }

    /** 锁住并取出；看不到的当作没有。 */
    Disclosure take(long id) {
        var taken = jdbc.sql("select * from publication.disclosure where id = ? for update")
                .param(id)
                .query((row, n) -> new Taken(
                        disclosure(row),
                        row.getObject("public_edition", Long.class),
                        row.getObject("working_edition", Long.class)))
                .optional()
                .orElseThrow(() -> Refused.missing("publication.notFound", String.valueOf(id)));
        taken.found.open = editions.find(taken.open);
        taken.found.working = editions.find(taken.working);
        return taken.found;
    }

    /** 一行，还没有版本的内容。 A row, its editions not yet read. */
    private record Taken(
            Disclosure found, @Nullable Long open, @Nullable Long working) {}

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        var found = new Disclosure(
                row.getString("body"),
                row.getString("external_id"),
                row.getObject("parent", Long.class),
                row.getString("created_by"),
                DisclosureRows.instant(row, "created_at"));
        found.id = row.getLong("id");
        found.version = row.getInt("version");
        found.standing = DisclosureStanding.valueOf(row.getString("standing"));
        found.indexNumber = row.getString("index_number");
        found.obligation = row.getString("obligation");
        found.publishedAt = DisclosureRows.maybeInstant(row, "published_at");
        found.changedAt = DisclosureRows.maybeInstant(row, "changed_at");
        return found;
    }

    /** 原系统编号在一个机构之内唯一。 */
    Optional<Long> withExternalId(String body, String externalId) {
        return jdbc.sql("select id from publication.disclosure where external_id = ? and body = ?")
                .params(externalId, body)
                .query(Long.class)
                .optional();
    }

    /** 这个人用这张空白稿起草过的一条，无论后来改到了哪个机构。 */
    Optional<Long> drafted(String once, String account) {
        return jdbc.sql("select id from publication.disclosure where external_id = ? and created_by = ? limit 1")
                .params(once, account)
                .query(Long.class)
                .optional();
    }

    Optional<Long> withIndexNumber(String indexNumber) {
        return jdbc.sql("select id from publication.disclosure where index_number = ?")
                .param(indexNumber)
                .query(Long.class)
                .optional();
    }

    /** 新的一条，先取得编号，再存它的在办版。 */
    void add(Disclosure disclosure) {
        disclosure.id = jdbc.sql("""
                        insert into publication.disclosure (body, external_id, parent, obligation, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .param(disclosure.body)
                .param(disclosure.externalId)
                .param(disclosure.parent)
                .param(disclosure.obligation)
                .param(disclosure.createdBy)
                .param(Timestamp.from(disclosure.createdAt))
                .query(Long.class)
                .single();
    }

    void save(Disclosure disclosure) {
        save(disclosure.working);
        if (disclosure.open != disclosure.working) {
            save(disclosure.open);
        }
        disclosure.version++;
        var columns = columns(disclosure);
        var assignments = String.join(
                ", ",
                columns.keySet().stream().map(name -> name + " = :" + name).toList());
        jdbc.sql("update publication.disclosure set " + assignments + " where id = :id")
                .params(columns)
                .param("id", disclosure.id)
                .update();
    }

    private void save(@Nullable Edition edition) {
        if (edition != null) {
            editions.save(edition);
        }
    }

    private static Map<String, @Nullable Object> columns(Disclosure disclosure) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("version", disclosure.version);
        columns.put("body", disclosure.body);
        columns.put("standing", disclosure.standing.name());
        columns.put("index_number", disclosure.indexNumber);
        columns.put("obligation", disclosure.obligation);
        columns.put("public_edition", disclosure.open == null ? null : disclosure.open.id);
        columns.put("working_edition", disclosure.working == null ? null : disclosure.working.id);
        columns.put("published_at", timestamp(disclosure.publishedAt));
        columns.put("changed_at", timestamp(disclosure.changedAt));
        if (disclosure.standing == DisclosureStanding.WITHDRAWN) {
            columns.put("withdrawn_at", timestamp(disclosure.withdrawnAt));
            columns.put("withdrawal", disclosure.withdrawal == null ? null : disclosure.withdrawal.name());
            columns.put("withdrawal_note", disclosure.withdrawalNote);
            columns.put("replacement", disclosure.replacement);
            if (disclosure.withdrawal != null && disclosure.withdrawal.hidesTitle()) {
                columns.put("title", "");
                columns.put("document_number", "");
            }
        } else {
            shown(disclosure, columns);
        }
        return columns;
    }

    private static void shown(Disclosure disclosure, Map<String, @Nullable Object> columns) {
        if (disclosure.open == null && disclosure.working == null) {
            return;
        }
        var content = disclosure.shown().content;
        columns.put("item", content.placement().item());
        columns.put("area", content.placement().area());
        columns.put("statutory_item", content.placement().statutoryItem());
        columns.put("type", content.facts().type().name());
        columns.put("title", content.facts().title());
        columns.put("document_number", content.facts().documentNumber());
        columns.put("formed_on", content.facts().formedOn());
        columns.put("effective_on", content.facts().effectiveOn());
        columns.put("valid_until", content.facts().validUntil());
        columns.put("repealed_on", content.facts().repealedOn());
    }

    /** 单独存一个不再挂在信息上的版本：被取代的、作废的。 */
    void saveEdition(Edition edition) {
        editions.save(edition);
    }

    /** 最近登记的版本。 */
    @Nullable
    Edition registered(long disclosure) {
        return editions.find(
                jdbc.sql("select max(id) from publication.edition where disclosure = ? and state = 'REGISTERED'")
                        .param(disclosure)
                        .query((row, n) -> row.getLong(1))
                        .optional()
                        .orElse(null));
    }

    /** 撤回时所有公开过的版本都不再对外。 */
    void closeEditions(long disclosure) {
        jdbc.sql("update publication.edition set public = false where disclosure = ? and public")
                .param(disclosure)
                .update();
        jdbc.sql("""
                        update publication.edition_attachment set public = false
                         where public and edition in (select id from publication.edition where disclosure = ?)
                        """).param(disclosure).update();
    }

    /** 只属于它、没有别的公开信息也在用的附件。 */
    List<Long> onlyAttachedTo(long disclosure) {
        return jdbc.sql("""
                        select distinct a.attachment from publication.edition_attachment a
                          join publication.edition e on e.id = a.edition
                         where e.disclosure = ? and not exists (
                               select 1 from publication.edition_attachment b
                                where b.attachment = a.attachment and b.public)
                        """).param(disclosure).query((row, n) -> row.getLong(1)).list();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
