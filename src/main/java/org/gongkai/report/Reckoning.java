package org.gongkai.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.publication.PublicationFigures;
import org.gongkai.report.spi.ApplicationFact;
import org.springframework.stereotype.Component;

/** 由台账算出一份报告，连同挡住发布的事。要在事务里。 Reckons a report from the ledger; needs a transaction. */
@Component
class Reckoning {

    private final Ledger ledger;
    private final ReportStore store;
    private final TableTwo tableTwo;
    private final Prompts prompts;
    private final PublicBodies bodies;
    private final PublicationFigures publications;

    Reckoning(
            Ledger ledger,
            ReportStore store,
            TableTwo tableTwo,
            Prompts prompts,
            PublicBodies bodies,
            PublicationFigures publications) {
        this.ledger = ledger;
        this.store = store;
        this.tableTwo = tableTwo;
        this.prompts = prompts;
        this.bodies = bodies;
        this.publications = publications;
    }

    /** 报告包括哪些机构。 */
    Set<String> codes(ReportKey key) {
        Set<String> codes = new TreeSet<>(Set.of(key.body()));
        if (key.scope() == ReportScope.GATHERED) {
            codes.addAll(bodies.subtree(key.body()));
        }
        return codes;
    }

    LedgerFacts facts(ReportKey key) {
        return ledger.facts(codes(key), key.year());
    }

    WorkingReport reckon(ReportKey key, ReportForm form) {
        Set<String> codes = codes(key);
        LedgerFacts facts = ledger.facts(codes, key.year());
        LedgerCount count = LedgerCount.of(form, key.year(), facts);
        ReportDraft draft = store.draft(key).orElseGet(() -> ReportDraft.fresh(key));
        List<IssuedReport> parts = key.scope() == ReportScope.GATHERED
                ? store.issuedIn(key.year(), codes).stream()
                        .filter(one -> one.key().scope() == ReportScope.OWN)
                        .toList()
                : List.of();
        FilledTables tables = tables(key, form, codes, count, draft, parts);
        List<BrokenIdentity> broken = new ArrayList<>(CrossFooting.check(tables));
        List<LedgerDefect> defects = new ArrayList<>(count.defects());
        Map<String, LedgerFacts> byBody = parts.isEmpty() ? Map.of() : facts.byBody();
        for (IssuedReport part : parts) {
            compare(part, form, byBody.getOrDefault(part.key().body(), LedgerFacts.NONE), broken, defects);
        }
        List<BrokenIdentity> carried = new ArrayList<>();
        store.issued(key.before()).ifPresent(before -> {
            carried.addAll(CrossFooting.carriedOver(before.tables(), tables));
            if (!carried.isEmpty() && draft.explanation().isEmpty()) {
                defects.addAll(notCarried(key.year(), form, facts, before));
            }
        });
        return new WorkingReport(
                key,
                tables,
                draft,
                prompts.of(draft, tables, facts, published(codes, key.year())),
                broken,
                carried,
                defects,
                tables.blanks());
    }

    private FilledTables tables(
            ReportKey key,
            ReportForm form,
            Set<String> codes,
            LedgerCount count,
            ReportDraft draft,
            List<IssuedReport> parts) {
        Map<String, Map<CellAddress, BigDecimal>> entered = new LinkedHashMap<>();
        if (key.scope() == ReportScope.OWN) {
            entered.put(key.body(), draft.figures());
        } else {
            store.drafts(key.year()).stream()
                    .filter(one -> one.key().scope() == ReportScope.OWN
                            && codes.contains(one.key().body()))
                    .forEach(one -> entered.put(one.key().body(), one.figures()));
            parts.forEach(one -> entered.put(one.key().body(), tableTwo(one.tables())));
        }
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>(tableTwo.figures(form, key.year(), codes, entered));
        if (key.scope() == ReportScope.GATHERED) {
            draft.figures().forEach(figures::putIfAbsent);
        }
        figures.keySet().removeIf(cell -> !form.has(cell));
        figures.putAll(count.tables().figures());
        return FilledTables.of(form, figures);
    }

    private static Map<CellAddress, BigDecimal> tableTwo(FilledTables tables) {
        Map<CellAddress, BigDecimal> figures = new LinkedHashMap<>(tables.figures());
        figures.keySet().removeIf(cell -> !cell.row().startsWith("T2"));
        return figures;
    }

    /** 机关发布的与台账现在数出的不一样：汇总就不等于各机关之和。 */
    private void compare(
            IssuedReport part,
            ReportForm form,
            LedgerFacts facts,
            List<BrokenIdentity> broken,
            List<LedgerDefect> defects) {
        if (part.tables().form() != form) {
            return;
        }
        Map<CellAddress, BigDecimal> published =
                new LinkedHashMap<>(part.tables().figures());
        published.keySet().removeIf(cell -> cell.row().startsWith("T2"));
        FilledTables now = LedgerCount.of(form, part.key().year(), facts).tables();
        List<BrokenIdentity> differences = CrossFooting.gathered(now, List.of(FilledTables.of(form, published)));
        if (!differences.isEmpty()) {
            broken.addAll(differences);
            String code = part.key().body();
            defects.add(new LedgerDefect(
                    "R-ANN-11",
                    "report.defect.bodyDiffers",
                    bodies.find(code).map(PublicBody::name).orElse(code),
                    "/desk/reports/" + code + "/" + part.key().year()));
        }
    }

    /** 上一年度报告结转下来的收件编号与今年计入上年结转的不一样，差的那几件。 */
    private static List<LedgerDefect> notCarried(int year, ReportForm form, LedgerFacts facts, IssuedReport before) {
        List<String> list = before.carried();
        if (list == null) {
            return List.of();
        }
        Set<String> expected = new HashSet<>(list);
        List<LedgerDefect> defects = new ArrayList<>();
        for (ApplicationFact fact : facts.applications()) {
            if (LedgerCount.rows(form, year, fact).contains("B") && !expected.remove(fact.reference())) {
                defects.add(new LedgerDefect("R-ANN-23-4", "report.defect.notCarried", fact.reference(), fact.path()));
            }
        }
        expected.forEach(reference ->
                defects.add(new LedgerDefect("R-ANN-23-4", "report.defect.carriedButGone", reference, "")));
        return defects;
    }

    /** 结转下年的收件编号，随报告存下，下一年核对。 */
    List<String> carriedOn(ReportKey key) {
        ReportForm form = ReportForm.inForce(key.year());
        return facts(key).applications().stream()
                .filter(fact -> LedgerCount.rows(form, key.year(), fact).contains("D"))
                .map(ApplicationFact::reference)
                .sorted()
                .toList();
    }

    private int published(Set<String> codes, int year) {
        Map<String, Integer> counts =
                publications.published(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                        .collect(Collectors.toMap(
                                PublicationFigures.Published::body, PublicationFigures.Published::count));
        return codes.stream()
                .mapToInt(code -> Optional.ofNullable(counts.get(code)).orElse(0))
                .sum();
    }
}
