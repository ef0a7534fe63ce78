package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 答案：某一天看来，每个机构在每个领域应有什么数字，以及埋下的是哪几条。
 *
 * <p>The answers, from the simulator's own count: what coverage must show on a day, and which cases were planted.
 */
public final class AnswerKey {

    /**
     * 一格。 overdue is part of open.
     *
     * @param itemsOwed 应公开事项数
     * @param itemsCovered 有有效公开信息的事项数
     */
    public record Cell(int itemsOwed, int itemsCovered, int open, int overdue, int metOnTime, int metLate) {

        private static final Cell NOTHING = new Cell(0, 0, 0, 0, 0, 0);

        private Cell plus(Cell other) {
            return new Cell(
                    itemsOwed + other.itemsOwed,
                    itemsCovered + other.itemsCovered,
                    open + other.open,
                    overdue + other.overdue,
                    metOnTime + other.metOnTime,
                    metLate + other.metLate);
        }
    }

    /**
     * 埋下的一条。
     *
     * @param due 最后一日；写“及时”“长期”的为空串
     */
    public record Planted(String id, String body, String item, LocalDate formedOn, String due, boolean omitted) {}

    private final DistrictYear year;

    public AnswerKey(DistrictYear year) {
        this.year = year;
    }

    /** 键是“机构代码|领域”。没有形成的那几期在没有说明之前也算逾期。 What {@code /coverage?by=body,area} must show. */
    public Map<String, Cell> cells(LocalDate asOf) {
        Map<String, Cell> cells = new TreeMap<>();
        for (CatalogueRow row : year.rows()) {
            row.bodies().forEach(body -> add(cells, body.code(), row, new Cell(1, 0, 0, 0, 0, 0)));
        }
        Set<String> covered = new HashSet<>();
        year.formed().filter(one -> !one.formedOn().isAfter(asOf)).forEach(one -> {
            boolean first = one.visibleOn(asOf)
                    && covered.add(one.body().code() + "|" + one.row().key());
            add(cells, one.body().code(), one.row(), state(one, asOf, first ? 1 : 0));
        });
        year.quiet()
                .filter(one -> one.overdueOn(asOf))
                .forEach(one -> add(cells, one.body().code(), one.row(), new Cell(0, 0, 1, 1, 0, 0)));
        return cells;
    }

    private static Cell state(Formed one, LocalDate asOf, int covered) {
        if (!one.publishedBy(asOf)) {
            return new Cell(0, covered, 1, one.overdueOn(asOf) ? 1 : 0, 0, 0);
        }
        return new Cell(0, covered, 0, 0, one.late() ? 0 : 1, one.late() ? 1 : 0);
    }

    private static void add(Map<String, Cell> cells, String body, CatalogueRow row, Cell cell) {
        String key = body + "|" + row.area();
        cells.put(key, cells.getOrDefault(key, Cell.NOTHING).plus(cell));
    }

    /** 这一天看来已经逾期未公开的，以及公开晚了的。 Exactly what supervision must name on a day: missing past its day, or late. */
    public List<Planted> planted(LocalDate asOf) {
        List<Planted> planted = new ArrayList<>();
        Stream.concat(year.formed(), year.quiet())
                .filter(one -> one.overdueOn(asOf) || (one.publishedBy(asOf) && one.late()))
                .forEach(one -> planted.add(new Planted(
                        one.id(),
                        one.body().code(),
                        one.row().key(),
                        one.formedOn(),
                        one.due() == null ? "" : one.due().toString(),
                        !one.publishedBy(asOf))));
        return planted;
    }
}
