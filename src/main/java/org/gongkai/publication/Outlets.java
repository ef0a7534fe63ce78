package org.gongkai.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.catalogue.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 公开载体的查询：对公众只答现在公开着的信息、没有划去的；工作台上划去的也在。 Where else a record was disclosed. */
@Component
@Transactional(readOnly = true)
public class Outlets {

    private static final String COLUMNS = """
            select o.id, o.disclosure, o.body, o.channel, o.disclosed_on, o.place, o.strike_reason from publication.outlet o
            """;

    private final JdbcClient jdbc;

    Outlets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 一条现在公开着的信息，还在哪里公开过，按日期；别的没有。 What the public sees. */
    public List<Outlet> of(long disclosure) {
        return jdbc.sql(COLUMNS + """
                         join publication.disclosure d on d.id = o.disclosure and d.standing = 'PUBLISHED'
                         where o.disclosure = ? and o.struck_at is null order by o.disclosed_on, o.id
                        """)
                .param(disclosure)
                .query((row, n) -> outlet(row))
                .list();
    }

    /** 登记过的全部，划去的也在，按登记先后；看得到哪些机构的由行级权限决定。 */
    public List<Outlet> all(long disclosure) {
        return jdbc.sql(COLUMNS + " where o.disclosure = ? order by o.id")
                .param(disclosure)
                .query((row, n) -> outlet(row))
                .list();
    }

    static Outlet outlet(ResultSet row) throws SQLException {
        return new Outlet(
                row.getLong("id"),
                row.getLong("disclosure"),
                row.getString("body"),
                Channel.valueOf(row.getString("channel")),
                DisclosureRows.day(row, "disclosed_on"),
                row.getString("place"),
                row.getString("strike_reason"));
    }
}
