package org.gongkai.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 公开指南的查询。 Reads the guides, for the portal. */
@Repository
public class Guides {

    private final JdbcClient jdbc;

    Guides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 某机构的指南；没有编制时为空。 */
    public Optional<Guide> find(String body) {
        return jdbc.sql("select * from organisation.guide where body = ?")
                .param(body)
                .query(Guides::guide)
                .optional();
    }

    /** 各机构指南的更新日期。 When each body last revised its guide. */
    public Map<String, LocalDate> updates() {
        var updates = new HashMap<String, LocalDate>();
        jdbc.sql("select body, updated_on from organisation.guide")
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .forEach(each -> updates.put(each.getKey(), each.getValue()));
        return updates;
    }

    private static Guide guide(ResultSet row, int number) throws SQLException {
        return new Guide(
                row.getString("body"),
                row.getString("classification"),
                row.getString("arrangement"),
                row.getString("ways"),
                row.getString("office"),
                row.getString("address"),
                row.getString("hours"),
                row.getString("telephone"),
                row.getString("fax"),
                row.getString("internet"),
                row.getObject("updated_on", LocalDate.class));
    }
}
