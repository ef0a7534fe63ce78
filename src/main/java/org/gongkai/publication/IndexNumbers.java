package org.gongkai.publication;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
        return take(body, year, 1).getFirst();
    }

    /** 一个机构连续取 count 个。机构换过前段码的，接着它当年用过的最大流水往下，地址才不重。 A block of consecutive numbers. */
    List<String> take(String body, int year, int count) {
        var front = front(body);
        int last = jdbc.sql("""
                        insert into publication.index_counter as counter (front, year, last)
                        select :front, :year, coalesce(max(serial), 0) + :count from publication.disclosure
                         where body = :body and serial_year = cast(:year as text) and index_number is not null
                        on conflict (front, year)
                        do update set last = greatest(counter.last, excluded.last - :count) + :count
                        returning last
                        """)
                .param("front", front)
                .param("year", year)
                .param("count", count)
                .param("body", body)
                .query(Integer.class)
                .single();
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(serial -> text(front, year, serial))
                .toList();
    }

    /** 索引号前段；名录里没有的机构用它的代码。 */
    private String front(String body) {
        return bodies.find(body).map(PublicBody::indexFront).orElse(body);
    }

    private static String text(String front, int year, int serial) {
        return String.format(Locale.ROOT, "%s/%04d-%05d", front, year, serial);
    }
}
