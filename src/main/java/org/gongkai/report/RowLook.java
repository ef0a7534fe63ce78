package org.gongkai.report;

import org.gongkai.imports.Grid;

/** 一行里哪些格填了数、哪些是文字；一行只看一遍。 Which cells of a row hold figures and which hold words, looked at once. */
final class RowLook {

    private final Grid grid;
    private final int width;
    private int lookedAt = -1;
    private boolean[] filled = new boolean[0];
    private boolean[] labels = new boolean[0];

    RowLook(Grid grid, int width) {
        this.grid = grid;
        this.width = width;
    }

    /** 从 from 到 to 之前，填了几格。 */
    int filled(int row, int from, int to) {
        look(row);
        int count = 0;
        for (int column = from; column < Math.min(to, width); column++) {
            if (filled[column]) {
                count++;
            }
        }
        return count;
    }

    boolean isLabel(int row, int column) {
        look(row);
        return labels[column];
    }

    /**
     * 没有表头可依时，一行的数从哪一列起：首尾之间正好够数的就是它们；不够的，看别的行写到哪一列，装不下的从行名之后起。
     *
     * @param count 这种行有几个数
     * @param usualLast 别的行写到哪一列
     */
    int start(int row, int from, int count, int usualLast) {
        look(row);
        int first = from;
        while (first < width && !filled[first]) {
            first++;
        }
        int last = width - 1;
        while (last > first && !filled[last]) {
            last--;
        }
        if (last - first >= count - 1) {
            return first;
        }
        int usual = Math.max(from, usualLast - count + 1);
        if (usual <= first && last < usual + count) {
            return usual;
        }
        return last < from + count ? from : first;
    }

    private void look(int row) {
        if (row == lookedAt) {
            return;
        }
        lookedAt = row;
        filled = new boolean[width];
        labels = new boolean[width];
        for (int column = 0; column < width; column++) {
            String text = grid.cell(row, column).text();
            if (!text.isEmpty()) {
                filled[column] = FigureText.of(text).isFilled();
                labels[column] = RowNames.isLabel(text);
            }
        }
    }
}
