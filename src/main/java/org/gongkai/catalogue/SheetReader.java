package org.gongkai.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.imports.Grid;
import org.jspecify.annotations.Nullable;

/**
 * 一张表的行：合并的、留空的、写“同上”的补全，拆成几行的接上；小标题管到下一个小标题，说明、落款、页码、重复的表头跳过。
 *
 * <p>Turns physical rows into complete ones.
 */
final class SheetReader {

    private static final int MOST_TORN = 8;
    private static final int MOST_TOLD = 20;

    private final Grid grid;
    private final TreeSet<Integer> leftOut = new TreeSet<>();
    private final List<Integer> trailing = new ArrayList<>();
    private final RowFilling filling;
    private final Consumer<ReadRow> rows;
    private final Consumer<ReadProblem> problems;
    private Header header;
    private String heading;
    private String area = "";
    private @Nullable RawRow pending;

    SheetReader(Grid grid, Header header, Consumer<ReadRow> rows, Consumer<ReadProblem> problems) {
        this.grid = grid;
        this.header = header;
        this.filling = new RowFilling(grid);
        this.rows = rows;
        this.problems = problems;
        this.heading = above(header.first()).orElse("");
        AreaWords.of(heading).ifPresent(name -> area = name);
    }

    /** 表头上方最近的一行字，多半是标题。 */
    String title() {
        return above(header.first()).orElseGet(() -> Plain.line(grid.name()));
    }

    void read() {
        ColumnCheck.of(grid, header).forEach(problems);
        boolean notes = false;
        int row = header.last() + 1;
        while (row < grid.rowCount()) {
            var again = Header.at(grid, row);
            if (again.isPresent()) {
                header = again.get();
                row = header.last() + 1;
                notes = false;
                continue;
            }
            var kind = LineKind.of(grid, header, row, notes);
            switch (kind) {
                case SECTION -> section(row);
                case DATA -> {
                    leftOut.addAll(trailing);
                    trailing.clear();
                    line(row);
                }
                case NOTE, FOOTER -> leaveOut(row);
                case BLANK -> {}
            }
            notes = kind == LineKind.NOTE || notes && kind == LineKind.BLANK;
            row++;
        }
        finish();
        tellLeftOut();
    }

    /** 表尾一格一格的说明、落款没有什么可说；夹在事项中间的、几格都写了字的，也许认错了。 */
    private void leaveOut(int row) {
        int written = 0;
        for (int c = 0; c < grid.columnCount(); c++) {
            written += grid.cell(row, c).text().codePoints().anyMatch(Character::isIdeographic) ? 1 : 0;
        }
        if (written > 1) {
            leftOut.add(row + 1);
        } else if (written == 1) {
            trailing.add(row + 1);
        }
    }

    /** 说明和落款不是事项，没有导入；说出是哪几行，免得认错了没人知道。 */
    private void tellLeftOut() {
        if (!leftOut.isEmpty()) {
            String numbers =
                    leftOut.stream().limit(MOST_TOLD).map(String::valueOf).collect(joining("、"))
                            + (leftOut.size() > MOST_TOLD ? "……" : "");
            problems.accept(new ReadProblem(
                    grid.name(), 0, -1, "", ReadProblem.Level.HINT, "catalogue.read.leftOut", List.of(numbers)));
        }
    }

    private void section(int row) {
        finish();
        String text = LineKind.section(grid, header, row);
        heading = text;
        var named = AreaWords.of(text);
        named.ifPresent(name -> area = name);
        filling.section(named.isPresent() ? "" : AreaWords.unnumbered(text));
    }

    private void line(int row) {
        var raw = filling.fill(header, row);
        var waiting = pending;
        if (waiting != null && continues(row, raw)) {
            append(waiting, raw, List.of(Column.CONTENT, Column.BASIS), "\n");
            return;
        }
        if (waiting != null && torn(row, waiting)) {
            append(waiting, raw, List.of(Column.CONTENT, Column.BASIS, Column.LIMIT, Column.BODY, Column.CHANNEL), "");
            append(waiting, raw, List.of(Column.SECONDARY), "");
            return;
        }
        if (raw.empty()) {
            return;
        }
        finish();
        pending = raw;
        filling.remember(raw);
    }

    /** No number, no item, no limit, no body of its own, yet some words: the cell above goes on here. */
    private boolean continues(int row, RawRow raw) {
        boolean words =
                !own(row, Column.CONTENT).isBlank() || !own(row, Column.BASIS).isBlank();
        boolean starts = !own(row, Column.SERIAL).isBlank() || hasItem(row);
        return words
                && !starts
                && own(row, Column.LIMIT).isBlank()
                && own(row, Column.BODY).isBlank()
                && !same(raw);
    }

    private static boolean same(RawRow raw) {
        return raw.printed().values().stream()
                .anyMatch(text -> Plain.tight(text).equals("同上"));
    }

    /** 从 PDF、扫描件来的表，一格的字断在几行里：往下合起来的时限才读得懂。 */
    private boolean torn(int row, RawRow waiting) {
        String joined = waiting.text(Column.LIMIT);
        if (!header.has(Column.SERIAL) || joined.isBlank() || understood(joined)) {
            return false;
        }
        for (int r = row; r < Math.min(grid.rowCount(), row + MOST_TORN); r++) {
            String more = own(r, Column.LIMIT);
            if (!own(r, Column.SERIAL).isBlank() || more.isBlank() || understood(more)) {
                return false;
            }
            joined += more;
            if (understood(joined)) {
                return true;
            }
        }
        return false;
    }

    private static boolean understood(String limit) {
        return TimeLimitPhrases.parse(limit).confident();
    }

    private boolean hasItem(int row) {
        return !own(row, Column.PRIMARY).isBlank()
                || !own(row, Column.SECONDARY).isBlank()
                || !own(row, Column.TERTIARY).isBlank();
    }

    private String own(int row, Column column) {
        Integer at = header.columns().get(column);
        return at == null ? "" : grid.cell(row, at).text();
    }

    private void append(RawRow row, RawRow more, List<Column> columns, String between) {
        for (Column column : columns) {
            String text = own(more.row(), column).strip();
            String known = row.full().getOrDefault(column, "");
            if (!text.isEmpty() && !known.contains(text)) {
                row.full().merge(column, text, (a, b) -> a.isBlank() ? b : a + between + b);
                row.printed().merge(column, text, (a, b) -> a.isBlank() ? b : a + between + b);
            }
        }
        filling.remember(row);
    }

    private void finish() {
        var row = pending;
        pending = null;
        if (row != null) {
            var parser = new RowParser(grid.name(), row, area, heading + " " + grid.name());
            parser.parse().ifPresent(rows);
            parser.problems().forEach(problems);
        }
    }

    private Optional<String> above(int first) {
        for (int row = first - 1; row >= 0; row--) {
            String text = LineKind.only(grid, row);
            if (text != null && text.length() <= 100 && !text.matches("附件\\s*\\d*\\s*[:：]?|[（(].*[）)]")) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
