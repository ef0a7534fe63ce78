package org.gongkai.report;

/**
 * 一格的地址，写作“行.列”，例如 {@code C3.4.c1}、{@code T4.2.d5}。
 *
 * <p>The address of one cell of the annual report, row and column joined by a dot.
 *
 * @param row row code
 * @param column column code
 */
public record CellAddress(String row, String column) {

    public static CellAddress of(String row, String column) {
        return new CellAddress(row, column);
    }

    /** @throws IllegalArgumentException when there is no dot to part row and column */
    public static CellAddress parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException(text);
        }
        return new CellAddress(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return row + "." + column;
    }
}
