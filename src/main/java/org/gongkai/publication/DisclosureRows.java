package org.gongkai.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 从数据库行到视图。 */
final class DisclosureRows {

    record Viewed(DisclosureView view, List<Long> attachments) {}

    private DisclosureRows() {}

    static Viewed view(ResultSet row, int n) throws SQLException {
        var view = new DisclosureView(
                row.getLong("id"),
                row.getString("body"),
                row.getString("index_number"),
                row.getString("external_id"),
                row.getObject("parent", Long.class),
                row.getInt("number"),
                row.getInt("editions"),
                row.getBoolean("latest"),
                row.getString("item"),
                row.getString("area"),
                row.getString("statutory_item"),
                DisclosureType.valueOf(row.getString("type")),
                row.getString("genre"),
                row.getString("theme"),
                row.getString("title"),
                row.getString("document_number"),
                strings(row, "issuers"),
                date(row, "formed_on"),
                date(row, "effective_on"),
                date(row, "valid_until"),
                date(row, "repealed_on"),
                row.getString("source"),
                row.getString("editor"),
                strings(row, "keywords"),
                row.getString("summary"),
                row.getString("html"),
                row.getString("plain"),
                row.getString("change_note"),
                instant(row, "published_at"),
                instant(row, "edition_published_at"),
                row.getString("digest"),
                row.getBoolean("has_parts"),
                row.getBoolean("has_outlets"),
                List.of());
        return new Viewed(view, longs(row, "attachments"));
    }

    static DisclosureLine line(ResultSet row, int n) throws SQLException {
        return new DisclosureLine(
                row.getLong("id"),
                row.getString("body"),
                row.getString("index_number"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("item"),
                row.getString("area"),
                row.getString("statutory_item"),
                DisclosureType.valueOf(row.getString("type")),
                date(row, "formed_on"),
                date(row, "effective_on"),
                date(row, "valid_until"),
                date(row, "repealed_on"),
                instant(row, "published_at"),
                instant(row, "changed_at"));
    }

    static EditionLine edition(ResultSet row, int n) throws SQLException {
        return new EditionLine(
                row.getInt("number"),
                row.getString("title"),
                instant(row, "published_at"),
                row.getString("change_note"),
                row.getString("digest"));
    }

    static Tombstone tombstone(ResultSet row, int n) throws SQLException {
        return new Tombstone(
                row.getLong("id"),
                row.getString("body"),
                row.getString("index_number"),
                row.getString("title"),
                instant(row, "published_at"),
                instant(row, "withdrawn_at"),
                WithdrawalReason.valueOf(row.getString("withdrawal")),
                row.getString("withdrawal_note"),
                path(row.getString("replacement_body"), row.getString("replacement")));
    }

    private static @Nullable String path(@Nullable String body, @Nullable String indexNumber) {
        return body == null || indexNumber == null ? null : DisclosureLine.path(body, indexNumber);
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** 非空的日期。 */
    static LocalDate day(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(date(row, column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static List<Long> longs(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }
}
