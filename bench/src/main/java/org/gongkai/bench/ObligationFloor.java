package org.gongkai.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Bare SQL over plain obligations in the same PostgreSQL: what reports and a recomputation cost with nothing on top. 720 units of 16
 * districts, 26 areas, six years, 88 % on time, 9 % late, 3 % open.
 */
final class ObligationFloor implements AutoCloseable {

    private final Connection connection;
    private final int size;
    private int turn;

    ObligationFloor(Application application, int obligations) throws SQLException, IOException {
        size = obligations;
        try (Connection admin = application.superuser("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists bench_obligations with (force)");
            statement.execute("create database bench_obligations");
        }
        connection = application.superuser("bench_obligations");
        run("select setseed(0.5)");
        run("""
            create table owed as
            select g id, (720 * power(random(), 1.6))::int unit, (25 * power(random(), 1.5))::smallint area, formed, formed + 28 due,
                   case when r < 0.88 then formed + (random() * 27)::int when r < 0.97 then formed + 29 + (random() * 60)::int end done
              from (select g, date '2020-01-01' + (random() * 2100)::int formed, random() r from generate_series(1, %d) g) x
            """.formatted(obligations));
        run("create index on owed (unit, due)");
        run("""
            create table rolled_up as
            select unit, area, extract(year from due)::int y, count(*) n, count(*) filter (where done <= due) on_time,
                   count(*) filter (where done > due) late, count(*) filter (where done is null) still_open
              from owed group by 1, 2, 3
            """);
        run(
                "create table working as select d::date d, extract(isodow from d) < 6 w from generate_series(date '2019-12-01', date '2027-12-31', interval '1 day') d");
        run("""
            create table due_day as with r as (select d, w, sum(w::int) over (order by d) k from working)
            select a.d, b.d due from r a join r b on b.w and b.k = a.k + 20
            """);
        run("create unique index on due_day (d)");
        run("vacuum analyze");
        run("set max_parallel_workers_per_gather = 0");
        run("set jit = off");
    }

    int size() {
        return size;
    }

    /** Writes another due day into every tenth row. Returns how many. */
    int rewrite() throws SQLException {
        turn++;
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update owed o set due = x.due + " + turn % 2
                    + " from due_day x where x.d = o.formed and o.id % 10 = 0 and o.due is distinct from x.due + "
                    + turn % 2);
        }
    }

    /** One district, one year, in milliseconds. */
    double districtYear() throws SQLException {
        return read("""
                select unit, area, count(*), count(*) filter (where done <= due), count(*) filter (where done > due),
                       count(*) filter (where done is null) from owed
                 where unit between 135 and 179 and due >= date '2024-01-01' and due < date '2025-01-01' group by 1, 2""");
    }

    /** Everything from the roll-up. */
    double cityRolledUp() throws SQLException {
        return read("select unit, area, sum(n), sum(on_time), sum(late), sum(still_open) from rolled_up group by 1, 2");
    }

    /** Everything counted anew. */
    double cityRaw() throws SQLException {
        return read("""
                select unit, area, count(*), count(*) filter (where done <= due), count(*) filter (where done > due),
                       count(*) filter (where done is null and due < date '2025-10-01') from owed group by 1, 2""");
    }

    /** Every due day derived again and compared; nothing differs, nothing is written. */
    double recompute() throws SQLException {
        return read("""
                select count(*) filter (where o.due is distinct from x.due), count(*) filter (where coalesce(o.done, date '2025-10-01') > x.due)
                  from owed o join due_day x on x.d = o.formed""");
    }

    private double read(String sql) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getLong(1);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
