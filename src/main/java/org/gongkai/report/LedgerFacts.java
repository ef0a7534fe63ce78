package org.gongkai.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.report.spi.RemedyFact;

/** 一年的全部事实。 The facts of one year. */
record LedgerFacts(List<ApplicationFact> applications, List<RemedyFact> remedies, List<FeeFact> fees) {

    static final LedgerFacts NONE = new LedgerFacts(List.of(), List.of(), List.of());

    LedgerFacts {
        applications = List.copyOf(applications);
        remedies = List.copyOf(remedies);
        fees = List.copyOf(fees);
    }

    /** 按机构分开。 Parted by body. */
    Map<String, LedgerFacts> byBody() {
        var applicationsOf = applications.stream().collect(Collectors.groupingBy(ApplicationFact::body));
        var remediesOf = remedies.stream().collect(Collectors.groupingBy(RemedyFact::body));
        var feesOf = fees.stream().collect(Collectors.groupingBy(FeeFact::body));
        Map<String, LedgerFacts> all = new HashMap<>();
        Stream.of(applicationsOf.keySet(), remediesOf.keySet(), feesOf.keySet())
                .flatMap(Set::stream)
                .distinct()
                .forEach(body -> all.put(
                        body,
                        new LedgerFacts(
                                applicationsOf.getOrDefault(body, List.of()),
                                remediesOf.getOrDefault(body, List.of()),
                                feesOf.getOrDefault(body, List.of()))));
        return all;
    }
}
