package org.gongkai.publication;

import java.util.Locale;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 索引号（R-LIB-02）：前段码/年份-流水，每个前段码每年连续，不留空号，取得后永不改变。
 *
 * <p>The counter row is locked by the publishing transaction, so a number is used exactly when its disclosure becomes public.
 */
@Component
class IndexNumbers {

    private final JdbcClient jdbc;
    private final PublicBodies bodies;

    IndexNumbers(JdbcClient jdbc, PublicBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    String next(String body, int year) {
        var front = front(body);
        return text(front, year, take(front, year, 1));
    }

    /** 连续取 count 个，返回第一个的流水号。 The first serial of a block. */
    int take(String front, int year, int count) {
        int last = jdbc.sql("""
                        insert into publication.index_counter (front, year, last) values (?, ?, ?)
                        on conflict (front, year) do update set last = publication.index_counter.last + excluded.last
                        returning last
                        """).params(front, year, count).query(Integer.class).single();
        return last - count + 1;
    }

    /** 索引号前段；名录里没有的机构用它的代码。 */
    String front(String body) {
        return bodies.find(body).map(PublicBody::indexFront).orElse(body);
    }

    static String text(String front, int year, int serial) {
        return String.format(Locale.ROOT, "%s/%04d-%05d", front, year, serial);
    }
}
