package org.gongkai.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 填好的表：每格一个数，或者空着。空着就是不知道，不当作零。
 *
 * <p>Filled tables, a value. A cell without a figure is unknown, which is not zero. Cells of another form are not held.
 */
public final class FilledTables {

    private final ReportForm form;
    private final Map<CellAddress, BigDecimal> figures;

    private FilledTables(ReportForm form, Map<CellAddress, BigDecimal> figures) {
        this.form = form;
        this.figures = figures;
    }

    /** @throws IllegalArgumentException when a cell is not one of the form's */
    public static FilledTables of(ReportForm form, Map<CellAddress, BigDecimal> figures) {
        Map<CellAddress, BigDecimal> ordered = new LinkedHashMap<>();
        for (CellAddress cell : form.cells()) {
            BigDecimal figure = figures.get(cell);
            if (figure != null) {
                ordered.put(cell, plain(figure));
            }
        }
        if (ordered.size() != figures.size()) {
            throw new IllegalArgumentException("not cells of form " + form.code() + ": "
                    + figures.keySet().stream().filter(cell -> !form.has(cell)).toList());
        }
        return new FilledTables(form, ordered);
    }

    /** 逐格相加；一格在哪份表里都没有填，和就空着。 Cell by cell; a cell that nobody filled stays empty. */
    public static FilledTables sum(ReportForm form, Collection<FilledTables> parts) {
        Map<CellAddress, BigDecimal> sums = new LinkedHashMap<>();
        for (FilledTables part : parts) {
            part.figures.forEach((cell, figure) -> {
                if (form.has(cell)) {
                    sums.merge(cell, figure, BigDecimal::add);
                }
            });
        }
        return of(form, sums);
    }

    public ReportForm form() {
        return form;
    }

    /** 这一格的数；没有填的为空。 */
    public Optional<BigDecimal> at(CellAddress cell) {
        return Optional.ofNullable(figures.get(cell));
    }

    public Optional<BigDecimal> at(String row, String column) {
        return at(CellAddress.of(row, column));
    }

    public FilledTables with(CellAddress cell, BigDecimal figure) {
        Map<CellAddress, BigDecimal> changed = new LinkedHashMap<>(figures);
        changed.put(cell, figure);
        return of(form, changed);
    }

    /** 没有填的格子。 */
    public List<CellAddress> blanks() {
        return form.cells().stream().filter(cell -> !figures.containsKey(cell)).toList();
    }

    public Map<CellAddress, BigDecimal> figures() {
        return Map.copyOf(figures);
    }

    /** 12.50 与 12.5 是同一个数，1E+2 写作 100。 */
    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilledTables tables && form == tables.form && figures.equals(tables.figures);
    }

    @Override
    public int hashCode() {
        return 31 * form.hashCode() + figures.hashCode();
    }

    @Override
    public String toString() {
        return form + " " + figures;
    }
}
