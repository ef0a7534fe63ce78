package org.gongkai.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 通知和版次的存取。 */
@Component
class NoticeStore {

    private record DayRow(String notice, LocalDate date, String name, boolean working) {}

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 同一时间只有一个人能改日历。 One writer at a time, to the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('deadline.edition'))")
                .query()
                .listOfRows();
    }

    /** 最新的版次；还没有时为空。 */
    Optional<Integer> edition() {
        return jdbc.sql("select number from deadline.edition order by number desc limit 1")
                .query(Integer.class)
                .optional();
    }

    void open(int edition, Collection<Integer> years, String source) {
        jdbc.sql("insert into deadline.edition (number, years, source) values (?, ?, ?)")
                .param(edition)
                .param(years.toArray(Integer[]::new))
                .param(source)
                .update();
    }

    /** 正在使用的通知，按先后。 */
    List<HolidayNotice> notices() {
        Map<String, List<HolidayNotice.Day>> days = jdbc.sql("""
                        select d.notice, d.date, d.name, d.working from deadline.notice_day d
                        join deadline.notice n on n.id = d.notice and n.retired_in is null
                        order by d.date""").query(DayRow.class).list().stream()
                .collect(groupingBy(
                        DayRow::notice,
                        mapping(row -> new HolidayNotice.Day(row.date(), row.name(), row.working()), toList())));
        return jdbc.sql("select * from deadline.notice where retired_in is null order by position")
                .query((row, _) -> new HolidayNotice(
                        row.getString("id"),
                        row.getInt("year"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("url"),
                        row.getString("region"),
                        days.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    void add(HolidayNotice notice, int edition) {
        jdbc.sql("""
                        insert into deadline.notice (id, year, number, title, issued_on, url, region, added_in)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""").params(values(notice, edition)).update();
        for (HolidayNotice.Day day : notice.days()) {
            jdbc.sql("insert into deadline.notice_day (notice, date, name, working) values (?, ?, ?, ?)")
                    .params(notice.id(), day.date(), day.name(), day.working())
                    .update();
        }
    }

    private static List<@Nullable Object> values(HolidayNotice notice, int edition) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(notice.id());
        values.add(notice.year());
        values.add(notice.number());
        values.add(notice.title());
        values.add(notice.issuedOn());
        values.add(notice.url());
        values.add(notice.region());
        values.add(edition);
        return values;
    }

    /** 这一年同一地区的旧通知从这一版起不用。 */
    void retire(int year, @Nullable String region, int edition) {
        jdbc.sql("""
                        update deadline.notice set retired_in = :edition
                        where year = :year and retired_in is null and region is not distinct from :region""")
                .param("edition", edition)
                .param("year", year)
                .param("region", region)
                .update();
    }
}
