package org.gongkai.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** 从数据库行到 {@link StoredFile}。 */
final class StoredFiles {

    private StoredFiles() {}

    static StoredFile map(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                row.getString("sha256"),
                row.getString("name"),
                row.getString("extension"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("body"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getBoolean("released"),
                StoredFile.TextState.valueOf(row.getString("text_state")),
                hidden(row));
    }

    private static List<String> hidden(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("hidden").getArray());
    }
}
