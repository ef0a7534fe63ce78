package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 边读边攒一张表，超过上限就拒绝。 Collects the cells of one sheet; counts against the limits of the whole file. */
final class GridBuilder {

    /** What all sheets of a file have cost so far. */
    static final class Budget {
        private final TableLimits limits;
        private int cells;
        private long characters;
        private boolean cut;

        Budget(TableLimits limits) {
            this.limits = limits;
        }

        /** 有些列在上限之外，没有读。 */
        boolean cut() {
            return cut;
        }

        private void spend(Cell cell) {
            cells++;
            characters += cell.text().length();
            if (cells > limits.cells() || characters > limits.characters()) {
                throw new Refused(Refusal.of("imports.file.tooManyCells", limits.cells()));
            }
        }
    }

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f]");

    private final String name;
    private final boolean hidden;
    private final Budget budget;
    private boolean mergesKnown = true;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Grid.Region> regions = new ArrayList<>();

    GridBuilder(String name, boolean hidden, Budget budget) {
        this.name = name;
        this.hidden = hidden;
        this.budget = budget;
    }

    /** 这种文件不记合并区域。 */
    GridBuilder withoutMerges() {
        mergesKnown = false;
        return this;
    }

    void put(int row, int column, Cell raw) {
        Cell cell = clean(raw);
        if (cell.text().isEmpty()) {
            return;
        }
        if (column >= budget.limits.columns()) {
            budget.cut |= !cell.isBlank();
            return;
        }
        if (row >= budget.limits.rows()) {
            throw new Refused(Refusal.of("imports.file.tooManyRows", budget.limits.rows()));
        }
        budget.spend(cell);
        while (rows.size() <= row) {
            rows.add(List.of());
        }
        List<Cell> cells = rows.get(row);
        if (!(cells instanceof ArrayList)) {
            cells = new ArrayList<>(16);
            rows.set(row, cells);
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    /** 没有控制字符；导出时加的防公式单引号去掉。 Without control characters and without the guard our own exports put on. */
    private static Cell clean(Cell cell) {
        String text = cell.text();
        String bare = Formulas.bare(text);
        boolean control = bare.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t');
        if (control) {
            bare = CONTROL.matcher(bare).replaceAll("");
        }
        return bare.equals(text)
                ? cell
                : new Cell(bare, bare.isEmpty() ? Cell.Kind.EMPTY : cell.kind(), cell.formula());
    }

    void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        if (lastRow < firstRow || lastColumn < firstColumn || firstRow < 0 || firstColumn < 0) {
            return;
        }
        if (firstRow == lastRow && firstColumn == lastColumn) {
            return;
        }
        if (regions.size() >= budget.limits.rows()) {
            throw new Refused(Refusal.of("imports.file.tooManyRows", budget.limits.rows()));
        }
        regions.add(new Grid.Region(firstRow, firstColumn, lastRow, lastColumn));
    }

    Grid build() {
        return new Grid(name, hidden, mergesKnown, rows, regions);
    }
}
