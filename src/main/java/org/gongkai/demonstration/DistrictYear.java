package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * 模拟的一段时间：机构、目录、形成与发布、埋下的遗漏和延误。同一个种子永远得到同样的内容。
 *
 * <p>Everything is generated on demand, pair by pair, so a million documents need no more memory than one.
 */
public final class DistrictYear {

    /** 示范数据用的种子。 */
    public static final long SEED = 20190628;

    private final long seed;
    private final DistrictSize size;
    private final LocalDate from;
    private final LocalDate to;
    private final StepCalendar calendar = new StepCalendar();
    private final List<LocalDate> boundaries;
    private final List<District> districts = new ArrayList<>();
    private final List<CatalogueRow> rows;

    private DistrictYear(long seed, DistrictSize size, LocalDate from, LocalDate to) {
        this.seed = seed;
        this.size = size;
        this.from = from;
        this.to = to;
        boundaries = calendar.boundaries(from, to);
        for (int i = 0; i < size.districts(); i++) {
            districts.add(District.build(size, i, size.districts() == 1 ? "" : "CITY"));
        }
        rows = CatalogueRow.all(size, districts);
    }

    /** 从 from 到 to（含）发生的一切；to 就是模拟的“今天”。 */
    public static DistrictYear simulate(long seed, DistrictSize size, LocalDate from, LocalDate to) {
        return new DistrictYear(seed, size, from, to);
    }

    /** 到今天为止的一年，演示用。 */
    public static DistrictYear until(LocalDate today) {
        return simulate(SEED, DistrictSize.SMALL, today.minusYears(1).plusDays(1), today);
    }

    long seed() {
        return seed;
    }

    DistrictSize size() {
        return size;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    List<LocalDate> boundaries() {
        return boundaries;
    }

    List<District> districts() {
        return districts;
    }

    List<CatalogueRow> rows() {
        return rows;
    }

    List<District.Body> bodies() {
        return districts.stream().flatMap(district -> district.all().stream()).toList();
    }

    /** 形成的信息，按行、按机构、按日期。 */
    Stream<Formed> formed() {
        return all().filter(one -> !one.quiet());
    }

    /** 应当定期公开、这一期却什么也没有形成的。 Periods of a periodic row in which nothing came about. */
    Stream<Formed> quiet() {
        return all().filter(Formed::quiet);
    }

    private Stream<Formed> all() {
        return rows.stream()
                .flatMap(row ->
                        row.bodies().stream().flatMap(body -> new Series(this, body, row, calendar).all().stream()));
    }

    /** 已经发布的，即旧网站上能搬过来的。 */
    Stream<Formed> published() {
        return formed().filter(one -> one.publishedOn() != null);
    }
}
