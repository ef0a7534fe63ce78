package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 边读边攒一张表，超过上限就拒绝。 Collects the cells of one sheet; counts against the limits of the whole file. */
final class GridBuilder {

    /** What all sheets of a file have cost so far. */
    static final class Budget {
        private final TableLimits limits;
        private int cells;
        private long characters;

        Budget(TableLimits limits) {
            this.limits = limits;
        }

        private void spend(Cell cell) {
            cells++;
            characters += cell.text().length();
            if (cells > limits.cells() || characters > limits.characters()) {
                throw new Refused(Refusal.of("imports.file.tooManyCells", limits.cells()));
            }
        }
    }

    private final String name;
    private final boolean hidden;
    private final Budget budget;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Grid.Region> regions = new ArrayList<>();

    GridBuilder(String name, boolean hidden, Budget budget) {
        this.name = name;
        this.hidden = hidden;
        this.budget = budget;
    }

    void put(int row, int column, Cell cell) {
        if (cell.text().isEmpty() || column >= budget.limits.columns()) {
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
        return new Grid(name, hidden, rows, regions);
    }
}
