package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.law.Basis;

/**
 * 核对勾稽关系（R-ANN-23、R-ANN-24、R-ANN-11）。
 *
 * <p>A blank cell is unknown. An identity is reported when it fails with its blanks counted as nothing, and then says which cells are
 * blank; one whose cells are all blank says nothing. A blank total next to filled parts is reported once, in its row, and not again
 * in every sum it would enter.
 */
@Basis("OGI-50")
public final class CrossFooting {

    private CrossFooting() {}

    /** 一份报告之内不平的地方；没有就是空。 */
    public static List<BrokenIdentity> check(FilledTables tables) {
        List<BrokenIdentity> broken = new ArrayList<>();
        Set<CellAddress> missingTotals = new HashSet<>();
        for (CrossFootingIdentity identity : CrossFootingIdentity.of(tables.form())) {
            check(identity, tables, missingTotals).ifPresent(broken::add);
        }
        for (CellAddress cell : tables.form().cells()) {
            tables.at(cell)
                    .filter(figure -> !isAllowed(tables.form(), cell, figure))
                    .ifPresent(figure -> broken.add(new BrokenIdentity(
                            "R-ANN-23-6",
                            "report.broken.notCount",
                            List.of("report.row." + cell.row(), ReportRow.columnLabel(cell.column())),
                            List.of(cell),
                            figure,
                            figure.max(BigDecimal.ZERO).setScale(0, java.math.RoundingMode.FLOOR),
                            List.of())));
        }
        return broken;
    }

    /** 件数是不小于零的整数；金额可以有小数，2019 年格式的“本年增/减”可以是负数。 */
    private static boolean isAllowed(ReportForm form, CellAddress cell, BigDecimal figure) {
        boolean money = cell.column().equals("a5") || cell.column().equals("b8");
        boolean change = cell.column().equals("b5");
        return form.has(cell) && (figure.signum() >= 0 || change) && (figure.scale() <= 0 || money);
    }

    private static Optional<BrokenIdentity> check(
            CrossFootingIdentity identity, FilledTables tables, Set<CellAddress> missingTotals) {
        List<CellAddress> cells = identity.cells();
        List<CellAddress> blanks =
                cells.stream().filter(cell -> tables.at(cell).isEmpty()).toList();
        if (blanks.size() == cells.size() || blanks.stream().anyMatch(missingTotals::contains)) {
            return Optional.empty();
        }
        BigDecimal left = sum(identity.left(), tables);
        BigDecimal right = sum(identity.right(), tables);
        if (left.compareTo(right) == 0) {
            return Optional.empty();
        }
        boolean noTotal = blanks.containsAll(identity.right());
        if (noTotal) {
            missingTotals.addAll(identity.right());
        }
        String label = identity.kind() == CrossFootingIdentity.Kind.APPLICANTS
                        || identity.kind() == CrossFootingIdentity.Kind.REMEDIES
                ? "report.row." + identity.of()
                : ReportRow.columnLabel(identity.of());
        String key = "report.broken." + identity.kind().name().toLowerCase(Locale.ROOT) + (noTotal ? ".blank" : "");
        return Optional.of(
                new BrokenIdentity(identity.rule(), key, List.of(label), cells, left, noTotal ? null : right, blanks));
    }

    private static BigDecimal sum(Collection<CellAddress> cells, FilledTables tables) {
        return cells.stream()
                .map(cell -> tables.at(cell).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * 本年“上年结转”等于上一年度“结转下年度继续办理”（R-ANN-23-4）；不等的要书面说明。
     *
     * @param before 上一年度的报告 last year's report, either form
     */
    public static List<BrokenIdentity> carriedOver(FilledTables before, FilledTables now) {
        List<BrokenIdentity> broken = new ArrayList<>();
        for (String column : ReportForm.applicantColumns()) {
            CellAddress here = CellAddress.of("B", column);
            Optional<BigDecimal> carried = now.at(here);
            Optional<BigDecimal> left = before.at("D", column);
            if (carried.isPresent() && left.isPresent() && carried.get().compareTo(left.get()) != 0) {
                broken.add(new BrokenIdentity(
                        "R-ANN-23-4",
                        "report.broken.carried",
                        List.of(ReportRow.columnLabel(column)),
                        List.of(here),
                        carried.get(),
                        left.get(),
                        List.of()));
            }
        }
        return broken;
    }

    /**
     * 汇总的报告每格等于各机关之和（R-ANN-11）；表二的金额同样。
     *
     * @param bodies 各机关的报告，含本级 the reports that are summed up
     */
    public static List<BrokenIdentity> gathered(FilledTables whole, Collection<FilledTables> bodies) {
        List<BrokenIdentity> broken = new ArrayList<>();
        FilledTables sum = FilledTables.sum(whole.form(), bodies);
        for (CellAddress cell : whole.form().cells()) {
            BigDecimal here = whole.at(cell).orElse(BigDecimal.ZERO);
            BigDecimal there = sum.at(cell).orElse(BigDecimal.ZERO);
            if (here.compareTo(there) != 0) {
                broken.add(new BrokenIdentity(
                        "R-ANN-11",
                        "report.broken.gathered",
                        List.of("report.row." + cell.row(), ReportRow.columnLabel(cell.column())),
                        List.of(cell),
                        here,
                        there,
                        whole.at(cell).isEmpty() ? List.of(cell) : List.of()));
            }
        }
        return broken;
    }

    /**
     * 不平都经过同一格，而且改这一格就全平的，那一格；没有这样一格、或者不止一格，就说不出。
     *
     * <p>The one cell whose correction would mend everything that is broken; empty when none would, or more than one.
     */
    public static Optional<CellAddress> suspect(FilledTables tables, List<BrokenIdentity> broken) {
        if (broken.isEmpty() || broken.stream().anyMatch(one -> one.right() == null)) {
            return Optional.empty();
        }
        Set<CellAddress> shared = new HashSet<>(broken.getFirst().cells());
        broken.forEach(one -> shared.retainAll(one.cells()));
        BigDecimal off = broken.getFirst().left().subtract(right(broken.getFirst()));
        List<CellAddress> mending = shared.stream()
                .filter(cell -> tables.at(cell).isPresent())
                .filter(cell -> mends(tables, cell, off) || mends(tables, cell, off.negate()))
                .toList();
        return mending.size() == 1 ? Optional.of(mending.getFirst()) : Optional.empty();
    }

    private static BigDecimal right(BrokenIdentity one) {
        return one.right() == null ? BigDecimal.ZERO : one.right();
    }

    private static boolean mends(FilledTables tables, CellAddress cell, BigDecimal change) {
        BigDecimal mended = tables.at(cell).orElse(BigDecimal.ZERO).add(change);
        return mended.signum() >= 0 && check(tables.with(cell, mended)).isEmpty();
    }
}
